import { FoldingRangeKind, type FoldingRange } from 'vscode-languageserver';
import type { Lines } from '../roadmap/lines.ts';
import type { Item, Section, Span } from '../roadmap/model.ts';
import { count } from '../roadmap/wording.ts';
import type { RoadmapDocument } from '../workspace/document.ts';
import { chapterwise } from './chapterwise.ts';
import { endOfLines } from './extents.ts';

/** What the client can do with folds. */
export interface FoldingSupport {
  /** A folded range may say what is in it. */
  readonly text: boolean;
  /** How many ranges the client takes; all where missing. */
  readonly limit?: number | undefined;
}

/**
 * Sections, items of several lines, and what is done several times in a row. Whole lines, which every client can fold. With a
 * limit, the outermost come first.
 */
export function foldingRanges(document: RoadmapDocument, support: FoldingSupport): FoldingRange[] {
  const { roadmap, lines, chapters } = document;
  const sections = roadmap.sections.flatMap(({ span }) =>
    fold(lines, { text: roadmap.text, start: 0 }, span, FoldingRangeKind.Region),
  );
  const items = chapters
    ? chapters.flatMap((read) => ofChapter(read, document))
    : foldsOf(roadmap.items, lines, { text: roadmap.text, start: 0 });
  const all = [...sections, ...items].slice(0, support.limit);
  return support.text ? all : all.map(withoutText);
}

function withoutText({ startLine, endLine, kind }: FoldingRange): FoldingRange {
  return { startLine, endLine, ...(kind === undefined ? {} : { kind }) };
}

const ofChapter = chapterwise(({ chapter, reading }, lines) =>
  foldsOf(reading.items, lines, { text: chapter.text, start: chapter.place.offset }),
);

/** A stretch of the document, and where it begins. */
interface Stretch {
  readonly text: string;
  readonly start: number;
}

function foldsOf(items: readonly Item[], lines: Lines, stretch: Stretch): FoldingRange[] {
  const runs = doneRuns(items).flatMap(({ first, last, size }) =>
    fold(lines, stretch, { start: first.own.start, end: last.span.end }, FoldingRangeKind.Comment).map(
      (range) => ({ ...range, collapsedText: count(size, 'item') + ' done' }),
    ),
  );
  // Headings are sections, which are folded already.
  const bullets = items.filter(({ kind }) => kind !== 'heading' && kind !== 'row');
  return [...runs, ...bullets.flatMap(({ span }) => fold(lines, stretch, span))];
}

interface Run {
  readonly first: Item;
  readonly last: Item;
  readonly size: number;
}

/** Neighbours that are done, two or more of them; what stands beneath one of them goes with it. */
function doneRuns(items: readonly Item[]): Run[] {
  const runs: Run[] = [];
  const open = new Map<Item | Section | undefined, Run>();
  for (const item of items) {
    if (item.kind === 'heading') continue;
    const around = item.parent ?? item.section;
    const run = open.get(around);
    if (item.status === 'done') {
      open.set(
        around,
        run ? { ...run, last: item, size: run.size + 1 } : { first: item, last: item, size: 1 },
      );
    } else if (run) {
      runs.push(run);
      open.delete(around);
    }
  }
  return [...runs, ...open.values()].filter(({ size }) => size > 1);
}

function fold(lines: Lines, { text, start }: Stretch, span: Span, kind?: FoldingRangeKind): FoldingRange[] {
  const end = start + endOfLines(text, span.start - start, Math.min(span.end - start, text.length));
  const { start: from, end: to } = lines.rangeOf({ start: span.start, end });
  return to.line > from.line
    ? [{ startLine: from.line, endLine: to.line, ...(kind === undefined ? {} : { kind }) }]
    : [];
}
