/** Texts with marks in them: `‸` is a cursor, `⟦…⟧` a stretch that is expected or asked for. */
import assert from 'node:assert/strict';
import { LineIndex, type Position } from '../../server/src/roadmap/lines.ts';

export interface Marked {
  /** Without the marks. */
  readonly text: string;
  readonly cursors: readonly Position[];
  readonly ranges: readonly { start: Position; end: Position }[];
}

export function marked(...lines: string[]): Marked {
  let text = '';
  const cursors: number[] = [];
  const open: number[] = [];
  const spans: { start: number; end: number }[] = [];
  for (const character of lines.map((line) => `${line}\n`).join('')) {
    if (character === '‸') cursors.push(text.length);
    else if (character === '⟦') open.push(text.length);
    else if (character === '⟧')
      spans.push({ start: open.pop() ?? assert.fail('⟧ without ⟦'), end: text.length });
    else text += character;
  }
  assert.deepEqual(open, []);
  const index = new LineIndex(text);
  return {
    text,
    cursors: cursors.map((offset) => index.positionAt(offset)),
    ranges: spans.sort((a, b) => a.start - b.start || b.end - a.end).map((span) => index.rangeOf(span)),
  };
}

/** The text with its ranges marked again: what two lists of ranges are compared by. */
export function mark(text: string, ranges: readonly { start: Position; end: Position }[]): string[] {
  const index = new LineIndex(text);
  const marks = ranges.flatMap(({ start, end }) => [
    { at: index.offsetAt(start), mark: '⟦' },
    { at: index.offsetAt(end), mark: '⟧' },
  ]);
  let result = text;
  for (const { at, mark: sign } of marks.sort((a, b) => b.at - a.at || (a.mark < b.mark ? 1 : -1)))
    result = result.slice(0, at) + sign + result.slice(at);
  return result.split('\n').slice(0, -1);
}
