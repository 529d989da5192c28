import type { Position, SelectionRange } from 'vscode-languageserver';
import { partsOf, type Span, type Stated, type StatedFields } from '../roadmap/model.ts';
import type { RoadmapDocument } from '../workspace/document.ts';
import { endOfLines } from './extents.ts';
import { holds } from './places.ts';

/** What a selection grows over: a word, a value, its field, the item's line, the item, its section, the document. */
export function selectionRanges(document: RoadmapDocument, positions: readonly Position[]): SelectionRange[] {
  return positions.map((position) => {
    const offset = document.lines.offsetAt(position);
    let chain: SelectionRange | undefined;
    for (const span of nested(spansAround(document, offset)).reverse()) {
      const range = document.lines.rangeOf(span);
      chain = chain ? { range, parent: chain } : { range };
    }
    return chain ?? { range: { start: position, end: position } };
  });
}

function spansAround({ roadmap }: RoadmapDocument, offset: number): Span[] {
  const { text, items, sections } = roadmap;
  const spans: Span[] = [{ start: 0, end: text.length }];
  const add = (span: Span): void => {
    const end = endOfLines(text, span.start, Math.min(span.end, text.length));
    spans.push({ start: span.start, end });
  };
  const addFields = (fields: StatedFields): void => {
    for (const stated of Object.values(fields)) {
      spans.push(stated.span, stated.whole);
      if (Array.isArray(stated.value)) spans.push(...partsOf(stated as Stated<readonly string[]>));
    }
  };
  for (const section of sections)
    if (holds(section.span, offset)) {
      add(section.span);
      add(section.heading);
      addFields(section.fields);
    }
  for (const item of items)
    if (holds(item.span, offset)) {
      for (const span of [item.span, item.own, item.content, item.titleSpan]) add(span);
      addFields(item.fields);
    }
  const word = wordAt(text, offset);
  return [...spans, ...(word ? [word] : [])].filter((span) => holds(span, offset));
}

/** Each within the next, and none twice; what overlaps the one before is left out. */
function nested(spans: readonly Span[]): Span[] {
  const chain: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.end - a.start - (b.end - b.start))) {
    const inner = chain.at(-1);
    if (span.end === span.start) continue;
    if (
      !inner ||
      (span.start <= inner.start && inner.end <= span.end && span.end - span.start > inner.end - inner.start)
    )
      chain.push(span);
  }
  return chain;
}

/** A word is short: more needn't be looked at. */
const LONGEST_WORD = 100;

function wordAt(text: string, offset: number): Span | undefined {
  const before =
    /[\p{L}\p{N}\p{M}_'’]*$/u.exec(text.slice(Math.max(0, offset - LONGEST_WORD), offset))?.[0] ?? '';
  const behind = /^[\p{L}\p{N}\p{M}_'’]*/u.exec(text.slice(offset, offset + LONGEST_WORD))?.[0] ?? '';
  return before + behind === '' ? undefined : { start: offset - before.length, end: offset + behind.length };
}
