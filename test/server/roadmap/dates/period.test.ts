import assert from 'node:assert/strict';
import { contains, isPast, readWithin, type Period } from '../../../../server/src/roadmap/dates/period.ts';

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

  for (const [text, end] of [
    ['Within 1 Week', '2025-01-07'],
    ['Priority 3: Performance (within 2 weeks)', '2025-01-14'],
    ['within the next 3 months', '2025-03-31'],
    ['in 10 days', '2025-01-10'],
    ['in the next two weeks', '2025-01-14'],
    ['Within a Month', '2025-01-31'],
    ['within one quarter', '2025-03-31'],
    ['in four years', '2028-12-31'],
    ['In 2025', undefined],
    ['within 5 minutes', undefined],
    ['Last 30 Days', undefined],
    ['win 2 weeks', undefined],
    ['', undefined],
  ] as const)
    it(`'${text}' from 2024-12-31: ${end ?? 'nothing'}`, () =>
      assert.deepEqual(
        readWithin(text, '2024-12-31'),
        end && { start: '2024-12-31', end, precision: 'span' },
      ));

  it('has no end without a day to count from', () =>
    assert.equal(readWithin('Within 1 Week', undefined), undefined));
});
