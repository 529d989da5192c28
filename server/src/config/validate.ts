import { nearest } from '../roadmap/nearest.ts';
import type { JsonSchema } from './schema.ts';

/** Where in a value: the keys and indices that lead there. */
export type Path = readonly (string | number)[];

export interface Problem {
  readonly path: Path;
  /** What is wrong: the last key of the path, or the value that stands there. */
  readonly on: 'key' | 'value';
  readonly message: string;
}

const WORDS: Readonly<Record<NonNullable<JsonSchema['type']>, string>> = {
  object: 'an object',
  array: 'a list',
  string: 'a string',
  number: 'a number',
  boolean: 'true or false',
};

/** What of a value isn't as the schema says, in words for people. */
export function validate(value: unknown, schema: JsonSchema, path: Path = []): Problem[] {
  const wrong = (expected: string, near?: string): Problem[] => {
    const end = near === undefined ? '.' : `: meant "${near}"?`;
    return [{ path, on: 'value', message: `${nameOf(path)} must be ${expected}${end}` }];
  };
  if (schema.anyOf) {
    // What is of a kind with the value tells best what is wrong with it.
    const alike = schema.anyOf.find(({ type }) => typeOf(value) === type);
    return alike ? validate(value, alike, path) : wrong(schema.anyOf.map(expectedBy).join(', or '));
  }
  if (schema.type !== undefined && typeOf(value) !== schema.type) return wrong(expectedBy(schema));
  if (typeof value === 'string') {
    const { enum: choices, pattern } = schema;
    if (choices && !choices.includes(value)) return wrong(expectedBy(schema), nearest(value, choices));
    if (pattern !== undefined && !new RegExp(pattern, 'u').test(value)) return wrong(expectedBy(schema));
  }
  if (typeof value === 'number') {
    const { minimum = -Infinity, maximum = Infinity } = schema;
    if (!(value >= minimum && value <= maximum))
      return wrong(maximum === Infinity ? `at least ${minimum}` : `between ${minimum} and ${maximum}`);
  }
  if (Array.isArray(value)) {
    const { items } = schema;
    return items ? value.flatMap((item, index) => validate(item, items, [...path, index])) : [];
  }
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([key, property]) => {
      const own = schema.properties?.[key] ?? schema.additionalProperties;
      if (typeof own === 'object') return validate(property, own, [...path, key]);
      return own === false ? [unknownKey([...path, key], Object.keys(schema.properties ?? {}))] : [];
    });
  return [];
}

function unknownKey(path: Path, known: readonly string[]): Problem {
  const key = String(path.at(-1));
  const near = nearest(key, known);
  const what =
    path.length === 2 && path[0] === 'rules' ? `There is no rule "${key}"` : `Unknown key "${key}"`;
  const message = near === undefined ? `${what}.` : `${what}: meant "${near}"?`;
  return { path, on: 'key', message };
}

function typeOf(value: unknown): string {
  if (Array.isArray(value)) return 'array';
  return value === null ? 'null' : typeof value;
}

function expectedBy({ type, enum: choices, description }: JsonSchema): string {
  if (choices) return `${choices.slice(0, -1).join(', ')} or ${choices.at(-1) ?? ''}`;
  return description !== undefined && type === 'string'
    ? description
    : ((type && WORDS[type]) ?? 'something else');
}

/** `rules.past-due`, `holidays[0]`. */
function nameOf(path: Path): string {
  const name = path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${key}`)).join('');
  return name === '' ? 'It' : name.replace(/^\./u, '');
}
