import { addTo, type CivilDate } from './civil.ts';

/** A closed range of civil dates: both days belong to it. */
export interface Period {
  readonly start: CivilDate;
  readonly end: CivilDate;
  readonly precision: 'day' | 'month' | 'quarter' | 'half' | 'span';
  /** The year was taken from the document. */
  readonly approximate?: boolean;
  /** Both days that may be meant, the earlier first, where the document doesn't decide between day and month. */
  readonly ambiguous?: readonly [CivilDate, CivilDate];
}

/** Whether the period's last day lies before today. */
export const isPast = (period: Period, today: CivilDate): boolean => period.end < today;

export const contains = (period: Period, date: CivilDate): boolean =>
  period.start <= date && date <= period.end;

const WITHIN =
  /\b(?:with)?in(?:\s+the)?(?:\s+next)?\s+(\d{1,3}|an?|one|two|three|four|six)\s+(day|week|month|quarter|year)s?\b/i;
const NUMBER_WORDS: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  six: 6,
};

/**
 * The period that words such as "Within 2 Weeks" promise, counted from the document's own date.
 * `undefined` without such words, or without a date to count from.
 */
export function readWithin(text: string, from: CivilDate | undefined): Period | undefined {
  const match = WITHIN.exec(text);
  if (!match || from === undefined) return undefined;
  const [, amount = '', unit = ''] = match;
  const count = NUMBER_WORDS[amount.toLowerCase()] ?? Number(amount);
  const end = {
    day: () => addTo(from, { days: count }),
    week: () => addTo(from, { weeks: count }),
    month: () => addTo(from, { months: count }),
    quarter: () => addTo(from, { months: 3 * count }),
    year: () => addTo(from, { years: count }),
  }[unit.toLowerCase() as 'day' | 'week' | 'month' | 'quarter' | 'year']();
  return { start: from, end, precision: 'span' };
}
