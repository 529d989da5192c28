import type { Span } from '../roadmap/model.ts';

/** Replaces a stretch of the text; where the span is empty, an insertion. */
export interface Edit {
  readonly span: Span;
  readonly text: string;
}

export const insertAt = (offset: number, text: string): Edit => ({
  span: { start: offset, end: offset },
  text,
});

/** The text with edits applied; they must not overlap. Edits at one place are applied in their order. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = '';
  let done = 0;
  for (const { span, text: replacement } of [...edits].sort((a, b) => a.span.start - b.span.start)) {
    result += text.slice(done, span.start) + replacement;
    done = span.end;
  }
  return result + text.slice(done);
}
