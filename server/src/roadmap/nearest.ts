/**
 * How many characters have to be put in, taken out, replaced or swapped with their neighbour to make one word of another
 * (optimal string alignment); more than `most` is `Infinity`.
 */
export function editDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return Infinity;
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (above[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      row.push(cost);
    }
    if (Math.min(...row) > most) return Infinity;
    before = above;
    above = row;
  }
  const distance = above[b.length] ?? Infinity;
  return distance > most ? Infinity : distance;
}

/** Of short words, few characters may differ, else each would be near to any. */
const mostFor = (word: string): number => (word.length <= 3 ? 0 : word.length <= 6 ? 1 : 2);

/** The word that was probably meant, regardless of case; `undefined` where none is near, or several equally. */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  const wanted = word.toLowerCase();
  const most = mostFor(wanted);
  let best = most + 1;
  let found: string[] = [];
  for (const candidate of known) {
    const distance = editDistance(wanted, candidate.toLowerCase(), Math.min(best, most));
    if (distance > most || distance > best) continue;
    if (distance < best) found = [];
    best = distance;
    found.push(candidate);
  }
  return found.length === 1 ? found[0] : undefined;
}
