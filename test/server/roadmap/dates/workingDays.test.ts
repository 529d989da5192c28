import assert from 'node:assert/strict';
import { addTo, weekdayOf } from '../../../../server/src/roadmap/dates/civil.ts';
import { workingDaysBetween } from '../../../../server/src/roadmap/dates/workingDays.ts';

// 2025-07-28 is a Monday.
describe('working days', () => {
  for (const [from, to, days] of [
    ['2025-07-28', '2025-07-28', 0],
    ['2025-07-28', '2025-07-29', 1],
    ['2025-07-28', '2025-08-01', 4],
    ['2025-07-28', '2025-08-02', 4],
    ['2025-07-28', '2025-08-03', 4],
    ['2025-07-28', '2025-08-04', 5],
    ['2025-08-01', '2025-08-03', 0],
    ['2025-08-01', '2025-08-04', 1],
    ['2025-08-02', '2025-08-03', 0],
    ['2025-08-03', '2025-08-04', 1],
    ['2025-12-31', '2026-01-05', 3],
    ['2025-07-29', '2025-07-28', -1],
    ['2025-08-04', '2025-07-28', -5],
    ['2025-08-04', '2025-08-01', -1],
  ] as const)
    it(`from ${from} to ${to}: ${days}`, () => assert.equal(workingDaysBetween(from, to), days));

  it('count as one would day by day', () => {
    const from = '2024-02-26';
    let expected = 0;
    for (let days = 1; days <= 60; days++) {
      const to = addTo(from, { days });
      if (weekdayOf(to) <= 5) expected++;
      assert.equal(workingDaysBetween(from, to), expected, to);
    }
  });

  it('are counted at once for a date in the far future', () =>
    assert.equal(workingDaysBetween('2025-07-28', '9999-12-31'), 2080429));
});
