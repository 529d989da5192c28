import { findCalendarDate, findToldDate, writeDate, type DateContext } from '../dates/formats.ts';
import type { FoundDate } from '../dates/formats.ts';
import { findWithin } from '../dates/horizons.ts';
import type { Period } from '../dates/period.ts';
import { COUNTED_UNIT, LEADING_WORDS, RANGE_WORDS, UNIT, WEEKDAYS } from '../dates/words.ts';
import type { Like, ReadResult } from './notation.ts';

/** A number of the plan's or a duration, whose dates follow in brackets: "Days 10-11 (October 17-19)", "5 weeks (…)". */
const EXPLAINED = `(?:(?:${COUNTED_UNIT}|sprints?|phase|q)\\s*\\d+(?:\\s?[-–]\\s?\\d+)?|\\d+(?:\\s?[-–]\\s?\\d+)?\\+?\\s*(?:${UNIT}))\\s*\\(`;
const between = (words: string): RegExp =>
  new RegExp(
    `^[*_\\s]*(?:${EXPLAINED})?(?:[~≈*_\\s("'\\[]|(?:${words})(?=\\s)|(?:${WEEKDAYS})(?=[\\s,.])[,.]?)*$`,
    'iu',
  );
/** Words that may stand between a label and its date, and those before a range: "du 20 au 26 octobre". */
const LEAD = between(LEADING_WORDS);
const RANGE_LEAD = between(`${LEADING_WORDS}|${RANGE_WORDS}`);
/** No date stands further behind its label. */
const LONGEST = 200;

/** A date that the text begins with, but for words such as "by". */
export function readDate(text: string, context: DateContext): ReadResult<Period> {
  const beginning = text.slice(0, LONGEST);
  const leads = ({ start, end, read }: Omit<FoundDate, 'format' | 'text'>): boolean =>
    (end < LONGEST || text.length === end) &&
    ('start' in read && read.precision === 'span' ? RANGE_LEAD : LEAD).test(beginning.slice(0, start));
  for (const find of [findCalendarDate, findToldDate]) {
    const found = find(beginning, context);
    if (found && leads(found)) return resultOf(found);
  }
  const within = findWithin(beginning, context);
  return within && leads(within)
    ? { value: within.read, start: within.start, end: within.end, format: 'within' }
    : undefined;
}

function resultOf(found: FoundDate): ReadResult<Period> {
  const { start, end, read, format } = found;
  if ('candidates' in read)
    return { invalid: { start, end, candidates: read.candidates.map((date) => writeDate(date, found)) } };
  return { value: read, start, end, format };
}

/** The period in the form and manner of one that was read. */
export function writePeriod(period: Period, { text, format, read }: Like<Period>): string {
  return writeDate(
    period,
    format === undefined ? undefined : { format, text, ...(read === undefined ? {} : { read }) },
  );
}
