/** Months, quarters, halves, years and weeks of the calendar, thirds of them, and ranges. */
import { isMonthAlone, monthPattern } from '../months.ts';
import { partOfYear, spanOf, type Period } from '../period.ts';
import { anyOf, LETTER, PART, PART_BEHIND, TO, WORD_END } from '../words.ts';
import { END, NAME_START, OF, START, YEAR, type DateFormat } from './format.ts';
import { readGroups } from './reading.ts';

/** A bare year, as plans name it. */
const BARE_YEAR = '20[1-9]\\d';
const yearOf = (text: string | undefined): Period | undefined => partOfYear('year', Number(text), 1);
const MONTH = monthPattern('month');
const LAST_MONTH = monthPattern('lastMonth');
/** Months are joined like this, too: "July/August", "Juli und August". */
const AND = `(?:${TO}|\\s*[/&+]\\s*|\\s+(?:and|und|et|och|[yeи])\\s+)`;
/** "Q2 10" names no year, but might be meant to. */
const NO_NUMBER = `(?![${LETTER}]|[\\s/,.:-]*\\d)`;

const afterSpace = (text: string, year: number): string => `${text} ${year}`;

export const MONTHS: readonly DateFormat[] = [
  {
    id: 'year-month',
    example: '2025-07',
    pattern: `${START}${YEAR}-(?<monthNumber>0[1-9]|1[0-2])${END}`,
    padded: true,
  },
  {
    id: 'month/year',
    example: '07/2025',
    pattern: `${START}(?<monthNumber>0?[1-9]|1[0-2])/(?<year>(?:19|2[01])\\d\\d)${END}(?!/)`,
    padded: true,
  },
  {
    id: 'cjk-month',
    example: '2025年8月',
    pattern: `${YEAR}\\s?[年년]\\s?(?<monthNumber>\\d{1,2})\\s?[月월](?:${PART_BEHIND})?`,
  },
  {
    id: 'cjk-months',
    example: '2025年8月〜10月',
    pattern: `${YEAR}\\s?[年년]\\s?(?<monthNumber>\\d{1,2})\\s?[月월]?${TO}(?<lastMonthNumber>\\d{1,2})\\s?[月월]`,
  },
  {
    id: 'cjk part of a month',
    example: '8月末',
    pattern: `(?<!\\d)(?<monthNumber>\\d{1,2})\\s?[月월]${PART_BEHIND}`,
  },
  {
    id: 'cjk bare month',
    example: '8月',
    pattern: `(?<!\\d)(?<monthNumber>\\d{1,2})\\s?[月월]?(?:${TO}(?<lastMonthNumber>\\d{1,2}))?\\s?[月월]`,
    stands: 'segment',
    withYear: (text, year) => (text.includes('월') ? `${year}년 ${text}` : `${year}年${text}`),
  },
];

export const NAMED_MONTHS: readonly DateFormat[] = [
  {
    id: 'month year',
    example: 'July 2025',
    pattern: `${NAME_START}(?:${PART})?${MONTH},?${OF}${YEAR}${END}`,
  },
  {
    id: 'months year',
    example: 'July–August 2025',
    pattern: `${NAME_START}${MONTH}(?:${OF}(?<firstYear>\\d{4}))?${AND}${LAST_MONTH},?${OF}${YEAR}${END}`,
  },
  { id: 'part of a month', example: 'end of July', pattern: `${NAME_START}${PART}${MONTH}${NO_NUMBER}` },
  {
    id: 'month',
    example: 'July',
    pattern: `${NAME_START}${MONTH}(?:${AND}${LAST_MONTH})?${NO_NUMBER}`,
    stands: 'segment',
    read: (groups, context) =>
      [groups['month'], groups['lastMonth']].every((name) => name === undefined || isMonthAlone(name))
        ? readGroups(groups, context)
        : undefined,
    withYear: afterSpace,
  },
];

/** " 2025", " of 2025", "/2025", "'25", " FY26". Two digits alone would read "Q2 10" as a year. */
const OF_YEAR =
  "[\\s/,-]*(?:(?:of|de|del|du)\\s+)?(?:[FC]Y\\s?)?['’]?(?<year>\\d{4}|(?<=['’]|[FC]Y\\s?)\\d\\d)";
/** Behind "3rd", "3.", "3-й", "3ème". */
const NUMBER_ORDINAL = '(?<numberOrdinal>st|nd|rd|th|\\.|-?(?:й|ий|го|е)|er|e|ème|º|ª|°)?';
const OF_SPACE = '(?:\\s*(?:of|de|del|du|do)\\s+|[\\s,/]+)';
const YEAR_SIGN = '(?:\\s?(?:г\\.|год[ау]?|року|р\\.))?';
const QUARTER_NAME = `(?:${anyOf({
  en: 'quarter|qtr',
  de: 'quartal',
  fr: 'trimestre',
  sv: 'kvartal(?:et)?',
  ru: 'квартал[еау]?|кв\\.|кв',
})})`;
const HALF_WORD = anyOf({
  en: 'half',
  de: 'halbjahr',
  fr: 'semestre',
  sv: 'halvår(?:et)?',
  ru: 'полугоди[еяю]',
  uk: 'півріччя',
});

export const QUARTERS: readonly DateFormat[] = [
  {
    id: 'quarter',
    example: 'Q3 2025',
    pattern: `${NAME_START}(?:${PART})?Q(?<quarter>[1-4])${OF_YEAR}${END}`,
  },
  {
    id: 'quarters',
    example: 'Q3–Q4 2025',
    pattern: `${NAME_START}Q(?<quarter>[1-4])${AND}Q?(?<lastQuarter>[1-4])${OF_YEAR}${END}`,
  },
  {
    id: 'year quarter',
    example: '2025-Q3',
    pattern: `${START}${YEAR}\\s?年?[\\s/-]*Q(?<quarter>[1-4])(?:${AND}Q?(?<lastQuarter>[1-4]))?${END}`,
  },
  {
    id: 'quarter of year',
    example: '3Q25',
    pattern: `${START}(?<quarter>[1-4])[QT]\\s?['’]?(?<year>\\d{4}|[2-4]\\d)${END}`,
  },
  { id: 'trimestre year', example: 'T3 2025', pattern: `${NAME_START}T(?<quarter>[1-4])${OF_YEAR}${END}` },
  {
    id: 'bare quarter',
    example: 'Q3',
    pattern: `${NAME_START}(?:${PART})?Q(?<quarter>[1-4])(?:${AND}Q(?<lastQuarter>[1-4]))?${NO_NUMBER}(?!\\s*[?'’]|.*\\?$)`,
    withYear: afterSpace,
  },
  {
    id: 'quarter in words',
    example: 'third quarter of 2025',
    pattern: `${START}(?:${PART})?(?<quarter>[1-4]|IV|I{1,3}|first|second|third|fourth)${NUMBER_ORDINAL}[\\s-]*${QUARTER_NAME}(?:${OF_SPACE}${YEAR}${YEAR_SIGN})?${NO_NUMBER}`,
    withYear: afterSpace,
  },
  {
    id: 'quarter number',
    example: 'Quartal 3 2025',
    pattern: `${NAME_START}(?:${PART})?${QUARTER_NAME}\\s+(?<quarter>[1-4]|IV|I{1,3})(?:${OF_SPACE}${YEAR}${YEAR_SIGN})?${NO_NUMBER}`,
    withYear: afterSpace,
  },
  {
    id: 'cjk quarter',
    example: '2025年第三季度',
    pattern: `(?:${YEAR}\\s?[年년]?(?:度)?\\s?)?(?:第\\s?(?<quarter>[1-4一二三四])\\s?(?:四半期|季度|季))(?:${PART_BEHIND})?`,
    withYear: (text, year) => `${year}年${text}`,
  },
  {
    id: 'ko quarter',
    example: '2025년 3분기',
    pattern: `(?:${YEAR}\\s?년\\s?)?(?<![\\d.])(?<quarter>[1-4])\\s?분기(?:${PART_BEHIND})?`,
    withYear: (text, year) => `${year}년 ${text}`,
  },
];

export const HALVES: readonly DateFormat[] = [
  { id: 'half', example: 'H2 2025', pattern: `${NAME_START}(?:${PART})?[HS](?<half>[12])${OF_YEAR}${END}` },
  { id: 'year half', example: '2025-H2', pattern: `${START}${YEAR}\\s?年?[\\s/-]*H(?<half>[12])${END}` },
  {
    id: 'half of year',
    example: '2H25',
    pattern: `${START}(?<half>[12])H\\s?['’]?(?<year>20\\d\\d|[2-4]\\d)${END}`,
  },
  {
    id: 'bare half',
    example: 'H2',
    pattern: `${NAME_START}H(?<half>[12])${NO_NUMBER}`,
    stands: 'segment',
    withYear: afterSpace,
  },
  {
    id: 'half in words',
    example: 'first half of 2025',
    pattern: `${START}(?<half>[12]|II?|first|second)${NUMBER_ORDINAL}[\\s-]*(?:${HALF_WORD})${WORD_END}${OF_SPACE}${YEAR}${YEAR_SIGN}${END}`,
  },
  {
    id: 'cjk half',
    example: '2025年下半年',
    pattern: `(?:${YEAR}\\s?年?\\s?)?(?<half>[上下])半[年期]`,
    withYear: (text, year) => `${year}年${text}`,
  },
  {
    id: 'ko half',
    example: '2025년 하반기',
    pattern: `(?:${YEAR}\\s?년\\s?)?(?<half>[상하])반기`,
    withYear: (text, year) => `${year}년 ${text}`,
  },
];

export const YEARS: readonly DateFormat[] = [
  // Which months it has differs from firm to firm: the calendar's year is the best guess.
  {
    id: 'fiscal year',
    example: 'FY2026',
    pattern: `${NAME_START}(?:${PART})?FY\\s?['’]?(?<year>\\d{4}|\\d\\d)${END}`,
  },
  {
    id: 'part of a year',
    example: 'early 2026',
    pattern: `${NAME_START}${PART}(?<year>${BARE_YEAR})${YEAR_SIGN}${END}`,
  },
  { id: 'cjk part of a year', example: '2026年初', pattern: `${START}${YEAR}\\s?[年년]${PART_BEHIND}` },
  // "2026+" has no end that anybody could miss; it is read as the year.
  {
    id: 'year',
    example: '2026',
    pattern: `(?<year>${BARE_YEAR})(?:\\+|\\s?[年년]|\\s?г\\.)?`,
    stands: 'whole',
  },
  {
    id: 'years',
    example: '2026–2027',
    pattern: `(?<firstYear>${BARE_YEAR})${TO}(?<year>${BARE_YEAR})`,
    stands: 'whole',
    read: (groups) => spanOf(yearOf(groups['firstYear']), yearOf(groups['year'])),
  },
];

export const WEEKS: readonly DateFormat[] = [
  {
    id: 'year-week',
    example: '2025-W30',
    pattern: `${START}${YEAR}-?W(?<week>[0-5]\\d)${END}`,
    padded: true,
  },
  {
    id: 'week of year',
    example: 'KW 30 2025',
    pattern: `${NAME_START}(?:KW|CW|W|v\\.|${anyOf({ en: 'week', sv: 'vecka', fr: 'semaine' })})\\s?(?<week>\\d{1,2})(?:${TO}(?<lastWeek>\\d{1,2}))?(?:[\\s,/]+|\\s+of\\s+)${YEAR}${END}`,
  },
  {
    id: 'cjk week of year',
    example: '2025年第30周',
    pattern: `${YEAR}\\s?[年년]\\s?第?\\s?(?<week>\\d{1,2})\\s?[周週주]`,
  },
  {
    id: 'calendar week',
    example: 'KW 30',
    pattern: `${NAME_START}[KC]W\\s?(?<week>\\d{1,2})(?:${TO}(?:[KC]W\\s?)?(?<lastWeek>\\d{1,2}))?${NO_NUMBER}`,
    withYear: afterSpace,
  },
  {
    // Below ten it may be a version ("v. 2") or a week of the plan ("Vecka 1").
    id: 'vecka',
    example: 'v. 30',
    pattern: `${NAME_START}(?:v\\.|vecka)\\s?(?<week>[1-5]\\d)(?:${TO}(?<lastWeek>\\d{1,2}))?${NO_NUMBER}`,
    withYear: afterSpace,
  },
];
