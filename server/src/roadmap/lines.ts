import type { Span } from './model.ts';

/** How many lines a span may have for its end to be looked for from its beginning. */
const NEAR = 8;

/** A place in a text: line and column from 0, the column in UTF-16 code units. */
export interface Position {
  line: number;
  character: number;
}

/** Leads from offsets to lines and columns, and back. */
export interface Lines {
  /** The offset of a position; past a line's end, that of the next line's beginning. */
  offsetAt(position: Position): number;
  positionAt(offset: number): Position;
  rangeOf(span: Span): { start: Position; end: Position };
}

/** Where lines begin, so that offsets become lines and columns. Lines end with CRLF, LF or CR. */
export class LineIndex implements Lines {
  readonly #starts: readonly number[];
  readonly #length: number;

  constructor(text: string) {
    const starts = [0];
    for (const { index, 0: ending } of text.matchAll(/\r\n|\n|\r/g)) starts.push(index + ending.length);
    this.#starts = starts;
    this.#length = text.length;
  }

  offsetAt({ line, character }: Position): number {
    const start = this.#starts[line] ?? this.#length;
    return Math.min(start + character, this.#starts[line + 1] ?? this.#length);
  }

  positionAt(offset: number): Position {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low, character: offset - (this.#starts[low] ?? 0) };
  }

  rangeOf(span: Span): { start: Position; end: Position } {
    const start = this.positionAt(span.start);
    // Most spans end in the line in which they begin, or soon after: no second search.
    for (let line = start.line; line < start.line + NEAR; line++)
      if (span.end < (this.#starts[line + 1] ?? Infinity))
        return { start, end: { line, character: span.end - (this.#starts[line] ?? 0) } };
    return { start, end: this.positionAt(span.end) };
  }
}
