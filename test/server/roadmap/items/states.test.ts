import assert from 'node:assert/strict';
import { inherited, item, read } from '../read.ts';

/** What each item of a document is called, and how far it is. */
const states = (...lines: string[]): string[] =>
  read(...lines).items.map(({ title, status }) => `${title} ${status}`);

describe('status', () => {
  describe('by precedence', () => {
    for (const [what, lines, status] of [
      ['a ticked box before a field', ['- [x] a', '  - Status: Blocked'], 'done'],
      ['a box of another state before a field', ['- [/] a', '  - Status: Done'], 'in-progress'],
      ['a dropped box before a date of completion', ['- [-] a ✅ 2025-01-02'], 'cancelled'],
      ['a ticked box before strike-through', ['- [x] ~~a~~'], 'done'],
      ['a field before strike-through', ['- [ ] ~~a~~', '  - Status: In progress'], 'in-progress'],
      ['a field before the section', ['## Done', '- a', '  - Status: Blocked'], 'blocked'],
      ['what is said first', ['- [ ] a (blocked)', '  - Status: Done'], 'blocked'],
      ['a sign before an empty box', ['- [ ] a (done)'], 'done'],
      ['a sign before the section', ['## Done', '- a (deferred)'], 'deferred'],
      ['a tick behind before an empty box', ['- [ ] a ✅'], 'done'],
      ['strike-through before an empty box', ['- [ ] ~~a~~'], 'cancelled'],
      ['strike-through before the section', ['## In progress', '- ~~a~~'], 'cancelled'],
      ['strike-through with the section, where it is done', ['## Done', '- ~~a~~.'], 'done'],
      ['an empty box before the section', ['## Done', '- [ ] a'], 'todo'],
      ['an empty box before a date of completion', ['- [ ] a ✅ 2025-01-02'], 'todo'],
      ['a question before the section', ['## Done', '- [?] a'], 'todo'],
      ['a date of completion before the section', ['## In progress', '- a ✅ 2025-01-02'], 'done'],
      ['the section, where nothing else says', ['## In progress', '- a'], 'in-progress'],
      ['the nearest section', ['## In progress', '### Done', '- a'], 'done'],
      ['nothing', ['## Later on', '- [ ] a'], 'todo'],
    ] as const)
      it(`${what}: ${lines.join(' / ')}`, () =>
        assert.deepEqual(
          states(...lines).map((state) => state.replace(/^.* /u, '')),
          [status],
        ));
  });

  describe('by the section', () => {
    for (const [lines, expected] of [
      [['## Done', '### Garden', '- a'], ['a done']],
      [['## Done', '### Tasks', '- a'], ['a done']],
      [['## Done', '### Next', '- a'], ['a todo']],
      [['## Done', '### Next', '#### Garden', '- a'], ['a todo']],
      [['## In progress', '### Tasks', '- a'], ['a todo']],
      [
        ['# Doing', '- a', '# Done', '- b'],
        ['a in-progress', 'b done'],
      ],
      [['## Done', '### Tasks', '#### Done', '- a'], ['a done']],
      [
        ['## Blocked', '- a', '## Backlog', '- b'],
        ['a blocked', 'b todo'],
      ],
      [['# Done', '- a'], ['a todo']],
      [
        ['## Phase 1 ✅', '- a', '## Phase 2', '- b'],
        ['a done', 'b todo'],
      ],
    ] as const)
      it(lines.join(' / '), () => assert.deepEqual(states(...lines), expected));
  });

  describe('by a tick in front', () => {
    for (const [what, lines, expected] of [
      ['counts in a neutral section', ['## Garden', '- ✅ a'], ['✅ a done']],
      ['is praise in a section of work', ['## Features', '- ✅ a'], ['✅ a todo']],
      ['counts in a section of done things', ['## Done', '- ✅ a'], ['✅ a done']],
      [
        'counts in a section of work within one of done things',
        ['## Done', '### Features', '- ✅ a'],
        ['✅ a done'],
      ],
      ['is praise in a section that is under way', ['## In progress', '- ✅ a'], ['✅ a in-progress']],
      [
        'is a box beside other signs',
        ['## Features', '- ✅ a', '- ❌ b', '- 🚧 c'],
        ['a done', 'b todo', 'c in-progress'],
      ],
      ['is none behind an empty box', ['## Garden', '- [ ] ✅ a'], ['✅ a todo']],
      ['counts behind, whatever the section', ['## Features', '- a ✅'], ['a done']],
    ] as const)
      it(what, () => assert.deepEqual(states(...lines), expected));
  });

  describe('of headings', () => {
    for (const [lines, expected] of [
      [['## TASK-1: a', 'Words.'], ['TASK-1: a todo']],
      [['## TASK-1: a ✅', 'Words.'], ['TASK-1: a done']],
      [['## Done', '### TASK-1: a', 'Words.'], ['TASK-1: a done']],
      [['## Done', '### TASK-1: a', 'Status: blocked'], ['TASK-1: a blocked']],
      [['## TASK-1: a', 'Completed: 2025-01-02'], ['TASK-1: a done']],
    ] as const)
      it(lines.join(' / '), () => assert.deepEqual(states(...lines), expected));
  });
});

describe('inheritance', () => {
  it('takes the nearest: parents first, then sections, from within', () => {
    const roadmap = read(
      ...[
        '# Plan',
        'Owner: @plan',
        'Due: 2025-01-01',
        'Priority: low',
        '',
        '## P1 Beds (Due: 2025-09-30)',
        '### In progress',
        'Owner: @progress',
        '',
      ],
      ...[
        '- [ ] a',
        '  - [ ] b (Owner: @b) (P0) - Due: 2025-08-01',
        '    - [ ] c',
        '',
        '### P2 Paths',
        '- [ ] d',
        '',
        '## Shed',
        '- [ ] e',
      ],
    );
    assert.deepEqual(
      roadmap.items.map((found) => [found.title, inherited(found)]),
      [
        [
          'a',
          {
            owners: '@progress from In progress',
            due: '2025-09-30 from Beds',
            priority: 'P1 from Beds',
            status: 'in-progress from In progress',
          },
        ],
        [
          'b',
          {
            owners: '@progress from In progress',
            due: '2025-09-30 from Beds',
            priority: 'P1 from Beds',
            status: 'in-progress from In progress',
          },
        ],
        [
          'c',
          {
            owners: '@b from b',
            due: '2025-08-01 from b',
            priority: 'P0 from b',
            status: 'in-progress from In progress',
          },
        ],
        ['d', { owners: '@plan from Plan', due: '2025-09-30 from Beds', priority: 'P2 from Paths' }],
        ['e', { owners: '@plan from Plan' }],
      ],
    );
  });

  it('passes over parents that name nobody', () =>
    assert.deepEqual(
      inherited(item(read('## A', 'Owner: @a', '', '- [ ] b (Owner: TBD)', '  - [ ] c'), 'c')),
      { owners: '@a from A' },
    ));

  it('takes from a heading that is an item once', () =>
    assert.deepEqual(inherited(item(read('## TASK-1: A', 'Owner: @a', '', '1. b'), 'b')), {
      owners: '@a from TASK-1: A',
    }));

  it('takes what stands behind the items as well', () =>
    assert.deepEqual(
      inherited(
        item(read('## Plan', '### 1. Sow', '1. a', '', '**Owner:** @a', '', '### 2. Reap', 'Words.'), 'a'),
      ),
      { owners: '@a from 1. Sow' },
    ));

  it('of a status is for display: a parent that is done does not make its children so', () =>
    assert.deepEqual(states('- [x] a', '  - [ ] b'), ['a done', 'b todo']));
});
