/** Where the last line ends that isn't empty; spaces at its end are its own, as an empty box ends in one. */
export function endOfLines(text: string, start: number, end: number): number {
  let last = end;
  while (last > start && isSpace(text.charCodeAt(last - 1))) last--;
  while (last < end && isBlank(text.charCodeAt(last))) last++;
  return last;
}

const isBlank = (code: number): boolean => code === 32 || code === 9;
const isSpace = (code: number): boolean => code === 10 || code === 13 || isBlank(code);
