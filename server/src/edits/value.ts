/** Writing the value of one field, whichever it is: over the one that is stated, or by example. */
import type { DateContext } from '../roadmap/dates/formats.ts';
import type { Period } from '../roadmap/dates/period.ts';
import { readDayFirst } from '../roadmap/chapters/document.ts';
import { linesOf, maskMarkup } from '../roadmap/markdown/mask.ts';
import { parseMarkdown } from '../roadmap/markdown/parse.ts';
import type { FieldName, FieldValues, Item, Roadmap, Stated } from '../roadmap/model.ts';
import { labelForm } from '../roadmap/notations/forms.ts';
import { defaultLabel, isSameValue, readLine, readValue, writeValue } from '../roadmap/notations/index.ts';
import { insertAt, type Edit } from './edit.ts';
import {
  addField,
  exampleOf,
  fillCell,
  inlineTemplate,
  lineAround,
  lineBreakAt,
  surround,
  templateFor,
  writeLike,
} from './example.ts';
import { garbledLike } from './mojibake.ts';

/** Says the value where the field is stated, else where the document would state it. */
export function writeField<F extends FieldName>(
  roadmap: Roadmap,
  item: Item,
  field: F,
  value: FieldValues[F],
  wording?: string,
): Edit[] {
  const stated: Stated<FieldValues[F]> | undefined = item.fields[field];
  if (stated) return rewriteValue(roadmap, item, field, stated, value, wording);
  if (item.because.reason === 'front-matter') return addToFrontMatter(roadmap.text, item, field, value);
  if (item.kind === 'row') {
    const example = exampleOf(roadmap, field, item)?.like;
    const isWorded = wording !== undefined && isSameValue(readValue(field, wording, {}), value);
    return fillCell(roadmap.text, item, field, isWorded ? wording : writeLike(field, value, example));
  }
  const template = templateFor(roadmap, field, item);
  const isWorded = wording !== undefined && says(`x${surround(template, wording)}`, field, value, {});
  return [addField(roadmap, item, template, isWorded ? wording : writeLike(field, value, template.like))];
}

/** One more line of a block of fields in the front matter; an item that is a mere title there has no place for one. */
function addToFrontMatter<F extends FieldName>(
  text: string,
  { own }: Item,
  field: F,
  value: FieldValues[F],
): Edit[] {
  const marker = /^(?<bullet>-[ ]+)[\p{L}_-]+[ ]*:[ ]/u.exec(text.slice(own.start, own.end))?.groups?.[
    'bullet'
  ];
  if (marker === undefined) return [];
  const indent = text.slice(lineAround(text, own).start, own.start) + ' '.repeat(marker.length);
  const written = writeLike(field, value, undefined);
  // What begins like this, YAML takes for something else than text.
  const quoted = /^[@&*!|>%#[\]{}`'"]/u.test(written) ? `'${written.replace(/'/gu, "''")}'` : written;
  return [
    insertAt(
      own.end,
      `${lineBreakAt(text, own.end)}${indent}${labelForm('key-value').write(defaultLabel(field), '')} ${quoted}`,
    ),
  ];
}

/** Replaces the value's own characters; no edit where they say it already. */
function rewriteValue<F extends FieldName>(
  roadmap: Roadmap,
  item: Item,
  field: F,
  stated: Stated<FieldValues[F]>,
  value: FieldValues[F],
  wording: string | undefined,
): Edit[] {
  if (isSameValue(value, stated.value)) return [];
  const { span, whole } = stated;
  const reads = (text: string): boolean => isReadAs(roadmap, item, field, stated, value, text);
  if (wording !== undefined && reads(wording)) return [{ span, text: garbledLike(roadmap, span, wording) }];
  const like = { ...stated, text: textOf(roadmap, stated), read: stated.value };
  const written = writeValue(field, value, like);
  // A sign that stands for itself goes where it says nothing.
  if (written === '') return [{ span: whole, text: '' }];
  // Not every sign knows a word for every value, and a word of key and value ends at a space.
  const mayFail = !stated.labelled || stated.notation === 'key-value';
  if (mayFail && !reads(written)) return replaceSign(roadmap, item, field, stated, value);
  const isClear = !losesOrder(roadmap, stated, readValue(field, written, {}));
  return [{ span, text: garbledLike(roadmap, span, isClear ? written : writeLike(field, value, undefined)) }];
}

/** Says by a label what a sign can't say; behind the title, where the sign stood before it. */
function replaceSign<F extends FieldName>(
  roadmap: Roadmap,
  item: Item,
  field: F,
  { whole }: Stated<unknown>,
  value: FieldValues[F],
): Edit[] {
  const [template, text] = [inlineTemplate(field), writeLike(field, value, undefined)];
  return whole.start <= item.content.start
    ? [{ span: whole, text: '' }, addField(roadmap, item, template, text)]
    : [{ span: whole, text: surround(template, text) }];
}

/** Whether a date would be 3/4/2025, and no other date tells any more which of the numbers is the day. */
function losesOrder({ text }: Roadmap, { format, span }: Stated<unknown>, read: unknown): boolean {
  const order = orderOf(format);
  const isAmbiguous = typeof read === 'object' && read !== null && 'ambiguous' in read;
  return (
    order !== undefined &&
    isAmbiguous &&
    readDayFirst(text.slice(0, span.start) + text.slice(span.end)) !== order
  );
}

/** Whether a form of dates has the day first; `undefined` for forms that show it. */
function orderOf(format: string | undefined): boolean | undefined {
  const first = /^(?:day|month)(?=\/)/u.exec(format ?? '')?.[0];
  return first === undefined ? undefined : first === 'day';
}

/** What is stated, with the markup that its reading doesn't see. */
function textOf({ text, mojibake }: Roadmap, stated: Stated<unknown>): string {
  return mojibake.length === 0 ? text.slice(stated.span.start, stated.span.end) : stated.text;
}

/** Whether the field would say the value if this text stood in the place of its own. */
function isReadAs<F extends FieldName>(
  roadmap: Roadmap,
  item: Item,
  field: F,
  stated: Stated<FieldValues[F]>,
  value: FieldValues[F],
  text: string,
): boolean {
  const context = contextOf(roadmap, value, stated);
  if (stated.placement === 'cell' || stated.notation === 'list')
    return isSameValue(readValue(field, text, context), value);
  // Of a row, the title's cell is the line.
  const line = item.kind === 'row' ? item.content : lineAround(roadmap.text, stated.span);
  const start = Math.max(line.start, Math.min(item.content.start, stated.span.start));
  return says(
    roadmap.text.slice(start, stated.span.start) + text + roadmap.text.slice(stated.span.end, line.end),
    field,
    value,
    context,
  );
}

/** Whether a line says the value. */
function says<F extends FieldName>(
  line: string,
  field: F,
  value: FieldValues[F],
  context: DateContext,
): boolean {
  const masked = maskMarkup(line, [parseMarkdown(line).root]);
  return linesOf(masked, { start: 0, end: line.length }).some((read) =>
    readLine(read, context, 'inline').fields.some(
      (found) => found.field === field && isSameValue(found.stated.value, value),
    ),
  );
}

/** What is known of the time that the document speaks of. */
function contextOf({ document }: Roadmap, value: unknown, { format }: Stated<unknown>): DateContext {
  const { approximate, end } = (typeof value === 'object' ? value : {}) as Partial<Period>;
  return {
    reference: document.lastUpdated?.value.end,
    year: approximate && end !== undefined ? Number(end.slice(0, 4)) : undefined,
    dayFirst: orderOf(format),
  };
}
