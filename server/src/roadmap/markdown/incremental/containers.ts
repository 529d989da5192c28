/** A list item or a footnote that lines may stand in. */
export interface Container {
  /** How many quotes stand around it. */
  readonly quotes: number;
  /** The column at which its content begins. */
  readonly content: number;
  /** The last character of its marker. */
  readonly sign: string;
}

const MARKER = /^(?:([-+*])|(\d{1,9})[.)])(?=[ \t]|$)([ \t]*)/u;
const FOOTNOTE = /^\[\^[^\]\s]+\]:[ \t]*/u;
/** Columns by which a footnote's content is indented; white space behind a marker that is more begins code. */
const INDENT = 4;

/** The column at which the innermost container's content begins in which a column stands. */
export function openAt(containers: readonly Container[], quotes: number, column: number): number {
  let base = 0;
  for (const one of containers)
    if (one.quotes === quotes && one.content <= column) base = Math.max(base, one.content);
  return base;
}

/** In how many containers a line stands whose content begins at a column. */
export const standingIn = (containers: readonly Container[], quotes: number, column: number): number =>
  containers.filter((one) => one.quotes < quotes || (one.quotes === quotes && one.content <= column + INDENT))
    .length;

/**
 * The marker that a line's rest begins with, if one is sure to begin an item there.
 * @param isGoing a paragraph is going on, which not everything interrupts
 */
export function markerAt(
  rest: string,
  containers: readonly Container[],
  quotes: number,
  column: number,
  isGoing: boolean,
): { length: number; container: Container } | undefined {
  const match = MARKER.exec(rest);
  if (!match) {
    const footnote = isGoing ? undefined : FOOTNOTE.exec(rest)?.[0];
    return footnote === undefined
      ? undefined
      : { length: footnote.trimEnd().length, container: { quotes, content: column + INDENT, sign: ':' } };
  }
  const [whole, , number, space = ''] = match;
  const marker = whole.trimEnd();
  const sign = marker.at(-1) ?? '';
  const isEmpty = whole.length === rest.length;
  if (isGoing) {
    // The outermost list that the line isn't in.
    const left = containers.find((one) => one.quotes === quotes && one.content > column);
    const goesOn = left?.sign === sign;
    if (!goesOn && (isEmpty || (number !== undefined && Number(number) !== 1))) return undefined;
  }
  const gap = isEmpty || space.length > INDENT || space.startsWith('\t') ? 1 : space.length;
  return { length: marker.length, container: { quotes, content: column + marker.length + gap, sign } };
}
