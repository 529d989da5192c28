import type { Item, Roadmap, Section, Span } from '../roadmap/model.ts';
import { blockOf, type Block } from './blocks.ts';
import { insertAt, type Edit } from './edit.ts';
import { lineBreakAt } from './example.ts';
import { keepingItems } from './meaning.ts';

const isDone = ({ status }: Item): boolean => status === 'done';

/** Items of lists that are done, with all beneath them, and don't stand among the completed ones. */
export function doneItems({ items }: Roadmap): Item[] {
  const open = new Set<Item>();
  for (const item of items)
    if (!isDone(item)) for (let above = item.parent; above; above = above.parent) open.add(above);
  return items.filter(
    (item) =>
      (item.kind === 'task' || item.kind === 'bullet') &&
      isDone(item) &&
      !open.has(item) &&
      item.because.reason !== 'front-matter' &&
      (item.parent === undefined || item.parent.kind === 'heading') &&
      item.section?.kind !== 'done',
  );
}

/**
 * Moves what is done, byte for byte, to the end of the document's section of completed things, or of a new one; nothing
 * where it would be read otherwise there.
 */
export const moveDone = (roadmap: Roadmap): readonly Edit[] => keepingItems(roadmap, moves(roadmap));

function moves(roadmap: Roadmap): Edit[] {
  const { text, sections } = roadmap;
  const blocks = doneItems(roadmap).map((item) => blockOf(roadmap, item));
  if (blocks.length === 0) return [];
  const lineBreak = lineBreakAt(text, 0);
  const moved = blocks.map(({ span }) => text.slice(span.start, span.end)).join(lineBreak);
  const section = sections.find(({ kind }) => kind === 'done');
  if (section) return [...removed(roadmap, blocks), append(roadmap, section, moved)];
  // What the document ends with needs no other place than that behind the new heading.
  let end = text.trimEnd().length;
  const left = [...blocks];
  for (let last = left.at(-1); last?.span.end === end; last = left.at(-1)) {
    end = text.slice(0, last.span.start).trimEnd().length;
    left.pop();
  }
  return [...removed(roadmap, left), found(roadmap, { start: end, end: text.trimEnd().length }, moved)];
}

/** Without their lines; of empty lines on both sides, one side stays. */
function removed({ text }: Roadmap, blocks: readonly Block[]): Edit[] {
  return blocks.map(({ span }) => {
    const end = span.end + (LINE_BREAK.exec(text.slice(span.end))?.[0].length ?? 0);
    const isLast = end === span.end;
    const before = isLast
      ? (BREAK_BEFORE.exec(text.slice(Math.max(0, span.start - 2), span.start))?.[0].length ?? 0)
      : 0;
    const blank = isBlankBefore(text, span.start) ? (BLANK_LINES.exec(text.slice(end))?.[0].length ?? 0) : 0;
    return { span: { start: span.start - before, end: end + blank }, text: '' };
  });
}
const LINE_BREAK = /^(?:\r\n|\n|\r)/u;
const BREAK_BEFORE = /(?:\r\n|\n|\r)$/u;
const BLANK_LINES = /^(?:[ \t]*(?:\r\n|\n|\r))+/u;
/** How far back an empty line is looked for: white space of more than that is no empty line. */
const NEAR = 200;
const isBlankBefore = (text: string, at: number): boolean =>
  /(?:^|\n|\r(?!\n))[ \t]*(?:\r\n|\n|\r)$/u.test(text.slice(Math.max(0, at - NEAR), at));

/** Behind the section's last item, else beneath its heading. */
function append(roadmap: Roadmap, section: Section, moved: string): Edit {
  const { text, items } = roadmap;
  const own = items.filter(
    (item) =>
      item.section?.heading.start === section.heading.start && item.kind !== 'row' && item.kind !== 'heading',
  );
  const last = own.filter(({ parent }) => parent === undefined || parent.kind === 'heading').at(-1);
  const at = last ? blockOf(roadmap, last).span.end : section.heading.end;
  const lineBreak = lineBreakAt(text, at);
  return insertAt(at, lineBreak + (last ? '' : lineBreak) + moved);
}

/** A heading of the depth that the others have which hold items. */
function found({ text, items }: Roadmap, span: Span, moved: string): Edit {
  const depth = Math.min(
    6,
    ...items.flatMap(({ section }) => (section && !section.isDocumentTitle ? [section.depth] : [])),
  );
  const lineBreak = lineBreakAt(text, 0);
  const heading = `${'#'.repeat(Number.isFinite(depth) && depth < 6 ? depth : 2)} Completed`;
  return { span, text: lineBreak + lineBreak + heading + lineBreak + lineBreak + moved };
}
