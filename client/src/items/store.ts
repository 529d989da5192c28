import * as vscode from 'vscode';
import { ItemsRequest, type FileItems } from '../../../server/src/protocol.ts';
import type { ServerSession } from '../server/session.ts';

/** `loading` until the server's first answer, and again when it has to be started anew. */
export type StoreState = 'loading' | 'loaded' | 'failed';

/** The items of the workspace's roadmaps as the server last told them, kept up file by file. */
export class ItemStore implements vscode.Disposable {
  readonly #session: ServerSession;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #subscriptions: vscode.Disposable[];
  #files = new Map<string, FileItems>();
  #state: StoreState = 'loading';
  /** What to ask for next: these files, or all. */
  #stale = new Set<string>();
  #allStale = false;
  #asking: Promise<void> | undefined;

  /** The items, or whether there are any to be had, have changed. */
  readonly onDidChange = this.#changed.event;

  constructor(session: ServerSession) {
    this.#session = session;
    this.#subscriptions = [
      session.onDidChangeItems(({ uris }) => {
        for (const uri of uris) this.#stale.add(uri);
        void this.#ask();
      }),
      session.onDidChangeState((state) => {
        if (state === 'running') void this.reload();
        else {
          // Rows of a server that is gone could be neither toggled nor trusted.
          this.#files = new Map();
          this.#state = state === 'failed' ? 'failed' : 'loading';
          this.#changed.fire();
        }
      }),
    ];
  }

  get files(): ReadonlyMap<string, FileItems> {
    return this.#files;
  }

  /** Whether {@link files} is the whole of it. */
  get state(): StoreState {
    return this.#state;
  }

  /** Asks for everything anew. */
  reload(): Promise<void> {
    this.#allStale = true;
    return this.#ask();
  }

  dispose(): void {
    vscode.Disposable.from(...this.#subscriptions, this.#changed).dispose();
  }

  /** One request at a time: what changes meanwhile is asked for together, after it. */
  #ask(): Promise<void> {
    this.#asking ??= this.#askWhileStale().finally(() => (this.#asking = undefined));
    return this.#asking;
  }

  #canAsk(): boolean {
    return this.#session.state === 'running';
  }

  async #askWhileStale(): Promise<void> {
    while (this.#canAsk() && (this.#allStale || (this.#state === 'loaded' && this.#stale.size > 0))) {
      const uris = this.#allStale ? undefined : [...this.#stale];
      this.#stale = new Set();
      this.#allStale = false;
      try {
        const answer = await this.#session.request(ItemsRequest, uris === undefined ? {} : { uris });
        if (uris === undefined) this.#files = new Map();
        else for (const uri of uris) this.#files.delete(uri);
        for (const file of answer) this.#files.set(file.uri, file);
        this.#state = 'loaded';
      } catch (error) {
        this.#session.output.error(`${ItemsRequest}: ${String(error)}`);
        // Without one file's change the rest is still worth showing.
        if (uris === undefined && this.#canAsk()) this.#state = 'failed';
      }
      this.#changed.fire();
    }
  }
}
