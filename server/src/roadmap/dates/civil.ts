// The functions one by one: the classes of the polyfill are four times as large, in every bundle.
import * as PlainDate from 'temporal-polyfill/fns/PlainDate';

/**
 * A civil date, `2025-07-28`: a square in a calendar, without a time or a zone. A string, because such strings
 * compare as the days do and travel through JSON as they are.
 */
export type CivilDate = string;

/** The civil date with these parts; `undefined` where the calendar has none (30 February). Month and day from 1. */
export function civilDate(year: number, month: number, day: number): CivilDate | undefined {
  try {
    return PlainDate.toString(PlainDate.create(year, month, day));
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

function plainDate(date: CivilDate): PlainDate.Record {
  const { year, month, day } = partsOf(date);
  return PlainDate.create(year, month, day);
}

/** The date so many days, weeks or months on; a month's end stays a month's end (31 January + 1 month = 28 February). */
export function addTo(
  date: CivilDate,
  {
    days = 0,
    weeks = 0,
    months = 0,
    years = 0,
  }: { days?: number; weeks?: number; months?: number; years?: number },
): CivilDate {
  const later = PlainDate.addMonths(plainDate(date), months + 12 * years);
  return PlainDate.toString(PlainDate.addDays(later, days + 7 * weeks));
}

/** Days from one date to the other; negative where `to` is the earlier one. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return PlainDate.diffDays(plainDate(from), plainDate(to));
}

/** 1 = Monday … 7 = Sunday, as in ISO 8601. */
export function weekdayOf(date: CivilDate): number {
  return PlainDate.dayOfWeek(plainDate(date));
}

/** The last day of the date's month. */
export function endOfMonth(date: CivilDate): CivilDate {
  return PlainDate.toString(PlainDate.endOfMonth(plainDate(date)));
}

/** The ISO week that the date lies in; its year is that of its Thursday. */
export function isoWeekOf(date: CivilDate): { year: number; week: number } {
  const { year } = partsOf(addTo(date, { days: 4 - weekdayOf(date) }));
  return { year, week: Math.floor(daysBetween(firstIsoMonday(year), date) / 7) + 1 };
}

/** The Monday of an ISO week; `undefined` where the year has no such week. */
export function mondayOfIsoWeek(year: number, week: number): CivilDate | undefined {
  if (!Number.isInteger(week) || week < 1 || civilDate(year, 1, 4) === undefined) return undefined;
  const monday = addTo(firstIsoMonday(year), { weeks: week - 1 });
  return isoWeekOf(monday).year === year ? monday : undefined;
}

/** 4 January always lies in the first week. */
function firstIsoMonday(year: number): CivilDate {
  const fourth = PlainDate.toString(PlainDate.create(year, 1, 4));
  return addTo(fourth, { days: 1 - weekdayOf(fourth) });
}

/** The first Monday after the date. */
export function nextMonday(date: CivilDate): CivilDate {
  return addTo(date, { days: 8 - weekdayOf(date) });
}
