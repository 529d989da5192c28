import assert from 'node:assert/strict';
import { changeItems, isChangeItemsParams } from '../../../server/src/features/changeItems.ts';
import type { ItemChange } from '../../../server/src/protocol.ts';
import type { RoadmapDocument } from '../../../server/src/workspace/document.ts';
import { applied, open, SUPPORT, TODAY, URI } from './document.ts';

function change(document: RoadmapDocument, titles: string, ...changes: ItemChange[]) {
  const items = titles.split(', ').map((title) => ({
    uri: URI,
    id: document.roadmap.items.find((item) => item.title === title)?.id ?? 'none',
    version: document.version,
  }));
  const documentOf = (uri: string) => (uri === URI ? document : undefined);
  return changeItems(documentOf, { items, changes }, TODAY, SUPPORT);
}

const due = (start: string, end = start): ItemChange => ({ field: 'due', value: { start, end } });

describe('change of items', () => {
  for (const [what, lines, titles, changes, expected] of [
    [
      'moves a due date',
      ['- [ ] a *Due: 2025-07-25*'],
      'a',
      [due('2025-08-01')],
      ['- [ ] a *Due: 2025-08-01*'],
    ],
    [
      'in its own form',
      ['- [ ] a (Due: Aug 30, 2025)'],
      'a',
      [due('2025-09-01')],
      ['- [ ] a (Due: Sep 1, 2025)'],
    ],
    [
      'keeps a quarter a quarter',
      ['- [ ] a (Target: Q3 2025)'],
      'a',
      [due('2025-10-01', '2025-12-31')],
      ['- [ ] a (Target: Q4 2025)'],
    ],
    [
      'sets start and due',
      ['- [ ] a | Start: 2025-08-01 | Due: 2025-08-05'],
      'a',
      [due('2025-08-12'), { field: 'start', value: { start: '2025-08-08', end: '2025-08-08' } }],
      ['- [ ] a | Start: 2025-08-08 | Due: 2025-08-12'],
    ],
    [
      'assigns several',
      ['- [ ] a (Owner: @ann)', '- [ ] b (Owner: @bo)', '- [ ] c'],
      'b, c',
      [{ field: 'owners', value: ['@ann'] }],
      ['- [ ] a (Owner: @ann)', '- [ ] b (Owner: @ann)', '- [ ] c (Owner: @ann)'],
    ],
    [
      'ranks',
      ['- [ ] a (P1)', '- [ ] b (P2)'],
      'b',
      [{ field: 'priority', value: 'P0' }],
      ['- [ ] a (P1)', '- [ ] b (P0)'],
    ],
    [
      'ticks as a toggle does',
      ['- [x] a - *Completed: 2025-07-01*', '- [ ] b'],
      'b',
      [{ field: 'status', value: 'done' }],
      ['- [x] a - *Completed: 2025-07-01*', '- [x] b - *Completed: 2025-07-28*'],
    ],
    [
      'starts',
      ['- [ ] a', '- [~] b'],
      'a',
      [{ field: 'status', value: 'in-progress' }],
      ['- [~] a', '- [~] b'],
    ],
    [
      'says it in a cell',
      ['| Task | Due | Status |', '| - | - | - |', '| a | 2025-07-25 | Open |'],
      'a',
      [due('2025-08-01'), { field: 'status', value: 'done' }],
      ['| Task | Due | Status |', '| - | - | - |', '| a | 2025-08-01 | Done |'],
    ],
  ] as [string, string[], string, ItemChange[], string[]][])
    it(what, () => {
      const document = open(...lines);
      const result = change(document, titles, ...changes);
      assert.ok('edit' in result, JSON.stringify(result));
      assert.equal(applied(document, result.edit), expected.map((line) => `${line}\n`).join(''));
    });

  it('changes nothing where it holds already, be it inherited', () => {
    const document = open('## Now (P1)', '- [ ] a (Owner: @ann)');
    for (const same of [
      { field: 'owners', value: ['@ann'] },
      { field: 'priority', value: 'P1' },
      { field: 'status', value: 'todo' },
    ] as const)
      assert.deepEqual(change(document, 'a', same), { edit: { changes: {} } });
  });

  for (const [what, lines, titles, changes, refused] of [
    [
      'an item is gone',
      ['- [ ] a'],
      'a, b',
      [due('2025-08-01')],
      'The item is no longer there: the document has changed.',
    ],
    [
      'a table has no column for it, and nothing is done to the others',
      ['- [ ] b', '', '| Task | Status |', '| - | - |', '| a | Open |'],
      'b, a',
      [due('2025-08-01')],
      '"a" has no place for a due date.',
    ],
  ] as [string, string[], string, ItemChange[], string][])
    it(`is refused where ${what}`, () =>
      assert.deepEqual(change(open(...lines), titles, ...changes), { refused }));

  for (const [what, is] of [
    [{ items: [], changes: [] }, true],
    [{ items: [{ uri: 'a', id: 'b', version: 1 }], changes: [due('2025-08-01')] }, true],
    [{ items: [], changes: [due('2025-02-30')] }, false],
    [{ items: [], changes: [{ field: 'status', value: 'finished' }] }, false],
    [{ items: [], changes: [{ field: 'priority', value: 'P9' }] }, false],
    [{ items: [], changes: [{ field: 'owners', value: [''] }] }, false],
    [{ items: [], changes: [{ field: 'title', value: 'a' }] }, false],
    [{ items: [1], changes: [] }, false],
    [{ items: [] }, false],
    [null, false],
  ] as const)
    it(`${is ? 'can' : "can't"} be asked for as ${JSON.stringify(what)}`, () =>
      assert.equal(isChangeItemsParams(what), is));
});
