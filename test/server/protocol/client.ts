/** The real server as a process, and a client that talks to it over its pipes. */
import assert from 'node:assert/strict';
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import {
  ApplyWorkspaceEditRequest,
  ConfigurationRequest,
  createProtocolConnection,
  DocumentDiagnosticRequest,
  RegistrationRequest,
  ShowMessageNotification,
  StreamMessageReader,
  StreamMessageWriter,
  type ApplyWorkspaceEditParams,
  type ApplyWorkspaceEditResult,
  type ClientCapabilities,
  type DocumentDiagnosticReport,
  type InitializeResult,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
} from 'vscode-languageserver-protocol/node';
import type { RoadmapInitializationOptions, RoadmapSettings } from '../../../server/src/protocol.ts';
import { SERVER } from '../built.ts';

/** A client that asks for diagnostics, as VS Code does. */
export const PULL: ClientCapabilities = {
  workspace: {
    applyEdit: true,
    configuration: true,
    workspaceFolders: true,
    workspaceEdit: { documentChanges: true, snippetEditSupport: true },
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    codeLens: { refreshSupport: true },
    diagnostics: { refreshSupport: true },
    inlayHint: { refreshSupport: true },
    semanticTokens: { refreshSupport: true },
  },
  textDocument: {
    diagnostic: { dynamicRegistration: false },
    completion: { completionItem: { snippetSupport: true, insertReplaceSupport: true } },
    codeAction: { dataSupport: true, resolveSupport: { properties: ['edit'] } },
    inlayHint: { resolveSupport: { properties: ['tooltip'] } },
    semanticTokens: {
      requests: { range: true, full: { delta: true } },
      tokenTypes: [],
      tokenModifiers: [],
      formats: ['relative'],
    },
  },
};

/** A client of few abilities, to which diagnostics are pushed. */
export const PUSH: ClientCapabilities = { textDocument: { publishDiagnostics: { versionSupport: true } } };

interface Message {
  readonly method: string;
  readonly params: unknown;
}

export interface ClientOptions {
  readonly capabilities?: ClientCapabilities;
  readonly settings?: RoadmapSettings;
  readonly folders?: readonly string[];
  readonly processId?: number | null;
  readonly initializationOptions?: RoadmapInitializationOptions;
  /** What the editor hides, by the section of its settings. */
  readonly excludes?: Readonly<Record<string, unknown>>;
}

/** Started while the test before runs, so that nobody waits for it. */
let next: ChildProcessWithoutNullStreams | undefined;

function startProcess(): ChildProcessWithoutNullStreams {
  const start = (): ChildProcessWithoutNullStreams => spawn(process.execPath, [SERVER, '--stdio']);
  const child = next ?? start();
  next = start();
  return child;
}

/** Those whose servers still run. */
const live = new Set<Client>();

export class Client {
  readonly connection: ProtocolConnection;
  settings: RoadmapSettings;
  stderr = '';
  /** Answers the server's wish to change documents. */
  onApplyEdit: (params: ApplyWorkspaceEditParams) => ApplyWorkspaceEditResult = () => ({ applied: true });
  readonly ended: Promise<number | string | null>;
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #options: ClientOptions;
  /** What the server has sent of its own accord, and nobody has waited for yet. */
  readonly #messages: Message[] = [];
  readonly #waiting: { wants: (message: Message) => boolean; take: (message: Message) => void }[] = [];

  constructor(options: ClientOptions = {}) {
    this.#options = options;
    this.settings = options.settings ?? {};
    const child = startProcess();
    this.#child = child;
    live.add(this);
    child.once('close', () => live.delete(this));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (this.stderr += text));
    // A server that has ended can be written to no more, which is what some tests are about.
    child.stdin.on('error', () => undefined);
    this.ended = new Promise((resolve) => child.once('close', (code, signal) => resolve(code ?? signal)));

    this.connection = createProtocolConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    );
    this.connection.onError(() => undefined);
    this.connection.onRequest(ConfigurationRequest.type, ({ items }) =>
      items.map(({ section }) =>
        section === 'roadmap' ? this.settings : (this.#options.excludes?.[section ?? ''] ?? null),
      ),
    );
    this.connection.onRequest(RegistrationRequest.type, (params) =>
      this.#receive('client/registerCapability', params),
    );
    this.connection.onNotification(ShowMessageNotification.type, (params) =>
      this.#receive('window/showMessage', params),
    );
    this.connection.onRequest(ApplyWorkspaceEditRequest.type, (params) => {
      this.#receive('workspace/applyEdit', params);
      return this.onApplyEdit(params);
    });
    for (const method of [
      'workspace/codeLens/refresh',
      'workspace/diagnostic/refresh',
      'workspace/inlayHint/refresh',
      'workspace/semanticTokens/refresh',
      'window/workDoneProgress/create',
    ])
      this.connection.onRequest(method, (params: unknown) => {
        this.#receive(method, params);
        return null;
      });
    for (const method of ['textDocument/publishDiagnostics', 'roadmap/itemsChanged', '$/progress'])
      this.connection.onNotification(method, (params: unknown) => this.#receive(method, params));
    this.connection.listen();
  }

  /** A client whose server is ready. */
  static async start(options: ClientOptions = {}): Promise<Client> {
    const client = new Client(options);
    await client.initialize();
    await client.connection.sendNotification('initialized', {});
    return client;
  }

  initialize(): Promise<InitializeResult> {
    const {
      capabilities = PULL,
      folders = [],
      processId = process.pid,
      initializationOptions,
    } = this.#options;
    return this.connection.sendRequest('initialize', {
      processId,
      rootUri: null,
      capabilities,
      workspaceFolders: folders.map((uri) => ({ uri, name: uri })),
      ...(initializationOptions ? { initializationOptions } : {}),
    });
  }

  get pid(): number {
    return this.#child.pid ?? -1;
  }

  /** Bytes as they are. */
  write(bytes: string): void {
    this.#child.stdin.write(bytes);
  }

  /** As when the editor is gone. */
  vanish(): void {
    this.#child.stdin.end();
  }

  kill(): void {
    this.#child.kill('SIGKILL');
  }

  /** Asks the server to end, and tells how it ended. */
  async stop(): Promise<number | string | null> {
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    return this.ended;
  }

  /** The next message of that method that nobody has taken yet. */
  next<T>(method: string, wants: (params: T) => boolean = () => true): Promise<T> {
    const matches = (message: Message): boolean => message.method === method && wants(message.params as T);
    const index = this.#messages.findIndex(matches);
    if (index >= 0) return Promise.resolve(this.#messages.splice(index, 1)[0]!.params as T);
    return new Promise((resolve) =>
      this.#waiting.push({ wants: matches, take: ({ params }) => resolve(params as T) }),
    );
  }

  /** What has come of that method and nobody has taken; all of it is taken now. */
  taken(method: string): unknown[] {
    const found = this.#messages.filter((message) => message.method === method);
    for (const message of found) this.#messages.splice(this.#messages.indexOf(message), 1);
    return found.map(({ params }) => params);
  }

  #receive(method: string, params: unknown): void {
    const message = { method, params };
    const index = this.#waiting.findIndex(({ wants }) => wants(message));
    if (index >= 0) this.#waiting.splice(index, 1)[0]!.take(message);
    else this.#messages.push(message);
  }

  // --- documents ---------------------------------------------------------------------------------------------------

  open(uri: string, text: string, version = 1): Promise<void> {
    return this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'markdown', version, text },
    });
  }

  /** Replaces a part of a line. */
  edit(uri: string, version: number, line: number, from: number, to: number, text: string): Promise<void> {
    const range = { start: { line, character: from }, end: { line, character: to } };
    return this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ range, text }],
    });
  }

  close(uri: string): Promise<void> {
    return this.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  }

  pull(uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport> {
    return this.connection.sendRequest(DocumentDiagnosticRequest.type, {
      textDocument: { uri },
      ...(previousResultId === undefined ? {} : { previousResultId }),
    });
  }

  /** The rules that have something to say. */
  async rules(uri: string): Promise<unknown[]> {
    const report = await this.pull(uri);
    assert.equal(report.kind, 'full');
    return report.items.map(({ code }) => code);
  }

  published(uri: string, version?: number): Promise<PublishDiagnosticsParams> {
    return this.next<PublishDiagnosticsParams>(
      'textDocument/publishDiagnostics',
      (params) => params.uri === uri && params.version === version,
    );
  }

  /** The server has done all that it was told before: it answers in order. */
  async settled(): Promise<void> {
    await this.connection.sendRequest('textDocument/hover', {
      textDocument: { uri: 'untitled:none' },
      position: { line: 0, character: 0 },
    });
  }
}

/** Kills every server that still runs, and waits until it can write nothing any more. */
export async function killServers(): Promise<void> {
  const clients = [...live];
  for (const client of clients) client.kill();
  await Promise.all(clients.map(({ ended }) => ended));
}

/** To be called in a suite: ends all servers after it, also those of tests that have failed. */
export function endServers(): void {
  after(async () => {
    next?.kill();
    next = undefined;
    await killServers();
  });
}
