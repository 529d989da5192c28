import { Emitter, type Event } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { decodeText } from './decode.ts';
import { readDocument, type RoadmapDocument } from './document.ts';
import type { FileSystem } from './fileSystem.ts';
import { MARKDOWN_FILES, roadmapMatcher } from './globs.ts';

/** Files read at the same time: more would fill the memory with their bytes before they are parsed. */
const READS_AT_ONCE = 20;

/** Which documents are open in the editor. */
export interface OpenDocuments {
  get(uri: string): TextDocument | undefined;
  all(): TextDocument[];
}

/**
 * The roadmaps of the workspace: open documents as they stand in the editor, all others as they are on disk. Each is
 * read once for each version, whoever asks.
 */
export class Workspace {
  readonly #files: FileSystem;
  readonly #open: OpenDocuments;
  readonly #changed = new Emitter<readonly string[]>();
  /** Fires with the URIs of roadmaps that came, went or have other content. */
  readonly onDidChange: Event<readonly string[]> = this.#changed.event;

  #folders: readonly string[] = [];
  #matches = roadmapMatcher();
  readonly #read = new Map<string, RoadmapDocument>();
  #onDisk = new Map<string, RoadmapDocument>();
  /** Before the first configuration nothing is known, so nobody is told that there is nothing. */
  #indexed: Promise<void>;
  #configured: () => void = () => undefined;
  #generation = 0;

  constructor(files: FileSystem, open: OpenDocuments) {
    this.#files = files;
    this.#open = open;
    this.#indexed = new Promise((resolve) => (this.#configured = resolve));
  }

  /** Takes other folders or globs, and indexes anew. */
  configure(folders: readonly string[], include?: readonly string[], exclude?: readonly string[]): void {
    this.#folders = folders.map((folder) => (folder.endsWith('/') ? folder : `${folder}/`));
    this.#matches = roadmapMatcher(include, exclude);
    this.#indexed = this.#index(++this.#generation);
    this.#configured();
  }

  /** Whether the file's name makes it a roadmap. An open file outside of all folders is judged by its bare name. */
  isRoadmap(uri: string): boolean {
    const folder = this.#folders
      .filter((candidate) => uri.startsWith(candidate))
      .sort((a, b) => b.length - a.length)[0];
    const path = folder === undefined ? (uri.split('/').pop() ?? '') : uri.slice(folder.length);
    return this.#matches(safeDecode(path));
  }

  /** The open document, read; `undefined` where it isn't open or is no roadmap. */
  opened(uri: string): RoadmapDocument | undefined {
    const document = this.#open.get(uri);
    if (!document || !this.isRoadmap(uri)) return undefined;
    const known = this.#read.get(uri);
    if (known?.version === document.version) return known;
    const read = readDocument(uri, document.version, document.getText());
    this.#read.set(uri, read);
    return read;
  }

  /** The document, open or on disk. */
  get(uri: string): RoadmapDocument | undefined {
    return this.opened(uri) ?? this.#onDisk.get(uri);
  }

  /** Every roadmap, in the order of their URIs. Waits for an index that is under way. */
  async all(): Promise<RoadmapDocument[]> {
    await this.#settled();
    const uris = new Set([...this.#onDisk.keys(), ...this.#open.all().map(({ uri }) => uri)]);
    return [...uris].sort().flatMap((uri) => this.get(uri) ?? []);
  }

  /** The owners that the workspace's roadmaps name, the most frequent first; those of `first` before all others. */
  owners(first: RoadmapDocument): string[] {
    const times = new Map<string, number>();
    const countIn = ({ roadmap }: RoadmapDocument, weight: number): void => {
      for (const { fields } of roadmap.items)
        for (const owner of fields.owners?.value ?? []) times.set(owner, (times.get(owner) ?? 0) + weight);
    };
    // More than any count of another document, so that the document's own owners come first.
    countIn(first, 1_000_000);
    for (const document of this.#onDisk.values()) if (document.uri !== first.uri) countIn(document, 1);
    return [...times].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0])).map(([owner]) => owner);
  }

  /** The editor changed, opened or saved a document. */
  documentChanged(uri: string): void {
    if (this.isRoadmap(uri)) this.#changed.fire([uri]);
  }

  /** The editor closed a document: from now on what is on disk counts. */
  async documentClosed(uri: string): Promise<void> {
    this.#read.delete(uri);
    await this.filesChanged([uri]);
  }

  /** Files were written, created or deleted outside of the editor. */
  async filesChanged(uris: readonly string[]): Promise<void> {
    const roadmaps = uris.filter((uri) => this.isRoadmap(uri));
    const inFolders = roadmaps.filter((uri) => this.#folders.some((folder) => uri.startsWith(folder)));
    // An index that is under way may have read the files already, as they were before.
    if (inFolders.length > 0) await this.#settled();
    await Promise.all(inFolders.map((uri) => this.#load(uri, this.#onDisk)));
    if (roadmaps.length > 0) this.#changed.fire(roadmaps);
  }

  async #settled(): Promise<void> {
    for (let seen: Promise<void> | undefined; seen !== this.#indexed;) {
      seen = this.#indexed;
      await seen;
    }
  }

  async #index(generation: number): Promise<void> {
    const found = await Promise.all(
      this.#folders.map((folder) => this.#files.find(folder, MARKDOWN_FILES).catch(() => [])),
    );
    const queue = [...new Set(found.flat())].filter((uri) => this.isRoadmap(uri));
    const loaded = new Map<string, RoadmapDocument>();
    const next = async (): Promise<void> => {
      for (let uri = queue.shift(); uri !== undefined && generation === this.#generation; uri = queue.shift())
        await this.#load(uri, loaded);
    };
    await Promise.all(Array.from({ length: READS_AT_ONCE }, next));
    if (generation !== this.#generation) return;
    const before = this.#onDisk;
    this.#onDisk = loaded;
    this.#changed.fire([
      ...new Set([...before.keys(), ...loaded.keys(), ...this.#open.all().map(({ uri }) => uri)]),
    ]);
  }

  /** Reads a file into the map, or takes it out: one bad file costs itself and nothing else. */
  async #load(uri: string, into: Map<string, RoadmapDocument>): Promise<void> {
    const bytes = await this.#files.read(uri).catch(() => undefined);
    try {
      if (bytes === undefined) into.delete(uri);
      else into.set(uri, readDocument(uri, null, decodeText(bytes)));
    } catch {
      into.delete(uri);
    }
  }
}

function safeDecode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
