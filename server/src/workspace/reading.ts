import type { CancellationToken } from 'vscode-languageserver';
import { linksOf, type ItemLinks } from '../roadmap/links.ts';
import type { Roadmap } from '../roadmap/model.ts';
import { emptyRoadmap, readRoadmap } from '../roadmap/read.ts';
import { decodeText, NotTextError } from './decode.ts';
import type { PositionEncoding } from '../roadmap/columns.ts';
import { readDocument, type RoadmapDocument } from './document.ts';
import { NotPlainError, pack, unpack } from './pack.ts';
import { giveWay, PATIENCE } from './pacedReading.ts';
import { mayHoldItems } from './scan.ts';

/** What is kept of a file's content while nobody looks at it. It can be sent between threads, and put on a disk. */
export interface Reading {
  /** Whom the items name, and how often. */
  readonly owners: readonly (readonly [owner: string, times: number])[];
  /** What others may have to know of its items. */
  readonly links: readonly ItemLinks[];
  /** The roadmap without its text; missing where it has to be read anew. */
  readonly packed?: Uint8Array;
}

/** Reads a file's bytes; `undefined` where they are no text. */
export function readBytes(bytes: Uint8Array): Reading | undefined {
  try {
    const text = decodeText(bytes);
    // The text is in the bytes already.
    const roadmap = mayHoldItems(text) ? { ...readRoadmap(text), text: '' } : emptyRoadmap('');
    return { owners: [...countOwners(roadmap)], links: linksOf(roadmap), ...packable(roadmap) };
  } catch (error) {
    if (error instanceof NotTextError) return undefined;
    throw error;
  }
}

/** Whom the items name themselves, and how often. */
export function countOwners({ items }: Pick<Roadmap, 'items'>): Map<string, number> {
  const times = new Map<string, number>();
  for (const { fields } of items)
    for (const owner of fields.owners?.value ?? []) times.set(owner, (times.get(owner) ?? 0) + 1);
  return times;
}

function packable(roadmap: object): Pick<Reading, 'packed'> {
  try {
    return { packed: pack(roadmap) };
  } catch (error) {
    if (error instanceof NotPlainError) return {};
    throw error;
  }
}

/** The document that was read from these bytes. */
export function documentOf(
  uri: string,
  bytes: Uint8Array,
  { packed }: Reading,
  encoding: PositionEncoding,
): RoadmapDocument {
  const text = decodeText(bytes);
  return readDocument(uri, null, text, unpacked(text, packed), encoding);
}

/** The roadmap of a text, if it was read from these bytes: an open document often says what its file does. */
export function roadmapOf(text: string, bytes: Uint8Array, { packed }: Reading): Roadmap | undefined {
  // As many bytes as there are characters, or up to three times as many: nothing else need be compared.
  const mayBeSame = text.length <= bytes.length && bytes.length <= 3 * text.length + BYTE_ORDER_MARK;
  return mayBeSame && decodeText(bytes) === text ? unpacked(text, packed) : undefined;
}

const BYTE_ORDER_MARK = 3;

function unpacked(text: string, packed: Uint8Array | undefined): Roadmap | undefined {
  try {
    return packed && { ...(unpack(packed) as Roadmap), text };
  } catch {
    // Damaged on the way from the disk: what it was made from is at hand.
    return undefined;
  }
}

/** Reads files, here or in other threads. */
export interface Reader {
  /**
   * What is kept of the bytes; `undefined` where they are no text, or where it was cancelled before it had begun. Rejects
   * where reading has failed altogether.
   */
  read(bytes: Uint8Array, token: CancellationToken): Promise<Reading | undefined>;
  dispose(): void;
}

/** Reads in this thread, file by file, and lets others have their turn in between. */
export class LocalReader implements Reader {
  #last: Promise<unknown> = Promise.resolve();
  #since = 0;
  #isDisposed = false;

  read(bytes: Uint8Array, token: CancellationToken): Promise<Reading | undefined> {
    const turn = this.#last.then(async () => {
      if (performance.now() - this.#since > PATIENCE) {
        await giveWay();
        this.#since = performance.now();
      }
      return this.#isDisposed || token.isCancellationRequested ? undefined : readBytes(bytes);
    });
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  dispose(): void {
    this.#isDisposed = true;
  }
}
