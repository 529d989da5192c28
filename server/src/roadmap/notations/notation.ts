import type { DateContext } from '../dates/formats.ts';
import type { FieldName, FieldValues, NotationId, Span } from '../model.ts';

/** Labels by language (ISO 639-1), in lower case. */
export type Labels = Readonly<Record<string, readonly string[]>>;

/** A value that was read from a text; positions are in that text. */
export interface ReadValue<T> {
  readonly value: T;
  readonly start: number;
  readonly end: number;
  /** Of a date: the form it is written in. */
  readonly format?: string;
  /** Of a list: where each of its values stands. */
  readonly parts?: readonly Span[];
}

/** A value that has the look of one but can't be: 30 February. */
export interface InvalidValue {
  readonly start: number;
  readonly end: number;
  /** What may have been meant, as the text would write it. */
  readonly candidates: readonly string[];
}

export type ReadResult<T> = ReadValue<T> | { readonly invalid: InvalidValue } | undefined;

/** How one field is written in the wild: one file each beside this one. */
export interface Notation<F extends FieldName> {
  readonly field: F;
  readonly labels: Labels;
  /** Reads what stands behind a label. `undefined`: no value of this type, so no field ("Target: us-west-2"). */
  read(text: string, context: DateContext): ReadResult<FieldValues[F]>;
  /** Writes a value in the manner of a text that was read; reading it gives the value again. */
  write(value: FieldValues[F], like: Like<FieldValues[F]>): string;
  /** Ways to say it without a label, in the order in which they are tried. */
  readonly signs?: readonly Sign<F>[];
  /** Of a value that may be several: what stands between them. */
  readonly separator?: RegExp;
  /** The value may be the list that stands beneath a label alone. */
  readonly takesLists?: true;
}

/** An example to write by: the token that was read, and the form of a date. */
export interface Like<T = unknown> {
  readonly text: string;
  readonly format?: string | undefined;
  /** What the token was read as, where that takes more than the token: the column's unit, the document's year. */
  readonly read?: T | undefined;
}

/** A way to say a field without a label. */
export interface Sign<F extends FieldName> {
  readonly id: NotationId;
  /** For the documentation: a line that says it so. */
  readonly example: string;
  /** Characters, one of which the sign has: a line without any of them isn't searched. */
  readonly marks: string;
  /** Has the flags `d` and `u`; its group `value` is the token. */
  readonly pattern: RegExp;
  read(value: string, context: DateContext): ReadResult<FieldValues[F]>;
  /** Where the sign knows other words than the field does behind its label. */
  write?(value: FieldValues[F], like: Like<FieldValues[F]>): string;
  /** The sign is part of the title too: an id that the title begins with. */
  readonly inTitle?: true;
}
