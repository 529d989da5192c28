import assert from 'node:assert/strict';
import { canToggle, isTicked, toggleStatus } from '../../../server/src/edits/status.ts';
import { item, read, text } from '../roadmap/read.ts';
import { edited } from './apply.ts';

const TODAY = '2025-07-28';
const toggle = (source: string, title = 'a'): string =>
  edited(source, title, (roadmap, it) => toggleStatus(roadmap, it, TODAY));

/** One toggle gives the second text, another one gives back the first. */
function there(source: string, then: string, title = 'a'): void {
  assert.equal(toggle(source, title), then, 'once');
  assert.equal(toggle(then, title), source, 'twice');
}

describe('toggling', () => {
  describe('a box', () => {
    for (const [what, source, then] of [
      ['of any bullet', '* [ ] a\n', '* [x] a\n'],
      ['of a number', '10) [ ] a\n', '10) [x] a\n'],
      ['in a quote', '> - [ ] a\n> - [ ] b\n', '> - [x] a\n> - [ ] b\n'],
      ['in a quote in a quote', '> > + [ ] a\n', '> > + [x] a\n'],
      ['nested, with tabs', '- [ ] b\n\t- [ ] a\n', '- [ ] b\n\t- [x] a\n'],
      ['with CRLF', '# T\r\n\r\n- [ ] a  \r\n', '# T\r\n\r\n- [x] a  \r\n'],
      ['without a last line break', '- [ ] a', '- [x] a'],
      ['behind a byte order mark', '\ufeff- [ ] a\n', '\ufeff- [x] a\n'],
      ['of several blanks', '-   [ ]   a\n', '-   [x]   a\n'],
      ['that is a sign', '- ☐ a\n- ☑ b\n', '- ☑ a\n- ☑ b\n'],
      [
        'that is a mis-decoded sign',
        '- \u00e2\u02dc\u0090 a\n- \u00e2\u02dc\u2018 b\n',
        '- \u00e2\u02dc\u2018 a\n- \u00e2\u02dc\u2018 b\n',
      ],
      [
        'behind mis-decoded text',
        '## \u00f0\u0178\u201d\u00b4 T\n- [ ] a\n',
        '## \u00f0\u0178\u201d\u00b4 T\n- [x] a\n',
      ],
      [
        'of a title with everything',
        '- [ ] **a** - *Due: 2025-07-25* <!-- c -->\n  - Owner: @a\n',
        '- [x] **a** - *Due: 2025-07-25* <!-- c -->\n  - Owner: @a\n',
      ],
    ] as const)
      it(what, () => there(source, then));

    for (const [what, source, then] of [
      [
        '[X] where the document writes that',
        '- [ ] a\n- [X] b\n- [X] c\n- [x] d\n',
        '- [X] a\n- [X] b\n- [X] c\n- [x] d\n',
      ],
      ['[x] where it writes that as often', '- [ ] a\n- [X] b\n- [x] c\n', '- [x] a\n- [X] b\n- [x] c\n'],
      ['[x] from [~]', '- [~] a\n', '- [x] a\n'],
      ['[ ] from [X]', '- [X] a\n', '- [ ] a\n'],
      ['⬜ from ✔', '- ✔ a\n', '- ⬜ a\n'],
    ] as const)
      it(`gives ${what}`, () => assert.equal(toggle(source), then));

    it('says nothing of parents and children', () => {
      there('- [ ] a\n  - [x] b\n', '- [x] a\n  - [x] b\n');
      there('- [ ] b\n  - [ ] a\n', '- [ ] b\n  - [x] a\n');
    });
  });

  describe('what has no box', () => {
    for (const [what, source, then] of [
      ['a bullet', '## Backlog\n- a\n- b\n', '## Backlog\n- a (done)\n- b\n'],
      [
        'a bullet with fields',
        '## Backlog\n- a - *Due: 2025-08-01*\n',
        '## Backlog\n- a (done) - *Due: 2025-08-01*\n',
      ],
      ['a number', '## Backlog\n1. a\n2. b\n', '## Backlog\n1. a (done)\n2. b\n'],
      ['a bullet with CRLF', '## Backlog\r\n- a\r\n- b\r\n', '## Backlog\r\n- a (done)\r\n- b\r\n'],
      [
        'a heading',
        '## a\n### Estimate plan : 3 days\n1. b\n',
        '## a (done)\n### Estimate plan : 3 days\n1. b\n',
      ],
      [
        'a heading with hashes behind',
        '## a ##\n### Effort : 3 days\n',
        '## a (done) ##\n### Effort : 3 days\n',
      ],
      [
        'a heading with a line beneath',
        'a\n---\n### Effort : 3 days\n',
        'a (done)\n---\n### Effort : 3 days\n',
      ],
      [
        'by the words of the document',
        '## Backlog\n- a\n- b - DONE\n- c - DONE\n- d (done)\n',
        '## Backlog\n- a - DONE\n- b - DONE\n- c - DONE\n- d (done)\n',
      ],
    ] as const)
      it(what, () => there(source, then));

    for (const [what, source, then] of [
      ['a status in words', '## Backlog\n- a (in progress)\n', '## Backlog\n- a (done)\n'],
      ['a status field', '## Backlog\n- a\n  - Status: In progress\n', '## Backlog\n- a\n  - Status: Done\n'],
      [
        'a status field, in words of the document',
        '## Backlog\n- a\n  - Status: ⏳ Planned\n- b\n  - Status: Shipped\n',
        '## Backlog\n- a\n  - Status: Shipped\n- b\n  - Status: Shipped\n',
      ],
      [
        'a status field of a heading',
        '## TASK-1 x\n**Status:** Done | **Owner:** @a\n',
        '## TASK-1 x\n**Status:** To do | **Owner:** @a\n',
      ],
    ] as const)
      it(`changes ${what}`, () =>
        assert.equal(toggle(source, source.includes('TASK') ? 'TASK-1 x' : 'a'), then));

    it('is refused where only its section says that it is done', () => {
      const roadmap = read('## Done', '- a', '- [x] b');
      assert.equal(toggleStatus(roadmap, item(roadmap, 'a'), TODAY), undefined);
      assert.deepEqual([canToggle(item(roadmap, 'a')), canToggle(item(roadmap, 'b'))], [false, true]);
    });
  });

  describe('notes the day, where the document does', () => {
    for (const [what, source, then] of [
      [
        'inline',
        text('- [ ] a', '- [x] b - *Completed: 2025-07-24*'),
        text('- [x] a - *Completed: 2025-07-28*', '- [x] b - *Completed: 2025-07-24*'),
      ],
      [
        'behind what is there',
        text('- [ ] **a** - *Due: 2025-07-25*', '  - Owner: @a', '- [x] b - *Completed: 2025-07-24*'),
        text(
          '- [x] **a** - *Due: 2025-07-25* - *Completed: 2025-07-28*',
          '  - Owner: @a',
          '- [x] b - *Completed: 2025-07-24*',
        ),
      ],
      [
        'in its form',
        text('- [ ] a', '- [x] b (shipped July 4th, 2025)'),
        text('- [x] a (shipped July 28th, 2025)', '- [x] b (shipped July 4th, 2025)'),
      ],
      [
        'with its sign',
        text('- [ ] a', '- [x] b ✅ 2025-07-24'),
        text('- [x] a ✅ 2025-07-28', '- [x] b ✅ 2025-07-24'),
      ],
      [
        'on a line of its own',
        text('- [ ] a', '  - Owner: @a', '- [x] b', '  - Completed: 2025-07-24'),
        text('- [x] a', '  - Completed: 2025-07-28', '  - Owner: @a', '- [x] b', '  - Completed: 2025-07-24'),
      ],
      [
        'on a line of its own, with CRLF and in a quote',
        '> - [ ] a\r\n> - [x] b\r\n>   - Completed: 2025-07-24\r\n',
        '> - [x] a\r\n>   - Completed: 2025-07-28\r\n> - [x] b\r\n>   - Completed: 2025-07-24\r\n',
      ],
    ] as const)
      it(what, () => there(source, then));

    for (const [what, source, then] of [
      [
        'in its column',
        text(
          '| Task | Status | Completed |',
          '|--|--|--|',
          '| a | Planned |  |',
          '| b | Done | Jul 4, 2025 |',
          '| c | Planned |  |',
        ),
        text(
          '| Task | Status | Completed |',
          '|--|--|--|',
          '| a | Done | Jul 28, 2025 |',
          '| b | Done | Jul 4, 2025 |',
          '| c | Planned |  |',
        ),
      ],
      [
        'in the place of what stands for no day',
        text(
          '| Task | Status | Completed |',
          '|--|--|--|',
          '| a | Planned | - |',
          '| b | Done | 2025-07-04 |',
          '| d | Done | 2025-07-05 |',
          '| c | Planned | - |',
        ),
        text(
          '| Task | Status | Completed |',
          '|--|--|--|',
          '| a | Done | 2025-07-28 |',
          '| b | Done | 2025-07-04 |',
          '| d | Done | 2025-07-05 |',
          '| c | Planned | - |',
        ),
      ],
      [
        'but not over a remark',
        text('| Task | Status | Completed |', '|--|--|--|', '| a | Planned | soon |', '| c | Planned |  |'),
        text('| Task | Status | Completed |', '|--|--|--|', '| a | Done | soon |', '| c | Planned |  |'),
      ],
      [
        'in a cell without spaces',
        text('|Task|Status|Completed|', '|--|--|--|', '|a|Planned||', '|b|Done|2025-07-04|', '|c|Planned||'),
        text(
          '|Task|Status|Completed|',
          '|--|--|--|',
          '|a|Done|2025-07-28|',
          '|b|Done|2025-07-04|',
          '|c|Planned||',
        ),
      ],
    ] as const)
      it(what, () => there(source, then));

    it('and leaves a day that was noted before', () => {
      const [before, after] = [
        text('- [x] a - *Completed: 2025-07-20*', '- [x] b - *Completed: 2025-07-24*'),
        text('- [ ] a - *Completed: 2025-07-20*', '- [x] b - *Completed: 2025-07-24*'),
      ];
      there(before, after);
    });

    it('nowhere else', () => there(text('- [ ] a', '- [x] b'), text('- [x] a', '- [x] b')));
  });

  for (const [lines, ticked] of [
    [['- [x] a'], true],
    [['- [ ] a (done)'], false],
    [['- [~] a'], false],
    [['## Done', '- a'], true],
    [['## Backlog', '- a (done)'], true],
  ] as const)
    it(`${lines.join(' / ')} is ${ticked ? '' : 'not '}ticked`, () =>
      assert.equal(isTicked(item(read(...lines), 'a')), ticked));
});
