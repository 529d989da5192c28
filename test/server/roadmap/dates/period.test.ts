import assert from 'node:assert/strict';
import { contains, isPast, periodFrom, type Period } from '../../../../server/src/roadmap/dates/period.ts';

describe('period', () => {
  const quarter: Period = { start: '2025-04-01', end: '2025-06-30', precision: 'quarter' };

  for (const [today, past] of [
    ['2025-03-31', false],
    ['2025-04-01', false],
    ['2025-06-30', false],
    ['2025-07-01', true],
  ] as const)
    it(`Q2 2025 is ${past ? '' : 'not '}past on ${today}`, () => assert.equal(isPast(quarter, today), past));

  for (const [date, inside] of [
    ['2025-03-31', false],
    ['2025-04-01', true],
    ['2025-06-30', true],
    ['2025-07-01', false],
  ] as const)
    it(`Q2 2025 ${inside ? 'contains' : 'does not contain'} ${date}`, () =>
      assert.equal(contains(quarter, date), inside));

  for (const [start, end, precision] of [
    ['2025-07-28', '2025-07-28', 'day'],
    ['2025-07-28', '2025-08-03', 'week'],
    ['2024-02-01', '2024-02-29', 'month'],
    ['2025-04-01', '2025-06-30', 'quarter'],
    ['2025-07-01', '2025-12-31', 'half'],
    ['2025-01-01', '2025-12-31', 'year'],
    ['2025-07-28', '2025-08-04', 'span'],
  ] as const)
    it(`from ${start} to ${end} is a ${precision}`, () =>
      assert.deepEqual(periodFrom(start, end), { start, end, precision }));

  it('does not run backwards', () => assert.equal(periodFrom('2025-07-28', '2025-07-27'), undefined));
});
