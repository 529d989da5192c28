import assert from 'node:assert/strict';
import { applyEdits } from '../../../../server/src/edits/edit.ts';
import { assign, setDue } from '../../../../server/src/edits/fields.ts';
import { toggleStatus } from '../../../../server/src/edits/status.ts';
import { item, read, stated, titles } from '../read.ts';

const WORK = [
  '## Backlog',
  '',
  '| ID | Task | Owner | Target date | Status |',
  '|----|------|-------|-------------|--------|',
  '| T-1 | Ship it | @ann | 2025-08-01 | Done |',
  '| T-2 | **Sell** it | TBD |  | Planned',
  '| T-3 | Mend it | @bob | Q3 2025 | In progress |',
];

describe('tables', () => {
  it('of work have a row for each item', () => {
    const roadmap = read(...WORK);
    assert.deepEqual(
      roadmap.items.map(({ kind, title, status }) => [kind, title, status]),
      [
        ['row', 'Ship it', 'done'],
        ['row', 'Sell it', 'todo'],
        ['row', 'Mend it', 'in-progress'],
      ],
    );
    assert.deepEqual(stated(item(roadmap, 'Ship it')), {
      id: 'T-1',
      owners: '@ann',
      due: '2025-08-01',
      status: 'Done',
    });
    assert.deepEqual(item(roadmap, 'Sell it').fields.owners?.value, []);
  });

  for (const [what, ...lines] of [
    [
      'in another language',
      '| Aufgabe | Verantwortlich | Priorität |',
      '|---|---|---|',
      '| x | Ute | hoch |',
    ],
    ['with the columns the other way round', '| Status | Feature |', '|---|---|', '| ✅ | x |'],
    ['whose unit stands in the header', '| Feature | Est. Hours |', '|---|---|', '| x | 8 |'],
    ['whose signs have a key elsewhere', '| Status | Command |', '|---|---|', '| :arrow_down: | x |'],
    ['without a name for the work', '| # | Funktion | Prioritet |', '|---|---|---|', '| 1 | x | Hög |'],
  ] as const)
    it(`are work ${what}`, () => assert.deepEqual(titles(read('## Plan', '', ...lines)), ['x']));

  for (const [what, ...lines] of [
    ['metrics', '| Metric | Current | Target |', '|---|---|---|', '| Uptime | 99.5% | 99.9% |'],
    ['risks', '| Risk | Probability | Impact |', '|---|---|---|', '| Fire | Low | High |'],
    [
      'costs',
      '| Improvement | Cost | Savings/Month | Payback |',
      '|---|---|---|---|',
      '| CDN | 10 hrs | $80 | 2 months |',
    ],
    ['changes', '| Date | Change |', '|---|---|', '| 2025-01-01 | First draft |'],
    ['nothing but a header', '| Task | Owner |', '|---|---|'],
  ] as const)
    it(`of ${what} are none`, () => assert.deepEqual(titles(read('## Plan', '', ...lines)), []));

  describe('are edited in their cells', () => {
    const edited = (title: string, edit: typeof setDue, value: string): string | undefined => {
      const roadmap = read(...WORK);
      const row = item(roadmap, title);
      const text = applyEdits(roadmap.text, edit(roadmap, row, value));
      return text.split('\n').find((line) => line.includes('T-2'));
    };
    it('a due date', () =>
      assert.equal(
        edited('Sell it', setDue, '2025-09-01'),
        '| T-2 | **Sell** it | TBD | 2025-09-01 | Planned',
      ));
    it('an owner', () =>
      assert.equal(edited('Sell it', assign, '@cy'), '| T-2 | **Sell** it | @cy |  | Planned'));
    it('a status, in the words of the table', () => {
      const roadmap = read(...WORK);
      const text = applyEdits(
        roadmap.text,
        toggleStatus(roadmap, item(roadmap, 'Sell it'), '2025-07-28') ?? [],
      );
      assert.ok(text.includes('| T-2 | **Sell** it | TBD |  | Done\n'));
    });
    it('not at all where there is no such column', () => {
      const roadmap = read('## Plan', '', '| Task | Status |', '|---|---|', '| x | Planned |');
      assert.deepEqual(setDue(roadmap, item(roadmap, 'x'), '2025-09-01'), []);
    });
  });
});

describe('tables by what their columns hold', () => {
  for (const [what, lines, expected] of [
    [
      'a column that only work has',
      ['## M1', '| Item | Ownership | Difficulty |', '|---|---|---|', '| a | `team` | hard |'],
      ['a'],
    ],
    [
      'a column of anything else',
      ['## M1', '| Item | Colour | Shape |', '|---|---|---|', '| a | red | round |'],
      [],
    ],
    [
      'measurements of what is done',
      ['## Done', '| Case | Outcome |', '|---|---|', '| a | 1,200 ops/sec |', '| b | 97 % |'],
      [],
    ],
    ['what is done', ['## Done', '| Task | Words |', '|---|---|', '| a | b |'], ['a']],
    ['settings of what is done', ['## Done', '| Key | Colour |', '|---|---|', '| a | b |'], []],
    ['metrics', ['## Done', '| Metric | Status |', '|---|---|', '| a | Done |'], []],
  ] as const)
    it(`${what}: ${expected.length} items`, () =>
      assert.deepEqual(titles(read('# Plan', ...lines)), expected));
});
