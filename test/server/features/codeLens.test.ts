import assert from 'node:assert/strict';
import { codeLenses } from '../../../server/src/features/codeLens.ts';
import { open, TODAY } from './document.ts';

/** Lenses by line: `3: ☐ To do`. */
const lenses = (...lines: string[]): string[] =>
  codeLenses(open(...lines), TODAY).all.map(
    ({ range, command }) => `${range.start.line}: ${command?.title ?? ''}`,
  );

describe('code lenses', () => {
  describe('of items', () => {
    for (const [line, ...titles] of [
      ['- [ ] a', '☐ To do'],
      ['- [x] a', '☑ Done'],
      ['- [~] a', '☐ In progress'],
      ['- [-] a', '☐ Cancelled'],
      ['- [ ] a (blocked)', '☐ Blocked'],
      ['- [ ] a - DONE', '☐ Done'],
      ['- [ ] a - *Due: 2025-07-28*', '☐ To do', 'due today'],
      ['- [ ] a - *Due: 2025-07-29*', '☐ To do', '1 day left'],
      ['- [ ] a - *Due: 2025-07-31*', '☐ To do', '3 days left'],
      ['- [ ] a - *Due: 2025-07-27*', '☐ To do', '1 day overdue'],
      ['- [ ] a - *Due: 2024-03-31*', '☐ To do', '484 days overdue'],
      ['- [ ] a - *Due: Q3 2025*', '☐ To do', '64 days left'],
      ['- [x] a - *Due: 2025-07-25*', '☑ Done'],
      ['- [>] a - *Due: 2025-07-25*', '☐ Deferred'],
    ] as const)
      it(line, () =>
        assert.deepEqual(
          lenses(line),
          titles.map((title) => `0: ${title}`),
        ),
      );

    it('tell of dates that are inherited', () =>
      assert.deepEqual(lenses('## A (Target: 2025-07-31)', '- [ ] a').slice(1), [
        '1: ☐ To do',
        '1: 3 days left',
      ]));
  });

  describe('of sections', () => {
    it('count what is done and what is late, sections beneath included', () =>
      assert.deepEqual(
        lenses('# A', '## B', '- [x] a', '- [ ] b - *Due: 2025-07-25*', '## C', '- [x] c', '- [ ] d')
          .filter((lens) => lens.includes(' of '))
          .sort(),
        ['0: 2 of 4 done, 1 overdue', '1: 1 of 2 done, 1 overdue', '4: 1 of 2 done'],
      ));

    it('are not where there are no items', () => assert.deepEqual(lenses('# A', '## Notes', '- word'), []));
  });

  it('carry what the command needs', () => {
    const document = open('- [ ] a');
    assert.deepEqual(codeLenses(document, TODAY).all, [
      {
        range: { start: { line: 0, character: 0 }, end: { line: 0, character: 7 } },
        command: {
          title: '☐ To do',
          command: 'roadmap.toggleStatus',
          arguments: [{ uri: document.uri, id: document.roadmap.items[0]!.id, version: 7 }],
        },
      },
    ]);
  });

  it('tell the status without a command where a toggle could change nothing', () => {
    const [, lens] = codeLenses(open('## Done', '- a'), TODAY).all;
    assert.deepEqual([lens?.command?.title, lens?.command?.command], ['☑ Done', '']);
  });

  it('stay on the line of the item', () => {
    for (const { range } of codeLenses(open('- [ ] a', '  goes on', '  - Owner: @a'), TODAY).all)
      assert.deepEqual([range.start.line, range.end.line], [0, 0]);
  });
});
