/** The word in the case of a sample: UPPER, Title, lower. */
export function inCaseOf(sample: string, word: string): string {
  const letters = sample.replace(/[^\p{L}]/gu, '');
  if (
    letters !== '' &&
    letters === letters.toUpperCase() &&
    letters !== letters.toLowerCase() &&
    letters.length > 1
  )
    return word.toUpperCase();
  if (/^\p{Lu}\S*[\s-]\p{Lu}/u.test(sample))
    return word.replace(/(?<!\p{L})\p{Ll}/gu, (letter) => letter.toUpperCase());
  return /^\p{Lu}/u.test(sample) ? word.charAt(0).toUpperCase() + word.slice(1) : word;
}
