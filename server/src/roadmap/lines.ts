import { bytesIn, unitsIn, type PositionEncoding } from './columns.ts';
import type { Span } from './model.ts';

/** Without these, a byte of UTF-8 is a code unit. */
const BEYOND_ASCII = /[^\0-\x7f]/;
/** How many lines a span may have for its end to be looked for from its beginning. */
const NEAR = 8;

/** A place in a text: line and column from 0, the column as the client counts it. */
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
  /** Where columns aren't code units, what they are counted in. */
  readonly #counted: string | undefined;

  constructor(text: string, encoding: PositionEncoding = 'utf-16') {
    const starts = [0];
    for (const { index, 0: ending } of text.matchAll(/\r\n|\n|\r/g)) starts.push(index + ending.length);
    this.#starts = starts;
    this.#length = text.length;
    if (encoding === 'utf-8' && BEYOND_ASCII.test(text)) this.#counted = text;
  }

  offsetAt({ line, character }: Position): number {
    const start = this.#starts[line] ?? this.#length;
    const end = this.#starts[line + 1] ?? this.#length;
    return this.#counted === undefined
      ? Math.min(start + character, end)
      : start + unitsIn(this.#counted, start, end, character);
  }

  positionAt(offset: number): Position {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low, character: this.#column(low, offset) };
  }

  rangeOf(span: Span): { start: Position; end: Position } {
    const start = this.positionAt(span.start);
    // Most spans end in the line in which they begin, or soon after: no second search.
    for (let line = start.line; line < start.line + NEAR; line++)
      if (span.end < (this.#starts[line + 1] ?? Infinity))
        return { start, end: { line, character: this.#column(line, span.end) } };
    return { start, end: this.positionAt(span.end) };
  }

  #column(line: number, offset: number): number {
    const start = this.#starts[line] ?? 0;
    return this.#counted === undefined ? offset - start : bytesIn(this.#counted, start, offset);
  }
}
