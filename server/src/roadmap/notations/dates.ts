import { findDate, writeDate, type DateContext } from '../dates/formats.ts';
import type { Period } from '../dates/period.ts';
import type { Like, ReadResult } from './notation.ts';

/** Words that may stand between a label and its date. */
const LEAD = /^(?:[~≈*_\s(]|by|before|until|on|end of|est\.?|target(?:ed)?(?: for)?|complete by|is|the)*$/iu;

/** A date that the text begins with, but for words such as "by". */
export function readDate(text: string, context: DateContext): ReadResult<Period> {
  const found = findDate(text, context);
  return found && LEAD.test(text.slice(0, found.start)) ? resultOf(found) : undefined;
}

function resultOf(found: NonNullable<ReturnType<typeof findDate>>): ReadResult<Period> {
  const { start, end, read, format } = found;
  if ('candidates' in read)
    return { invalid: { start, end, candidates: read.candidates.map((date) => writeDate(date, found)) } };
  return { value: read, start, end, format };
}

/** The period in the form and manner of one that was read. */
export function writePeriod(period: Period, { text, format }: Like): string {
  return writeDate(period.end, format === undefined ? undefined : { format, text });
}
