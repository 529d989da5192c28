import type { Span } from '../roadmap/model.ts';
import { QueryError } from './query.ts';

export const OPERATORS = [':', '=', '<=', '>=', '<', '>'] as const;
export type Operator = (typeof OPERATORS)[number];

/** One condition of a query: words of a title, or a key with a value. */
export interface Term {
  readonly negated: boolean;
  readonly key?: string;
  readonly operator: Operator;
  /** Any of them may hold: `status:todo,blocked`. */
  readonly values: readonly Value[];
  readonly span: Span;
}

export interface Value {
  readonly text: string;
  readonly span: Span;
}

const KEY = /(?<key>\p{L}[\p{L}-]*)(?<operator><=|>=|[:=<>])/uy;

/** The conditions of a query, all of which have to hold. Never fails but for a quote that isn't closed. */
export function tokenize(query: string): Term[] {
  const terms: Term[] = [];
  let at = 0;
  while ((at = skipBlanks(query, at)) < query.length) {
    const start = at;
    const negated = query[at] === '-';
    if (negated) at++;
    KEY.lastIndex = at;
    const groups = KEY.exec(query)?.groups;
    if (groups) at = KEY.lastIndex;
    const values: Value[] = [];
    do {
      if (values.length > 0) at++;
      const value = readText(query, at, groups !== undefined);
      values.push(value);
      at = value.span.end;
    } while (groups && query[at] === ',');
    terms.push({
      negated,
      ...(groups?.['key'] === undefined ? {} : { key: groups['key'].toLowerCase() }),
      operator: (groups?.['operator'] ?? ':') as Operator,
      values,
      span: { start, end: at },
    });
  }
  return terms;
}

const skipBlanks = (query: string, at: number): number =>
  at + query.slice(at).length - query.slice(at).trimStart().length;

/** Up to a blank, and of a list of values up to the next comma; what stands in quotes is one piece. */
function readText(query: string, start: number, inList: boolean): Value {
  let text = '';
  let end = start;
  for (; end < query.length; end++) {
    const character = query[end] ?? '';
    if (/\s/u.test(character) || (inList && character === ',')) break;
    if (character !== '"') {
      text += character;
      continue;
    }
    const close = query.indexOf('"', end + 1);
    if (close < 0)
      throw new QueryError('A quote that begins here does not end.', { start: end, end: query.length });
    text += query.slice(end + 1, close);
    end = close;
  }
  return { text, span: { start, end } };
}
