/** Days and ranges of days, written with numbers or with the names of months. */
import type { DateContext } from '../context.ts';
import { monthPattern } from '../months.ts';
import { day } from '../period.ts';
import { LETTER, TO } from '../words.ts';
import { END, NAME_START, NO_AMOUNT, OF, START, YEAR, type DateFormat, type Groups } from './format.ts';
import { readDay } from './reading.ts';

/** A time of day may follow; it isn't converted, and stays as it is. */
const TIME_OR_END = `(?!\\d|\\k<separator>\\d|(?!T\\d)[${LETTER}]|[-_/][${LETTER}\\d]|\\.[a-z]{2,4}(?![${LETTER}]))`;
const NUMBERS_WITH_SLASH = (first: string, second: string): string =>
  `${START}(?<${first}>\\d{1,2})(?<separator>[-/])(?<${second}>\\d{1,2})\\k<separator>${YEAR}${TIME_OR_END}`;

/** Which of two numbers is the day: by what the document shows, by what a calendar has, or unknown. */
function dayFirst(first: number, second: number, context: DateContext): boolean | undefined {
  if (context.dayFirst === true && second <= 12) return true;
  if (context.dayFirst === false && first <= 12) return false;
  if (first > 12 && second <= 12) return true;
  return second > 12 && first <= 12 ? false : undefined;
}

const numbers = (groups: Groups): [number, number, number] => [
  Number(groups['year']),
  Number(groups['monthNumber']),
  Number(groups['day']),
];

export const NUMERIC_DAYS: readonly DateFormat[] = [
  {
    id: 'year-month-day',
    example: '2025-07-25',
    pattern: `${START}${YEAR}(?<separator>[-/.])(?<monthNumber>\\d{1,2})\\k<separator>(?<day>\\d{1,2})${TIME_OR_END}`,
    padded: true,
  },
  {
    id: 'day/month/year',
    example: '25/07/2025',
    pattern: NUMBERS_WITH_SLASH('day', 'monthNumber'),
    padded: true,
    read(groups, context) {
      const [year, month, dayOfMonth] = numbers(groups);
      return dayFirst(dayOfMonth, month, context) === true ? readDay(year, month, dayOfMonth) : undefined;
    },
  },
  {
    id: 'month/day/year',
    example: '7/25/2025',
    pattern: NUMBERS_WITH_SLASH('monthNumber', 'day'),
    padded: true,
    read(groups, context) {
      const [year, month, dayOfMonth] = numbers(groups);
      return dayFirst(month, dayOfMonth, context) === false ? readDay(year, month, dayOfMonth) : undefined;
    },
  },
  {
    id: 'n/n/year',
    example: '3/4/2025',
    pattern: NUMBERS_WITH_SLASH('day', 'monthNumber'),
    // In which order another day would be written, nobody knows.
    readOnly: true,
    read(groups, context) {
      const [year, first, second] = numbers(groups);
      if (first > 12 || second > 12 || dayFirst(first, second, context) !== undefined) return undefined;
      const [one, other] = [readDay(year, first, second), readDay(year, second, first)];
      if (!one || !other || 'candidates' in one || 'candidates' in other) return undefined;
      const [earlier, later] = one.start < other.start ? [one.start, other.start] : [other.start, one.start];
      if (earlier === later) return day(earlier);
      return { start: earlier, end: later, precision: 'day', ambiguous: [earlier, later] };
    },
  },
  {
    id: 'day.month.year',
    example: '25.07.2025',
    pattern: `${START}(?<day>\\d{1,2})\\.\\s?(?<monthNumber>\\d{1,2})\\.\\s?${YEAR}${END}`,
    padded: true,
  },
  {
    id: 'days.month.year',
    example: '20.–26.10.2025',
    pattern: `${START}(?<day>\\d{1,2})\\.${TO}(?<lastDay>\\d{1,2})\\.(?<monthNumber>\\d{1,2})\\.${YEAR}${END}`,
    padded: true,
  },
  {
    id: 'day.month to day.month.year',
    example: '27.10.–02.11.2025',
    pattern: `${START}(?<day>\\d{1,2})\\.(?<monthNumber>\\d{1,2})\\.${TO}(?<lastDay>\\d{1,2})\\.(?<lastMonthNumber>\\d{1,2})\\.${YEAR}${END}`,
    padded: true,
  },
];

const beforeText = (text: string, year: number): string => `${year}年${text}`;

export const CJK_DAYS: readonly DateFormat[] = [
  {
    id: 'cjk',
    example: '2025年8月30日',
    pattern: `${YEAR}\\s?[年년]\\s?(?<monthNumber>\\d{1,2})\\s?[月월]\\s?(?<day>\\d{1,2})\\s?[日号일]`,
  },
  {
    id: 'cjk days',
    example: '2025年8月25日至30日',
    pattern: `${YEAR}\\s?[年년]\\s?(?<monthNumber>\\d{1,2})\\s?[月월]\\s?(?<day>\\d{1,2})\\s?[日号일]?${TO}(?:(?<lastMonthNumber>\\d{1,2})\\s?[月월]\\s?)?(?<lastDay>\\d{1,2})\\s?[日号일]`,
  },
  {
    id: 'cjk month and day',
    example: '8月30日',
    pattern: `(?<!\\d)(?<monthNumber>\\d{1,2})\\s?月\\s?(?<day>\\d{1,2})\\s?[日号]`,
    withYear: beforeText,
  },
  {
    id: 'cjk month and days',
    example: '8月25日〜30日',
    pattern: `(?<!\\d)(?<monthNumber>\\d{1,2})\\s?月\\s?(?<day>\\d{1,2})\\s?[日号]?${TO}(?:(?<lastMonthNumber>\\d{1,2})\\s?月\\s?)?(?<lastDay>\\d{1,2})\\s?[日号]`,
    withYear: beforeText,
  },
  {
    id: 'ko month and day',
    example: '8월 30일',
    pattern: `(?<!\\d)(?<monthNumber>\\d{1,2})\\s?월\\s?(?<day>\\d{1,2})\\s?일`,
    withYear: (text, year) => `${year}년 ${text}`,
  },
];

const MONTH = monthPattern('month');
const LAST_MONTH = monthPattern('lastMonth');
const ORDINAL = 'st|nd|rd|th|er|º|\\.';
const DAY = `(?<day>\\d{1,2})(?<ordinal>${ORDINAL})?`;
const LAST_DAY = `(?<lastDay>\\d{1,2})(?<lastOrdinal>${ORDINAL})?`;
const FIRST_YEAR = '(?<firstYear>\\d{4})';

/** "Jul 25, 2025": the year that was missing. */
const afterComma = (text: string, year: number): string => `${text}, ${year}`;
/** "25 July 2025", "25 de julho de 2025". */
const behind = (text: string, year: number): string => `${text} ${/\sde\s/u.test(text) ? 'de ' : ''}${year}`;

export const NAMED_DAYS: readonly DateFormat[] = [
  {
    id: 'month day, year',
    example: 'July 25, 2025',
    pattern: `${NAME_START}${MONTH}\\s+${DAY}\\+?,?\\s+${YEAR}${END}`,
  },
  {
    id: 'month days, year',
    example: 'Oct 20-26, 2025',
    pattern: `${NAME_START}${MONTH}\\s+${DAY}(?:,?\\s+${FIRST_YEAR})?${TO}(?:${LAST_MONTH}\\s+)?${LAST_DAY},?\\s+${YEAR}${END}`,
  },
  {
    id: 'day month year',
    example: '25 July 2025',
    pattern: `${START}${DAY}${OF}${MONTH},?${OF}${YEAR}${END}`,
  },
  {
    id: 'days month year',
    example: '20-26 October 2025',
    pattern: `${START}${DAY}${TO}${LAST_DAY}${OF}${MONTH},?${OF}${YEAR}${END}`,
  },
  {
    id: 'day month to day month year',
    example: '27 October - 2 November 2025',
    pattern: `${START}${DAY}${OF}${MONTH}(?:${OF}${FIRST_YEAR})?${TO}${LAST_DAY}${OF}${LAST_MONTH},?${OF}${YEAR}${END}`,
  },
  {
    id: 'month day',
    example: 'July 25',
    pattern: `${NAME_START}${MONTH}\\s+${DAY}${NO_AMOUNT}`,
    withYear: afterComma,
  },
  {
    id: 'month days',
    example: 'Dec 29 – Jan 5',
    pattern: `${NAME_START}${MONTH}\\s+${DAY}${TO}(?:${LAST_MONTH}\\s+)?${LAST_DAY}${NO_AMOUNT}`,
    withYear: afterComma,
  },
  {
    id: 'day month',
    example: '25. Juli',
    pattern: `${START}${DAY}${OF}${MONTH}${NO_AMOUNT}`,
    stands: 'behind',
    withYear: behind,
  },
  {
    id: 'days month',
    example: '20-26 octobre',
    pattern: `${START}${DAY}${TO}${LAST_DAY}${OF}${MONTH}${NO_AMOUNT}`,
    stands: 'behind',
    withYear: behind,
  },
  {
    id: 'day month to day month',
    example: '27 Oct - 2 Nov',
    pattern: `${START}${DAY}${OF}${MONTH}${TO}${LAST_DAY}${OF}${LAST_MONTH}${NO_AMOUNT}`,
    stands: 'behind',
    withYear: behind,
  },
];
