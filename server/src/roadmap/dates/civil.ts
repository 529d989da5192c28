/**
 * A civil date, `2025-07-28`: a square in a calendar, without a time or a zone. A string, because such strings
 * compare as the days do and travel through JSON as they are.
 */
export type CivilDate = string;

/** The civil date with these parts; `undefined` where the calendar has none (30 February). Month and day from 1. */
export function civilDate(year: number, month: number, day: number): CivilDate | undefined {
  return Number.isInteger(year) && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
    ? written(year, month, day)
    : undefined;
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

const digits = (value: number, count: number): string => String(value).padStart(count, '0');

/** As ISO 8601 writes it: years beyond four digits with a sign. */
function written(year: number, month: number, day: number): CivilDate {
  const years =
    year < 0 || year > 9999 ? `${year < 0 ? '-' : '+'}${digits(Math.abs(year), 6)}` : digits(year, 4);
  return `${years}-${digits(month, 2)}-${digits(day, 2)}`;
}

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** A cycle of the calendar: 400 years. */
const CYCLE = 146_097;
/** From 1 March of the year 0, where the counting begins, to 1 January 1970, a Thursday. */
const TO_1970 = 719_468;

/**
 * Days since 1 January 1970. Years are counted from March, so that the leap day is the last of its year: then the months'
 * lengths follow 153 days in five months.
 */
function dayNumber(year: number, month: number, day: number): number {
  const from = month > 2 ? year : year - 1;
  const cycle = Math.floor(from / 400);
  const ofCycle = from - cycle * 400;
  const ofYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  return (
    cycle * CYCLE + ofCycle * 365 + Math.floor(ofCycle / 4) - Math.floor(ofCycle / 100) + ofYear - TO_1970
  );
}

function dateOf(number: number): CivilDate {
  const days = number + TO_1970;
  const cycle = Math.floor(days / CYCLE);
  const ofCycle = days - cycle * CYCLE;
  const year = Math.floor(
    (ofCycle - Math.floor(ofCycle / 1460) + Math.floor(ofCycle / 36_524) - Math.floor(ofCycle / 146_096)) /
      365,
  );
  const ofYear = ofCycle - (365 * year + Math.floor(year / 4) - Math.floor(year / 100));
  const month = Math.floor((5 * ofYear + 2) / 153);
  const day = ofYear - Math.floor((153 * month + 2) / 5) + 1;
  return written(cycle * 400 + year + (month < 10 ? 0 : 1), month < 10 ? month + 3 : month - 9, day);
}

function numberOf(date: CivilDate): number {
  const { year, month, day } = partsOf(date);
  return dayNumber(year, month, day);
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
  const { year, month, day } = partsOf(date);
  const count = 12 * (year + years) + month - 1 + months;
  const [inYear, inMonth] = [Math.floor(count / 12), 1 + count - 12 * Math.floor(count / 12)];
  const inDay = Math.min(day, daysInMonth(inYear, inMonth));
  return dateOf(dayNumber(inYear, inMonth, inDay) + days + 7 * weeks);
}

/** Days from one date to the other; negative where `to` is the earlier one. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return numberOf(to) - numberOf(from);
}

/** 1 = Monday … 7 = Sunday, as in ISO 8601. */
export function weekdayOf(date: CivilDate): number {
  const days = numberOf(date) + 3;
  return days - 7 * Math.floor(days / 7) + 1;
}

/** The last day of the date's month. */
export function endOfMonth(date: CivilDate): CivilDate {
  const { year, month } = partsOf(date);
  return written(year, month, daysInMonth(year, month));
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
  const fourth = written(year, 1, 4);
  return addTo(fourth, { days: 1 - weekdayOf(fourth) });
}

/** The first Monday after the date. */
export function nextMonday(date: CivilDate): CivilDate {
  return addTo(date, { days: 8 - weekdayOf(date) });
}
