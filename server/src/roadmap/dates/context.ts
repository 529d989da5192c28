import type { CivilDate } from './civil.ts';

/** What a text is read against: all that a document says of its own time. */
export interface DateContext {
  /** The document's own date ("Last Updated"): what "this week" and "within 3 days" count from. */
  readonly reference?: CivilDate | undefined;
  /** The year that the document speaks of, for dates that name none. */
  readonly year?: number | undefined;
  /** Day 1 of the plan: what "Week 3" and "J+2" count from. */
  readonly start?: CivilDate | undefined;
  /** What the document numbers from 1 more than once (the days of each week), so that no number tells which is meant. */
  readonly renumbered?: readonly ('day' | 'week' | 'month')[] | undefined;
  /** Whether 3/4/2025 is the third of April; unknown where the document has no date that shows it. */
  readonly dayFirst?: boolean | undefined;
}

/** The year of a date that names none. */
export const yearIn = ({ year, reference }: DateContext): number | undefined =>
  year ?? (reference === undefined ? undefined : Number(reference.slice(0, 4)));
