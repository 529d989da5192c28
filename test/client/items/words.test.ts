import assert from 'node:assert/strict';
import { countFiles } from '../../../client/src/items/count.ts';
import { badgeTooltip, countWords, timeLeft } from '../../../client/src/items/words.ts';
import { due, file, item } from '../items.ts';
import { t } from '../translate.ts';

describe('words', () => {
  for (const [days, words] of [
    [-12, '12 days overdue'],
    [-1, '1 day overdue'],
    [0, 'due today'],
    [1, '1 day left'],
    [3, '3 days left'],
  ] as const)
    it(`of ${days} days left`, () => assert.equal(timeLeft(item('a', due('2025-07-25', days)), t), words));

  it('say nothing of time where nothing is due', () => {
    assert.equal(timeLeft(item('a'), t), '');
    for (const status of ['done', 'cancelled', 'deferred'] as const)
      assert.equal(timeLeft(item('a', { ...due('2025-07-25', 3), status }), t), '');
  });

  it('count', () => {
    const counts = countFiles([
      file('a.md', item('a'), item('b', { status: 'done' })),
      file('b.md', item('c', due('2025-07-25', -3)), item('d', { status: 'blocked' })),
    ]);
    assert.deepEqual(counts, { open: 3, overdue: 1, closed: 1 });
    assert.equal(countWords(counts, t), '3 open, 1 overdue');
    assert.equal(badgeTooltip(counts, t), '3 open items, 1 overdue');
    assert.equal(badgeTooltip({ open: 1, overdue: 0, closed: 5 }, t), '1 open item');
  });
});
