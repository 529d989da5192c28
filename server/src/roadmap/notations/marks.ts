/**
 * Which of the characters that signs are made of a text holds: found in one pass, so that most signs need not be searched
 * for. Characters that the same signs have share a bit.
 */

/** By code point: those of ASCII in a list, which is quicker to ask than a map. */
const ascii = new Int32Array(0x80);
const others = new Map<number, number>();
const sets: string[] = [];

/** The bit of a set of characters. */
export function bitsOf(marks: string): number {
  const known = sets.indexOf(marks);
  const index = known < 0 ? sets.push(marks) - 1 : known;
  // More sets than an integer has bits share the last one: they are searched for in vain a little more often.
  const bit = 1 << Math.min(index, 30);
  for (const mark of marks) {
    const code = mark.codePointAt(0) ?? 0;
    if (code < ascii.length) ascii[code] = (ascii[code] ?? 0) | bit;
    else others.set(code, (others.get(code) ?? 0) | bit);
  }
  return bit;
}

/** The bits of all sets of which the text holds a character. */
export function marksIn(text: string): number {
  let found = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    found |= ascii[code] ?? others.get(text.codePointAt(i) ?? code) ?? 0;
  }
  return found;
}
