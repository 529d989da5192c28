import { Temporal } from 'temporal-polyfill';

/**
 * A civil date, `2025-07-28`: a square in a calendar, without a time or a zone. A string, because such strings
 * compare as the days do and travel through JSON as they are.
 */
export type CivilDate = string;

/** The civil date with these parts; `undefined` where the calendar has none (30 February). Month and day from 1. */
export function civilDate(year: number, month: number, day: number): CivilDate | undefined {
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' }).toString();
  } catch {
    return undefined;
  }
}

/** Whether the text is a civil date of the calendar, in the form `2025-07-28`. */
export function isCivilDate(text: string): text is CivilDate {
  const parts = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  return parts !== null && civilDate(Number(parts[1]), Number(parts[2]), Number(parts[3])) !== undefined;
}

/** Year, month (1–12) and day (1–31). */
export function partsOf(date: CivilDate): { year: number; month: number; day: number } {
  return {
    year: Number(date.slice(0, 4)),
    month: Number(date.slice(5, 7)),
    day: Number(date.slice(8, 10)),
  };
}

/** The date so many days, weeks or months on; a month's end stays a month's end (31 January + 1 month = 28 February). */
export function addTo(
  date: CivilDate,
  amount: { days?: number; weeks?: number; months?: number; years?: number },
): CivilDate {
  return Temporal.PlainDate.from(date).add(amount).toString();
}

/** Days from one date to the other; negative where `to` is the earlier one. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to)).days;
}

/** 1 = Monday … 7 = Sunday, as in ISO 8601. */
export function weekdayOf(date: CivilDate): number {
  return Temporal.PlainDate.from(date).dayOfWeek;
}

/** The last day of the date's month. */
export function endOfMonth(date: CivilDate): CivilDate {
  const day = Temporal.PlainDate.from(date);
  return day.with({ day: day.daysInMonth }).toString();
}

/** The first Monday after the date. */
export function nextMonday(date: CivilDate): CivilDate {
  return addTo(date, { days: 8 - weekdayOf(date) });
}
