import { CancellationTokenSource, Emitter, type CancellationToken, type Event } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { linksOf, type ItemLinks } from '../roadmap/links.ts';
import type { Roadmap } from '../roadmap/model.ts';
import type { TextChange } from '../roadmap/markdown/incremental/document.ts';
import { OpenRoadmap, type RoadmapDocument } from './document.ts';
import { FileIndex, type IndexProgress, type IndexServices } from './fileIndex.ts';
import { roadmapMatcher } from './globs.ts';
import { IGNORE_FILE } from './ignoreRules.ts';
import { giveWay, NotRead, PATIENCE } from './pacedReading.ts';
import { countOwners, LocalReader } from './reading.ts';
import { Scope, type ScopeOptions } from './scope.ts';
import { NO_STORAGE } from './storage.ts';
import { canonicalUri, decodeSafely } from './uris.ts';

/** Which documents are open in the editor. */
export interface OpenDocuments {
  get(uri: string): TextDocument | undefined;
  all(): TextDocument[];
  /** What has changed in the document since this was asked before; `undefined` where nobody knows. */
  changesOf?(document: TextDocument): readonly TextChange[] | undefined;
}

/** What the workspace is given: files to begin with; the others where the host has better than none. */
export type WorkspaceServices = Pick<IndexServices, 'files'> &
  Partial<Pick<IndexServices, 'reader' | 'storage' | 'version' | 'encoding'>>;

/** Which files count, in all folders or in one of them. */
export interface WorkspaceOptions extends Omit<ScopeOptions, 'hidden'> {
  /** What differs in a folder, and the globs of what the editor itself hides there. */
  readonly inFolder?: (folder: string) => ScopeOptions;
}

export type { IndexProgress } from './fileIndex.ts';

/**
 * The roadmaps of the workspace: open documents as they stand in the editor, all others as they are on disk. Each is
 * read once for each version, whoever asks.
 */
export class Workspace {
  readonly #open: OpenDocuments;
  readonly #services: IndexServices;
  readonly #index: FileIndex;
  readonly #changed = new Emitter<readonly string[]>();
  readonly #progress = new Emitter<IndexProgress | undefined>();
  /** Fires with the URIs of roadmaps that came, went or have other content. */
  readonly onDidChange: Event<readonly string[]> = this.#changed.event;
  /** Fires for each file that an index has read; with `undefined` once it is done. */
  readonly onDidProgress: Event<IndexProgress | undefined> = this.#progress.event;

  /** The innermost folder first. */
  #scopes: readonly Scope[] = [];
  #matches = roadmapMatcher();
  readonly #read = new Map<string, RoadmapDocument>();
  readonly #reading = new Map<string, OpenRoadmap>();
  /** Before the first configuration nothing is known, so nobody is told that there is nothing. */
  #indexed: Promise<void>;
  #configured: () => void = () => undefined;
  #building = new CancellationTokenSource();

  constructor(services: WorkspaceServices, open: OpenDocuments) {
    this.#open = open;
    this.#services = {
      reader: new LocalReader(),
      storage: NO_STORAGE,
      version: '',
      encoding: 'utf-16',
      ...services,
      isOpen: (uri) => open.get(uri) !== undefined,
    };
    this.#index = new FileIndex(this.#services);
    this.#indexed = new Promise((resolve) => (this.#configured = resolve));
  }

  /** Takes other folders or globs, and indexes anew. */
  configure(folders: readonly string[], options: WorkspaceOptions = {}): void {
    const { include, exclude, ignoreFiles, inFolder } = options;
    this.#scopes = folders
      .map((folder) => new Scope(folder, { include, exclude, ignoreFiles, ...inFolder?.(folder) }))
      .sort((a, b) => b.folder.length - a.folder.length);
    this.#matches = roadmapMatcher(include, exclude);
    this.reindex();
  }

  /** Another configuration is on its way: answers about all files wait for it. */
  expectConfiguration(): void {
    this.#building.cancel();
    const before = this.#configured;
    this.#indexed = new Promise((resolve) => (this.#configured = resolve));
    before();
  }

  /** Lists all files anew, and reads those that have changed. */
  reindex(): void {
    this.#building.cancel();
    const building = new CancellationTokenSource();
    this.#building = building;
    this.#indexed = this.#build(building);
    this.#configured();
  }

  /** Ends an index that is under way: what it has read so far will have to do. */
  cancelIndex(): void {
    this.#building.cancel();
  }

  /** Whether the file's name makes it a roadmap. An open file outside of all folders is judged by its bare name. */
  isRoadmap(uri: string): boolean {
    const scope = this.#scopeOf(uri);
    return scope
      ? scope.wants(scope.pathOf(uri) ?? '')
      : this.#matches(decodeSafely(uri.split('/').pop() ?? ''));
  }

  /** The open document, read; `undefined` where it isn't open or is no roadmap. */
  opened(uri: string): RoadmapDocument | undefined {
    const document = this.#openRoadmap(uri);
    return document && (this.#current(document) ?? this.#readNow(document, this.#fileOf(document)));
  }

  /**
   * The same, without keeping others waiting where there is much to read: then it is there later.
   * @throws NotRead where it was cancelled, or the document has changed meanwhile.
   */
  whenOpened(
    uri: string,
    token?: CancellationToken,
  ): RoadmapDocument | undefined | Promise<RoadmapDocument | undefined> {
    const document = this.#openRoadmap(uri);
    const current = document && this.#current(document);
    if (!document || current) return current;
    const file = this.#fileOf(document);
    const reading = file
      ? undefined
      : this.#reader(uri).begin(document.getText(), () => this.#open.changesOf?.(document));
    return reading ? reading.wait(token).then(() => this.opened(uri)) : this.#readNow(document, file);
  }

  /** Whether there is so much to read of the document that others would be kept waiting; then its reading begins. */
  isBeingRead(uri: string): boolean {
    const document = this.whenOpened(uri);
    if (!(document instanceof Promise)) return false;
    // Nobody waits for this one.
    document.catch(() => undefined);
    return true;
  }

  #current({ uri, version }: TextDocument): RoadmapDocument | undefined {
    const known = this.#read.get(uri);
    return known?.version === version ? known : undefined;
  }

  /** Only what was never edited can be what its file says. */
  #fileOf(document: TextDocument): Roadmap | undefined {
    return this.#read.has(document.uri) ? undefined : this.#index.reading(document.uri, document.getText());
  }

  #readNow(document: TextDocument, file: Roadmap | undefined): RoadmapDocument {
    const { uri, version } = document;
    const changes = this.#open.changesOf?.(document);
    const read = this.#reader(uri).read(version, document.getText(), changes, file);
    this.#read.set(uri, read);
    return read;
  }

  #openRoadmap(uri: string): TextDocument | undefined {
    const document = this.#open.get(uri);
    return document && this.isRoadmap(uri) ? document : undefined;
  }

  #reader(uri: string): OpenRoadmap {
    const open = this.#reading.get(uri) ?? new OpenRoadmap(uri, this.#services.encoding);
    this.#reading.set(uri, open);
    return open;
  }

  /** The document as it is once there is time to read it, open or on disk. */
  async latest(uri: string): Promise<RoadmapDocument | undefined> {
    for (;;)
      try {
        return (await this.whenOpened(uri)) ?? this.#index.get(uri);
      } catch (error) {
        if (!(error instanceof NotRead)) throw error;
      }
  }

  /** The document, open or on disk. */
  get(uri: string): RoadmapDocument | undefined {
    return this.opened(uri) ?? this.#index.get(uri);
  }

  /**
   * Every roadmap, or those of the given URIs, in the order of their URIs. Waits for an index that is under way. One by
   * one, so that never all of them are in memory.
   */
  async *documents(wanted?: ReadonlySet<string>): AsyncGenerator<RoadmapDocument> {
    let since = performance.now();
    for (const uri of await this.uris()) {
      if (wanted && !wanted.has(uri)) continue;
      const document = await this.latest(uri);
      if (document) yield document;
      if (performance.now() - since <= PATIENCE) continue;
      await giveWay();
      since = performance.now();
    }
  }

  /** Those of every roadmap and open document, in their order. Waits for an index that is under way. */
  async uris(): Promise<string[]> {
    await this.#settled();
    return [...this.#openUris(), ...this.#closedUris()].sort();
  }

  /** What others may have to know of a roadmap's items, by part; of a file that is gone or is none, nothing. */
  links(uri: string): readonly (readonly ItemLinks[])[] {
    const open = this.opened(uri)?.roadmap;
    if (open) return (open.parts ?? [open]).map(linksOf);
    const links = this.#open.get(uri) ? [] : this.#index.links(uri);
    return links.length > 0 ? [links] : [];
  }

  /** The owners that the workspace's roadmaps name, the most frequent first; those of `first` before all others. */
  owners(first: RoadmapDocument): string[] {
    const times = new Map<string, number>();
    const add = (owners: Iterable<readonly [string, number]>): void => {
      for (const [owner, count] of owners) times.set(owner, (times.get(owner) ?? 0) + count);
    };
    const own = countOwners(first.roadmap);
    for (const uri of this.#closedUris()) if (uri !== first.uri) add(this.#index.owners(uri));
    for (const document of this.#read.values())
      if (document.uri !== first.uri) add(countOwners(document.roadmap));
    return [...byFrequency(own), ...byFrequency(times).filter((owner) => !own.has(owner))];
  }

  /** The editor changed, opened or saved a document. */
  documentChanged(uri: string): void {
    const document = this.#open.get(uri);
    if (document) this.#reading.get(uri)?.changed(this.#open.changesOf?.(document));
    if (this.isRoadmap(uri)) this.#changed.fire([uri]);
  }

  /** The editor closed a document: from now on what is on disk counts. */
  async documentClosed(uri: string): Promise<void> {
    this.#read.delete(uri);
    this.#reading.get(uri)?.dispose();
    this.#reading.delete(uri);
    if (!this.isRoadmap(uri)) return;
    await this.#update([uri]);
    this.#changed.fire([uri]);
  }

  /** Files or folders were written, created or deleted, by the editor or by others. */
  async filesChanged(uris: readonly string[]): Promise<void> {
    if (uris.some((uri) => uri.endsWith(`/${IGNORE_FILE}`) && this.#scopeOf(uri))) {
      this.reindex();
      return;
    }
    // What is open counts as it stands in the editor, and its file is read when it is closed.
    const closed = uris.filter((uri) => !this.#open.get(uri));
    const roadmaps = closed.filter((uri) => this.isRoadmap(uri));
    const changed = await this.#update(roadmaps);
    const others = closed.filter((uri) => !roadmaps.includes(uri)).map((uri) => `${canonicalUri(uri)}/`);
    // Of a folder that is deleted, editors don't name the files.
    const inFolders =
      others.length === 0
        ? []
        : this.#index.uris().filter((uri) => others.some((folder) => canonicalUri(uri).startsWith(folder)));
    const all = [...changed, ...(await this.#update(inFolders))];
    if (all.length > 0) this.#changed.fire(all);
  }

  /** Keeps what has been read, and ends. */
  async dispose(): Promise<void> {
    this.#building.cancel();
    this.#services.reader.dispose();
    this.#configured();
    await this.#indexed;
    await this.#index.close();
  }

  #openUris(): string[] {
    return this.#open.all().map(({ uri }) => uri);
  }

  #closedUris(): string[] {
    const open = new Set(this.#openUris().map(canonicalUri));
    return this.#index.uris().filter((uri) => !open.has(canonicalUri(uri)));
  }

  #scopeOf(uri: string): Scope | undefined {
    return this.#scopes.find(({ folder }) => uri.startsWith(folder));
  }

  async #update(uris: readonly string[]): Promise<string[]> {
    const inFolders = uris.filter((uri) => this.#scopeOf(uri));
    if (inFolders.length === 0) return [];
    // An index that is under way may have read the files already, as they were before.
    await this.#settled();
    const read = (uri: string): Promise<Uint8Array | undefined> => this.#services.files.read(uri);
    const shown = await Promise.all(
      this.#scopes.map((scope) =>
        scope.withoutHidden(
          inFolders.filter((uri) => this.#scopeOf(uri) === scope),
          read,
        ),
      ),
    );
    const isShown = new Set(shown.flat());
    return [
      ...this.#index.remove(inFolders.filter((uri) => !isShown.has(uri))),
      ...(await this.#index.update([...isShown])),
    ];
  }

  async #settled(): Promise<void> {
    for (let seen: Promise<void> | undefined; seen !== this.#indexed;) {
      seen = this.#indexed;
      await seen;
    }
  }

  async #build(building: CancellationTokenSource): Promise<void> {
    const superseded = (): boolean => building !== this.#building;
    const changed = await this.#index.build(this.#scopes, building.token, superseded, (progress) => {
      if (!superseded()) this.#progress.fire(progress);
    });
    if (superseded()) return;
    this.#progress.fire(undefined);
    // Whether an open document is a roadmap depends on the configuration, too.
    this.#changed.fire([...new Set([...changed, ...this.#openUris()])]);
  }
}

const byFrequency = (times: ReadonlyMap<string, number>): string[] =>
  [...times].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0])).map(([owner]) => owner);
