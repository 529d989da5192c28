import type { PositionEncoding } from '../columns.ts';
import { LineIndex, type Lines, type Position } from '../lines.ts';
import type { Span } from '../model.ts';
import type { Chapter } from './chapter.ts';
import { PlacedSpan, type Place } from './place.ts';

/** Chapters keep their lines as long as they stay; each is looked through when something in it is asked for. */
const INDEXES: Readonly<Record<PositionEncoding, WeakMap<Chapter, LineIndex>>> = {
  'utf-16': new WeakMap(),
  'utf-8': new WeakMap(),
};

function linesIn(chapter: Chapter, encoding: PositionEncoding): LineIndex {
  const known = INDEXES[encoding].get(chapter);
  if (known) return known;
  const index = new LineIndex(chapter.text, encoding);
  INDEXES[encoding].set(chapter, index);
  return index;
}

/** The lines of a document of chapters: what they know of themselves, and where they stand. */
export class ChapterLines implements Lines {
  readonly #chapters: readonly Chapter[];
  readonly #encoding: PositionEncoding;
  #byPlace: ReadonlyMap<Place, Chapter> | undefined;

  constructor(chapters: readonly Chapter[], encoding: PositionEncoding) {
    this.#encoding = encoding;
    this.#chapters = chapters;
  }

  offsetAt(position: Position): number {
    const chapter = this.#last(({ place }) => place.line <= position.line);
    if (!chapter) return 0;
    const { line, offset } = chapter.place;
    return offset + linesIn(chapter, this.#encoding).offsetAt({ ...position, line: position.line - line });
  }

  positionAt(offset: number): Position {
    const chapter = this.#last(({ place }) => place.offset <= offset);
    if (!chapter) return { line: 0, character: 0 };
    return below(
      chapter.place.line,
      linesIn(chapter, this.#encoding).positionAt(offset - chapter.place.offset),
    );
  }

  rangeOf(span: Span): { start: Position; end: Position } {
    this.#byPlace ??= new Map(this.#chapters.map((one) => [one.place, one]));
    const chapter = span instanceof PlacedSpan ? this.#byPlace.get(span.place) : undefined;
    if (!chapter || !(span instanceof PlacedSpan) || span.to === Infinity)
      return { start: this.positionAt(span.start), end: this.positionAt(span.end) };
    const { start, end } = linesIn(chapter, this.#encoding).rangeOf({ start: span.from, end: span.to });
    return { start: below(chapter.place.line, start), end: below(chapter.place.line, end) };
  }

  #last(isBefore: (chapter: Chapter) => boolean): Chapter | undefined {
    let low = 0;
    let high = this.#chapters.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      const chapter = this.#chapters[middle];
      if (chapter && isBefore(chapter)) low = middle;
      else high = middle - 1;
    }
    return this.#chapters[low];
  }
}

const below = (lines: number, { line, character }: Position): Position => ({ line: line + lines, character });
