/**
 * Text that was UTF-8 once and was read as an 8-bit encoding (`ðŸ”´`, `üìã` for an emoji), decoded for matching and
 * for display. The document keeps its characters: an offset can always be led back to them.
 *
 * The tables are windows-1252 in the form of the WHATWG Encoding Standard, where the five bytes without a character
 * pass through as C1 controls, and macintosh, where 0xF0 is U+F8FF.
 */

/** 0x80 to 0x9F. Many a Node's own decoder takes these bytes for C1 controls (nodejs/node#56542). */
const WINDOWS_1252 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';
const MACINTOSH = new TextDecoder('macintosh');

/** Character → byte, for the upper half of an encoding. */
function upperHalf(decode: (byte: number) => string): ReadonlyMap<string, number> {
  const table = new Map<string, number>();
  for (let byte = 0x80; byte <= 0xff; byte++) table.set(decode(byte), byte);
  return table;
}

const ENCODINGS = [
  upperHalf((byte) => WINDOWS_1252[byte - 0x80] ?? String.fromCharCode(byte)),
  upperHalf((byte) => MACINTOSH.decode(Uint8Array.of(byte))),
];
const UTF8 = new TextDecoder('utf-8', { fatal: true });
/** Mis-decoded bytes are always from the upper half, so a run of them holds no ASCII. */
const RUN = /[^\0-\x7f]{2,}/g;

/** Decoded text, and where each of its characters stood. */
export interface DecodedText {
  readonly text: string;
  /** The offset in the source of the character at this offset of `text`. */
  sourceOffset(offset: number): number;
}

/** How many bytes the UTF-8 sequence that starts with this byte has; 0 for a byte that starts none of two or more. */
function sequenceLength(lead: number | undefined): number {
  if (lead === undefined || lead < 0xc2 || lead > 0xf4) return 0;
  return lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
}

/**
 * Decodes the sequence at `start`. Sequences of two bytes look like ordinary Latin text too (`É»`), so they count
 * only where `pairs` says that the whole run is made of sequences.
 */
function decodeAt(
  run: string,
  start: number,
  bytes: ReadonlyMap<string, number>,
  pairs: boolean,
): string | undefined {
  const length = sequenceLength(bytes.get(run[start] ?? ''));
  if (length === 0 || (length === 2 && !pairs)) return undefined;
  const sequence: number[] = [];
  for (let i = start; i < start + length; i++) {
    const byte = bytes.get(run[i] ?? '');
    // Only the first byte of a sequence may be another than 0x80 to 0xBF; asking the decoder costs an exception.
    if (byte === undefined || (i > start && (byte & 0xc0) !== 0x80)) return undefined;
    sequence.push(byte);
  }
  try {
    return UTF8.decode(Uint8Array.from(sequence));
  } catch {
    return undefined;
  }
}

/** Whether the whole run decodes, and more of it than one pair of letters. */
function isAllSequences(run: string, bytes: ReadonlyMap<string, number>): boolean {
  let sequences = 0;
  for (let i = 0; i < run.length; sequences++) {
    if (decodeAt(run, i, bytes, true) === undefined) return false;
    i += sequenceLength(bytes.get(run[i] ?? ''));
  }
  return sequences > 1 || /^[\u00c2\u00c3\u221a\u00ac]/.test(run);
}

/** Decodes what is mis-decoded, run by run; everything else stays as it is. */
export function decodeMojibake(source: string): DecodedText {
  const identity = { text: source, sourceOffset: (offset: number) => offset };
  if (!/[^\0-\x7f]{2}/.test(source)) return identity;

  let text = '';
  const offsets: number[] = [];
  let changed = false;
  const keep = (from: number, to: number): void => {
    for (let i = from; i < to; i++) offsets.push(i);
    text += source.slice(from, to);
  };
  let done = 0;
  for (const match of source.matchAll(RUN)) {
    const run = match[0];
    keep(done, match.index);
    done = match.index + run.length;
    const found = ENCODINGS.map((bytes) => ({ bytes, pairs: isAllSequences(run, bytes) }));
    for (let i = 0; i < run.length;) {
      const hit = found
        .map(({ bytes, pairs }) => ({ bytes, decoded: decodeAt(run, i, bytes, pairs) }))
        .find(({ decoded }) => decoded !== undefined);
      if (hit?.decoded === undefined) {
        keep(match.index + i, match.index + i + 1);
        i++;
        continue;
      }
      changed = true;
      offsets.push(...Array<number>(hit.decoded.length).fill(match.index + i));
      text += hit.decoded;
      i += sequenceLength(hit.bytes.get(run[i] ?? ''));
    }
  }
  if (!changed) return identity;
  keep(done, source.length);
  return { text, sourceOffset: (offset) => offsets[offset] ?? source.length };
}
