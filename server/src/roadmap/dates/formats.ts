/**
 * How dates are written: one table, each row able to read its form and to write another day in it. What a row
 * reads is a period: `Q2 2025` is ninety-one days, and over only after the last of them.
 */
import { addTo, civilDate, endOfMonth, isCivilDate, partsOf, type CivilDate } from './civil.ts';
import { MONTH, monthName, monthNumber } from './months.ts';
import type { Period } from './period.ts';

/** What a text is read against. */
export interface DateContext {
  /** The document's own date ("Last Updated"): gives the year where the text has none. */
  readonly reference?: CivilDate | undefined;
}

/** A date that the calendar doesn't have (30 February), with the days that may have been meant, the likeliest first. */
export interface ImpossibleDate {
  readonly candidates: readonly CivilDate[];
}

type Groups = Readonly<Record<string, string | undefined>>;

interface DateFormat {
  readonly id: string;
  /** The form, to be found anywhere in a text; words are matched in any case. */
  readonly pattern: string;
  /** `undefined`: not a date after all. */
  read(groups: Groups, context: DateContext): Period | ImpossibleDate | undefined;
  /** The day in this form, in the manner of `like`, a text that the form has read. Only day formats can. */
  write?(date: CivilDate, like: string): string;
}

const DAY = '(?<day>\\d{1,2})(?<ordinal>st|nd|rd|th|er|º|\\.)?';
/** What may stand between day, month and year: "15 de julho de 2025". */
const OF = '(?:\\s+(?:of|de|del))?\\s+';
/** Two digits would read "Q2 10" as a year. */
const YEAR = '(?<year>\\d{4})';
/** Four digits right before or after would make another number of it. */
const NUMBER_START = '(?<![\\p{L}\\d.,/-])';
const NUMBER_END = '(?![\\p{L}\\d]|[./-]\\d)';

const pad = (value: number): string => String(value).padStart(2, '0');

function day(year: number, month: number, dayOfMonth: number): Period | ImpossibleDate | undefined {
  const date = civilDate(year, month, dayOfMonth);
  if (date !== undefined) return { start: date, end: date, precision: 'day' };
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

function months(
  year: number,
  firstMonth: number,
  count: number,
  precision: Period['precision'],
): Period | undefined {
  const start = civilDate(year, firstMonth, 1);
  if (start === undefined) return undefined;
  return { start, end: endOfMonth(addTo(start, { months: count - 1 })), precision };
}

/** From one day to another; `undefined` where one is none, or they are the wrong way round. */
function span(start: CivilDate | undefined, end: CivilDate | undefined): Period | undefined {
  if (start === undefined || end === undefined || !isCivilDate(start) || !isCivilDate(end) || end < start)
    return undefined;
  return { start, end, precision: 'span' };
}

const number = (text: string | undefined): number => Number(text);

/** What follows the number of a day, where `like` has it: st, nd, rd, th; er for a French first. */
function ordinalOf(dayOfMonth: number, like: string): string {
  if (like.toLowerCase() === 'er') return dayOfMonth === 1 ? like : '';
  if (!/^(?:st|nd|rd|th)$/iu.test(like)) return like;
  const teen = dayOfMonth % 100 >= 11 && dayOfMonth % 100 <= 13;
  return teen ? 'th' : (['th', 'st', 'nd', 'rd'][dayOfMonth % 10] ?? 'th');
}

/** The date in words as `like` writes it: day, month and year are put in their places, the rest stays. */
function rewrite(date: CivilDate, like: string, pattern: string): string {
  // A group that took no part has no place, whatever its type says.
  const groups: Readonly<Record<string, readonly [number, number] | undefined>> =
    new RegExp(pattern, 'diu').exec(like)?.indices?.groups ?? {};
  const { year, month, day: dayOfMonth } = partsOf(date);
  const written: Readonly<Record<string, (sample: string) => string>> = {
    day: (sample) => (sample.startsWith('0') ? pad(dayOfMonth) : String(dayOfMonth)),
    ordinal: (sample) => ordinalOf(dayOfMonth, sample),
    month: (sample) => monthName(month, sample),
    year: () => String(year),
  };
  const places = Object.entries(groups)
    .flatMap(([name, place]) => (place && written[name] ? [{ name, start: place[0], end: place[1] }] : []))
    .sort((a, b) => b.start - a.start);
  return places.reduce(
    (text, { name, start, end }) =>
      text.slice(0, start) + (written[name]?.(like.slice(start, end)) ?? '') + text.slice(end),
    like,
  );
}

const MONTH_DAY_YEAR = `(?<!\\p{L})${MONTH}\\s+${DAY},?\\s+${YEAR}${NUMBER_END}`;
const DAY_MONTH_YEAR = `${NUMBER_START}${DAY}${OF}${MONTH},?${OF}${YEAR}${NUMBER_END}`;
const MONTH_DAY = `(?<!\\p{L})${MONTH}\\s+${DAY}(?!\\d|[,.]?\\s*\\d|\\s*(?:days?|weeks?|months?|years?|hours?)\\b)`;

const DATE_FORMATS: readonly DateFormat[] = [
  {
    id: 'year-month-day',
    pattern: `${NUMBER_START}${YEAR}(?<separator>[-/.])(?<monthNumber>\\d{1,2})\\k<separator>(?<day>\\d{1,2})(?!\\d|\\k<separator>\\d)`,
    read: (g) => day(number(g['year']), number(g['monthNumber']), number(g['day'])),
    write(date, like) {
      const { year, month, day: dayOfMonth } = partsOf(date);
      const separator = /[-/.]/.exec(like)?.[0] ?? '-';
      const padded = !/[-/.]\d(?!\d)/.test(like);
      return [year, ...[month, dayOfMonth].map((n) => (padded ? pad(n) : n))].join(separator);
    },
  },
  {
    id: 'cjk',
    pattern: `${YEAR}\\s?年\\s?(?<monthNumber>\\d{1,2})\\s?月\\s?(?<day>\\d{1,2})\\s?日`,
    read: (g) => day(number(g['year']), number(g['monthNumber']), number(g['day'])),
    write(date) {
      const { year, month, day: dayOfMonth } = partsOf(date);
      return `${year}年${month}月${dayOfMonth}日`;
    },
  },
  {
    id: 'day to day',
    pattern: `${NUMBER_START}(?<from>\\d{4}-\\d{2}-\\d{2})\\s*(?:~|–|—|-|→|to|until|through|bis|à|a|至|до)\\s*(?<to>\\d{4}-\\d{2}-\\d{2})(?!\\d)`,
    read: (g) => span(g['from'] ?? '', g['to'] ?? ''),
  },
  {
    id: 'days of a month',
    pattern: `(?<!\\p{L})${MONTH}\\s+(?<day>\\d{1,2})\\s?[-–—]\\s?(?<lastDay>\\d{1,2}),?\\s+${YEAR}${NUMBER_END}`,
    read(g) {
      const month = monthNumber(g['month'] ?? '');
      return span(
        civilDate(number(g['year']), month, number(g['day'])),
        civilDate(number(g['year']), month, number(g['lastDay'])),
      );
    },
  },
  {
    id: 'quarters',
    pattern: `(?<![\\p{L}\\d])Q(?<quarter>[1-4])\\s?[-–—/]\\s?Q?(?<lastQuarter>[1-4])[\\s/,-]*${YEAR}${NUMBER_END}`,
    read: (g) =>
      span(
        months(number(g['year']), number(g['quarter']) * 3 - 2, 3, 'quarter')?.start,
        months(number(g['year']), number(g['lastQuarter']) * 3 - 2, 3, 'quarter')?.end,
      ),
  },
  {
    id: 'cjk-month',
    pattern: `${YEAR}\\s?年\\s?(?<monthNumber>\\d{1,2})\\s?月`,
    read: (g) => months(number(g['year']), number(g['monthNumber']), 1, 'month'),
  },
  {
    id: 'day.month.year',
    pattern: `${NUMBER_START}(?<day>\\d{1,2})\\.(?<monthNumber>\\d{1,2})\\.${YEAR}${NUMBER_END}`,
    read: (g) => day(number(g['year']), number(g['monthNumber']), number(g['day'])),
    write(date, like) {
      const { year, month, day: dayOfMonth } = partsOf(date);
      const padded = /^\d\d\.\d\d/.test(like);
      return `${padded ? pad(dayOfMonth) : dayOfMonth}.${padded ? pad(month) : month}.${year}`;
    },
  },
  {
    id: 'month day, year',
    pattern: MONTH_DAY_YEAR,
    read: (g) => day(number(g['year']), monthNumber(g['month'] ?? ''), number(g['day'])),
    write: (date, like) => rewrite(date, like, MONTH_DAY_YEAR),
  },
  {
    id: 'day month year',
    pattern: DAY_MONTH_YEAR,
    read: (g) => day(number(g['year']), monthNumber(g['month'] ?? ''), number(g['day'])),
    write: (date, like) => rewrite(date, like, DAY_MONTH_YEAR),
  },
  {
    id: 'month year',
    pattern: `(?<!\\p{L})${MONTH},?${OF}${YEAR}${NUMBER_END}`,
    read: (g) => months(number(g['year']), monthNumber(g['month'] ?? ''), 1, 'month'),
  },
  {
    id: 'quarter',
    pattern: `(?<![\\p{L}\\d])(?:Q(?<quarter>[1-4])[\\s/,-]*${YEAR}|(?<yearBefore>\\d{4})[\\s/-]*Q(?<quarterAfter>[1-4]))${NUMBER_END}`,
    read: (g) =>
      months(
        number(g['year'] ?? g['yearBefore']),
        number(g['quarter'] ?? g['quarterAfter']) * 3 - 2,
        3,
        'quarter',
      ),
  },
  {
    id: 'half',
    pattern: `(?<![\\p{L}\\d])(?:H(?<half>[12])[\\s/,-]*${YEAR}|(?<yearBefore>\\d{4})[\\s/-]*H(?<halfAfter>[12]))${NUMBER_END}`,
    read: (g) =>
      months(number(g['year'] ?? g['yearBefore']), number(g['half'] ?? g['halfAfter']) * 6 - 5, 6, 'half'),
  },
  {
    id: 'year-month',
    pattern: `${NUMBER_START}${YEAR}-(?<monthNumber>0[1-9]|1[0-2])${NUMBER_END}`,
    read: (g) => months(number(g['year']), number(g['monthNumber']), 1, 'month'),
  },
  {
    id: 'month day',
    pattern: MONTH_DAY,
    read(g, { reference }) {
      if (reference === undefined) return undefined;
      const read = day(partsOf(reference).year, monthNumber(g['month'] ?? ''), number(g['day']));
      return read && 'start' in read ? { ...read, approximate: true } : read;
    },
    // With the year: the document's own may be another one by now.
    write: (date, like) => `${rewrite(date, like, MONTH_DAY)}, ${partsOf(date).year}`,
  },
];

const COMPILED = DATE_FORMATS.map((format) => ({ format, find: new RegExp(format.pattern, 'iu') }));
const FORMATS = new Map(DATE_FORMATS.map((format) => [format.id, format] as const));

/** A date found in a text: what it means, where it stands, and in which form. */
export interface FoundDate {
  readonly format: string;
  /** Positions in the text that was searched. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly read: Period | ImpossibleDate;
}

/** The first date in the text; where two forms start at the same place, the longer one. */
export function findDate(text: string, context: DateContext): FoundDate | undefined {
  let best: FoundDate | undefined;
  for (const { format, find } of COMPILED) {
    const match = find.exec(text);
    if (
      !match ||
      (best &&
        (match.index > best.start || (match.index === best.start && match[0].length <= best.text.length)))
    )
      continue;
    const read = format.read(match.groups ?? {}, context);
    if (read)
      best = {
        format: format.id,
        start: match.index,
        end: match.index + match[0].length,
        text: match[0],
        read,
      };
  }
  return best;
}

/** The day in the form and manner of a date that was found; ISO where that form can't name a day. */
export function writeDate(date: CivilDate, like: { format: string; text: string } | undefined): string {
  return (like && FORMATS.get(like.format)?.write?.(date, like.text)) ?? date;
}
