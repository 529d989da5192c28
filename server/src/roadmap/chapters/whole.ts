import { isSameList } from '../difference.ts';
import type { DocumentFields, InvalidDate } from '../model.ts';
import type { Chapter } from './chapter.ts';
import { readDocument, type DocumentReading } from './document.ts';
import { Placer } from './place.ts';
import type { DocumentView } from './reader.ts';

/** What the document as a whole says, and what it was told from. */
export interface Whole {
  /** By chapter. */
  readonly keys: readonly string[];
  readonly key: string;
  readonly view: DocumentView;
  readonly document: DocumentReading;
}

/** @param keys by chapter: where they are the same, so is what the document says */
export function wholeOf(
  chapters: readonly Chapter[],
  keys: readonly string[],
  earlier: Whole | undefined,
): Whole {
  if (earlier && isSameList(keys, earlier.keys)) return earlier;
  const surveys = chapters.map(({ survey }) => survey);
  const shape = {
    remarksStand: surveys.some(({ hasTicks }) => hasTicks),
    hasNoHeadings: surveys.every(({ blocks }) => blocks.length === 0),
    hasCrosses: surveys.some(({ hasCrosses }) => hasCrosses),
    hasSeveralTitles: surveys.reduce((sum, { titles }) => sum + titles.length, 0) > 1,
  };
  const document = readDocument(surveys.map(({ sayings }) => sayings));
  const key = JSON.stringify([shape, document.context]);
  // The same view, so that what was read in its light is known by it.
  const view = earlier?.key === key ? earlier.view : { ...shape, context: document.context };
  return { keys, key, view, document };
}

/** What the document says of itself, where it stands now. */
export function placedFields(
  { fields }: DocumentReading,
  chapters: readonly Chapter[],
  moves: boolean,
): DocumentFields {
  const placed: Record<string, unknown> = {};
  for (const [field, { stated, chapter }] of Object.entries(fields)) {
    const place = chapters[chapter]?.place;
    if (!place) continue;
    const copy = { ...stated };
    if (moves) new Placer(place).stated(copy);
    placed[field] = copy;
  }
  return placed;
}

export function placedInvalid(
  { invalid }: DocumentReading,
  chapters: readonly Chapter[],
  moves: boolean,
): InvalidDate[] {
  return invalid.map(({ date, chapter }) => {
    const copy = { ...date };
    const place = chapters[chapter]?.place;
    if (place && moves) new Placer(place).invalid(copy);
    return copy;
  });
}
