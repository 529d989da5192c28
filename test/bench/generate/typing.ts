/** A place to type at: within a word. */
export interface Place {
  readonly line: number;
  readonly character: number;
  readonly offset: number;
}

/** So many places within words, spread over a text so that one is far from the next. */
export function placesIn(text: string, count: number): Place[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return Array.from({ length: count }, (_, index) => {
    // The golden ratio: each place far from those before.
    const first = Math.floor(((index * 0.618_033_988_75) % 1) * starts.length);
    for (let line = first; ; line = (line + 1) % starts.length) {
      const start = starts[line] ?? 0;
      const character = /[a-z]{4}/u.exec(text.slice(start, starts[line + 1] ?? text.length))?.index;
      if (character !== undefined) return { line, character: character + 2, offset: start + character + 2 };
    }
  });
}
