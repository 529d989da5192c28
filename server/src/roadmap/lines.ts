import type { Span } from './model.ts';

/** Where lines begin, so that offsets become lines and columns. Lines end with CRLF, LF or CR. */
export class LineIndex {
  readonly #starts: readonly number[];
  readonly #length: number;

  constructor(text: string) {
    const starts = [0];
    for (const { index, 0: ending } of text.matchAll(/\r\n|\n|\r/g)) starts.push(index + ending.length);
    this.#starts = starts;
    this.#length = text.length;
  }

  /** The offset of a position; past a line's end, that of the next line's beginning. */
  offsetAt({ line, character }: { line: number; character: number }): number {
    const start = this.#starts[line] ?? this.#length;
    return Math.min(start + character, this.#starts[line + 1] ?? this.#length);
  }

  /** Line and column of an offset, both from 0; the column in UTF-16 code units. */
  positionAt(offset: number): { line: number; character: number } {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low, character: offset - (this.#starts[low] ?? 0) };
  }

  rangeOf(span: Span): {
    start: { line: number; character: number };
    end: { line: number; character: number };
  } {
    return { start: this.positionAt(span.start), end: this.positionAt(span.end) };
  }
}
