/**
 * How well a name matches what somebody has typed: all characters of it have to occur, in their order. The higher the
 * better; `undefined` where it doesn't match. Beginnings of words and characters in a row count most, then short names.
 *
 * @param query - without spaces, in lower case.
 */
export function fuzzyScore(name: string, query: string): number | undefined {
  const folded = name.toLowerCase();
  const whole = folded.indexOf(query);
  if (whole >= 0) return WHOLE + (isWordStart(folded, whole) ? WORD_START : 0) - folded.length / LONG;
  let score = 0;
  let at = -1;
  for (const character of query) {
    const next = folded.indexOf(character, at + 1);
    if (next < 0) return undefined;
    score += next === at + 1 ? IN_A_ROW : isWordStart(folded, next) ? WORD_START : 0;
    at = next;
  }
  return score / query.length - folded.length / LONG;
}

/** More than any sum of the others, as these are divided by the query's length. */
const WHOLE = 10;
const WORD_START = 3;
const IN_A_ROW = 2;
/** Among equals, the shorter name wins; a name of this many characters loses a point. */
const LONG = 100;

const isWordStart = (text: string, at: number): boolean =>
  at === 0 || !/[\p{L}\p{N}]/u.test(text.charAt(at - 1));
