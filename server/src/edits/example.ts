/**
 * Writing by example: a new field is written as the document writes that field elsewhere, with its label, its marks
 * and its place, because people have a style and no syntax.
 */
import type { FieldName, FieldValues, Item, Placement, Roadmap, Span, Stated } from '../roadmap/model.ts';
import { labelForm } from '../roadmap/notations/forms.ts';
import { defaultLabel, writeValue } from '../roadmap/notations/index.ts';
import { insertAt, type Edit } from './edit.ts';

/** What stands around a value: ` - *Due: ` and `*`. */
export interface Template {
  readonly before: string;
  readonly after: string;
  readonly placement: Placement;
  /** A value that is written so. */
  readonly like?: Example;
}

/** A value in its template. */
export const surround = ({ before, after }: Template, value: string): string => before + value + after;

/** A value to write others by. */
export type Example = Pick<Stated<unknown>, 'text' | 'format' | 'notation'>;

/** The line that a place stands in, without its break. */
export const lineAround = (text: string, { start, end }: Span): Span => ({
  start: lineStart(text, start),
  end: endOfLine(text, end),
});

/** Character by character: what isn't in the text at all would be looked for up to its beginning. */
function lineStart(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && text[start - 1] !== '\n' && text[start - 1] !== '\r') start--;
  return start;
}

function templateOf(text: string, stated: Stated<unknown>): Template {
  const { whole, span, placement } = stated;
  // A field with a line of its own keeps its bullet, but not its indentation.
  const from = placement === 'below' ? lineStart(text, whole.start) : whole.start;
  const before = text.slice(from, span.start);
  const after = text.slice(span.end, whole.end);
  if (placement === 'inline' && isOneOfSeveral(text, whole))
    return { before: ` (${before}`, after: `${after})`, placement, like: stated };
  return {
    before: placement === 'below' ? before.replace(/^[\s>]*/u, '') : before,
    after,
    placement,
    like: stated,
  };
}

/** Whether it stands in brackets with others: `(Owner: @ann, Due: 2025-08-01)`. Alone it has brackets of its own. */
function isOneOfSeveral(text: string, { start, end }: Span): boolean {
  const line = lineAround(text, { start, end });
  return /\([^()]*$/u.test(text.slice(line.start, start)) && /^[^()]*\)/u.test(text.slice(end, line.end));
}

/** Items that write their fields alike: headings beneath, rows in columns, all others in or beneath their line. */
const shapeOf = ({ kind }: Item): string => (kind === 'heading' || kind === 'row' ? kind : 'list');

/** Whether a sign stands before the title, where no other field is added. */
const leads = (text: string, { content }: Item, { labelled, placement, whole }: Stated<unknown>): boolean =>
  !labelled && placement === 'inline' && !/[\p{L}\p{N}]/u.test(text.slice(content.start, whole.start));

/** The most usual way in which the document writes the field on such items; the item itself is no example. */
export function exampleOf(roadmap: Roadmap, field: FieldName, item: Item): Template | undefined {
  const shape = shapeOf(item);
  const counted = new Map<string, { template: Template; times: number }>();
  for (const other of roadmap.items) {
    const stated = other.fields[field];
    if (!stated || other.id === item.id || shapeOf(other) !== shape || leads(roadmap.text, other, stated))
      continue;
    const template = templateOf(roadmap.text, stated);
    const key = [template.placement, template.before, template.after].join('\0');
    const seen = counted.get(key);
    counted.set(key, { template: seen?.template ?? template, times: (seen?.times ?? 0) + 1 });
  }
  return [...counted.values()].sort((a, b) => b.times - a.times)[0]?.template;
}

/**
 * For documents without an example. Owners get a line of their own, as there may be many; the rest stays with the title,
 * and what is said of it in a word needs no label.
 */
function defaultTemplate(field: FieldName, item: Item): Template {
  if (field === 'status') return STATUS_TEMPLATE;
  if (item.kind === 'heading') return formTemplate('bold-label', field, 'below');
  if (field === 'owners') return formTemplate('label', field, 'below');
  return inlineTemplate(field);
}

/** ` (done)`, behind a title. */
export const STATUS_TEMPLATE: Template = {
  before: ' (',
  after: ')',
  placement: 'inline',
  like: { text: 'done', notation: 'status-in-parentheses' },
};

/** A form of the table with the field's own label. */
function formTemplate(form: string, field: FieldName, placement: Placement): Template {
  const [before = '', after = ''] = labelForm(form).write(defaultLabel(field), VALUE).split(VALUE);
  return { before, after, placement };
}
const VALUE = '\0';

/** ` - *Due: …*`, behind a title. */
export function inlineTemplate(field: FieldName): Template {
  const template = formTemplate('emphasised', field, 'inline');
  return { ...template, before: ` - ${template.before}` };
}

/** How to state the field on an item that doesn't: by example, where that is possible. */
export function templateFor(roadmap: Roadmap, field: FieldName, item: Item): Template {
  const template = exampleOf(roadmap, field, item) ?? defaultTemplate(field, item);
  // Beneath a line without a bullet there is no place for one.
  const isLine = item.kind !== 'heading' && !BULLET.test(roadmap.text.slice(item.own.start, item.own.end));
  return template.placement === 'below' && isLine ? inlineTemplate(field) : template;
}
const BULLET = /^(?:[-*+]|\d+[.)])\s/u;

/** The edit that adds the field to an item that doesn't state it. */
export function addField(roadmap: Roadmap, item: Item, template: Template, value: string): Edit {
  const written = surround(template, value);
  if (template.placement === 'inline') {
    return insertAt(item.kind === 'heading' ? item.content.end : item.inline.end, separated(written));
  }
  return item.kind === 'heading'
    ? addBelowHeading(roadmap.text, headingSpan(roadmap, item), written)
    : addBelowItem(roadmap.text, item, written);
}

/** What an inline field needs before it: a label in words would otherwise be read as part of the title. */
function separated(written: string): string {
  if (/^\s/u.test(written)) return written;
  const isSentence = /^\p{L}/u.test(written) && /^[^:：]*[:：]\s/u.test(written);
  return isSentence ? ` - ${written}` : ` ${written}`;
}

/** The heading of an item that is one; its own lines may hold fields beneath it. */
const headingSpan = (roadmap: Roadmap, item: Item): Span =>
  roadmap.sections.find(({ heading }) => heading.start === item.own.start)?.heading ?? item.content;

/** The line break that the document uses around the offset. */
export function lineBreakAt(text: string, offset: number): string {
  return /\r\n|\n|\r/u.exec(text.slice(offset))?.[0] ?? /\r\n|\n|\r/u.exec(text)?.[0] ?? '\n';
}

function endOfLine(text: string, offset: number): number {
  return offset + (/[\r\n]|$/u.exec(text.slice(offset))?.index ?? 0);
}

/** A sub-bullet, first beneath the title, at the indentation of those that are there. */
function addBelowItem(text: string, item: Item, written: string): Edit {
  const end = endOfLine(text, item.inline.end);
  const rest = text.slice(end, item.span.end);
  const sibling = /^(?:\r\n|\n|\r)(?<indent>[ \t>]*)(?:[-*+]|\d+[.)])[ \t]/u.exec(rest);
  const indent = sibling?.groups?.['indent'] ?? childIndent(text, item);
  const bullet = BULLET.test(written) ? written : `- ${written}`;
  return insertAt(end, lineBreakAt(text, end) + indent + bullet);
}

/** The column where an item's content begins, in the characters that lead there: quote marks and tabs stay. */
function childIndent(text: string, item: Item): string {
  const start = lineStart(text, item.own.start);
  const marker = /^(?:[-*+]|\d+[.)])[ \t]+/u.exec(text.slice(item.own.start, item.content.end))?.[0] ?? '- ';
  return text.slice(start, item.own.start).replace(/[^\s>]/gu, ' ') + marker.replace(/\S/gu, ' ');
}

/** A line beneath the heading, kept apart from a paragraph that touches it on either side. */
export function addBelowHeading(text: string, heading: Span, written: string): Edit {
  const end = endOfLine(text, heading.end);
  const lineBreak = lineBreakAt(text, end);
  const isBoldLine =
    /^[*_]/u.test(text.slice(heading.start)) && !/[\r\n]/u.test(text.slice(heading.start, heading.end));
  const rest = text.slice(end);
  // A bullet would join the list that follows, and be taken for work.
  const line = /^[\s>]*(?:[-*+]|\d+[.)])[ \t]/u.test(rest)
    ? written.replace(/^(?:[-*+]|\d+[.)])[ \t]+/u, '')
    : written;
  const next = /^(?:\r\n|\n|\r)([^\r\n]*)/u.exec(rest)?.[1] ?? '';
  const joins = next.trim() !== '' && !/^ {0,3}#/u.test(next);
  return insertAt(end, lineBreak + (isBoldLine ? lineBreak : '') + line + (joins ? lineBreak : ''));
}

/** The value in the manner of an example; in that of its field where there is none. */
export function writeLike<F extends FieldName>(
  field: F,
  value: FieldValues[F],
  like: Example | undefined,
): string {
  return writeValue(field, value, like ?? { text: '' });
}

/** Puts a value into the row's cell of that field; none where the table has no such column. */
export function fillCell(text: string, item: Item, field: FieldName, value: string): Edit[] {
  const cell = item.cells?.[field];
  if (!cell) return [];
  const before = cell.start === cell.end && !/\s/u.test(text[cell.start - 1] ?? '') ? ' ' : '';
  const after = cell.start === cell.end && !/\s/u.test(text[cell.end] ?? '') ? ' ' : '';
  return [{ span: cell, text: before + value + after }];
}
