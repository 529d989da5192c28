import { addTo, civilDate, endOfMonth, type CivilDate } from '../civil.ts';
import { yearIn, type DateContext } from '../context.ts';
import { monthNumber } from '../months.ts';
import { day, isoWeek, partOfYear, spanOf, thirdOf, unitAt, type Period } from '../period.ts';
import { numeral, partBehindOf, partOf } from '../words.ts';
import type { Groups, Reading } from './format.ts';

/** What the parts of a date mean: those of one period, or of the two ends of a range. */
export function readGroups(groups: Groups, context: DateContext): Reading | undefined {
  const stated = groups['year'] === undefined ? undefined : fullYear(groups['year']);
  const year = stated ?? yearIn(context);
  if (year === undefined) return undefined;
  const whole = isRange(groups) ? readRange(groups, year, stated !== undefined) : readOne(groups, year);
  if (!whole || 'candidates' in whole) return whole;
  const part = groups['part'];
  const third = part === undefined ? undefined : (partOf(part) ?? partBehindOf(part));
  const read = third === undefined ? whole : thirdOf(whole, third);
  return stated === undefined ? { ...read, approximate: true } : read;
}

const number = (text: string | undefined): number => Number(text);

const fullYear = (text: string): number => (text.length === 2 ? 2000 + number(text) : number(text));

/** The month that is named or numbered; `undefined` where there is none. */
function monthIn(groups: Groups, prefix: 'last' | '' = ''): number | undefined {
  const named = groups[prefix ? 'lastMonth' : 'month'];
  if (named !== undefined) return monthNumber(named);
  const numbered = groups[prefix ? 'lastMonthNumber' : 'monthNumber'];
  return numbered === undefined ? undefined : number(numbered);
}

function readOne(groups: Groups, year: number): Reading | undefined {
  const month = monthIn(groups);
  if (groups['week'] !== undefined) return isoWeek(year, number(groups['week']));
  if (groups['quarter'] !== undefined) return partOfYear('quarter', year, numeral(groups['quarter']));
  if (groups['half'] !== undefined) return partOfYear('half', year, numeral(groups['half']));
  if (month === undefined) return partOfYear('year', year, 1);
  if (groups['day'] !== undefined) return readDay(year, month, number(groups['day']));
  return partOfYear('month', year, month);
}

/** The day, or for one that the calendar doesn't have, those that may have been meant. */
export function readDay(year: number, month: number, dayOfMonth: number): Reading | undefined {
  const date = civilDate(year, month, dayOfMonth);
  if (date !== undefined) return day(date);
  const candidates: CivilDate[] = [];
  const first = civilDate(year, month, 1);
  if (first !== undefined && dayOfMonth >= 1 && dayOfMonth <= 31) {
    candidates.push(endOfMonth(first), addTo(first, { days: dayOfMonth - 1 }));
  } else {
    const swapped = civilDate(year, dayOfMonth, month);
    if (swapped !== undefined) candidates.push(swapped);
  }
  return candidates.length > 0 ? { candidates } : undefined;
}

const LAST = ['lastMonth', 'lastMonthNumber', 'lastDay', 'lastWeek', 'lastQuarter'];
const isRange = (groups: Groups): boolean => LAST.some((name) => groups[name] !== undefined);

/**
 * A range with one year for both ends: the year that is written is that of the last, the document's year that of the
 * first. "Dec 29 – Jan 5" reaches into the next year.
 */
function readRange(groups: Groups, year: number, isStated: boolean): Period | undefined {
  const first = {
    month: groups['month'],
    monthNumber: groups['monthNumber'],
    day: groups['day'],
    week: groups['week'],
    quarter: groups['quarter'],
  };
  const last = {
    month: groups['lastMonth'] ?? (groups['lastMonthNumber'] === undefined ? groups['month'] : undefined),
    monthNumber: groups['lastMonthNumber'] ?? groups['monthNumber'],
    day: groups['lastDay'],
    week: groups['lastWeek'],
    quarter: groups['lastQuarter'],
  };
  const ends = (firstYear: number, lastYear: number): Period | undefined =>
    spanOf(periodOf(readOne(first, firstYear)), periodOf(readOne(last, lastYear)));
  if (groups['firstYear'] !== undefined) return ends(fullYear(groups['firstYear']), year);
  const lastMonth = monthIn(groups, 'last');
  // Within a month, a range that runs backwards is no range.
  const mayWrap = lastMonth === undefined ? groups['day'] === undefined : lastMonth < (monthIn(groups) ?? 0);
  const wrapped: readonly [number, number] = isStated ? [year - 1, year] : [year, year + 1];
  return ends(year, year) ?? (mayWrap ? ends(...wrapped) : undefined);
}

const periodOf = (read: Reading | undefined): Period | undefined =>
  read && 'start' in read ? read : undefined;

/** The period of the other kind of range, whose ends are dates of the same form. */
export function readEnds(first: Period, last: Period): Period | undefined {
  const wraps = first.approximate && last.approximate && last.end < first.start;
  const end = wraps ? { ...last, ...unitAtNextYear(last) } : last;
  const read = spanOf(first, end);
  return read && (first.approximate || last.approximate) ? { ...read, approximate: true } : read;
}

function unitAtNextYear({ start, precision }: Period): Period {
  const later = addTo(start, { years: 1 });
  return precision === 'span' ? day(later) : unitAt(precision, later);
}
