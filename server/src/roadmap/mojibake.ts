/**
 * Text that was UTF-8 once and was read as an 8-bit encoding (`ðŸ”´`, `üìã` for an emoji): where it stands, and what
 * it was. Only what garbles back into the very same characters counts, so nothing is lost by decoding it.
 *
 * The tables are windows-1252 in the form of the WHATWG Encoding Standard, where the five bytes without a character
 * pass through as C1 controls, and macintosh, where 0xF0 is U+F8FF.
 */
import type { Span } from './model.ts';
import type { SourceOffset } from './relocate.ts';

/** What UTF-8 was taken for. */
export type Misreading = 'windows-1252' | 'macintosh';

/** Mis-decoded characters that stand together. */
export interface MojibakeRun {
  readonly span: Span;
  /** What they were. */
  readonly text: string;
  /** What the text was read as: more than one, in their order, where it was garbled again. */
  readonly misreadings: readonly Misreading[];
}

/** Decoded text, and where each of its characters stood. */
export interface DecodedText {
  readonly text: string;
  /** The offset in the source of the character at this offset of `text`. */
  readonly sourceOffset: SourceOffset;
}

/** 0x80 to 0x9F. Many a Node's own decoder takes these bytes for C1 controls (nodejs/node#56542). */
const WINDOWS_1252 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

/** The characters of an encoding's upper half, from 0x80. */
const UPPER_HALVES: Readonly<Record<Misreading, string>> = {
  'windows-1252': WINDOWS_1252 + String.fromCharCode(...bytes(0xa0, 0xff)),
  macintosh: new TextDecoder('macintosh').decode(Uint8Array.from(bytes(0x80, 0xff))),
};
const MISREADINGS = Object.keys(UPPER_HALVES) as Misreading[];
const ENCODER = new TextEncoder();
const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function bytes(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

/** Character → byte, for the upper half of an encoding. */
const BYTES: Readonly<Record<Misreading, ReadonlyMap<string, number>>> = {
  'windows-1252': byteTable('windows-1252'),
  macintosh: byteTable('macintosh'),
};

function byteTable(misreading: Misreading): ReadonlyMap<string, number> {
  return new Map(Array.from(UPPER_HALVES[misreading], (character, index) => [character, 0x80 + index]));
}

/** The text as it looks once its UTF-8 has been read as these encodings, one after the other. */
export function garble(text: string, misreadings: readonly Misreading[]): string {
  return misreadings.reduce((read, misreading) => {
    let garbled = '';
    for (const byte of ENCODER.encode(read))
      garbled += byte < 0x80 ? String.fromCharCode(byte) : (UPPER_HALVES[misreading][byte - 0x80] ?? '');
    return garbled;
  }, text);
}

/** The bytes of one character in UTF-8, as an encoding reads them. */
interface Sequence {
  readonly start: number;
  readonly garbled: string;
  readonly text: string;
}

/** Sequences that follow each other. */
interface Candidate extends Span {
  readonly misreading: Misreading;
  readonly sequences: readonly Sequence[];
  /** Nobody writes such characters on purpose, whatever the document holds besides. */
  readonly certain: boolean;
}

/** Characters that aren't ASCII: mis-decoded bytes never are, so what is garbled together stands in one stretch. */
const STRETCH = /[^\0-\x7f]{2,}/g;

/** What no text is decoded to: controls, what stood for lost bytes, what Unicode has not assigned. */
const IMPLAUSIBLE = /[\p{Cc}\p{Co}\ufffd]|(?!\p{Extended_Pictographic})\p{Cn}/u;

/**
 * Every mis-decoded run of a text. `codeIn` tells the stretches that show text as it is: a document about encodings
 * quotes mojibake there, so it counts only where the same encoding garbled the text around it, too. It is asked only if
 * there is anything to find.
 */
export function findMojibake(text: string, codeIn: () => readonly Span[] = () => []): readonly MojibakeRun[] {
  const certain = readStretches(text, [], ({ certain }) => certain);
  if (certain.length === 0) return [];
  const code = codeIn();
  // What is certain vouches for what may be a matter of chance: `Ð²` where other words were garbled into `Ð`.
  const leads = leadsOf(certain.filter(({ span }) => !code.some((shown) => contains(shown, span))));
  if (leads.size === 0) return [];
  return readStretches(text, code, ({ certain, misreading, sequences }, inCode) => {
    const known = leads.get(misreading);
    if (!known || certain) return known !== undefined;
    return !inCode && sequences.every(({ garbled }) => known.has(garbled[0] ?? ''));
  });
}

/** Whether anything in the text must be mis-decoded. */
export const hasMojibake = (text: string): boolean =>
  readStretches(text, [], ({ certain }) => certain).length > 0;

const contains = (outer: Span, { start, end }: Span): boolean => outer.start <= start && end <= outer.end;

/** The decoded text. Everything that isn't mis-decoded stays as it is. */
export function decodeMojibake(source: string, runs = findMojibake(source)): DecodedText {
  if (runs.length === 0) return { text: source, sourceOffset: (offset) => offset };
  let text = '';
  const offsets: number[] = [];
  let done = 0;
  const keepUntil = (end: number): void => {
    text += source.slice(done, end);
    while (done < end) offsets.push(done++);
  };
  for (const { span, text: decoded, misreadings } of runs) {
    keepUntil(span.start);
    for (const character of decoded) {
      offsets.push(...Array<number>(character.length).fill(done));
      done += garble(character, misreadings).length;
    }
    text += decoded;
  }
  keepUntil(source.length);
  return { text, sourceOffset: (offset) => offsets[offset] ?? source.length };
}

/** The characters that begin the sequences of runs, by encoding. */
function leadsOf(runs: readonly MojibakeRun[]): ReadonlyMap<Misreading, ReadonlySet<string>> {
  const leads = new Map<Misreading, Set<string>>();
  for (const { text, misreadings } of runs) {
    let read = text;
    for (const misreading of misreadings) {
      read = garble(read, [misreading]);
      // Signs of Latin-1 (`Â°`) are so few that they seldom come in company.
      const known = leads.get(misreading) ?? new Set(misreading === 'macintosh' ? '¬' : 'Â');
      leads.set(misreading, known);
      for (const character of read)
        if (sequenceLength(BYTES[misreading].get(character)) > 0) known.add(character);
    }
  }
  return leads;
}

type Accepts = (candidate: Candidate, inCode: boolean) => boolean;

function readStretches(text: string, code: readonly Span[], accepts: Accepts): MojibakeRun[] {
  const runs: MojibakeRun[] = [];
  let next = 0;
  for (const { 0: stretch, index } of text.matchAll(STRETCH)) {
    while ((code[next]?.end ?? Infinity) <= index) next++;
    const inCode = (code[next]?.start ?? Infinity) <= index;
    const around: Around = [text[index - 1] ?? '', text[index + stretch.length] ?? ''];
    for (const run of readStretch(stretch, around, (candidate) => accepts(candidate, inCode)))
      runs.push({ ...run, span: { start: run.span.start + index, end: run.span.end + index } });
  }
  return runs;
}

/** The characters before and behind. */
type Around = readonly [before: string, after: string];

/** How often a text may have been garbled: each time it grows to twice its length and more. */
const MAX_TIMES = 5;

/** Decodes a stretch until nothing more is found in it; what doesn't come out clean is left alone as a whole. */
function readStretch(
  stretch: string,
  around: Around,
  accepts: (candidate: Candidate) => boolean,
  times = 1,
): MojibakeRun[] {
  const candidates = MISREADINGS.flatMap((misreading) => candidatesIn(stretch, misreading, around));
  const outer = withoutOverlaps(candidates.filter(accepts));
  if (outer.length === 0 || times > MAX_TIMES) return [];
  let decoded = '';
  let done = 0;
  const places: { start: number; end: number }[] = [];
  for (const candidate of outer) {
    const start = decoded.length + candidate.start - done;
    decoded += stretch.slice(done, candidate.start) + textOf(candidate);
    done = candidate.end;
    places.push({ start, end: decoded.length });
  }
  decoded += stretch.slice(done);

  const inner = readStretch(decoded, around, accepts, times + 1);
  const runs: MojibakeRun[] = [];
  let isClean = true as boolean;
  let used = 0;
  for (const [index, { start: source, misreading }] of outer.entries()) {
    const { start, end } = places[index] ?? { start: 0, end: 0 };
    let from = source;
    const add = (text: string, misreadings: readonly Misreading[]): void => {
      if (text === '') return;
      const garbled = garble(text, misreadings);
      const to = from + garbled.length;
      isClean &&= garbled === stretch.slice(from, to) && !IMPLAUSIBLE.test(text);
      runs.push({ span: { start: from, end: to }, text, misreadings });
      from = to;
    };
    let at = start;
    for (let run = inner[used]; run && at <= run.span.start && run.span.end <= end; run = inner[++used]) {
      add(decoded.slice(at, run.span.start), [misreading]);
      add(run.text, [...run.misreadings, misreading]);
      at = run.span.end;
    }
    add(decoded.slice(at, end), [misreading]);
  }
  // What seems garbled together with correct text beside it does so by chance.
  return isClean && used === inner.length ? runs : [];
}

const textOf = ({ sequences }: Candidate): string => sequences.map(({ text }) => text).join('');

/** By encoding: characters that may begin a sequence, and one that may go on. */
const BEGINNINGS: Readonly<Record<Misreading, RegExp>> = {
  'windows-1252': beginning('windows-1252'),
  macintosh: beginning('macintosh'),
};

function beginning(misreading: Misreading): RegExp {
  const upper = UPPER_HALVES[misreading];
  return new RegExp(`[${upper.slice(0xc2 - 0x80, 0xf5 - 0x80)}][${upper.slice(0, 0xc0 - 0x80)}]`);
}

/** In the order of the text. Where two encodings explain the same characters, the one that explains more of them. */
function withoutOverlaps(candidates: readonly Candidate[]): Candidate[] {
  const kept: Candidate[] = [];
  for (const candidate of [...candidates].sort((a, b) => a.start - b.start)) {
    const last = kept.at(-1);
    if (!last || last.end <= candidate.start) kept.push(candidate);
    else if (candidate.end - candidate.start > last.end - last.start) kept.splice(-1, 1, candidate);
  }
  return kept;
}

/** How many bytes the UTF-8 sequence that starts with this byte has; 0 for a byte that starts none of two or more. */
function sequenceLength(lead: number | undefined): number {
  if (lead === undefined || lead < 0xc2 || lead > 0xf4) return 0;
  return lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
}

/**
 * What may have been garbled in a stretch. Sequences of two bytes look like ordinary text (`É»`), so they count only
 * where the whole stretch is made of sequences. Beside a sequence that has lost its last bytes (`ï¸` after `âš `),
 * nobody knows what the text was.
 */
function candidatesIn(stretch: string, misreading: Misreading, [before, after]: Around): Candidate[] {
  if (!BEGINNINGS[misreading].test(stretch)) return [];
  const table = BYTES[misreading];
  const pieces: (Sequence | 'cut' | 'other')[] = [];
  for (let i = 0; i < stretch.length;) {
    const length = sequenceLength(table.get(stretch[i] ?? ''));
    let end = i + 1;
    while (end < i + length && isContinuation(table.get(stretch[end] ?? ''))) end++;
    const garbled = stretch.slice(i, end);
    const text = garbled.length === length ? decodeBytes(garbled, table) : undefined;
    if (text !== undefined) pieces.push({ start: i, garbled, text });
    else pieces.push(1 < garbled.length && garbled.length < length ? 'cut' : 'other');
    i = text === undefined && garbled.length === length ? i + 1 : end;
  }
  const isWhole = pieces.every((piece) => typeof piece === 'object');

  const candidates: Candidate[] = [];
  let sequences: Sequence[] = [];
  let behindCut = false;
  for (const piece of [...pieces, 'other' as const]) {
    if (typeof piece === 'object' && (isWhole || piece.garbled.length > 2)) {
      sequences.push(piece);
      continue;
    }
    const [first, last] = [sequences[0], sequences.at(-1)];
    if (first && last && !behindCut && piece !== 'cut') {
      const [start, end] = [first.start, last.start + last.garbled.length];
      const beside: Around = [stretch[start - 1] ?? before, stretch[end] ?? after];
      candidates.push({
        start,
        end,
        misreading,
        sequences,
        certain: IS_CERTAIN[misreading](sequences, beside),
      });
    }
    sequences = [];
    behindCut = piece === 'cut';
  }
  return candidates;
}

const isContinuation = (byte: number | undefined): boolean => byte !== undefined && (byte & 0xc0) === 0x80;

function decodeBytes(garbled: string, table: ReadonlyMap<string, number>): string | undefined {
  try {
    return UTF8.decode(Uint8Array.from(garbled, (character) => table.get(character) ?? 0));
  } catch {
    return undefined;
  }
}

/** By encoding: whether nobody writes such sequences, one behind the other, on purpose. */
const IS_CERTAIN: Readonly<Record<Misreading, (sequences: readonly Sequence[], around: Around) => boolean>> =
  {
    'windows-1252': isCertain1252,
    macintosh: isCertainMac,
  };

const isWide = ({ garbled }: Sequence): boolean => garbled.length > 2;
const tailOf = ({ garbled }: Sequence): readonly string[] => Array.from(garbled.slice(1));

/** Letters of one script, perhaps in quotes: what chance puts together belongs to several. */
function isWord(sequences: readonly Sequence[]): boolean {
  const word = sequences
    .map(({ text }) => text)
    .join('')
    .replace(/[\u00a0-\u00bf]/g, '');
  const first = word.codePointAt(0) ?? 0;
  return (
    /^\p{L}[\p{L}\p{M}]*$/u.test(word) &&
    Array.from(word).every((character) => Math.abs((character.codePointAt(0) ?? 0) - first) < 0x100)
  );
}

/** What may well stand behind a word, in one language or another: `été…»`, `Co vidíš“`, `AMANHÃ”`, `5 Å²`. */
const FOLLOWERS = new Set('‘’“”‚„‹›«»…–—•·†‡™®©°ªº¹²³¡¿§¶šžŠŽ\u00a0\u00ad');
/** What may well stand behind a letter that is a word by itself. */
const MARKS = new Set('‘’“”‚„‹›«»…–—°¹²³\u00a0');

/** Arrows, lines, marks. Hardly any language has `â` for a word, so little of that is an `â` and what stands behind it. */
const SIGN = /^â(?:[†‡šž]|”‚|[•–—™›][^‘’‚“”„«»¡¿…–—°®™\u00a0])/;

function isCertain1252(sequences: readonly Sequence[], [before, after]: Around): boolean {
  const isOrdinary = (sequence: Sequence): boolean => tailOf(sequence).every((each) => FOLLOWERS.has(each));
  const isSign = ({ garbled }: Sequence, index: number): boolean =>
    (SIGN.test(garbled) && (index > 0 || !/\p{L}/u.test(before))) ||
    // A byte order mark begins a text.
    (garbled === 'ï»¿' && index === 0 && before === '');
  if (sequences.some((each, index) => isWide(each) && (isSign(each, index) || !isOrdinary(each))))
    return true;
  const pairs = sequences.filter((each) => !isWide(each));
  if (sequences.length - pairs.length > 3) return true;

  const [lead = '', tail = ''] = pairs[0]?.garbled ?? '';
  const isFirst = pairs[0] === sequences[0];
  const isInWord = isFirst && /[a-z]/.test(before);
  if (/[ÂÃ]/.test(lead)) {
    if (isInWord || !FOLLOWERS.has(tail)) return true;
    if (isFirst && !/\p{L}/u.test(before) && !MARKS.has(tail)) return true;
  }
  if (pairs.length > 1) {
    const differ = new Set(pairs.flatMap(tailOf)).size > 1;
    const isLatin = pairs.every(({ garbled }) => /^[ÂÃ]/.test(garbled));
    return (isLatin || isWord(pairs)) && (!pairs.every(isOrdinary) || (pairs.length > 2 && differ));
  }
  // The other letters of Central Europe: a capital in the middle of a word, unless it is that of a unit (`mÅ²`).
  return isInWord && (/[ÄÆÈ]/.test(lead) || (lead === 'Å' && (/[a-z]/.test(after) || !MARKS.has(tail))));
}

/** The bytes 0x80 to 0xBF that are letters, and signs that may well stand behind one. */
const MAC_FOLLOWERS = new Set('ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûüßÆØæø°®©™ªº†•');
/** What may well stand behind a root or a negation. */
const OPERANDS = new Set('∞±≤≥≠∂∑∏π∫Ωµ°´¨');

/** A quote that opens before a word: `„Öö“` is Estonian for night. */
const QUOTED = /^.(?:\p{Ll}\p{Ll}|[ÄÖÜÅ][ÄÖÜÅäöüåéõ])$/u;

function isCertainMac(sequences: readonly Sequence[], [before]: Around): boolean {
  const isOrdinary = (sequence: Sequence): boolean => {
    const { garbled } = sequence;
    if (garbled.startsWith('\uf8ff')) return false;
    if (/^[‚„]/.test(garbled)) return QUOTED.test(garbled) && !/\p{L}/u.test(before);
    return tailOf(sequence).every((each) => MAC_FOLLOWERS.has(each));
  };
  if (sequences.some((each) => isWide(each) && !isOrdinary(each))) return true;
  const pairs = sequences.filter((each) => !isWide(each));
  if (sequences.length - pairs.length > 2) return true;

  if (pairs.some(({ garbled }) => /^[√¬]/.test(garbled) && !OPERANDS.has(garbled[1] ?? ''))) return true;
  if (
    /[a-z]/.test(before) &&
    pairs[0] === sequences[0] &&
    pairs.some(({ garbled }) => /^[ƒ≈]\p{Ll}/u.test(garbled) && !OPERANDS.has(garbled[1] ?? ''))
  )
    return true;
  // Letters with the same dash before each are a list of letters.
  const isList =
    new Set(pairs.map(({ garbled }) => garbled[0])).size === 1 &&
    pairs.every(({ garbled }) => /\p{L}$/u.test(garbled));
  return pairs.length > 2 && isWord(pairs) && !isList;
}
