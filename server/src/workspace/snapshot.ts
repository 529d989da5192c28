import type { Reading } from './reading.ts';

/** What is held of a file that isn't open. */
export interface Holding {
  readonly uri: string;
  readonly stamp?: string | undefined;
  /** The file as it is on disk: the text is there, and whether it is still the same can be told for certain. */
  readonly bytes: Uint8Array;
  readonly reading: Reading;
}

/**
 * The form of what is kept. To be raised when snapshots are written otherwise, or when roadmaps are read otherwise
 * without a new version of the server.
 */
const SCHEMA = 2;

/** What one workspace may take on the disk, in bytes: a thousand roadmaps of a hundred items need half of it. */
const MOST = 64 * 1024 * 1024;

const MAGIC = 'roadmap\n';
const NUMBER_BYTES = 4;
const START = MAGIC.length + 2 * NUMBER_BYTES;

interface Entry {
  readonly uri: string;
  readonly stamp?: string | undefined;
  readonly owners: Reading['owners'];
  readonly links: Reading['links'];
  /** In bytes, in the order in which they follow the header. */
  readonly content: number;
  readonly packed: number;
  readonly checksum: number;
}

interface Header {
  readonly key: string;
  readonly entries: readonly Entry[];
}

/** By whom it was written: another version may read otherwise. */
const keyOf = (version: string): string => `${version}/${SCHEMA}`;

/**
 * Holdings as one file, in parts that are to follow each other. What can't be kept packed isn't kept, nor what is too
 * much: the files that come last.
 *
 * Layout: a magic word, the length and the checksum of the header, the header as JSON; then of each entry the file's bytes
 * and the packed roadmap.
 */
export function encodeSnapshot(version: string, holdings: Iterable<Holding>): Uint8Array[] {
  const entries: Entry[] = [];
  const parts: Uint8Array[] = [];
  let size = 0;
  for (const { uri, stamp, bytes, reading } of holdings) {
    const { owners, links, packed } = reading;
    if (packed === undefined || size + bytes.length + packed.length > MOST) continue;
    size += bytes.length + packed.length;
    entries.push({
      uri,
      stamp,
      owners,
      links,
      content: bytes.length,
      packed: packed.length,
      checksum: checksumOf(bytes, packed),
    });
    parts.push(bytes, packed);
  }
  const header = new TextEncoder().encode(JSON.stringify({ key: keyOf(version), entries } satisfies Header));
  const start = new Uint8Array(START);
  start.set(new TextEncoder().encode(MAGIC));
  const view = new DataView(start.buffer);
  view.setUint32(MAGIC.length, header.length);
  view.setUint32(MAGIC.length + NUMBER_BYTES, checksumOf(header));
  return [start, header, ...parts];
}

/** The holdings of a snapshot; without those that are damaged, and none where another version has written it. */
export function decodeSnapshot(version: string, snapshot: Uint8Array): Holding[] {
  const header = headerOf(snapshot);
  if (header?.key !== keyOf(version)) return [];
  const holdings: Holding[] = [];
  let at = START + new DataView(snapshot.buffer, snapshot.byteOffset).getUint32(MAGIC.length);
  for (const { uri, stamp, owners, links, content, packed: packedLength, checksum } of header.entries) {
    const bytes = snapshot.subarray(at, at + content);
    const packed = snapshot.subarray(at + content, at + content + packedLength);
    at += content + packedLength;
    if (checksumOf(bytes, packed) === checksum)
      holdings.push({ uri, stamp, bytes, reading: { owners, links, packed } });
  }
  return holdings;
}

function headerOf(snapshot: Uint8Array): Header | undefined {
  if (snapshot.length < START) return undefined;
  if (new TextDecoder().decode(snapshot.subarray(0, MAGIC.length)) !== MAGIC) return undefined;
  const view = new DataView(snapshot.buffer, snapshot.byteOffset);
  const header = snapshot.subarray(START, START + view.getUint32(MAGIC.length));
  if (checksumOf(header) !== view.getUint32(MAGIC.length + NUMBER_BYTES)) return undefined;
  return JSON.parse(new TextDecoder().decode(header)) as Header;
}

/** FNV-1a, 32 bits, four bytes at a time: against bits that have flipped and files that were cut, not against malice. */
function checksumOf(...parts: readonly Uint8Array[]): number {
  let value = 0x811c9dc5;
  const add = (word: number): void => void (value = Math.imul(value ^ word, 0x01000193));
  for (const part of parts) {
    const view = new DataView(part.buffer, part.byteOffset, part.byteLength);
    const words = part.length - (part.length % NUMBER_BYTES);
    for (let at = 0; at < words; at += NUMBER_BYTES) add(view.getInt32(at));
    for (let at = words; at < part.length; at++) add(view.getUint8(at));
    add(part.length);
  }
  return value >>> 0;
}
