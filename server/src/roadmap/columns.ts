/** How clients count columns: in UTF-16 code units, as strings do, or in bytes of UTF-8. */
export const POSITION_ENCODINGS = ['utf-16', 'utf-8'] as const;

export type PositionEncoding = (typeof POSITION_ENCODINGS)[number];

/** How many bytes of UTF-8 a stretch of a text takes. A half of a pair takes those of U+FFFD, as which it is sent. */
export function bytesIn(text: string, start: number, end: number): number {
  let bytes = 0;
  for (let at = start; at < end;) {
    const code = text.codePointAt(at) ?? 0;
    bytes += sizeOf(code);
    at += unitsOf(code);
  }
  return bytes;
}

/** How many code units from `start` on take so many bytes of UTF-8, up to `end`; within a character, those before it. */
export function unitsIn(text: string, start: number, end: number, bytes: number): number {
  let at = start;
  for (let left = bytes; at < end;) {
    const code = text.codePointAt(at) ?? 0;
    left -= sizeOf(code);
    if (left < 0) break;
    at += unitsOf(code);
  }
  return Math.min(at, end) - start;
}

const sizeOf = (code: number): number => (code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4);
const unitsOf = (code: number): number => (code < 0x10000 ? 1 : 2);
