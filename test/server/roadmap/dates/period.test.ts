import assert from 'node:assert/strict';
import { contains, isPast, type Period } from '../../../../server/src/roadmap/dates/period.ts';

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
});
