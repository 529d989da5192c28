import type { DateContext } from '../dates/formats.ts';
import type { FieldName, FieldValues } from '../model.ts';

/** Labels by language (ISO 639-1), in lower case. */
export type Labels = Readonly<Record<string, readonly string[]>>;

/** A value that was read from a text; positions are in that text. */
export interface ReadValue<T> {
  readonly value: T;
  readonly start: number;
  readonly end: number;
  /** Of a date: the form it is written in. */
  readonly format?: string;
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
  /** Ways to say it without a label. Each pattern has the flags `d` and `u`, and its group `value` is the token. */
  readonly signs?: readonly Sign<F>[];
}

export interface Sign<F extends FieldName> {
  readonly pattern: RegExp;
  read(value: string, context: DateContext): ReadResult<FieldValues[F]>;
}
