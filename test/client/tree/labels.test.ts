import assert from 'node:assert/strict';
import type { ItemRow } from '../../../server/src/protocol.ts';
import {
  groupDescription,
  groupLabel,
  rowDescription,
  rowDetails,
  rowIcon,
  rowSpeech,
} from '../../../client/src/tree/labels.ts';
import { buildTree, type Row } from '../../../client/src/tree/model.ts';
import { due, file, item } from '../items.ts';
import { t } from '../translate.ts';

const fileName = () => 'ROADMAP.md';

function row(rest: Partial<ItemRow>): Row {
  const [group] = buildTree([file('ROADMAP.md', item('Ship', rest))], { showClosed: true, fileName });
  assert.ok(group?.rows[0]);
  return group.rows[0];
}

const LATE = row({
  ...due('2025-07-25', -5),
  owners: ['@a', '@b'],
  priority: 'P1',
  priorityInherited: true,
  section: ['Priority 1', 'Access'],
});

describe('tree labels', () => {
  describe('of a row', () => {
    it('say what is due, whose it is and where', () => {
      assert.equal(rowDescription(LATE, t), '5 days overdue · 2025-07-25 · @a, @b · ROADMAP.md');
      assert.equal(rowDescription(row({}), t), 'ROADMAP.md');
    });

    it('are read out in full', () => {
      assert.equal(
        rowSpeech(LATE, t),
        'Ship, to do, 5 days overdue, due 2025-07-25, owned by @a, @b, priority P1 inherited, ROADMAP.md',
      );
      assert.equal(rowSpeech(row({ status: 'done' }), t), 'Ship, done, ROADMAP.md');
      assert.equal(
        rowSpeech(row({ ...due('2025-07-25', 0), dueInherited: true }), t),
        'Ship, to do, due today, due 2025-07-25 inherited, ROADMAP.md',
      );
    });

    it('are told in the tooltip with section and inheritance', () => {
      assert.deepEqual(
        rowDetails(LATE, t).map(({ label, value }) => `${label}: ${value}`),
        [
          'Status: to do',
          'Due: 2025-07-25, 5 days overdue',
          'Owner: @a, @b',
          'Priority: P1 · High (inherited)',
          'Section: Priority 1 › Access',
          'File: ROADMAP.md',
        ],
      );
    });

    it('show a period as it is written, a day as its date', () => {
      const quarter = { start: '2025-07-01', end: '2025-09-30', text: 'Q3 2025' };
      assert.equal(
        rowDescription(row({ due: quarter, daysLeft: 67 }), t),
        '67 days left · Q3 2025 · ROADMAP.md',
      );
      const day = { start: '2025-07-25', end: '2025-07-25', text: 'July 25' };
      assert.equal(rowDescription(row({ due: day, daysLeft: 1 }), t), '1 day left · 2025-07-25 · ROADMAP.md');
    });

    it('have an icon for each status, and one for overdue', () => {
      assert.equal(rowIcon(LATE).id, 'warning');
      const ids = (['todo', 'in-progress', 'done', 'blocked', 'cancelled', 'deferred'] as const).map(
        (status) => rowIcon(row({ status })).id,
      );
      assert.equal(new Set([...ids, 'warning']).size, 7);
    });
  });

  describe('of a group', () => {
    const group = (showClosed: boolean, ...items: ItemRow[]) => {
      const [first] = buildTree([file('ROADMAP.md', ...items)], { showClosed, fileName });
      assert.ok(first);
      return first;
    };

    it('name the priority', () => {
      assert.equal(groupLabel(group(false, item('a', { priority: 'P1' })), t), 'P1 · High');
      assert.equal(groupLabel(group(false, item('a')), t), 'No priority');
    });

    it('count what is open and overdue, and what is closed where that is shown', () => {
      const items = [item('a'), item('b', due('2025-07-25', -5)), item('c', { status: 'done' })];
      assert.equal(groupDescription(group(false, ...items), t), '2 open, 1 overdue');
      assert.equal(groupDescription(group(true, ...items), t), '2 open, 1 overdue, 1 closed');
      assert.equal(groupDescription(group(false, item('a')), t), '1 open');
    });
  });
});
