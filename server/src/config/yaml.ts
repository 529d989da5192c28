/** YAML, and JSON with it: loaded by itself, and only where there is some to read. */
import { isCollection, isMap, isScalar, parseDocument, type Node } from 'yaml';
import type { Span } from '../roadmap/model.ts';
import type { Problem } from './validate.ts';

/** A text that was parsed: its value, and where in the text each part of it stands. */
export interface ParsedText {
  readonly value: unknown;
  /** What is no YAML. */
  readonly errors: readonly { readonly span: Span; readonly message: string }[];
  readonly placeOf: (problem: Problem) => Span;
}

export type ParseYaml = (text: string) => ParsedText;

/** Never throws: what can't be parsed is told. */
export const parseYaml: ParseYaml = (text) => {
  const document = parseDocument(text, { prettyErrors: false, logLevel: 'silent' });
  const whole = { start: 0, end: text.length };
  const spanOf = (node: unknown): Span | undefined => {
    const range = (node as Node | null | undefined)?.range;
    return range ? { start: range[0], end: range[1] } : undefined;
  };
  const errors = document.errors.map(({ pos: [start, end], message }) => ({
    span: { start: Math.min(start, text.length), end: Math.min(Math.max(end, start), text.length) },
    message: `${message.replace(/\s+/gu, ' ').replace(/\.$/u, '')}.`,
  }));
  let value: unknown;
  try {
    // An anchor that multiplies itself is nobody's configuration.
    value = errors.length > 0 ? undefined : document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    errors.push({ span: whole, message: `${(error as Error).message}.` });
  }
  return {
    value,
    errors,
    placeOf({ path, on }) {
      const parent = path.length > 1 ? document.getIn(path.slice(0, -1), true) : document.contents;
      const key = path.at(-1);
      const pair = isMap(parent)
        ? parent.items.find((one) => isScalar(one.key) && String(one.key.value) === String(key))
        : undefined;
      const node = key === undefined ? parent : isCollection(parent) ? parent.get(key, true) : undefined;
      const value = spanOf(node);
      // Where nothing stands, the key tells where that is.
      const isThere = on === 'value' && value && value.end > value.start;
      return (isThere ? value : spanOf(pair?.key)) ?? value ?? spanOf(parent) ?? whole;
    },
  };
};
