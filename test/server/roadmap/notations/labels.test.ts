import assert from 'node:assert/strict';
import { findLabels, labelSearch, normalizeLabel } from '../../../../server/src/roadmap/notations/labels.ts';

const PATTERN = labelSearch([{ en: ['owner', 'due', 'due date'], zh: ['负责人'] }]);

/** Each label as `label=value`, with a `!` where it leads the line. */
const found = (line: string): string[] =>
  findLabels(line, PATTERN).map(
    ({ label, valueStart, valueEnd, leads }) =>
      `${leads ? '!' : ''}${label}=${line.slice(valueStart, valueEnd)}`,
  );

describe('labels', () => {
  for (const [line, labels] of [
    ['Owner: a', ['!owner=a']],
    ['Due date: a', ['!due date=a']],
    ['due_date: a', ['!due date=a']],
    ['DUE-DATE: a', ['!due date=a']],
    ['**Owner:** a', ['!owner=a']],
    ['(Owner: a) b', ['!owner=a']],
    ['[owner:: a (b [c])] d', ['!owner=a (b [c])']],
    ['x (Owner: a (b)) c', ['owner=a (b)']],
    ['x @due(a) b', ['due=a']],
    ['x | Owner: a | Due: b', ['owner=a', 'due=b']],
    ['x - Owner: a-b - Due: c - d', ['owner=a-b', 'due=c - d']],
    ['x. Owner: a', ['owner=a']],
    ['x *Owner: a* y', ['owner=a']],
    ['x owner:a y', ['owner=a']],
    ['x owner: a', []],
    ['the owner: a', []],
    ['co-owner: a', []],
    ['owner.due: a', []],
    ['my_owner: a', []],
    ['_owner: a_', ['!owner=a']],
    ['x，负责人：a，due：b', ['负责人=a', 'due=b']],
    ['x（负责人：a）b', ['负责人=a']],
    ['x <!-- owner: a --> b', ['owner=a']],
    ['<!--owner: a, due: b-->', ['!owner=a', 'due=b']],
    ['x | Owner: a <!-- due: b', ['owner=a', 'due=b']],
    ['x @due_date(a) b', ['due date=a']],
    ['Due\u00a0date: a', ['!due date=a']],
    ['http://owner:pw@host/due:x', []],
    ['Owner', []],
    ['Owner:', ['!owner=']],
    ['负责人：a', ['!负责人=a']],
    ['', []],
  ] as const)
    it(`'${line}'`, () => assert.deepEqual(found(line), labels));

  it('have one name however they are written', () => {
    for (const written of ['Due Date', 'due-date', 'DUE_DATE', ' due  date '])
      assert.equal(normalizeLabel(written), 'due date');
  });

  it('are found in time in a line made of them', () => {
    const line = 'Owner: a, '.repeat(2_000);
    assert.equal(findLabels(line, PATTERN).length, 2_000);
  });
});
