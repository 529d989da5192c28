/**
 * Writing by example: a new field is written as the document writes that field elsewhere, with its label, its marks
 * and its place, because people have a style and no syntax.
 */
import type { FieldName, Item, Placement, Roadmap, Stated } from '../roadmap/model.ts';
import { defaultLabel } from '../roadmap/notations/index.ts';
import { insertAt, type Edit } from './edit.ts';

/** What stands around a value: ` - *Due: ` and `*`. */
interface Template {
  readonly before: string;
  readonly after: string;
  readonly placement: Placement;
  /** Of a date: an example of the form that it is written in. */
  readonly like?: { readonly format: string; readonly text: string };
}

function lineStart(text: string, offset: number): number {
  return Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
}

function templateOf(text: string, stated: Stated<unknown>): Template {
  const { whole, span, placement, format } = stated;
  // A field with a line of its own keeps its bullet, but not its indentation.
  const from = placement === 'below' ? lineStart(text, whole.start) : whole.start;
  const before = text.slice(from, span.start);
  return {
    before: placement === 'below' ? before.replace(/^[\s>]*/u, '') : before,
    after: text.slice(span.end, whole.end),
    placement,
    ...(format === undefined ? {} : { like: { format, text: stated.text } }),
  };
}

/** The most usual way in which the document writes the field on such items; the item itself is no example. */
export function exampleOf(roadmap: Roadmap, field: FieldName, item: Item): Template | undefined {
  const heading = item.kind === 'heading';
  const counted = new Map<string, { template: Template; times: number }>();
  for (const other of roadmap.items) {
    const stated = other.fields[field];
    if (!stated || other.id === item.id || (other.kind === 'heading') !== heading) continue;
    const template = templateOf(roadmap.text, stated);
    const key = [template.placement, template.before, template.after].join('\0');
    const seen = counted.get(key);
    counted.set(key, { template: seen?.template ?? template, times: (seen?.times ?? 0) + 1 });
  }
  return [...counted.values()].sort((a, b) => b.times - a.times)[0]?.template;
}

/** For documents without an example. Owners get a line of their own, as there may be many; dates stay with the title. */
function defaultTemplate(field: FieldName, item: Item): Template {
  const label = defaultLabel(field);
  if (item.kind === 'heading') return { before: `**${label}:** `, after: '', placement: 'below' };
  if (field === 'owners') return { before: `- ${label}: `, after: '', placement: 'below' };
  return { before: ` - *${label}: `, after: '*', placement: 'inline' };
}

export const templateFor = (roadmap: Roadmap, field: FieldName, item: Item): Template =>
  exampleOf(roadmap, field, item) ?? defaultTemplate(field, item);

/** The edit that adds the field to an item that doesn't state it. */
export function addField(roadmap: Roadmap, item: Item, template: Template, value: string): Edit {
  const written = template.before + value + template.after;
  if (template.placement === 'inline') {
    const spaced = /^\s/u.test(written) ? written : ` ${written}`;
    return insertAt(item.kind === 'heading' ? item.content.end : item.inlineEnd, spaced);
  }
  return item.kind === 'heading' ? addBelowHeading(roadmap.text, item, written) : addBelowItem(roadmap.text, item, written);
}

/** The line break that the document uses around the offset. */
export function lineBreakAt(text: string, offset: number): string {
  return /\r\n|\n|\r/u.exec(text.slice(offset))?.[0] ?? /\r\n|\n|\r/u.exec(text)?.[0] ?? '\n';
}

function endOfLine(text: string, offset: number): number {
  return offset + (/[\r\n]|$/u.exec(text.slice(offset))?.index ?? 0);
}

/** A sub-bullet, first beneath the title, at the indentation of those that are there. */
function addBelowItem(text: string, item: Item, written: string): Edit {
  const end = endOfLine(text, item.inlineEnd);
  const rest = text.slice(end, item.span.end);
  const sibling = /^(?:\r\n|\n|\r)(?<indent>[ \t>]*)(?:[-*+]|\d+[.)])[ \t]/u.exec(rest);
  const indent = sibling?.groups?.['indent'] ?? childIndent(text, item);
  const bullet = /^(?:[-*+]|\d+[.)])\s/u.test(written) ? written : `- ${written}`;
  return insertAt(end, lineBreakAt(text, end) + indent + bullet);
}

/** The column where an item's content begins, in the characters that lead there: quote marks and tabs stay. */
function childIndent(text: string, item: Item): string {
  const start = lineStart(text, item.own.start);
  const marker = /^(?:[-*+]|\d+[.)])[ \t]+/u.exec(text.slice(item.own.start, item.content.end))?.[0] ?? '- ';
  return text.slice(start, item.own.start).replace(/[^\s>]/gu, ' ') + marker.replace(/\S/gu, ' ');
}

/** A line beneath the heading. A paragraph that follows at once is kept apart from it. */
export function addBelowHeading(text: string, { own }: Pick<Item, 'own'>, written: string): Edit {
  const headingEnd = endOfLine(text, own.start);
  // The underline of a setext heading belongs to it.
  const underline = /^(?:\r\n|\n|\r)[ \t]*(?:=+|-+)[ \t]*(?=[\r\n]|$)/u.exec(text.slice(headingEnd))?.[0] ?? '';
  const end = headingEnd + underline.length;
  const lineBreak = lineBreakAt(text, end);
  const next = /^(?:\r\n|\n|\r)([^\r\n]*)/u.exec(text.slice(end))?.[1] ?? '';
  const joins = next.trim() !== '' && !/^\s{0,3}(?:#|[-*+]\s|\d+[.)]\s|>|```|~~~)/u.test(next);
  return insertAt(end, lineBreak + written + (joins ? lineBreak : ''));
}
