import assert from 'node:assert/strict';
import { fileItems, itemAt } from '../../../server/src/features/itemRows.ts';
import { open, TODAY, URI } from './document.ts';

describe('item rows', () => {
  it('hold what a tree shows', () => {
    const document = open(
      ...['# Plan', '## 🔴 Priority 1: Now (Target: 2025-07-31)', '**Owner:** @all', ''],
      ...['- [ ] **a** - *Due: 2025-07-25*', '  - Owner: @a', '  - Priority: Low', '- [x] b'],
    );
    const [a, b] = document.roadmap.items.filter(({ kind }) => kind === 'task');
    const { uri, version, items } = fileItems(document, TODAY);
    assert.deepEqual([uri, version], [URI, 7]);
    assert.deepEqual(items.slice(-2), [
      {
        id: a!.id,
        title: 'a',
        status: 'todo',
        owners: ['@a'],
        ownersInherited: false,
        priority: 'P3',
        priorityInherited: false,
        due: { start: '2025-07-25', end: '2025-07-25', text: '2025-07-25' },
        dueInherited: false,
        daysLeft: -3,
        overdue: true,
        toggleable: true,
        section: ['Priority 1: Now'],
        range: { start: { line: 4, character: 0 }, end: { line: 6, character: 17 } },
        selectionRange: { start: { line: 4, character: 6 }, end: { line: 4, character: 11 } },
      },
      {
        id: b!.id,
        title: 'b',
        status: 'done',
        owners: ['@all'],
        ownersInherited: true,
        priority: 'P1',
        priorityInherited: true,
        due: { start: '2025-07-31', end: '2025-07-31', text: '2025-07-31' },
        dueInherited: true,
        daysLeft: 3,
        overdue: false,
        toggleable: true,
        section: ['Priority 1: Now'],
        range: { start: { line: 7, character: 0 }, end: { line: 7, character: 7 } },
        selectionRange: { start: { line: 7, character: 6 }, end: { line: 7, character: 7 } },
      },
    ]);
  });

  it('hold nulls where nothing is said', () => {
    const [row] = fileItems(open('- [ ] a'), TODAY).items;
    assert.ok(row);
    assert.deepEqual(
      [row.owners, row.priority, row.due, row.daysLeft, row.section],
      [[], null, null, null, []],
    );
  });
});

describe('the item at a position', () => {
  const document = open('# T', '- [ ] a', '  - Owner: @a', '  - [ ] b', '', 'word');
  for (const [line, character, title] of [
    [0, 0, undefined],
    [1, 0, 'a'],
    [1, 7, 'a'],
    [2, 5, 'a'],
    [3, 2, 'b'],
    [3, 9, 'b'],
    [5, 1, undefined],
  ] as const)
    it(`${line}:${character} is ${title ?? 'none'}`, () =>
      assert.equal(itemAt(document, document.lines.offsetAt({ line, character }))?.title, title));
});
