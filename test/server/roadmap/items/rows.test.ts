import assert from 'node:assert/strict';
import type { Item } from '../../../../server/src/roadmap/model.ts';
import { at, inherited, item, read, stated } from '../read.ts';

/** `title status`, in the order of the document. */
const brief = (items: readonly Item[]): string[] => items.map(({ title, status }) => `${title} ${status}`);

describe('rows of work', () => {
  const roadmap = read(
    ...['## Backlog (P1)', '', '| ID | Task | Owner | Due | Status |', '|---|---|---|---|---|'],
    ...[
      '| T-1 | **Sow** #4 | @ann | 2025-08-01 | Done |',
      '| T-2 | Reap |  |',
      '| T-3 | ~~Sell~~ | TBD | 2025-02-30 | |',
    ],
  );
  const [sow, reap, sell] = roadmap.items;

  it('are items', () => {
    assert.deepEqual(
      roadmap.items.map(({ kind, title, status, refs }) => [kind, title, status, refs]),
      [
        ['row', 'Sow #4', 'done', ['#4']],
        ['row', 'Reap', 'todo', []],
        ['row', 'Sell', 'cancelled', []],
      ],
    );
  });

  it('hold their fields in cells', () => {
    assert.deepEqual(stated(sow!), { id: 'T-1', owners: '@ann', due: '2025-08-01', status: 'Done' });
    assert.deepEqual(
      Object.values(sow!.fields).map(({ placement, span }) => [placement, at(roadmap, span)]),
      [
        ['cell', 'T-1'],
        ['cell', '@ann'],
        ['cell', '2025-08-01'],
        ['cell', 'Done'],
      ],
    );
    assert.deepEqual([stated(reap!), stated(sell!)], [{ id: 'T-2' }, { id: 'T-3', owners: 'TBD' }]);
  });

  it('have the fields of their section', () =>
    assert.deepEqual(inherited(reap!), {
      priority: 'P1 from Backlog',
      status: 'todo from Backlog',
    }));

  it('tell of dates that can not be', () =>
    assert.deepEqual(
      roadmap.invalidDates.map(({ text, item: id, field }) => [text, id, field]),
      [['2025-02-30', sell!.id, 'due']],
    ));

  it('know the places of the fields that they have, and of those that they could have', () =>
    assert.deepEqual(
      Object.entries(reap!.cells ?? {}).map(([field, span]) => [field, at(roadmap, span)]),
      [
        ['id', 'T-2'],
        ['owners', ''],
      ],
    ));

  it('stand in the heading above, if that is an item', () =>
    assert.equal(
      item(read('## TASK-7: Ship', '', '| Task | Owner |', '|---|---|', '| a | @b |'), 'a').parent?.title,
      'TASK-7: Ship',
    ));

  it('that sum up the others are none', () =>
    assert.deepEqual(
      brief(
        read('| Task | Owner | Effort |', '|---|---|---|', '| a | @b | 2d |', '| **Total** | | 2d |').items,
      ),
      ['a todo'],
    ));

  it('without a title are none', () =>
    assert.deepEqual(
      brief(read('## Plan', '', '| Task | Owner |', '|---|---|', '| | @b |', '| a | @b |', '||', '').items),
      ['a todo'],
    ));

  describe('have a date', () => {
    for (const [heading, column, fields] of [
      ['## Done', 'Date', { completed: '2025-08-01' }],
      ['## Erledigt', 'Datum', { completed: '2025-08-01' }],
      ['## Done', 'Due date', { due: '2025-08-01' }],
      ['## Done', 'Deadline', { due: '2025-08-01' }],
      ['## Backlog', 'Date', { due: '2025-08-01' }],
      ['## Backlog', 'Completed', { completed: '2025-08-01' }],
    ] as const)
      it(`'${heading}', '${column}'`, () => {
        const [row] = read(heading, '', `| Task | ${column} |`, '|---|---|', '| a | 2025-08-01 |').items;
        assert.deepEqual(
          [row && stated(row), row && Object.keys(row.cells ?? {})],
          [fields, Object.keys(fields)],
        );
      });
  });
});

describe('boards', () => {
  const board = read(
    ...['# Kitchen', '', '| To do | Doing (2) | Blocked | Done |', '|---|---|---|---|'],
    ...[
      '| Peel onions | Boil water<br>Wash **pots** | | Buy salt |',
      '| [ ] Set tables<br/>- [x] Fold napkins<BR>~~Fry eggs~~ | | Bake (done) | ~~Cut bread~~<br>[ ] Taste soup (Owner: @ann) |',
      '| - | | … |',
    ],
  );

  it('have cards, in the state of their column unless they tell another', () =>
    assert.deepEqual(brief(board.items), [
      'Peel onions todo',
      'Boil water in-progress',
      'Wash pots in-progress',
      'Buy salt done',
      'Set tables todo',
      'Fold napkins done',
      'Fry eggs cancelled',
      'Bake done',
      'Cut bread done',
      'Taste soup todo',
    ]));

  it('have cards whose places are their own', () =>
    assert.deepEqual(
      board.items.map(({ own, content, box }) => [
        at(board, own),
        at(board, content),
        box && at(board, box.span),
      ]),
      [
        ['Peel onions', 'Peel onions', undefined],
        ['Boil water', 'Boil water', undefined],
        ['Wash **pots**', 'Wash **pots**', undefined],
        ['Buy salt', 'Buy salt', undefined],
        ['[ ] Set tables', 'Set tables', ' '],
        ['- [x] Fold napkins', 'Fold napkins', 'x'],
        ['~~Fry eggs~~', '~~Fry eggs~~', undefined],
        ['Bake (done)', 'Bake (done)', undefined],
        ['~~Cut bread~~', '~~Cut bread~~', undefined],
        ['[ ] Taste soup (Owner: @ann)', 'Taste soup (Owner: @ann)', ' '],
      ],
    ));

  it('have cards with fields', () => assert.deepEqual(stated(item(board, 'Taste soup')), { owners: '@ann' }));

  for (const [header, expected] of [
    ['| Backlog | Review | Done |', ['a todo', 'b todo', 'c done']],
    ['| Offen | In Arbeit | Fertig |', ['a todo', 'b in-progress', 'c done']],
    ['| 待办 | 进行中 | 已完成 |', ['a todo', 'b in-progress', 'c done']],
    ['| 📋 To do | 🚧 Doing | ✅ Done |', ['a todo', 'b in-progress', 'c done']],
    ['| Done | Done | Done |', []],
    ['| Done | Doing | Owner |', []],
  ] as const)
    it(header, () => assert.deepEqual(brief(read(header, '|---|---|---|', '| a | b | c |').items), expected));
});
