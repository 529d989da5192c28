import assert from 'node:assert/strict';
import {
  addTo,
  civilDate,
  daysBetween,
  endOfMonth,
  isCivilDate,
  isoWeekOf,
  mondayOfIsoWeek,
  nextMonday,
  partsOf,
  weekdayOf,
} from '../../../../server/src/roadmap/dates/civil.ts';

describe('civil dates', () => {
  for (const [year, month, day, date] of [
    [2025, 7, 28, '2025-07-28'],
    [2024, 2, 29, '2024-02-29'],
    [2000, 2, 29, '2000-02-29'],
    [2025, 12, 31, '2025-12-31'],
    [2025, 2, 29, undefined],
    [1900, 2, 29, undefined],
    [2025, 2, 30, undefined],
    [2025, 4, 31, undefined],
    [2025, 13, 1, undefined],
    [2025, 0, 1, undefined],
    [2025, 1, 0, undefined],
    [Number.NaN, 1, 1, undefined],
  ] as const)
    it(`${year}, ${month}, ${day} is ${date ?? 'none'}`, () =>
      assert.equal(civilDate(year, month, day), date));

  for (const [text, is] of [
    ['2025-07-28', true],
    ['2024-02-29', true],
    ['2025-02-29', false],
    ['2025-7-28', false],
    ['2025-07-28 ', false],
    ['2025-07-28T00:00', false],
    ['28.07.2025', false],
    ['', false],
  ] as const)
    it(`'${text}' is ${is ? 'one' : 'none'}`, () => assert.equal(isCivilDate(text), is));

  it('have parts', () => assert.deepEqual(partsOf('2025-07-08'), { year: 2025, month: 7, day: 8 }));

  for (const [date, amount, sum] of [
    ['2025-07-31', { days: 1 }, '2025-08-01'],
    ['2025-12-31', { days: 1 }, '2026-01-01'],
    ['2024-02-28', { days: 1 }, '2024-02-29'],
    ['2025-02-28', { days: 1 }, '2025-03-01'],
    ['2025-12-29', { weeks: 1 }, '2026-01-05'],
    ['2025-01-31', { months: 1 }, '2025-02-28'],
    ['2024-01-31', { months: 1 }, '2024-02-29'],
    ['2025-12-31', { months: 2 }, '2026-02-28'],
    ['2024-02-29', { years: 1 }, '2025-02-28'],
    ['2025-03-01', { days: -1 }, '2025-02-28'],
  ] as const)
    it(`${date} + ${JSON.stringify(amount)} is ${sum}`, () => assert.equal(addTo(date, amount), sum));

  for (const [from, to, days] of [
    ['2025-07-25', '2025-07-25', 0],
    ['2025-07-25', '2025-07-28', 3],
    ['2025-07-28', '2025-07-25', -3],
    ['2024-02-28', '2024-03-01', 2],
    ['2025-02-28', '2025-03-01', 1],
    ['2025-12-31', '2026-01-01', 1],
    // Clocks change in between where most people live.
    ['2025-03-01', '2025-11-30', 274],
    ['2025-07-25', '2026-11-20', 483],
  ] as const)
    it(`from ${from} to ${to} it is ${days} days`, () => assert.equal(daysBetween(from, to), days));

  for (const [date, weekday] of [
    ['2025-07-28', 1],
    ['2025-08-03', 7],
    ['2024-02-29', 4],
  ] as const)
    it(`${date} is day ${weekday} of the week`, () => assert.equal(weekdayOf(date), weekday));

  for (const [date, end] of [
    ['2025-02-01', '2025-02-28'],
    ['2024-02-29', '2024-02-29'],
    ['2025-12-05', '2025-12-31'],
    ['2025-04-30', '2025-04-30'],
  ] as const)
    it(`the month of ${date} ends on ${end}`, () => assert.equal(endOfMonth(date), end));

  for (const [date, monday] of [
    ['2025-07-27', '2025-07-28'],
    ['2025-07-28', '2025-08-04'],
    ['2025-12-31', '2026-01-05'],
  ] as const)
    it(`the Monday after ${date} is ${monday}`, () => assert.equal(nextMonday(date), monday));

  for (const [date, year, week] of [
    ['2025-01-01', 2025, 1],
    ['2024-12-30', 2025, 1],
    ['2024-12-29', 2024, 52],
    ['2021-01-03', 2020, 53],
    ['2026-12-31', 2026, 53],
    ['2025-08-04', 2025, 32],
  ] as const)
    it(`${date} lies in week ${week} of ${year}`, () => assert.deepEqual(isoWeekOf(date), { year, week }));

  for (const [year, week, monday] of [
    [2025, 1, '2024-12-30'],
    [2026, 53, '2026-12-28'],
    [2025, 53, undefined],
    [2025, 0, undefined],
    [2025, 60, undefined],
    [2025, Number.NaN, undefined],
  ] as const)
    it(`week ${week} of ${year} begins on ${monday ?? 'no day'}`, () =>
      assert.equal(mondayOfIsoWeek(year, week), monday));
});
