import type { Roadmap } from '../roadmap/model.ts';
import { CancellationToken } from 'vscode-languageserver';
import type { RoadmapDocument } from './document.ts';
import type { FileSystem, FoundFile } from './fileSystem.ts';
import type { PositionEncoding } from '../roadmap/columns.ts';
import { documentOf, type Reader, roadmapOf } from './reading.ts';
import type { Scope } from './scope.ts';
import { decodeSnapshot, encodeSnapshot, type Holding } from './snapshot.ts';
import type { Storage } from './storage.ts';
import { canonicalUri } from './uris.ts';

/** Files read at the same time: more would fill the memory with their bytes before they are parsed. */
const READS_AT_ONCE = 20;

/** How long, in ms, changes are gathered before they are saved: a save writes everything. */
const SAVE_DELAY = 10_000;

export interface IndexServices {
  readonly files: FileSystem;
  readonly reader: Reader;
  readonly storage: Storage;
  /** The server's: what another version has kept is read anew. */
  readonly version: string;
  /** Open documents count as they stand in the editor, so their files needn't be read. */
  isOpen(uri: string): boolean;
  /** How columns of positions are counted. */
  readonly encoding: PositionEncoding;
}

/** How far an index has come, in files. */
export interface IndexProgress {
  readonly done: number;
  readonly total: number;
}

/**
 * The roadmaps that aren't open, held as bytes: as they are on disk, and as they were read. A document is made of them
 * whenever somebody asks for one.
 */
export class FileIndex {
  readonly #services: IndexServices;
  /** By canonical URI. */
  #holdings = new Map<string, Holding>();
  /** What is known from before, and may still be right. */
  #known = new Map<string, Holding>();
  #loaded: Promise<void> | undefined;
  #unsaved = false;
  #saveLater: ReturnType<typeof setTimeout> | undefined;
  /** The save that is under way, or the last one. */
  #saved: Promise<void> = Promise.resolve();

  constructor(services: IndexServices) {
    this.#services = services;
  }

  /** The URIs of all files that are held. */
  uris(): string[] {
    return [...this.#holdings.values()].map(({ uri }) => uri);
  }

  /** The file, read; `undefined` where it isn't held. */
  get(uri: string): RoadmapDocument | undefined {
    const holding = this.#holdings.get(canonicalUri(uri));
    return holding && documentOf(holding.uri, holding.bytes, holding.reading, this.#services.encoding);
  }

  /** The roadmap of a text, where the file has the very same. */
  reading(uri: string, text: string): Roadmap | undefined {
    const holding = this.#holdings.get(canonicalUri(uri));
    return holding && roadmapOf(text, holding.bytes, holding.reading);
  }

  /** What others may have to know of the file's items. */
  links(uri: string): Holding['reading']['links'] {
    return this.#holdings.get(canonicalUri(uri))?.reading.links ?? [];
  }

  /** Whom the file's items name, and how often. */
  owners(uri: string): Holding['reading']['owners'] {
    return this.#holdings.get(canonicalUri(uri))?.reading.owners ?? [];
  }

  /**
   * Finds and reads all files. What is known of those that are as they were is taken over, on disk or in memory.
   *
   * @param scopes - the folders, the innermost first.
   * @param token - ends it early; what has been read until then is there.
   * @param superseded - whether its result isn't wanted any more: then it changes nothing.
   * @returns the URIs of files that came, went or have other content
   */
  async build(
    scopes: readonly Scope[],
    token: CancellationToken,
    superseded: () => boolean,
    onProgress: (progress: IndexProgress) => void,
  ): Promise<string[]> {
    const { files } = this.#services;
    const [lists] = await Promise.all([
      Promise.all(scopes.map((scope) => files.find(scope, token).catch(() => []))),
      (this.#loaded ??= this.#load()),
    ]);
    const found = new Map<string, FoundFile>();
    for (const [index, list] of lists.entries())
      for (const file of list)
        // A folder within a folder speaks for its own files.
        if (scopes.find(({ folder }) => file.uri.startsWith(folder)) === scopes[index])
          found.set(canonicalUri(file.uri), file);
    const built = new Map<string, Holding>();
    const queue: [key: string, file: FoundFile][] = [];
    for (const [key, file] of found) {
      const known = this.#holdings.get(key) ?? this.#known.get(key);
      if (known && file.stamp !== undefined && file.stamp === known.stamp)
        built.set(key, { ...known, uri: file.uri });
      else if (!this.#services.isOpen(file.uri)) queue.push([key, file]);
    }
    const total = queue.length;
    let done = 0;
    if (total > 0) onProgress({ done, total });
    const isCancelled = (): boolean => token.isCancellationRequested;
    const next = async (): Promise<void> => {
      for (let entry = queue.shift(); entry && !isCancelled(); entry = queue.shift()) {
        const [key, file] = entry;
        const holding = await this.#read(key, file, token);
        if (holding) built.set(key, holding);
        if (!isCancelled()) onProgress({ done: ++done, total });
      }
    };
    await Promise.all(Array.from({ length: READS_AT_ONCE }, next));
    if (superseded()) {
      // Whoever builds next need not read it again.
      for (const [key, holding] of built) this.#known.set(key, holding);
      return [];
    }
    const before = this.#holdings;
    // What wasn't looked at any more may still be there.
    this.#holdings = isCancelled() ? new Map([...before, ...built]) : built;
    if (!isCancelled()) this.#known.clear();
    const changed = [...before, ...this.#holdings].flatMap(([key, { uri }]) =>
      before.get(key)?.bytes === this.#holdings.get(key)?.bytes ? [] : [uri],
    );
    if (done > 0 || built.size !== before.size) this.#scheduleSave(0);
    return [...new Set(changed)];
  }

  /**
   * Reads single files anew, or forgets them.
   *
   * @returns the URIs of those that came, went or have other content
   */
  async update(uris: readonly string[]): Promise<string[]> {
    const changed = await Promise.all(
      uris.map(async (uri) => {
        const key = canonicalUri(uri);
        const before = this.#holdings.get(key);
        const holding = await this.#read(key, { uri }, CancellationToken.None);
        if (holding) this.#holdings.set(key, holding);
        else this.#holdings.delete(key);
        return holding?.bytes === before?.bytes ? [] : [uri];
      }),
    );
    if (changed.flat().length > 0) this.#scheduleSave(SAVE_DELAY);
    return changed.flat();
  }

  /** Forgets files. */
  remove(uris: readonly string[]): string[] {
    const removed = uris.filter((uri) => this.#holdings.delete(canonicalUri(uri)));
    if (removed.length > 0) this.#scheduleSave(SAVE_DELAY);
    return removed;
  }

  /** Keeps what isn't kept yet. */
  async close(): Promise<void> {
    this.#save();
    await this.#saved;
  }

  /** Reads a file, unless it is as it was: one bad file costs itself and nothing else. */
  async #read(
    key: string,
    { uri, stamp }: FoundFile,
    token: CancellationToken,
  ): Promise<Holding | undefined> {
    const bytes = await this.#services.files.read(uri).catch(() => undefined);
    if (!bytes) return undefined;
    const known = this.#holdings.get(key) ?? this.#known.get(key);
    if (known && areSame(known.bytes, bytes)) return { ...known, uri, stamp };
    const reading = await this.#services.reader.read(bytes, token).catch(() => undefined);
    return reading && { uri, stamp, bytes, reading };
  }

  async #load(): Promise<void> {
    const { storage, version } = this.#services;
    const snapshot = await storage.load().catch(() => undefined);
    if (snapshot)
      for (const holding of decodeSnapshot(version, snapshot))
        this.#known.set(canonicalUri(holding.uri), holding);
  }

  #scheduleSave(delay: number): void {
    this.#unsaved = true;
    this.#saveLater ??= setTimeout(() => this.#save(), delay);
  }

  #save(): void {
    clearTimeout(this.#saveLater);
    this.#saveLater = undefined;
    if (!this.#unsaved) return;
    this.#unsaved = false;
    const { storage, version } = this.#services;
    this.#saved = this.#saved
      .then(() =>
        storage.save(encodeSnapshot(version, new Map([...this.#known, ...this.#holdings]).values())),
      )
      // What can't be kept is read again the next time.
      .catch(() => undefined);
  }
}

function areSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}
