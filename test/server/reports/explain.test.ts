import assert from 'node:assert/strict';
import { explain } from '../../../server/src/reports/explain.ts';
import { readRoadmap } from '../../../server/src/roadmap/read.ts';
import { read, text } from '../roadmap/read.ts';

const TODAY = '2025-07-28';
const LINES = [
  /*  1 */ '# Garden plan',
  /*  2 */ '',
  /*  3 */ '## P1: Beds',
  /*  4 */ '**Owner:** @ann',
  /*  5 */ '',
  /*  6 */ '- [ ] Sow beans - *Due: 2025-07-25*',
  /*  7 */ '  in rows',
  /*  8 */ '  - Effort: 2 h',
  /*  9 */ '  - Mind the frost',
  /* 10 */ '- Reap',
  /* 11 */ '',
  /* 12 */ '## Notes',
  /* 13 */ '- Rain helps',
  /* 14 */ '',
  /* 15 */ 'Words.',
  /* 16 */ '',
  /* 17 */ '| To do | Done |',
  /* 18 */ '|---|---|',
  /* 19 */ '| Dig<br>Weed | |',
];
const SOWN = [
  '"Sow beans in rows" is an item (task): it has a box.',
  '  status: todo     the box [ ]',
  '  due: 2025-07-25  "2025-07-25" on line 6, written as emphasised',
  '  effort: 2 hours  "2 h" on line 8, written as label',
  '  owners: @ann     inherited from "Beds" on line 4',
  '  priority: P1     inherited from "Beds" on line 3',
  '  It is overdue today, 2025-07-28.',
  '',
];

describe('explanation of a line', () => {
  for (const [line, ...expected] of [
    [
      1,
      'The heading "Garden plan" is no item; it groups what stands beneath it. By its words and place, it lists work.',
      '',
    ],
    [2, 'Line 2 is no item: it is text, or empty.', ''],
    [
      3,
      'The heading "Beds" is no item; it groups what stands beneath it. By its words and place, it lists work.',
      '',
    ],
    [4, 'Line 4 is no item: it is text, or empty.', ''],
    [6, ...SOWN],
    [7, 'Line 7 is no item: it belongs to one.', 'It belongs to "Sow beans in rows" on line 6.', ''],
    [
      8,
      'Line 8 is no item: it is a field of "Sow beans in rows".',
      'It belongs to "Sow beans in rows" on line 6.',
      '',
    ],
    [9, 'Line 9 is no item: it tells more of "Sow beans in rows", which is the item.', ''],
    [
      10,
      '"Reap" is an item (bullet): it stands in a list in which others have boxes.',
      '  status: todo  nothing says otherwise',
      '  owners: @ann  inherited from "Beds" on line 4',
      '  priority: P1  inherited from "Beds" on line 3',
      '',
    ],
    [
      12,
      'The heading "Notes" is no item; it groups what stands beneath it. By its words and place, it doesn\'t list work.',
      '',
    ],
    [13, 'Line 13 is no item: its section "Notes" doesn\'t list work.', ''],
    [15, 'Line 15 is no item: it is text, or empty.', ''],
    [
      19,
      '"Dig" is an item (row): it is a card in a column of a board.',
      '  status: todo  nothing says otherwise',
      '',
      '"Weed" is an item (row): it is a card in a column of a board.',
      '  status: todo  nothing says otherwise',
      '',
    ],
    [20, 'Line 20 is no item: it is text, or empty.', ''],
  ] as const)
    it(`${line}: ${LINES[line - 1] ?? 'the end'}`, () =>
      assert.equal(explain(read(...LINES), line, TODAY), expected.join('\n')));

  it('is the same whatever ends the lines', () => {
    const roadmap = readRoadmap(text(...LINES).replaceAll('\n', '\r\n'));
    for (let line = 1; line <= LINES.length; line++)
      assert.equal(explain(roadmap, line, TODAY), explain(read(...LINES), line, TODAY), `line ${line}`);
  });

  it('says that an item is overdue from the next day on', () => {
    const roadmap = read('- [ ] a - *Due: 2025-07-28*');
    assert.doesNotMatch(explain(roadmap, 1, '2025-07-28'), /overdue/);
    assert.match(explain(roadmap, 1, '2025-07-29'), /\n {2}It is overdue today, 2025-07-29\.\n$/);
  });

  describe('tells why', () => {
    for (const [lines, why] of [
      [['- [ ] a'], 'it has a box'],
      [['- [ ] b', '- a'], 'it stands in a list in which others have boxes'],
      [
        ['## Beds', '- ❌ b', '- ✅ a'],
        'the sign before it stands for a box, as it does before its neighbours',
      ],
      [['## Backlog', '- a'], 'it stands in the section "Backlog", which lists work'],
      [['## Beds', 'Next steps:', '- a'], 'the words before its list, "Next steps", announce work'],
      [['## Beds', '- ✅ a'], 'all bullets of its list begin with a tick'],
      [['## TASK-7: Sow', '1. a'], 'it is a step of "TASK-7: Sow"'],
      [['- a'], 'nobody ticks boxes or keeps tables here, so the bullets are the work'],
      [['## Beds', '- Task 1: a'], 'it has a name of its own, such as "Task 1.1"'],
      [['## Backlog', '- Beds', '  - sow it', '  - a'], 'it is a part of the topic "Beds"'],
      [['| Task | Owner |', '|---|---|', '| a | @b |'], 'it is a row of a table that lists work'],
      [['| To do | Done |', '|---|---|', '| b | a |'], 'it is a card in a column of a board'],
      [['## TASK-7: a'], 'the heading begins with an id'],
      [['### 1. b', 'Words.', '### 2. a'], 'the heading is a card, a numbered step or one of a row of items'],
      [['## a', '**Due:** 2025-08-01'], 'the heading has fields of its own'],
      [['---', 'tasks:', '  - a', '---'], 'the front matter lists it as work'],
    ] as const)
      it(why, () => {
        const line = lines.findIndex((words) => /(?:^|[\s|])a(?:$|\s)/u.test(words)) + 1;
        const sentences = explain(read(...lines), line, TODAY).split('\n');
        assert.deepEqual(
          sentences.flatMap(
            (sentence) => /^"[^"]*\ba" is an item \([a-z]+\): (.*)\.$/u.exec(sentence)?.[1] ?? [],
          ),
          [why],
        );
      });
  });

  describe('tells why not', () => {
    for (const [lines, why] of [
      [['## Backlog', '- b', '- Owner: @a'], 'it is a field of what stands above it'],
      [['## Backlog', '- b', '- Risk: a'], 'it tells a detail of what stands above it, by its label "Risk"'],
      [['## Backlog', '- b', '- 99% a'], 'it tells a detail of what stands above it'],
      [['## Backlog', '- [a](#a)'], 'it only refers to something'],
      [['## Backlog', '- **a:**', '  - b'], 'it is the label "a" of the bullets beneath it'],
      [['> - a'], 'it is quoted, and has no box'],
      [['- a', '# b'], 'it has no box, and no section says that it is work'],
      [
        ['## Backlog', 'Notes:', '- a'],
        'the words before its list, "Notes", announce something else than work',
      ],
      [['## TASK-1: b', '- a'], 'it tells more of the heading "TASK-1: b", which is the item'],
      [
        ['- [ ] b', '## Beds', '- a'],
        'work has boxes or rows in this document, and the section "Beds" doesn\'t say that it lists any',
      ],
      [['## Backlog', '- High: a', '- Low: b'], 'its list explains signs or words'],
      [['## Backlog', '- Plan: `a`'], 'its list says where things are'],
      [
        ['| Metric | Value |', '|---|---|', '| a | 1 |'],
        'its table has no column for the work, or none that tells of it',
      ],
      [['| Task | Owner |', '|---|---|', '| b | @b |', '| | @a |'], 'its row names no work'],
      [['```', 'a', '```'], 'it is code'],
      [['<!--', 'a', '-->'], 'it is HTML'],
    ] as const)
      it(why, () => {
        const line = lines.findIndex((words) => /(?<!\p{L})a(?!\p{L})/u.test(words)) + 1;
        assert.equal(explain(read(...lines), line, TODAY).split('\n')[0], `Line ${line} is no item: ${why}.`);
      });
  });
});
