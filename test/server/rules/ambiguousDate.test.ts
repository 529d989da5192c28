import assert from 'node:assert/strict';
import type { Period } from '../../../server/src/roadmap/dates/period.ts';
import type { Item, Roadmap, Stated } from '../../../server/src/roadmap/model.ts';
import { check } from '../../../server/src/rules/index.ts';
import type { Finding } from '../../../server/src/rules/rule.ts';
import { item, read } from '../roadmap/read.ts';

/** The date as it is where the document doesn't decide between day and month. */
const ambiguous = (date: Stated<Period> | undefined): Stated<Period> => {
  assert.ok(date);
  return { ...date, text: '03/04/2025', value: { ...date.value, ambiguous: ['2025-03-04', '2025-04-03'] } };
};
const withItem = (roadmap: Roadmap, of: (item: Item) => Partial<Item>): Roadmap => ({
  ...roadmap,
  items: roadmap.items.map((each) => ({ ...each, ...of(each) })),
});
const findings = (roadmap: Roadmap): Finding[] =>
  check(roadmap, { today: '2025-07-28' }).filter(({ rule }) => rule === 'ambiguous-date');
const messages = (roadmap: Roadmap): string[] => findings(roadmap).map(({ message }) => message);

describe('rule ambiguous-date', () => {
  const MESSAGE = '03/04/2025 may be 2025-03-04 or 2025-04-03.';
  const plain = read(
    '*Next Review: 2025-03-04*',
    '## A',
    '- [x] a - *Start: 2025-03-04* - *Due: 2025-03-04* - *Completed: 2025-03-04*',
  );

  for (const field of ['due', 'start', 'completed'] as const)
    it(`of an item's ${field}`, () =>
      assert.deepEqual(
        messages(
          withItem(plain, ({ fields }) => ({ fields: { ...fields, [field]: ambiguous(fields[field]) } })),
        ),
        [MESSAGE],
      ));

  it('of a date of the document', () =>
    assert.deepEqual(messages({ ...plain, document: { nextReview: ambiguous(plain.document.nextReview) } }), [
      MESSAGE,
    ]));

  it('once where a heading and its section have the same date', () => {
    const epic = read('# Plan', '## Ship', '**Due:** 2025-03-04');
    const due = ambiguous(item(epic, 'Ship').fields.due);
    const { sections } = withItem(epic, () => ({}));
    assert.deepEqual(
      messages({
        ...withItem(epic, ({ fields }) => ({ fields: { ...fields, due } })),
        sections: sections.map((section) => (section.fields.due ? { ...section, fields: { due } } : section)),
      }),
      [MESSAGE],
    );
  });

  it('not of a date that is clear', () => assert.deepEqual(messages(plain), []));

  it('not of an item that inherits it: it is told where it stands', () =>
    assert.deepEqual(messages(read('## A (Target: 2025-03-04)', '- [ ] a')), []));

  it('brings what its fixes need', () => {
    const due = ambiguous(item(plain, 'a').fields.due);
    const roadmap = withItem(plain, ({ fields }) => ({ fields: { ...fields, due } }));
    assert.deepEqual(
      findings(roadmap).map(({ span, fix }) => [span, fix]),
      [[due.span, { kind: 'replace', candidates: ['2025-03-04', '2025-04-03'] }]],
    );
  });
});
