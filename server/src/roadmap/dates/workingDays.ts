import { addTo, daysBetween, weekdayOf, type CivilDate } from './civil.ts';

/** Monday to Friday. */
const isWorkingDay = (weekday: number): boolean => weekday <= 5;

/**
 * Working days from one date to the other, `to` included and `from` not; negative where `to` is the earlier one.
 * Whole weeks are counted by arithmetic, so that a date in the far future costs as little as tomorrow.
 */
export function workingDaysBetween(from: CivilDate, to: CivilDate): number {
  const days = daysBetween(from, to);
  if (days < 0) return -workingDaysBetween(to, from);
  const weeks = Math.floor(days / 7);
  let count = weeks * 5;
  for (let date = addTo(from, { weeks }), left = days % 7; left > 0; left--) {
    date = addTo(date, { days: 1 });
    if (isWorkingDay(weekdayOf(date))) count++;
  }
  return count;
}
