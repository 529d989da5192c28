/**
 * The table of notations, and the reading of a line with it. To teach the reader another way of writing a field, add a
 * label or a sign to the field's file; nothing here changes.
 */
import type { DateContext } from '../dates/formats.ts';
import type { Line } from '../markdown/mask.ts';
import type { FieldName, FieldValues, Placement, Span, Stated } from '../model.ts';
import { completed } from './completed.ts';
import { due } from './due.ts';
import { effort } from './effort.ts';
import { findLabels, labelPattern, normalizeLabel } from './labels.ts';
import type { Notation, ReadResult } from './notation.ts';
import { owners } from './owners.ts';
import { priority } from './priority.ts';
import { start } from './start.ts';
import { status } from './status.ts';

type AnyNotation = { [F in FieldName]: Notation<F> }[FieldName];

/** In the order in which a label that two fields share is tried: "ETA: 5 minutes" is no due, so it is an effort. */
const NOTATIONS: readonly AnyNotation[] = [owners, due, start, completed, status, priority, effort];

const LABELS = labelPattern(NOTATIONS.map((notation) => notation.labels));
const BY_LABEL = new Map<string, AnyNotation[]>();
for (const notation of NOTATIONS)
  for (const label of Object.values(notation.labels).flat()) {
    const key = normalizeLabel(label);
    const fields = BY_LABEL.get(key) ?? [];
    if (!fields.includes(notation)) BY_LABEL.set(key, [...fields, notation]);
  }

/** A field found in a line. */
export type FoundField = {
  [F in FieldName]: { readonly field: F; readonly stated: Stated<FieldValues[F]>; readonly leads: boolean };
}[FieldName];

/** A date found in a line that the calendar doesn't have. */
export interface FoundInvalid {
  readonly text: string;
  readonly span: Span;
  readonly candidates: readonly string[];
}

export interface FieldsOfLine {
  readonly fields: readonly FoundField[];
  readonly invalid: readonly FoundInvalid[];
  /** Where the line is taken up by fields and their separators; positions in the line's text. */
  readonly taken: readonly Span[];
}

/** What stands between a field in the middle of a line and the text before it; it goes when the field goes. */
const SEPARATOR_BEFORE = /\s*(?:[-–—|·•,;]\s*)?$/u;

/** All that the line says of fields, labelled or by sign. */
export function readLine(line: Line, context: DateContext, placement: Placement): FieldsOfLine {
  const fields: FoundField[] = [];
  const invalid: FoundInvalid[] = [];
  const taken: Span[] = [];
  const spanAt = (from: number, to: number): Span => ({
    start: line.sourceOffset(from),
    end: to > from ? line.sourceOffset(to - 1) + 1 : line.sourceOffset(from),
  });

  const add = (
    field: FieldName,
    result: ReadResult<FieldValues[FieldName]>,
    valueStart: number,
    start: number,
    end: number,
    leads: boolean,
    labelled: boolean,
  ): boolean => {
    if (!result) return false;
    const token = 'invalid' in result ? result.invalid : result;
    const span = spanAt(valueStart + token.start, valueStart + token.end);
    const text = line.text.slice(valueStart + token.start, valueStart + token.end);
    const from = start - (start > 0 ? (SEPARATOR_BEFORE.exec(line.text.slice(0, start))?.[0].length ?? 0) : 0);
    taken.push({ start: from, end });
    if ('invalid' in result) {
      invalid.push({ text, span, candidates: result.invalid.candidates });
      return true;
    }
    fields.push({
      field,
      leads,
      stated: {
        value: result.value,
        text,
        span,
        whole: spanAt(from, end),
        placement,
        labelled,
        ...(result.format === undefined ? {} : { format: result.format }),
      },
    } as FoundField);
    return true;
  };

  for (const { label, start, valueStart, valueEnd, end, leads } of findLabels(line.text, LABELS)) {
    const value = line.text.slice(valueStart, valueEnd);
    for (const notation of BY_LABEL.get(label) ?? [])
      if (add(notation.field, notation.read(value, context), valueStart, start, end, leads, true))
        break;
  }
  const isTaken = (from: number, to: number): boolean => taken.some((span) => from < span.end && span.start < to);
  for (const notation of NOTATIONS)
    for (const sign of notation.signs ?? []) {
      const match = sign.pattern.exec(line.text);
      const token = match?.indices?.groups?.['value'];
      if (!match || !token || isTaken(token[0], token[1]) || fields.some(({ field }) => field === notation.field))
        continue;
      add(
        notation.field,
        sign.read(line.text.slice(token[0], token[1]), context),
        token[0],
        match.index,
        match.index + match[0].length,
        match.index === 0,
        false,
      );
    }
  return { fields, invalid, taken };
}

/** Which label a field goes by in a text without any example of it. */
export function defaultLabel(field: FieldName): string {
  const label = NOTATIONS.find((notation) => notation.field === field)?.labels['en']?.[0] ?? field;
  return label.charAt(0).toUpperCase() + label.slice(1);
}
