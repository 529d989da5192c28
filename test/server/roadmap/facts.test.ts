import assert from 'node:assert/strict';
import { factsOf } from '../../../server/src/roadmap/facts.ts';
import { LineIndex } from '../../../server/src/roadmap/lines.ts';
import { item, read } from './read.ts';

/** `name: value (source)` of each fact of the item called "a". */
function facts(...lines: string[]): string[] {
  const roadmap = read(...lines);
  return factsOf(item(roadmap, 'a'), new LineIndex(roadmap.text)).map(
    ({ name, value, source }) => `${name}: ${value} (${source})`,
  );
}

describe('facts', () => {
  describe('of the status', () => {
    for (const [lines, fact] of [
      [['- [ ] a'], 'status: todo (the box [ ])'],
      [['- [x] a (in progress)'], 'status: done (the box [x])'],
      [
        ['- [ ] a (in progress)'],
        'status: in-progress (the sign status in parentheses, "in progress" on line 1)',
      ],
      [['- [ ] a', '  - **Status:** Blocked'], 'status: blocked (a label bold label, "Blocked" on line 2)'],
      [['## Done', '- a'], 'status: done (inherited from "Done")'],
      [['## Beds', '- a ✅ 2025-01-02'], 'status: done (its date of completion)'],
      [['## Beds', '- a'], 'status: todo (nothing says otherwise)'],
      [['## Beds', '- ~~a~~'], 'status: cancelled (its place or its marks)'],
      [['- [ ] ~~a~~'], 'status: cancelled (its place or its marks)'],
      [['- [ ] a ✅ 2025-01-02'], 'status: todo (the box [ ])'],
      [['- [-] a'], 'status: cancelled (the box [-])'],
      [['| To do | Done |', '|---|---|', '| b | a |'], 'status: done (its place or its marks)'],
      [
        ['## Plan', '', '| Task | Status |', '|---|---|', '| a | Done |'],
        'status: done (in the cell of its column, "Done" on line 5)',
      ],
    ] as const)
      it(lines.join(' / '), () => assert.equal(facts(...lines)[0], fact));
  });

  describe('of values', () => {
    for (const [line, fact] of [
      [
        '(Owner: @a, @b)',
        'owners: @a, @b (a label in parentheses, one field or several, "@a, @b" on line 1)',
      ],
      ['(Owner: TBD)', 'owners: nobody (a label in parentheses, one field or several, "TBD" on line 1)'],
      ['@due(2025-08-05)', 'due: 2025-08-05 (a label tags of TaskPaper and Todo+, "2025-08-05" on line 1)'],
      ['📅 2025-08-05', 'due: 2025-08-05 (the sign emoji date, "2025-08-05" on line 1)'],
      [
        '- *Due: Q3 2025*',
        'due: 2025-07-01 to 2025-09-30 (a label label and value bold or italic, "Q3 2025" on line 1)',
      ],
      ['[HIGH]', 'priority: P1 (the sign priority in brackets, "HIGH" on line 1)'],
      [
        '| Effort: 3 days',
        'effort: 24 hours (a label behind a bar, dot, dash or comma, one after the other, "3 days" on line 1)',
      ],
      [
        '| Effort: 2-3 h',
        'effort: 2 to 3 hours (a label behind a bar, dot, dash or comma, one after the other, "2-3 h" on line 1)',
      ],
      [
        '| Effort: 5 points',
        'effort: 5 points (a label behind a bar, dot, dash or comma, one after the other, "5 points" on line 1)',
      ],
      [
        '| Effort: Large',
        'effort: large (a label behind a bar, dot, dash or comma, one after the other, "Large" on line 1)',
      ],
      [
        '[depends on:: TASK-1, TASK-2]',
        'depends on: TASK-1, TASK-2 (a label inline fields of Dataview and its kin; in parentheses, the label is hidden when rendered, "TASK-1, TASK-2" on line 1)',
      ],
    ] as const)
      it(line, () => assert.deepEqual(facts(`- [ ] a ${line}`).slice(1), [fact]));
  });

  it('are told with the status first, then what is stated, inherited and promised', () =>
    assert.deepEqual(
      facts(
        ...['# Plan', '*Last Updated: 2025-07-24*', '', '## P1: Beds (Within 1 Week)', '**Owner:** @b', ''],
        ...['- [ ] a - Due: Aug 1', '  - Start: July 20'],
      ),
      [
        'status: todo (the box [ ])',
        'due: 2025-08-01 (a label behind a bar, dot, dash or comma, one after the other, "Aug 1" on line 7, the year taken from the document)',
        'start: 2025-07-20 (a label plain label, on a line or bullet of its own, "July 20" on line 8, the year taken from the document)',
        'owners: @b (inherited from "Beds" on line 5)',
        'priority: P1 (inherited from "Beds" on line 4)',
        'horizon: 2025-07-24 to 2025-07-31 (promised by "Beds" on line 4)',
      ],
    ));
});
