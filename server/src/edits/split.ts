import type { Item, Roadmap } from '../roadmap/model.ts';
import { lineAround, lineBreakAt } from './example.ts';
import type { Edit } from './edit.ts';

const isInList = ({ kind, because }: Item): boolean =>
  (kind === 'task' || kind === 'bullet' || kind === 'numbered') &&
  because.reason !== 'column' &&
  because.reason !== 'front-matter';

/** Two items of one, where its title is broken: the second begins with the same marks, and has what stood behind. */
export function splitItem({ text }: Roadmap, item: Item, offset: number): Edit[] {
  const { titleSpan, own, content, box } = item;
  if (!isInList(item) || offset <= titleSpan.start || offset >= titleSpan.end) return [];
  const before = text.slice(titleSpan.start, offset);
  const behind = text.slice(offset, titleSpan.end);
  const [left] = LEFT.exec(before) ?? [''];
  const [right] = RIGHT.exec(behind) ?? [''];
  // In the middle of a word, nobody means to.
  if (!/[\s,;]/u.test(text.slice(offset - 1, offset + 1))) return [];
  if (left.length === before.length || right.length === behind.length) return [];
  const { start } = lineAround(text, { start: own.start, end: own.start });
  const marker = text.slice(start, content.start);
  const marks = box
    ? marker.slice(0, box.span.start - start) + box.mark + marker.slice(box.span.end - start)
    : marker;
  const next = marks.replace(/(?<=^[ \t>]*)\d{1,9}(?=[.)])/u, (number) => String(Number(number) + 1));
  return [
    {
      span: { start: offset - left.length, end: offset + right.length },
      text: lineBreakAt(text, offset) + next,
    },
  ];
}
const LEFT = /[\s,;&+]+$/u;
const RIGHT = /^[\s,;&+]*(?:(?:and|und|et|y|e|och)\s+)?/u;

/** The item that stands next to this one and can be one with it. */
export function mergeable({ items, text }: Roadmap, item: Item): Item | undefined {
  const next = items[items.indexOf(item) + 1];
  const isShort = (one: Item): boolean => !/[\r\n]/u.test(text.slice(one.span.start, one.span.end));
  const isAlike =
    next?.parent === item.parent &&
    next?.section === item.section &&
    next?.kind === item.kind &&
    next.status === item.status &&
    next.box?.mark === item.box?.mark;
  if (!next || !isAlike || !isInList(item) || !isShort(item) || !isShort(next)) return undefined;
  // What the first says of itself would stand in the middle.
  return Object.keys(item.fields).length === 0 &&
    /^(?:\r\n|\n|\r)[ \t>]*$/u.test(text.slice(item.span.end, next.own.start))
    ? next
    : undefined;
}

/** One item of two: the title of the second follows that of the first. */
export function mergeItems(roadmap: Roadmap, item: Item): Edit[] {
  const next = mergeable(roadmap, item);
  return next ? [{ span: { start: item.inline.end, end: next.content.start }, text: ', ' }] : [];
}
