import { civilDate, type CivilDate } from './roadmap/dates/civil.ts';

/**
 * The user's civil date, by the clock and zone of this machine: this file is the only one that reads the clock. By `Date`,
 * because asking for the zone by its name costs the start 20 ms.
 */
export function systemToday(): CivilDate {
  const date = new Date();
  const today = civilDate(date.getFullYear(), date.getMonth() + 1, date.getDate());
  if (today === undefined) throw new RangeError('the clock of this machine shows no date');
  return today;
}

/** Milliseconds since 1970, as the times of files are. */
export const now = (): number => Date.now();
