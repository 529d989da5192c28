/** One client for all servers: what an editor says to each of them, and what it waits for. */
import { readFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type {
  InitializeResult,
  PublishDiagnosticsParams,
  ServerCapabilities,
} from 'vscode-languageserver-protocol';
import type { Place } from '../generate/typing.ts';
import type { Contestant } from './contestants.ts';
import { ServerProcess, type Answerer, type Arrived } from './process.ts';

const CAPABILITIES = {
  window: { workDoneProgress: true },
  workspace: {
    configuration: true,
    workspaceFolders: true,
    symbol: {},
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    diagnostics: { refreshSupport: true },
    codeLens: { refreshSupport: true },
  },
  textDocument: {
    synchronization: {},
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    codeLens: {},
    diagnostic: {},
    publishDiagnostics: { versionSupport: true },
  },
};

/** What came back, all of it. */
export interface Answered {
  /** From the question to the last byte of the last answer, in ms. */
  readonly milliseconds: number;
  readonly bytes: number;
}

interface ProgressParams {
  readonly token: string;
  readonly value: { readonly kind: string };
}

interface OpenText {
  text: string;
  version: number;
}

export class Session {
  readonly process: ServerProcess;
  /** When the process was started, as in `performance.now()`. */
  readonly spawned: number;
  readonly #contestant: Contestant;
  readonly #folder: string;
  readonly #open: Map<string, OpenText>;
  #capabilities: ServerCapabilities = {};

  private constructor(
    contestant: Contestant,
    folder: string,
    answers: Readonly<Record<string, Answerer>>,
    seconds: number,
    open: Map<string, OpenText>,
  ) {
    this.#contestant = contestant;
    this.#folder = folder;
    this.#open = open;
    const settings: Readonly<Record<string, object>> = contestant.settings ?? {};
    const configuration = ({ items }: { items: { section?: string }[] }): unknown =>
      items.map(({ section }) => settings[section ?? ''] ?? {});
    this.spawned = performance.now();
    this.process = new ServerProcess(
      contestant.command,
      { 'workspace/configuration': configuration, ...answers },
      seconds,
      folder,
    );
  }

  /** Starts the server: it hasn't been spoken to yet. `seconds`: how long to wait for any answer. */
  static async start(contestant: Contestant, folder: string, seconds: number): Promise<Session> {
    const open = new Map<string, OpenText>();
    const textOf = (uri: string): string => open.get(uri)?.text ?? readFileSync(fileURLToPath(uri), 'utf8');
    const answers = (await contestant.answers?.({ folder, textOf })) ?? {};
    return new Session(contestant, folder, answers, seconds, open);
  }

  /** Up to the server's readiness: what follows is answered. */
  async initialize(): Promise<void> {
    const uri = pathToFileURL(this.#folder).href;
    const { initializationOptions, settings, wantsSettings } = this.#contestant;
    const answer = await this.process.request<InitializeResult>('initialize', {
      processId: process.pid,
      rootUri: uri,
      workspaceFolders: [{ uri, name: 'bench' }],
      capabilities: CAPABILITIES,
      ...(initializationOptions ? { initializationOptions } : {}),
    });
    this.#capabilities = answer.body().capabilities;
    this.process.notify('initialized', {});
    if (wantsSettings) this.process.notify('workspace/didChangeConfiguration', { settings });
  }

  /** Opens a document, and waits for its diagnostics. */
  open(uri: string, text: string): Promise<Answered> {
    this.#open.set(uri, { text, version: 1 });
    return this.#answered(
      () => [this.#diagnostics(uri, 1)],
      () =>
        this.process.notify('textDocument/didOpen', {
          textDocument: { uri, languageId: 'markdown', version: 1, text },
        }),
    );
  }

  /** Types a character, or takes it back; then waits for all that an editor shows of a document. */
  async keyStroke(uri: string, { line, character, offset }: Place, insert: boolean): Promise<Answered> {
    const document = this.#open.get(uri);
    if (!document) throw new Error(`${uri} is not open`);
    const { text } = document;
    document.text = text.slice(0, offset) + (insert ? 'x' : '') + text.slice(insert ? offset : offset + 1);
    document.version++;
    const sync = this.#capabilities.textDocumentSync;
    const isFull = (typeof sync === 'object' ? sync.change : sync) === 1;
    const range = {
      start: { line, character },
      end: { line, character: insert ? character : character + 1 },
    };
    const change = isFull ? { text: document.text } : { range, text: insert ? 'x' : '' };
    return this.#answered(
      () => [...this.#questions(uri), this.#diagnostics(uri, document.version)],
      () =>
        this.process.notify('textDocument/didChange', {
          textDocument: { uri, version: document.version },
          contentChanges: [change],
        }),
    );
  }

  /** Opens a document, and waits for the first thing that a user sees of it: its symbols, or else its diagnostics. */
  async firstAnswer(uri: string, text: string): Promise<Answered> {
    if (this.#capabilities.documentSymbolProvider === undefined) return this.open(uri, text);
    this.#open.set(uri, { text, version: 1 });
    return this.#answered(
      () => [this.process.request('textDocument/documentSymbol', { textDocument: { uri } })],
      () =>
        this.process.notify('textDocument/didOpen', {
          textDocument: { uri, languageId: 'markdown', version: 1, text },
        }),
    );
  }

  /** Everything that the server knows of the workspace, as a list; `undefined` where it has no such list. */
  async workspaceItems(): Promise<Answered | undefined> {
    const { itemsRequest, indexProgress } = this.#contestant;
    if (itemsRequest !== undefined) return this.#answered(() => [this.process.request(itemsRequest, {})]);
    if (!this.#capabilities.workspaceSymbolProvider) return undefined;
    const began = performance.now();
    if (indexProgress !== undefined)
      await this.process.next<ProgressParams>(
        '$/progress',
        ({ token, value }) => token === indexProgress && value.kind === 'end',
      );
    const { at, bytes } = await this.process.request('workspace/symbol', { query: '' });
    return { milliseconds: at - began, bytes };
  }

  /** The diagnostics of files: of the workspace where the server offers that; else each file is opened. */
  async workspaceDiagnostics(files: readonly string[]): Promise<Answered> {
    if (this.#capabilities.diagnosticProvider?.workspaceDiagnostics)
      return this.#answered(() => [this.process.request('workspace/diagnostic', { previousResultIds: [] })]);
    const began = performance.now();
    const opened = await Promise.all(
      files.map((file) => this.open(pathToFileURL(file).href, readFileSync(file, 'utf8'))),
    );
    return {
      milliseconds: performance.now() - began,
      bytes: opened.reduce((sum, { bytes }) => sum + bytes, 0),
    };
  }

  /** What of the questions the server answers, for the table of contestants. */
  get offers(): string[] {
    const { documentSymbolProvider, codeLensProvider, workspaceSymbolProvider } = this.#capabilities;
    return [
      ...(documentSymbolProvider ? ['symbols'] : []),
      ...(codeLensProvider && this.#contestant.lenses ? ['lenses'] : []),
      this.#pulls ? 'diagnostics (pulled)' : 'diagnostics (pushed)',
      ...(this.#contestant.itemsRequest ? ['items'] : workspaceSymbolProvider ? ['workspace symbols'] : []),
    ];
  }

  /** Ends the server as an editor does that is closed: it may still write down what it knows. */
  async leave(): Promise<void> {
    await this.process.request('shutdown');
    this.process.notify('exit', undefined);
    await this.process.ended;
  }

  stop(): Promise<void> {
    return this.process.kill();
  }

  get #pulls(): boolean {
    return this.#capabilities.diagnosticProvider !== undefined;
  }

  #questions(uri: string): Promise<Arrived<unknown>>[] {
    const textDocument = { uri };
    const { documentSymbolProvider, codeLensProvider } = this.#capabilities;
    return [
      ...(documentSymbolProvider
        ? [this.process.request('textDocument/documentSymbol', { textDocument })]
        : []),
      ...(codeLensProvider && this.#contestant.lenses
        ? [this.process.request('textDocument/codeLens', { textDocument })]
        : []),
    ];
  }

  /** The diagnostics of a version: asked for, or waited for. */
  #diagnostics(uri: string, version: number): Promise<Arrived<unknown>> {
    return this.#pulls
      ? this.process.request('textDocument/diagnostic', { textDocument: { uri } })
      : this.process.next<PublishDiagnosticsParams>(
          'textDocument/publishDiagnostics',
          (params) => params.uri === uri && (params.version ?? version) === version,
        );
  }

  /** Says something, asks, and waits for all answers. */
  async #answered(
    ask: () => readonly Promise<Arrived<unknown>>[],
    say: () => void = () => undefined,
  ): Promise<Answered> {
    const began = performance.now();
    say();
    const answers = await Promise.all(ask());
    return {
      milliseconds: Math.max(...answers.map(({ at }) => at)) - began,
      bytes: answers.reduce((sum, { bytes }) => sum + bytes, 0),
    };
  }
}
