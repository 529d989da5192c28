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
        'status: in-progress ("in progress" on line 1, written as status-in-parentheses)',
      ],
      [
        ['- [ ] a', '  - **Status:** Blocked'],
        'status: blocked ("Blocked" on line 2, written as bold-label)',
      ],
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
        'status: done ("Done" on line 5, written as cell)',
      ],
    ] as const)
      it(lines.join(' / '), () => assert.equal(facts(...lines)[0], fact));
  });

  describe('of values', () => {
    for (const [line, fact] of [
      ['(Owner: @a, @b)', 'owners: @a, @b ("@a, @b" on line 1, written as parentheses)'],
      ['(Owner: TBD)', 'owners: nobody ("TBD" on line 1, written as parentheses)'],
      ['@due(2025-08-05)', 'due: 2025-08-05 ("2025-08-05" on line 1, written as tag)'],
      ['📅 2025-08-05', 'due: 2025-08-05 ("2025-08-05" on line 1, written as emoji-date)'],
      ['- *Due: Q3 2025*', 'due: 2025-07-01 to 2025-09-30 ("Q3 2025" on line 1, written as emphasised)'],
      ['[HIGH]', 'priority: P1 ("HIGH" on line 1, written as priority-in-brackets)'],
      ['| Effort: 3 days', 'effort: 24 hours ("3 days" on line 1, written as chain)'],
      ['| Effort: 2-3 h', 'effort: 2 to 3 hours ("2-3 h" on line 1, written as chain)'],
      ['| Effort: 5 points', 'effort: 5 points ("5 points" on line 1, written as chain)'],
      ['| Effort: Large', 'effort: large ("Large" on line 1, written as chain)'],
      [
        '[depends on:: TASK-1, TASK-2]',
        'depends on: TASK-1, TASK-2 ("TASK-1, TASK-2" on line 1, written as inline-field)',
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
        'due: 2025-08-01 ("Aug 1" on line 7, written as chain, the year taken from the document)',
        'start: 2025-07-20 ("July 20" on line 8, written as label, the year taken from the document)',
        'owners: @b (inherited from "Beds" on line 5)',
        'priority: P1 (inherited from "Beds" on line 4)',
        'horizon: 2025-07-24 to 2025-07-31 (promised by "Beds" on line 4)',
      ],
    ));
});
