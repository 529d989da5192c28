/**
 * How dates are written: one table, each row able to read its form and, for most, to write another period of its kind
 * in it. What a row reads is a period: `Q2 2025` is ninety-one days, and over only after the last of them.
 */
import type { CivilDate } from './civil.ts';
import type { DateContext } from './context.ts';
import { CJK_DAYS, NAMED_DAYS, NUMERIC_DAYS } from './formats/days.ts';
import type { DateFormat, Reading } from './formats/format.ts';
import { HALVES, MONTHS, NAMED_MONTHS, QUARTERS, WEEKS, YEARS } from './formats/periods.ts';
import { readEnds, readGroups } from './formats/reading.ts';
import { COUNTED, RELATIVE } from './formats/told.ts';
import { inIso, writeGroups } from './formats/writing.ts';
import { namesMonth } from './months.ts';
import { day, unitAt, type Period } from './period.ts';
import { CJK_UNIT, LEADING_WORDS, RELATIVE_WORDS, TO, UNIT, WORD_START } from './words.ts';

export type { DateContext } from './context.ts';
export type { ImpossibleDate } from './formats/format.ts';

/** A row of the table, made ready. */
interface Row {
  readonly format: DateFormat;
  readonly find: RegExp;
}

/** Rows that need the same thing in a text; where it isn't there, none of them is tried. */
interface Family {
  readonly mayHold: (text: string, context: DateContext) => boolean;
  readonly members: readonly (Row | Family)[];
}

const rowsOf = (...formats: readonly (readonly DateFormat[])[]): readonly Row[] =>
  formats.flat().map((format) => {
    let find: RegExp | undefined;
    // Most forms are never met: only those that are get a pattern.
    return {
      format,
      get find() {
        return (find ??= new RegExp(format.pattern, 'giu'));
      },
    };
  });
const family = (mayHold: Family['mayHold'], ...members: readonly (readonly (Row | Family)[])[]): Family => ({
  mayHold,
  members: members.flat(),
});
const holds =
  (pattern: RegExp): Family['mayHold'] =>
  (text) =>
    pattern.test(text);

const SOME_QUARTER_OR_YEAR =
  /(?:[QTHS]|FY\s?['’]?)\d|\d\s?[QTH]|quar|qtr|trim|kvar|half|halb|halv|semes|[半季]|四半期|분기|반기|кв|полуг|півр|20\d\d/iu;
const SOME_QUARTER = /[QT]\d|\d[QT]|quar|qtr|trim|kvar|季|四半期|분기|кв/iu;
const SOME_HALF = /[HS]\d|\dH|half|halb|halv|semes|半|반기|полуг|півр/iu;
const SOME_YEAR = /FY\s?['’]?\d|20\d\d|\d{4}\s?[年년]/iu;
/** A unit of time, or what stands for one: "next week", "tomorrow". */
const SOME_UNIT = new RegExp(`${WORD_START}(?:${RELATIVE_WORDS}|${UNIT})|${CJK_UNIT}`, 'iu');

/** Dates that stand for themselves, or lack no more than the year. */
const CALENDAR: readonly Family[] = [
  family(
    holds(/\d[-/.]\s?\d/u),
    rowsOf(
      NUMERIC_DAYS,
      MONTHS.filter(({ id }) => !id.startsWith('cjk')),
    ),
  ),
  family(
    holds(/[年년月월]/u),
    rowsOf(
      CJK_DAYS,
      MONTHS.filter(({ id }) => id.startsWith('cjk')),
    ),
  ),
  family(namesMonth, rowsOf(NAMED_DAYS, NAMED_MONTHS)),
  family(holds(SOME_QUARTER_OR_YEAR), [
    family(holds(SOME_QUARTER), rowsOf(QUARTERS)),
    family(holds(SOME_HALF), rowsOf(HALVES)),
    family(holds(SOME_YEAR), rowsOf(YEARS)),
  ]),
  family(holds(/(?:W|v\.|vecka|week|semaine|周|週|주)\s?\d|\d\s?[周週주]/iu), rowsOf(WEEKS)),
];
/** Dates that are told from another day. */
const TOLD: readonly Family[] = [
  family((text, { start }) => start !== undefined && /\d|第/u.test(text), rowsOf(COUNTED)),
  family((text, { reference }) => reference !== undefined && SOME_UNIT.test(text), rowsOf(RELATIVE)),
];

const allRows = (members: readonly (Row | Family)[]): Row[] =>
  members.flatMap((member) => ('find' in member ? member : allRows(member.members)));

const ROWS = new Map(allRows([...CALENDAR, ...TOLD]).map((row) => [row.format.id, row] as const));

/** The table, in the order in which its rows are tried. */
export const DATE_FORMATS: readonly DateFormat[] = [...ROWS.values()].map(({ format }) => format);

/** A date found in a text: what it means, where it stands, and in which form. */
export interface FoundDate {
  readonly format: string;
  /** Positions in the text that was searched. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly read: Reading;
}

/**
 * The first date in the text; where two forms start at the same place, the longer one. What is told from another day
 * counts only where no date stands for itself: "Week 1 (Oct 20–26)".
 */
export function findDate(text: string, context: DateContext): FoundDate | undefined {
  return findCalendarDate(text, context) ?? findToldDate(text, context);
}

export function findCalendarDate(text: string, context: DateContext): FoundDate | undefined {
  const found = firstOf(CALENDAR, text, context);
  return found && (rangeFrom(found, text, context) ?? found);
}

export const findToldDate = (text: string, context: DateContext): FoundDate | undefined =>
  firstOf(TOLD, text, context);

/** The better one of those that these rows find, as far as they are worth to be tried, and of one that was found before. */
function firstOf(
  members: readonly (Row | Family)[],
  text: string,
  context: DateContext,
  before?: FoundDate,
): FoundDate | undefined {
  let best = before;
  for (const member of members)
    if ('find' in member) {
      const found = firstOfRow(member, text, context);
      const isBetter =
        found &&
        (!best ||
          found.start < best.start ||
          (found.start === best.start && found.text.length > best.text.length));
      if (isBetter) best = found;
      // No form finds more.
      if (best?.text.length === text.length) return best;
    } else if (member.mayHold(text, context)) best = firstOf(member.members, text, context, best);
  return best;
}

function firstOfRow({ format, find }: Row, text: string, context: DateContext): FoundDate | undefined {
  find.lastIndex = 0;
  for (let match = find.exec(text); match; match = find.exec(text)) {
    const start = match.index;
    const end = start + match[0].length;
    const read = stands(format, text, start, end)
      ? (format.read ?? readGroups)(match.groups ?? {}, context)
      : undefined;
    if (read) return { format: format.id, start, end, text: match[0], read };
  }
  return undefined;
}

const LEAD = `(?:(?:${LEADING_WORDS})\\s+)*`;
const NOTHING_BEFORE = new RegExp(`^[\\s*_~≈("']*${LEAD}$`, 'iu');
const NOTHING_BEHIND = /^[\s*_)"'.,;!]*$/u;
/** Between a date and the word before it: a mark that begins something new, or a word such as "by". */
const NEW_BEFORE = new RegExp(`(?:^|[:：([{–—|,;、（「·•-])[^\\p{L}\\p{N}]*${LEAD}$`, 'iu');
const NEW_BEHIND = /^[^\p{L}\p{N}:：)\]}–—|,;、）」·•([-]*(?:$|[:：)\]}–—|,;、）」·•([-])/u;

/** Whether the form stands as it has to: many a word and number is a date only by itself. */
function stands(format: DateFormat, text: string, start: number, end: number): boolean {
  if (format.stands === undefined) return true;
  const before = text.slice(0, start);
  const behind = text.slice(end);
  if (format.stands === 'whole') return NOTHING_BEFORE.test(before) && NOTHING_BEHIND.test(behind);
  return NEW_BEFORE.test(before) && (format.stands === 'behind' || NEW_BEHIND.test(behind));
}

const RANGE = ' to the same';
const JOINT = new RegExp(TO, 'iuy');

/** A range whose ends are dates of one form: "Q4 2025 – Q1 2026". */
function rangeFrom(first: FoundDate, text: string, context: DateContext): FoundDate | undefined {
  const joined = endOfJoint(text, first.end);
  const row = ROWS.get(first.format);
  if (joined === undefined || !row || !isPlain(first.read)) return undefined;
  const last = firstOfRow(row, text.slice(joined), context);
  if (last?.start !== 0 || !isPlain(last.read)) return undefined;
  const read = readEnds(first.read, last.read);
  const end = joined + last.end;
  return (
    read && {
      format: first.format + RANGE,
      start: first.start,
      end,
      text: text.slice(first.start, end),
      read,
    }
  );
}

const isPlain = (read: Reading): read is Period => 'start' in read && read.ambiguous === undefined;

function endOfJoint(text: string, from: number): number | undefined {
  JOINT.lastIndex = from;
  return JOINT.test(text) ? JOINT.lastIndex : undefined;
}

/** An example to write by: a date that was found, or what is known of one. */
export interface DateExample {
  readonly format: string;
  readonly text: string;
  readonly read?: Reading;
}

/**
 * A day or a period in the form and manner of a date that was found. ISO where that form names no such period: no day is
 * a quarter, and "next week" can't be written for good.
 */
export function writeDate(value: CivilDate | Period, like: DateExample | undefined): string {
  const period = typeof value === 'string' ? day(value) : value;
  if (like?.read && 'start' in like.read && isSame(like.read, period)) return like.text;
  return (like && writeLike(period, like)) ?? inIso(period);
}

function writeLike(period: Period, { format, text }: DateExample): string | undefined {
  const order = /^(?:day|month)(?=\/)/u.exec(format)?.[0];
  const context: DateContext = { dayFirst: order === undefined ? undefined : order === 'day' };
  const isRange = format.endsWith(RANGE);
  const row = ROWS.get(isRange ? format.slice(0, -RANGE.length) : format);
  const written =
    row && (isRange ? writeRange(row, period, text, context) : writeGroups(row.format, period, text));
  if (written === undefined) return undefined;
  // What wouldn't be read as it was meant isn't written.
  const again = findDate(written, context);
  return again?.text === written && 'start' in again.read && isSame(again.read, period) ? written : undefined;
}

/** Each end in the manner of its own. */
function writeRange(row: Row, period: Period, text: string, order: DateContext): string | undefined {
  // Whatever year: it only tells what kind of period the ends are.
  const first = firstOfRow(row, text, { ...order, year: 2000 });
  const joined = first && endOfJoint(text, first.end);
  if (!first || joined === undefined || !isPlain(first.read) || first.read.precision === 'span')
    return undefined;
  const { precision } = first.read;
  const start = writeGroups(row.format, unitAt(precision, period.start), first.text);
  const end = writeGroups(row.format, unitAt(precision, period.end), text.slice(joined));
  return start && end && start + text.slice(first.end, joined) + end;
}

const isSame = (a: Period, b: Period): boolean =>
  a.start === b.start && a.end === b.end && a.precision === b.precision;
