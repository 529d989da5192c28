/**
 * The table of notations, and the reading of a line with it. To teach the reader another way of writing a field, add a
 * label or a sign to the field's file; nothing here changes.
 */
import type { DateContext } from '../dates/formats.ts';
import { withoutComments, type Line } from '../markdown/mask.ts';
import type { FieldName, FieldValues, NotationId, Placement, Span, Stated } from '../model.ts';
import { completed } from './completed.ts';
import { dependsOn } from './dependsOn.ts';
import { due } from './due.ts';
import { effort } from './effort.ts';
import { id } from './id.ts';
import { findLabels, labelSearch, normalizeLabel } from './labels.ts';
import { rememberingFor } from '../remember.ts';
import { bitsOf, marksIn } from './marks.ts';
import type { Like, Notation, ReadResult } from './notation.ts';
import { owners } from './owners.ts';
import { priority } from './priority.ts';
import { progress } from './progress.ts';
import { start } from './start.ts';
import { status } from './status.ts';

type AnyNotation = { [F in FieldName]: Notation<F> }[FieldName];

/** In the order in which a label that two fields share is tried: "ETA: 5 minutes" is no due, so it is an effort. */
export const NOTATIONS: readonly AnyNotation[] = [
  owners,
  due,
  start,
  completed,
  status,
  priority,
  effort,
  progress,
  dependsOn,
  id,
];

const LABELS = labelSearch(NOTATIONS.map((notation) => notation.labels));
const BY_LABEL = new Map<string, AnyNotation[]>();
for (const notation of NOTATIONS)
  for (const label of Object.values(notation.labels).flat()) {
    const key = normalizeLabel(label);
    const fields = BY_LABEL.get(key) ?? [];
    if (!fields.includes(notation)) BY_LABEL.set(key, [...fields, notation]);
  }

/** All signs, in the order in which they are tried, each with the characters that tell where it may be. */
const SIGNS = NOTATIONS.flatMap((notation) =>
  (notation.signs ?? []).map((sign) => ({ notation, sign, bits: bitsOf(sign.marks) })),
);

/** How each field's values are read: in a document, most of them occur again, and those of tables are read twice. */
const READERS = new Map(
  NOTATIONS.map((notation) => [
    notation as AnyNotation | undefined,
    rememberingFor((text: string, context: DateContext): ReadResult<FieldValues[FieldName]> =>
      notation.read(text, context),
    ),
  ]),
);
const readWith = (
  notation: AnyNotation | undefined,
  text: string,
  context: DateContext,
): ReadResult<FieldValues[FieldName]> => READERS.get(notation)?.(text, context);

/** A field found in a line. */
export type FoundField = {
  [F in FieldName]: { readonly field: F; readonly stated: Stated<FieldValues[F]> };
}[FieldName];

/** A date found in a line that the calendar doesn't have. */
export interface FoundInvalid {
  readonly field: FieldName;
  readonly text: string;
  readonly span: Span;
  readonly candidates: readonly string[];
}

export interface FieldsOfLine {
  readonly fields: readonly FoundField[];
  readonly invalid: readonly FoundInvalid[];
  /** The line begins with a field. */
  readonly leads: boolean;
  /** Where the line is taken up by fields and their separators; positions in the line's text. */
  readonly taken: readonly Span[];
}

/** What stands between a field in the middle of a line and the text before it; it goes when the field goes. */
const SEPARATOR_BEFORE = /\s*(?:(?<!<!-)[-–—|·•,;]\s*)?$/u;

/** A sign stands by itself: a bar before it may close a table's row. */
const SPACE_BEFORE = /\s+$/u;

/** Nobody writes fields further behind in a line; without an end, patterns would take the square of a line's length. */
const LONGEST_LINE = 2000;

/** All that the line says of fields, labelled or by sign. */
export function readLine(line: Line, context: DateContext, placement: Placement): FieldsOfLine {
  const read = readText(line.text.slice(0, LONGEST_LINE), context);
  if (read.fields.length === 0 && read.invalid.length === 0) return read;
  const place = ({ start, end }: Span): Span => ({
    start: line.sourceOffset(start),
    end: line.sourceOffset(end),
  });
  return {
    ...read,
    fields: read.fields.map(({ field, stated }) => ({
      field,
      stated: {
        ...stated,
        span: place(stated.span),
        whole: place(stated.whole),
        ...placed(stated.parts, place),
        placement,
      },
    })) as FoundField[],
    invalid: read.invalid.map((date) => ({ ...date, span: place(date.span) })),
  };
}

/** A line by itself; all positions are in it. Most are read more than once: as a bullet's field, and as its title. */
const readText = rememberingFor((line: string, context: DateContext): FieldsOfLine => {
  const fields: FoundField[] = [];
  const invalid: FoundInvalid[] = [];
  const taken: Span[] = [];
  const read: Span[] = [];
  let lineLeads = false;

  /** Adds what was read; `whole` is the field's place in the line, `takes` what of the line is no title because of it. */
  const add = (
    field: FieldName,
    result: ReadResult<FieldValues[FieldName]>,
    valueStart: number,
    whole: Span,
    notation: { id: NotationId; labelled: boolean; inTitle?: boolean },
    takes: number = whole.end,
  ): boolean => {
    if (!result) return false;
    const token = 'invalid' in result ? result.invalid : result;
    const span = { start: valueStart + token.start, end: valueStart + Math.max(token.start, token.end) };
    const text = line.slice(valueStart + token.start, valueStart + token.end);
    // What stands behind an unmarked value is text, and perhaps another field.
    const end = takes > whole.end ? Math.max(valueStart + token.end, whole.start) : whole.end;
    const before = line.slice(0, whole.start);
    const start = before.replace(notation.labelled ? SEPARATOR_BEFORE : SPACE_BEFORE, '').length;
    if (!notation.inTitle) taken.push({ start, end: takes });
    read.push({ start, end });
    if ('invalid' in result) {
      invalid.push({ field, text, span, candidates: result.invalid.candidates });
      return true;
    }
    fields.push({
      field,
      stated: {
        value: result.value,
        text,
        span,
        whole: { start, end: Math.max(start, end) },
        placement: 'inline',
        labelled: notation.labelled,
        notation: notation.id,
        ...(result.format === undefined ? {} : { format: result.format }),
        ...placed(result.parts, (part) => ({ start: valueStart + part.start, end: valueStart + part.end })),
      },
    } as FoundField);
    return true;
  };

  for (const { label, start, valueStart, valueEnd, end, leads, form } of findLabels(line, LABELS)) {
    const value = line.slice(valueStart, valueEnd);
    const marked = end > valueEnd;
    const whole = { start, end: marked ? end : valueStart };
    for (const notation of BY_LABEL.get(label) ?? [])
      if (
        add(
          notation.field,
          readWith(notation, value, context),
          valueStart,
          whole,
          { id: form.id, labelled: true },
          end,
        )
      ) {
        lineLeads ||= leads;
        break;
      }
  }
  const isRead = (from: number, to: number): boolean =>
    read.some((span) => from < span.end && span.start < to);
  const words = withoutComments(line);
  const marks = marksIn(words);
  for (const { notation, sign, bits } of SIGNS) {
    if ((marks & bits) === 0) continue;
    const match = sign.pattern.exec(words);
    const token = match?.indices?.groups?.['value'];
    if (
      !match ||
      !token ||
      (isRead(token[0], token[1]) && !sign.inTitle) ||
      fields.some(({ field }) => field === notation.field)
    )
      continue;
    const whole = { start: match.index, end: match.index + match[0].length };
    const found = sign.read(line.slice(token[0], token[1]), context);
    const how = { id: sign.id, labelled: false, inTitle: sign.inTitle === true };
    if (add(notation.field, found, token[0], whole, how)) lineLeads ||= match.index === 0 && !sign.inTitle;
  }
  return { fields, invalid, leads: lineLeads, taken };
});

/**
 * What is left of the line, as the document writes it, when its fields are taken out. A field that the line begins
 * with stays where there is nothing else to call it by.
 */
export function withoutFields(text: string, line: Line, { taken }: FieldsOfLine): string {
  // Brackets that held several fields are left empty.
  const kept = cut(text, line, taken);
  const left = SOME_EMPTY.test(kept) ? kept.replace(EMPTY, '') : kept;
  // "P1: Ship it" is "Ship it".
  const alone = taken.some(({ start }) => start === 0) ? left.replace(/^[\s:：|·•–—-]+/u, '') : left;
  return /[\p{L}\p{N}]/u.test(left)
    ? alone
    : cut(
        text,
        line,
        taken.filter(({ start }) => start > 0),
      );
}

const EMPTY = /(?<!\s)\s+(?:\([\s,;|·]*\)|\[[\s,;|·]*\]|\{[\s,;|·]*\})(?=\s|$)|（[\s，；、]*）/gu;
/** The same, but for what stands around it: quick to tell. */
const SOME_EMPTY = /[([{（][\s,;|·，；、]*[)\]}）]/u;

/** Signs behind which their value stands, whatever is typed there so far. */
const OPEN_SIGNS = NOTATIONS.flatMap(({ field, signs = [] }) =>
  signs
    .filter(({ pattern }) => pattern.source.includes('\\ufe0f?\\s*(?<value>'))
    .map(({ id, marks }) => ({
      field,
      id,
      pattern: new RegExp(`[${marks}]\\ufe0f?\\s*(?<value>[^\\p{Extended_Pictographic}|]*)$`, 'u'),
    })),
);

/** A field that a line ends in the middle of. */
export interface OpenField {
  readonly field: FieldName;
  /** Where its value begins; the rest of the line belongs to it. */
  readonly valueStart: number;
  readonly notation: NotationId;
}

/** The field whose value is typed at the end of the line: `Owner: `, `(due: fri`, `⛔ a1`. */
export function openFieldOf(line: string): OpenField | undefined {
  for (const { field, id, pattern } of OPEN_SIGNS) {
    const value = pattern.exec(line)?.groups?.['value'];
    if (value !== undefined) return { field, valueStart: line.length - value.length, notation: id };
  }
  const last = findLabels(line, LABELS).at(-1);
  const notation = last && BY_LABEL.get(last.label)?.[0];
  if (!last || !notation || line.slice(last.valueEnd).trim() !== '') return undefined;
  // A word of key and value has ended with the space.
  if (last.form.id === 'key-value' && !last.leads && last.valueEnd < line.length) return undefined;
  return { field: notation.field, valueStart: last.valueStart, notation: last.form.id };
}

/** What stands between the values of a field that may have several. */
export const separatorOf = (field: FieldName): RegExp | undefined =>
  NOTATIONS.find((notation) => notation.field === field)?.separator;

/** A label that a line consists of, with the list beneath for its value: `Owners:` over names. */
export function readListField(line: Line, text: string, values: Span): FoundField | undefined {
  const [found, ...others] = findLabels(line.text, LABELS);
  if (!found?.leads || others.length > 0 || found.valueEnd > found.valueStart) return undefined;
  const notation = BY_LABEL.get(found.label)?.find(({ takesLists }) => takesLists);
  const list = text.slice(values.start, values.end);
  const result = notation?.read(list, {});
  if (!notation || !result || 'invalid' in result) return undefined;
  const span = { start: values.start + result.start, end: values.start + result.end };
  return {
    field: notation.field,
    stated: {
      value: result.value,
      text: list.slice(result.start, result.end),
      span,
      whole: { start: line.sourceOffset(found.start), end: span.end },
      placement: 'below',
      labelled: true,
      notation: 'list',
      ...placed(result.parts, (part) => ({
        start: values.start + part.start,
        end: values.start + part.end,
      })),
    },
  } as FoundField;
}

/** Whether the line says nothing beyond its fields. */
export const isOnlyFields = (text: string, line: Line, { taken }: FieldsOfLine): boolean =>
  !/[\p{L}\p{N}]/u.test(cut(text, line, taken));

function cut(text: string, line: Line, taken: readonly Span[]): string {
  let left = '';
  let done = 0;
  const keep = (to: number): void => {
    if (to > done) left += text.slice(line.sourceOffset(done), line.sourceOffset(to));
  };
  for (const { start, end } of [...taken].sort((a, b) => a.start - b.start)) {
    keep(start);
    done = Math.max(done, end);
  }
  keep(line.text.length);
  return left;
}

const notationOf = <F extends FieldName>(field: F): Notation<F> =>
  NOTATIONS.find((candidate) => candidate.field === field) as unknown as Notation<F>;

/** The value in the manner in which another one of that field is written. */
export function writeValue<F extends FieldName>(
  field: F,
  value: FieldValues[F],
  like: Like<FieldValues[F]> & { readonly notation?: NotationId },
): string {
  if (like.read !== undefined && isSameValue(value, like.read)) return like.text;
  const notation = notationOf(field);
  const sign = notation.signs?.find(({ id }) => id === like.notation);
  return (sign?.write ?? notation.write)(value, like);
}

/** What a text says of the field; nothing if it says more or less than one value. */
export function readValue<F extends FieldName>(
  field: F,
  text: string,
  context: DateContext,
): FieldValues[F] | undefined {
  const read = notationOf(field).read(text, context);
  return read && 'value' in read && read.start === 0 && read.end === text.length ? read.value : undefined;
}

/** Whether two values of a field mean the same; how sure a date is of its year is no part of that. */
export function isSameValue(one: unknown, other: unknown): boolean {
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null)
    return one === other || (typeof one === 'number' && typeof other === 'number' && isNearly(one, other));
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  keys.delete('approximate');
  return [...keys].every((key) => isSameValue(Reflect.get(one, key), Reflect.get(other, key)));
}

/** Twenty minutes are a third of an hour, but for the last decimal. */
const isNearly = (one: number, other: number): boolean => Math.abs(one - other) < 1e-6;

/** Which label a field goes by in a text without any example of it. */
export function defaultLabel(field: FieldName): string {
  const label = notationOf(field).labels['en']?.[0] ?? field;
  return label.charAt(0).toUpperCase() + label.slice(1);
}

/** What a table's cell says in a column of that field; `header` gives the unit to bare numbers ("Est. Hours"). */
export function readCell(
  field: FieldName,
  line: Line,
  header: string,
  context: DateContext,
): FoundField | FoundInvalid | undefined {
  const notation = NOTATIONS.find((candidate) => candidate.field === field);
  const bare = field === 'effort' && /^[~≈]?\d+(?:[.,]\d+)?(?:\s?[-–]\s?\d+)?$/u.test(line.text);
  const unit = bare
    ? /h(?:ou)?rs?|std|stunden|heures|horas|час|小时|時間|시간/iu.test(header)
      ? 'h'
      : /points?|pts/iu.test(header)
        ? 'points'
        : 'd'
    : '';
  // "SQL-1" is no owner's explanation: in a cell the whole text is the value.
  const result = readWith(notation, bare ? `${line.text} ${unit}` : line.text, context);
  if (!result) return undefined;
  const token = 'invalid' in result ? result.invalid : result;
  const end = Math.min(token.end, line.text.length);
  const span = { start: line.sourceOffset(token.start), end: line.sourceOffset(end) };
  const text = line.text.slice(token.start, end);
  if ('invalid' in result) return { field, text, span, candidates: result.invalid.candidates };
  return {
    field,
    stated: {
      value: result.value,
      text,
      span,
      whole: span,
      placement: 'cell',
      labelled: true,
      notation: 'cell',
      ...(result.format === undefined ? {} : { format: result.format }),
      ...placed(result.parts, (part) => ({
        start: line.sourceOffset(part.start),
        end: line.sourceOffset(part.end),
      })),
    },
  } as FoundField;
}

/** The parts of a value, where it has any, in another text. */
const placed = (
  parts: readonly Span[] | undefined,
  place: (part: Span) => Span,
): { readonly parts?: readonly Span[] } => (parts ? { parts: parts.map(place) } : {});
