/** Where a position in one text stands in another. */
export type SourceOffset = (offset: number) => number;

/** The properties that hold offsets. Of `start` and `end`, only numbers: those of a period are dates. */
const OFFSETS: ReadonlySet<string> = new Set(['start', 'end']);

/**
 * The same value with its positions led back to another text. What refers to each other (an item, its section, its
 * parent) does so in the copy, too.
 */
export function relocate<T extends object>(value: T, sourceOffset: SourceOffset): T {
  const copies = new Map<object, object>();
  const pending: [from: object, to: Record<string, unknown>][] = [];
  const copyOf = (original: object): object => {
    const known = copies.get(original);
    if (known) return known;
    const copy: object = Array.isArray(original) ? [] : {};
    copies.set(original, copy);
    pending.push([original, copy as Record<string, unknown>]);
    return copy;
  };
  const result = copyOf(value);
  // Not by recursion: items may be nested more deeply than the stack allows.
  for (let next = pending.pop(); next; next = pending.pop()) {
    const [from, to] = next;
    for (const [key, property] of Object.entries(from) as [string, unknown][])
      if (typeof property === 'object' && property !== null) to[key] = copyOf(property);
      else to[key] = typeof property === 'number' && OFFSETS.has(key) ? sourceOffset(property) : property;
  }
  return result as T;
}
