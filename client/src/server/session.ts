import * as vscode from 'vscode';
import {
  CloseAction,
  RevealOutputChannelOn,
  State,
  type BaseLanguageClient,
  type ErrorHandler,
  type LanguageClientOptions,
} from 'vscode-languageclient';
import {
  ItemAtRequest,
  ItemsChangedNotification,
  ItemsRequest,
  RefreshRequest,
  type ItemAtParams,
  type ItemAtResult,
  type ItemsChangedParams,
  type ItemsParams,
  type ItemsResult,
  type RoadmapInitializationOptions,
} from '../../../server/src/protocol.ts';
import { answerFileRequests } from './files.ts';
import { documentSchemes } from './schemes.ts';

/** Makes a language client, not started yet, for the host that the extension runs in. */
export type ClientFactory = (options: LanguageClientOptions) => BaseLanguageClient;

export type ServerState = 'starting' | 'running' | 'failed' | 'stopped';

/** What the server can be asked, by method. */
interface Requests {
  readonly [ItemsRequest]: { readonly params: ItemsParams; readonly result: ItemsResult };
  readonly [ItemAtRequest]: { readonly params: ItemAtParams; readonly result: ItemAtResult };
}

/** The server as the rest of the extension sees it: one that is there, through crashes and restarts. */
export class ServerSession implements vscode.Disposable {
  readonly output: vscode.LogOutputChannel;
  readonly #createClient: ClientFactory;
  readonly #storage: vscode.Uri | undefined;
  readonly #stateChanged = new vscode.EventEmitter<ServerState>();
  readonly #itemsChanged = new vscode.EventEmitter<ItemsChangedParams>();
  readonly #folders: vscode.Disposable;
  #client: BaseLanguageClient | undefined;
  #state: ServerState = 'stopped';

  readonly onDidChangeState = this.#stateChanged.event;
  readonly onDidChangeItems = this.#itemsChanged.event;

  /** @param storage - a folder of this workspace's own, in which the server may keep what it has read. */
  constructor(createClient: ClientFactory, storage: vscode.Uri | undefined) {
    this.#createClient = createClient;
    this.#storage = storage;
    this.output = vscode.window.createOutputChannel('Roadmap', { log: true });
    let schemes = currentSchemes();
    this.#folders = vscode.workspace.onDidChangeWorkspaceFolders(() => {
      const now = currentSchemes();
      // A client's selector is fixed once it runs.
      if (now.some((scheme) => !schemes.includes(scheme))) void this.restart();
      schemes = now;
    });
  }

  get state(): ServerState {
    return this.#state;
  }

  /** Never rejects: a failure is shown to the user, and is the session's state. */
  async start(): Promise<void> {
    const client = this.#createClient({
      documentSelector: currentSchemes().flatMap((scheme) => [
        { language: 'markdown', scheme },
        // Those in JSON are checked by the editor, against the schema.
        { pattern: '**/.roadmaprc.{yaml,yml}', scheme },
      ]),
      initializationOptions: {
        fileSystem: 'client',
        ...(this.#storage ? { storage: this.#storage.toString() } : {}),
      } satisfies RoadmapInitializationOptions,
      outputChannel: this.output,
      traceOutputChannel: this.output,
      revealOutputChannelOn: RevealOutputChannelOn.Never,
      initializationFailedHandler: () => false,
      errorHandler: {
        error: (...args) => errors.error(...args),
        closed: async () => {
          const wasRunning = this.#state === 'running';
          const verdict = wasRunning ? await errors.closed() : { action: CloseAction.DoNotRestart };
          if (verdict.action === CloseAction.DoNotRestart) this.#fail(client, verdict.message);
          return { ...verdict, handled: true };
        },
      },
    });
    const errors: ErrorHandler = client.createDefaultErrorHandler();
    quieten(client);
    answerFileRequests(client, this.#storage);
    client.onNotification(ItemsChangedNotification, (params: ItemsChangedParams) =>
      this.#itemsChanged.fire(params),
    );
    client.onDidChangeState(({ newState }) => {
      if (client !== this.#client) return;
      if (newState === State.Starting) this.#setState('starting');
      else if (newState === State.Running) this.#setState('running');
    });
    this.#client = client;
    try {
      await client.start();
    } catch (error) {
      this.#fail(client, error instanceof Error ? error.message : String(error));
    }
  }

  async stop(): Promise<void> {
    const client = this.#client;
    this.#client = undefined;
    this.#setState('stopped');
    if (client === undefined) return;
    try {
      // A client can be stopped only once it has started; one that failed to has nothing to stop.
      if (client.state === State.Starting) await client.start();
      if (client.needsStop()) await client.dispose();
    } catch (error) {
      this.output.warn(String(error));
    }
  }

  /** With a new client: one whose start has failed can't be used again. */
  async restart(): Promise<void> {
    await this.stop();
    await this.start();
  }

  /** Has the server read all files anew, for file systems that don't tell of changes. */
  async refresh(): Promise<void> {
    if (this.#state === 'running') await this.#client?.sendRequest(RefreshRequest);
  }

  /** Rejects while there is no server, rather than starting one in passing as the client would. */
  async request<M extends keyof Requests>(
    method: M,
    params: Requests[M]['params'],
  ): Promise<Requests[M]['result']> {
    if (this.#client === undefined || this.#state === 'failed')
      throw new Error(vscode.l10n.t('The Roadmap language server is not running.'));
    return this.#client.sendRequest<Requests[M]['result']>(method, params);
  }

  dispose(): void {
    this.#folders.dispose();
    this.#stateChanged.dispose();
    this.#itemsChanged.dispose();
    this.output.dispose();
  }

  #setState(state: ServerState): void {
    if (state === this.#state) return;
    this.#state = state;
    this.#stateChanged.fire(state);
  }

  #fail(client: BaseLanguageClient, reason = ''): void {
    // The close and the failed start that follows from it are one failure.
    if (client !== this.#client || this.#state === 'failed') return;
    this.#setState('failed');
    void this.#tellFailure(reason);
  }

  async #tellFailure(reason: string): Promise<void> {
    const restart = vscode.l10n.t('Restart');
    const showOutput = vscode.l10n.t('Show Output');
    const message = vscode.l10n.t('The Roadmap language server has stopped. {0}', reason).trim();
    const choice = await vscode.window.showErrorMessage(message, restart, showOutput);
    if (choice === restart) await this.restart();
    else if (choice === showOutput) this.output.show();
  }
}

function currentSchemes(): readonly string[] {
  return documentSchemes((vscode.workspace.workspaceFolders ?? []).map((folder) => folder.uri.scheme));
}

/** Lost connections are told by the session, with ways on; the library's own notices of them go to the output only. */
function quieten(client: BaseLanguageClient): void {
  const error = client.error.bind(client);
  client.error = (message, data, show) => error(message, data, show === 'force' ? false : show);
}
