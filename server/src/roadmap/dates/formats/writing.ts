import { isoWeekOf, partsOf, type CivilDate } from '../civil.ts';
import { monthName } from '../months.ts';
import type { Period } from '../period.ts';
import { NUMERALS } from '../words.ts';
import type { DateFormat } from './format.ts';

/** The numbers that the parts of a date stand for, where they are written as numbers. */
const NUMBERS: Readonly<Record<string, (period: Period) => number>> = {
  day: ({ start }) => partsOf(start).day,
  lastDay: ({ end }) => partsOf(end).day,
  monthNumber: ({ start }) => partsOf(start).month,
  lastMonthNumber: ({ end }) => partsOf(end).month,
  week: ({ start }) => isoWeekOf(start).week,
  lastWeek: ({ end }) => isoWeekOf(end).week,
};

/** The other parts, each in the manner of a sample. */
const WORDS: Readonly<Record<string, (period: Period, sample: string) => string>> = {
  month: ({ start }, sample) => monthName(partsOf(start).month, sample),
  lastMonth: ({ end }, sample) => monthName(partsOf(end).month, sample),
  ordinal: ({ start }, sample) => ordinal(partsOf(start).day, sample),
  lastOrdinal: ({ end }, sample) => ordinal(partsOf(end).day, sample),
  numberOrdinal: ({ start, precision }, sample) =>
    ordinal(numberIn(start, precision === 'half' ? 6 : 3), sample),
  quarter: ({ start }, sample) => asNumeral(numberIn(start, 3), sample),
  lastQuarter: ({ end }, sample) => asNumeral(numberIn(end, 3), sample),
  half: ({ start }, sample) => asNumeral(numberIn(start, 6), sample),
  year: (period, sample) => String(lastYear(period)).slice(-sample.length),
  firstYear: ({ start }, sample) => String(partsOf(start).year).slice(-sample.length),
};

/** The year that is written once: that of a week's Thursday, else that of the last day. */
function lastYear({ start, end, precision }: Period): number {
  return precision === 'week' ? isoWeekOf(start).year : partsOf(end).year;
}

/** Which quarter or half of its year a date lies in. */
const numberIn = (date: CivilDate, months: number): number => Math.ceil(partsOf(date).month / months);

/** What follows a number, where the sample has it: st, nd, rd, th; er for a French first. */
function ordinal(number: number, sample: string): string {
  const lower = sample.toLowerCase();
  if (lower === 'er') return number === 1 ? sample : '';
  if (!/^(?:st|nd|rd|th)$/u.test(lower)) return sample;
  const teen = number % 100 >= 11 && number % 100 <= 13;
  const suffix = teen ? 'th' : (['th', 'st', 'nd', 'rd'][number % 10] ?? 'th');
  return sample === lower ? suffix : suffix.toUpperCase();
}

/** The number as the sample writes numbers: 2, II, second, 二. */
function asNumeral(number: number, sample: string): string {
  const lower = sample.toLowerCase();
  const names = NUMERALS.find((list) => list.some((name) => name.toLowerCase() === lower));
  const name = names?.[number - 1] ?? String(number);
  if (sample === lower) return name.toLowerCase();
  return sample === sample.toUpperCase() ? name.toUpperCase() : name.charAt(0).toUpperCase() + name.slice(1);
}

/** The sample with the parts of another period put in their places; the rest stays. `undefined`: no such date. */
export function writeGroups(format: DateFormat, period: Period, sample: string): string | undefined {
  // A group that took no part has no place, whatever its type says.
  const groups: Readonly<Record<string, readonly [number, number] | undefined>> | undefined = new RegExp(
    format.pattern,
    'diu',
  ).exec(sample)?.indices?.groups;
  if (!groups || format.readOnly) return undefined;
  const places = Object.entries(groups)
    .flatMap(([name, place]) => (place ? [{ name, start: place[0], end: place[1] }] : []))
    .sort((a, b) => b.start - a.start);
  if (places.some(({ name }) => name === 'part')) return undefined;
  const numbers = places.flatMap(({ name, start, end }) => (name in NUMBERS ? sample.slice(start, end) : []));
  const isPadded = numbers.some((number) => number.startsWith('0'))
    ? true
    : numbers.some((number) => number.length === 1)
      ? false
      : format.padded === true;
  const write = (name: string, part: string): string => {
    const number = NUMBERS[name]?.(period);
    if (number === undefined) return WORDS[name]?.(period, part) ?? part;
    // "5/07": each as it is; what has two digits anyway goes with the others.
    const pad = part.startsWith('0') || (part.length > 1 && isPadded);
    return pad ? String(number).padStart(2, '0') : String(number);
  };
  const written = places.reduce(
    (text, { name, start, end }) =>
      text.slice(0, start) + write(name, sample.slice(start, end)) + text.slice(end),
    sample,
  );
  const isYearless = groups['year'] === undefined && format.withYear !== undefined;
  return isYearless ? format.withYear(written, lastYear(period)) : written;
}

/** A period in the forms of ISO 8601, and in those that look like them. */
export function inIso({ start, end, precision, ambiguous }: Period): string {
  const { year } = partsOf(start);
  switch (ambiguous ? 'span' : precision) {
    case 'day':
      return start;
    case 'week':
      return `${isoWeekOf(start).year}-W${String(isoWeekOf(start).week).padStart(2, '0')}`;
    case 'month':
      return start.slice(0, 7);
    case 'quarter':
      return `${year}-Q${numberIn(start, 3)}`;
    case 'half':
      return `${year}-H${numberIn(start, 6)}`;
    case 'year':
      return String(year);
    case 'span':
      return `${start} – ${end}`;
  }
}
