/**
 * Where two versions of a list differ: from `start` up to `end` in the one before, up to `newEnd` in the one behind. All
 * before and behind that is the same. Lists may be very long, and their members far apart in memory, so they are compared
 * and never looked at.
 */
export interface Difference {
  readonly start: number;
  readonly end: number;
  readonly newEnd: number;
}

export function differenceOf<T>(before: readonly T[], after: readonly T[]): Difference {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start++;
  let same = 0;
  while (same < most - start && before[before.length - 1 - same] === after[after.length - 1 - same]) same++;
  return { start, end: before.length - same, newEnd: after.length - same };
}

/** What is known of each member of a list, taken over from the list before; made anew where that differs. */
export function carriedOver<T, V>(
  { start, end, newEnd }: Difference,
  known: readonly V[],
  list: readonly T[],
  make: (value: T) => V,
): V[] {
  return known.slice(0, start).concat(list.slice(start, newEnd).map(make), known.slice(end));
}

export const isSameList = <T>(a: readonly T[], b: readonly T[]): boolean =>
  a.length === b.length && a.every((one, index) => one === b[index]);
