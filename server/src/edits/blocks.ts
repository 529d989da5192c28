/** Items as whole lines, with all that belongs to them, so that they can be moved without a change of their bytes. */
import type { Item, Roadmap, Section, Span } from '../roadmap/model.ts';
import { lineAround } from './example.ts';

/** An item's lines, without the last one's break. */
export interface Block {
  readonly item: Item;
  readonly span: Span;
}

/** Neighbours of one kind that may change places: bullets of one list and depth, or rows of one table. */
export type Run = readonly Block[];

/** Numbers tell an order, headings hold chapters, and cards share their lines: those stay where they are. */
const mayMove = ({ kind, because }: Item): boolean =>
  (kind === 'task' || kind === 'bullet' || kind === 'row') &&
  because.reason !== 'column' &&
  because.reason !== 'front-matter';

export const blockOf = ({ text }: Roadmap, item: Item): Block => ({
  item,
  span: lineAround(text, item.span),
});

/** What has to be alike for items to be of one run: what they stand in, and what their lines begin with. */
function markOf(text: string, { item, span }: Block): string {
  const before = text.slice(span.start, item.own.start);
  return item.kind === 'row' ? 'row' : `${before}${text.charAt(item.own.start)}`;
}

/** The runs of the document, or of one of its sections; sections within it are none of its own. */
export function runsOf(roadmap: Roadmap, section?: Section): Run[] {
  const { text } = roadmap;
  const runs: Block[][] = [];
  const open = new Map<Item | undefined, Block[]>();
  for (const item of roadmap.items) {
    if (!mayMove(item) || (section && item.section?.heading.start !== section.heading.start)) continue;
    const block = blockOf(roadmap, item);
    const run = open.get(item.parent);
    const last = run?.at(-1);
    if (run && last && joins(text, last, block)) run.push(block);
    else {
      const begun = [block];
      open.set(item.parent, begun);
      runs.push(begun);
    }
  }
  return runs.filter(({ length }) => length > 1);
}

const joins = (text: string, last: Block, next: Block): boolean =>
  last.item.section === next.item.section &&
  last.span.end <= next.span.start &&
  /^\s*$/u.test(text.slice(last.span.end, next.span.start)) &&
  markOf(text, last) === markOf(text, next);
