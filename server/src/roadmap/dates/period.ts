import {
  addTo,
  civilDate,
  daysBetween,
  endOfMonth,
  mondayOfIsoWeek,
  partsOf,
  weekdayOf,
  type CivilDate,
} from './civil.ts';

/** A closed range of civil dates: both days belong to it. */
export interface Period {
  readonly start: CivilDate;
  readonly end: CivilDate;
  readonly precision: 'day' | 'week' | 'month' | 'quarter' | 'half' | 'year' | 'span';
  /** The year was taken from the document. */
  readonly approximate?: boolean;
  /**
   * 03/04/2025 where nothing tells which number is the day: both days, the earlier first. The period reaches from one
   * to the other, so that it is past only when both are.
   */
  readonly ambiguous?: readonly [CivilDate, CivilDate];
}

/** A piece of the calendar. */
export type Unit = Exclude<Period['precision'], 'span'>;

/** Whether the period's last day lies before today. */
export const isPast = (period: Period, today: CivilDate): boolean => period.end < today;

export const contains = (period: Period, date: CivilDate): boolean =>
  period.start <= date && date <= period.end;

export const day = (date: CivilDate): Period => ({ start: date, end: date, precision: 'day' });

/** How many months a unit has. */
export const MONTHS_IN = { month: 1, quarter: 3, half: 6, year: 12 } as const;

/** The n-th month, quarter or half of a year, from 1; `undefined` where the calendar has none. */
export function partOfYear(unit: keyof typeof MONTHS_IN, year: number, n: number): Period | undefined {
  const months = MONTHS_IN[unit];
  const start = civilDate(year, (n - 1) * months + 1, 1);
  if (start === undefined) return undefined;
  return { start, end: endOfMonth(addTo(start, { months: months - 1 })), precision: unit };
}

/** An ISO week, from Monday to Sunday. */
export function isoWeek(year: number, week: number): Period | undefined {
  const start = mondayOfIsoWeek(year, week);
  return start === undefined ? undefined : { start, end: addTo(start, { days: 6 }), precision: 'week' };
}

/** The day, week, month … that the date lies in. */
export function unitAt(unit: Unit, date: CivilDate): Period {
  if (unit === 'day') return day(date);
  if (unit === 'week') {
    const start = addTo(date, { days: 1 - weekdayOf(date) });
    return { start, end: addTo(start, { days: 6 }), precision: unit };
  }
  const { year, month } = partsOf(date);
  return partOfYear(unit, year, Math.ceil(month / MONTHS_IN[unit])) ?? day(date);
}

const UNITS: readonly Unit[] = ['day', 'week', 'month', 'quarter', 'half', 'year'];

/** The period from one day to the other: a piece of the calendar where it is one; `undefined` the wrong way round. */
export function periodFrom(start: CivilDate, end: CivilDate): Period | undefined {
  if (end < start) return undefined;
  const piece = UNITS.map((unit) => unitAt(unit, start)).find(
    (each) => each.start === start && each.end === end,
  );
  return piece ?? { start, end, precision: 'span' };
}

/** From the first day of one period to the last of the other; `undefined` where they are the wrong way round. */
export function spanOf(first: Period | undefined, last: Period | undefined): Period | undefined {
  if (!first || !last || last.end < first.start) return undefined;
  return { start: first.start, end: last.end, precision: 'span' };
}

/** The first, second or last third of a period: "early July", "mid Q3", "end of 2025". */
export function thirdOf({ start, end, precision }: Period, third: 0 | 1 | 2): Period {
  const months = precision === 'quarter' || precision === 'half' || precision === 'year';
  const steps = months ? MONTHS_IN[precision] / 3 : Math.floor((daysBetween(start, end) + 1) / 3);
  const at = (count: number): CivilDate => addTo(start, months ? { months: count } : { days: count });
  return {
    start: at(third * steps),
    end: third === 2 ? end : addTo(at((third + 1) * steps), { days: -1 }),
    precision: 'span',
  };
}
