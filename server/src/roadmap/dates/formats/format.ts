import type { CivilDate } from '../civil.ts';
import type { DateContext } from '../context.ts';
import type { Period } from '../period.ts';
import { LETTER } from '../words.ts';

/** A date that the calendar doesn't have (30 February), with the days that may have been meant, the likeliest first. */
export interface ImpossibleDate {
  readonly candidates: readonly CivilDate[];
}

export type Reading = Period | ImpossibleDate;

/** The parts of a date as a text writes them, by the names of the pattern's groups. */
export type Groups = Readonly<Record<string, string | undefined>>;

/**
 * One way of writing dates. Its groups have the names that `readGroups` and `writeGroups` know: `day`, `month` (a
 * name), `monthNumber`, `quarter`, `half`, `week`, `year`; `last…` for the end of a range, `firstYear` for its start.
 */
export interface DateFormat {
  readonly id: string;
  /** For the documentation: a date in this form and no other. */
  readonly example: string;
  /** The form, to be found anywhere in a text; words are matched in any case. */
  readonly pattern: string;
  /** What it means, where the groups alone don't tell. `undefined`: not a date after all. */
  readonly read?: (groups: Groups, context: DateContext) => Reading | undefined;
  /**
   * What has to stand around it: `behind` the text's beginning or a mark that begins a new thought, such a mark on both
   * sides (`segment`), or nothing else at all (`whole`). For forms that are words or numbers elsewhere.
   */
  readonly stands?: 'behind' | 'segment' | 'whole';
  /** Whether numbers from 1 to 9 have a zero before them, where the sample doesn't show. */
  readonly padded?: boolean;
  /** Adds the year to a date that was written without one. */
  readonly withYear?: (text: string, year: number) => string;
  /** Tells what can be read only, and is written as ISO instead. */
  readonly readOnly?: boolean;
}

export const YEAR = '(?<year>\\d{4})';
/** Behind a letter, another number or what glues a date to a name, it isn't one: `v2025.1.2`, `report-2025-07-01`. */
export const START = `(?<![${LETTER}\\d.,/-]|[${LETTER}\\d]_)`;
/** Names of months and quarters aren't glued to what stands before them either. */
export const NAME_START = `(?<![${LETTER}\\d]|[${LETTER}\\d][-_/])`;
/** Nothing that makes another number, or a file name, of it. */
export const END = `(?![${LETTER}\\d]|[./_-]\\d|_[${LETTER}]|\\.[a-z]{2,4}(?![${LETTER}]))`;
/** What may stand between day, month and year: "15 de julho de 2025". */
export const OF = '(?:(?:\\s+(?:of|de|del|di))?\\s+|-|/)';
/** A number that counts something else: "March 3 days", "May 1.5". */
export const NO_AMOUNT =
  '(?!\\d|[,.:]?\\s*\\d|\\s*(?:%|days?|weeks?|months?|years?|hours?|items?|tasks?|users?)(?![a-z]))';
