import {
  CodeLensRefreshRequest,
  DiagnosticRefreshRequest,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  DocumentDiagnosticReportKind,
  ErrorCodes,
  MessageType,
  ResponseError,
  ShowMessageNotification,
  TextDocuments,
  TextDocumentSyncKind,
  type ClientCapabilities,
  type Connection,
  type DocumentDiagnosticReport,
  type InitializeParams,
  type InitializeResult,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { CODE_ACTION_KINDS, codeActions } from './features/codeActions.ts';
import { codeLenses } from './features/codeLens.ts';
import { diagnostics } from './features/diagnostics.ts';
import { documentSymbols, flatSymbols } from './features/documentSymbols.ts';
import { hover } from './features/hover.ts';
import { fileItems, itemAt } from './features/itemRows.ts';
import { isItemReference, toggle } from './features/toggle.ts';
import type { EditSupport } from './features/workspaceEdits.ts';
import {
  CONFIGURATION_SECTION,
  FindFilesRequest,
  ItemAtRequest,
  ItemsChangedNotification,
  ItemsRequest,
  ReadFileRequest,
  RefreshRequest,
  TOGGLE_STATUS_COMMAND,
  type FindFilesParams,
  type FindFilesResult,
  type ItemAtParams,
  type ItemAtResult,
  type ItemsParams,
  type ItemsResult,
  type ReadFileParams,
  type ReadFileResult,
  type RoadmapInitializationOptions,
  type RoadmapSettings,
} from './protocol.ts';
import { isCivilDate, type CivilDate } from './roadmap/dates/civil.ts';
import type { Severities } from './rules/index.ts';
import type { RoadmapDocument } from './workspace/document.ts';
import type { FileSystem } from './workspace/fileSystem.ts';
import { Workspace } from './workspace/workspace.ts';

/** What the place where the server runs provides. */
export interface Host {
  /** Reads files for clients that don't do it themselves; missing in a browser. */
  readonly fileSystem?: FileSystem;
  /** The user's civil date: the only clock that the server knows. */
  today(): CivilDate;
}

export const SERVER_NAME = 'roadmap-language-server';
export const SERVER_VERSION = '0.1.0';

/** Typing settles for this long, in ms, before findings are pushed and trees are told: each costs a message. */
const SETTLE = 100;
/** How often, in ms, the server looks whether a new day has begun. */
const DAY_WATCH = 60_000;

const NO_FILES: FileSystem = { find: () => Promise.resolve([]), read: () => Promise.resolve(undefined) };

/** Wires a connection to a workspace. The connection must not listen yet; `startServer` makes it. */
export function startServer(connection: Connection, host: Host): void {
  const documents = new TextDocuments(TextDocument);
  let client: ClientCapabilities = {};
  let settings: RoadmapSettings = {};
  let folders: string[] = [];
  let workspace = new Workspace(NO_FILES, documents);
  let support: EditSupport = { documentChanges: false, snippets: false };

  const today = (): CivilDate => {
    const fixed = settings.today ?? '';
    return isCivilDate(fixed) ? fixed : host.today();
  };
  const severities = (): Severities => settings.rules ?? {};

  connection.onInitialize((params: InitializeParams): InitializeResult => {
    client = params.capabilities;
    const options = params.initializationOptions as RoadmapInitializationOptions | undefined;
    // Clients from before workspace folders still send the one root.
    // eslint-disable-next-line @typescript-eslint/no-deprecated
    const root = params.rootUri;
    folders = params.workspaceFolders?.map(({ uri }) => uri) ?? (root ? [root] : []);
    support = {
      documentChanges: client.workspace?.workspaceEdit?.documentChanges === true,
      snippets: client.workspace?.workspaceEdit?.snippetEditSupport === true,
    };
    const files =
      options?.fileSystem === 'client' ? clientFileSystem(connection) : (host.fileSystem ?? NO_FILES);
    workspace = new Workspace(files, documents);
    return {
      serverInfo: { name: SERVER_NAME, version: SERVER_VERSION },
      capabilities: {
        positionEncoding: 'utf-16',
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: false },
        codeLensProvider: { resolveProvider: false },
        documentSymbolProvider: { label: 'Roadmap' },
        hoverProvider: true,
        codeActionProvider: { codeActionKinds: CODE_ACTION_KINDS },
        executeCommandProvider: { commands: [TOGGLE_STATUS_COMMAND] },
        ...(pulls()
          ? {
              diagnosticProvider: {
                identifier: 'roadmap',
                interFileDependencies: false,
                workspaceDiagnostics: false,
              },
            }
          : {}),
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      },
    };
  });

  /** A client that can pull findings asks when it wants them; to all others they are pushed. */
  const pulls = (): boolean => client.textDocument?.diagnostic !== undefined;

  connection.onInitialized(async () => {
    workspace.onDidChange((uris) => announce(uris));
    if (client.workspace?.didChangeConfiguration?.dynamicRegistration)
      void connection.client.register(DidChangeConfigurationNotification.type, {
        section: CONFIGURATION_SECTION,
      });
    if (client.workspace?.didChangeWatchedFiles?.dynamicRegistration)
      void connection.client.register(DidChangeWatchedFilesNotification.type, {
        watchers: [{ globPattern: '**/*.{md,markdown,MD}' }],
      });
    if (client.workspace?.workspaceFolders)
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        const gone = new Set(removed.map(({ uri }) => uri));
        folders = [...folders.filter((uri) => !gone.has(uri)), ...added.map(({ uri }) => uri)];
        reconfigure();
      });
    await readSettings();
    // What was asked for before was answered without the settings.
    refresh();
  });

  connection.onDidChangeConfiguration(async ({ settings: pushed }: { settings: unknown }) => {
    await readSettings(pushed);
    refresh();
  });

  /** Asks for the settings where the client answers such a question; takes what it has sent otherwise. */
  async function readSettings(pushed?: unknown): Promise<void> {
    const answer: unknown = client.workspace?.configuration
      ? await connection.workspace.getConfiguration(CONFIGURATION_SECTION).catch(() => undefined)
      : (pushed as Record<string, unknown> | undefined)?.[CONFIGURATION_SECTION];
    settings = typeof answer === 'object' && answer !== null ? answer : {};
    reconfigure();
  }

  const reconfigure = (): void =>
    workspace.configure(folders, listOf(settings.files?.include), listOf(settings.files?.exclude));

  /** What depends on settings or on the day is asked for again. Never after a key stroke: the client does that itself. */
  function refresh(): void {
    if (client.workspace?.codeLens?.refreshSupport) void connection.sendRequest(CodeLensRefreshRequest.type);
    if (pulls()) {
      if (client.workspace?.diagnostics?.refreshSupport)
        void connection.sendRequest(DiagnosticRefreshRequest.type);
    } else for (const { uri } of documents.all()) push(uri);
    announce(documents.all().map(({ uri }) => uri));
  }

  // --- documents -------------------------------------------------------------------------------------------------

  const pending = new Set<string>();
  let settle: NodeJS.Timeout | undefined;

  function announce(uris: readonly string[]): void {
    for (const uri of uris) pending.add(uri);
    settle ??= setTimeout(() => {
      settle = undefined;
      const changed = [...pending];
      pending.clear();
      if (!pulls()) for (const uri of changed) push(uri);
      void connection.sendNotification(ItemsChangedNotification, { uris: changed });
    }, SETTLE);
  }

  function push(uri: string): void {
    const open = documents.get(uri);
    if (!open) return;
    const document = workspace.opened(uri);
    void connection.sendDiagnostics({
      uri,
      version: open.version,
      diagnostics: document ? diagnostics(document, today(), severities()) : [],
    });
  }

  documents.onDidChangeContent(({ document }) => workspace.documentChanged(document.uri));
  documents.onDidClose(({ document: { uri } }) => {
    if (!pulls()) void connection.sendDiagnostics({ uri, diagnostics: [] });
    void workspace.documentClosed(uri);
  });
  connection.onDidChangeWatchedFiles(({ changes }) => workspace.filesChanged(changes.map(({ uri }) => uri)));

  // --- features --------------------------------------------------------------------------------------------------

  connection.languages.diagnostics.on(
    ({ textDocument: { uri }, previousResultId }): DocumentDiagnosticReport => {
      const document = workspace.opened(uri);
      // Without the day in it, what was past due yesterday would be said to be unchanged today.
      const resultId = JSON.stringify([
        documents.get(uri)?.version,
        today(),
        severities(),
        document !== undefined,
      ]);
      if (previousResultId === resultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
      const items = document ? diagnostics(document, today(), severities()) : [];
      return { kind: DocumentDiagnosticReportKind.Full, resultId, items };
    },
  );

  connection.onCodeLens(({ textDocument: { uri } }) => {
    const document = workspace.opened(uri);
    return document && settings.codeLens?.enabled !== false ? codeLenses(document, today()) : [];
  });

  connection.onDocumentSymbol(({ textDocument: { uri } }) => {
    const document = workspace.opened(uri);
    if (!document) return [];
    const symbols = documentSymbols(document);
    return client.textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport
      ? symbols
      : flatSymbols(uri, symbols);
  });

  connection.onHover(({ textDocument: { uri }, position }) => {
    const document = workspace.opened(uri);
    return document ? hover(document, position, today()) : null;
  });

  connection.onCodeAction((params) => {
    const document = workspace.opened(params.textDocument.uri);
    return document
      ? codeActions(document, params, {
          today: today(),
          owners: workspace.owners(document),
          support,
          severities: severities(),
        })
      : [];
  });

  connection.onExecuteCommand(async ({ command, arguments: [reference] = [] }) => {
    if (command !== TOGGLE_STATUS_COMMAND || !isItemReference(reference))
      throw new ResponseError(
        ErrorCodes.InvalidParams,
        `${command} needs the item to toggle as its argument.`,
      );
    const result = toggle(current(reference.uri), reference, today(), support);
    const refused = 'refused' in result ? result.refused : await apply(result.edit);
    // A notification: the connection's own `showWarningMessage` asks a question, and waits for its answer.
    if (refused !== undefined)
      void connection.sendNotification(ShowMessageNotification.type, {
        type: MessageType.Warning,
        message: refused,
      });
    return refused === undefined;
  });

  async function apply(
    edit: Parameters<Connection['workspace']['applyEdit']>[0],
  ): Promise<string | undefined> {
    const { applied, failureReason } = await connection.workspace.applyEdit(edit);
    return applied ? undefined : (failureReason ?? 'The document has changed meanwhile: nothing was done.');
  }

  const current = (uri: string): RoadmapDocument | undefined => workspace.get(uri);

  connection.onRequest(ItemsRequest, async ({ uris }: ItemsParams): Promise<ItemsResult> => {
    const all = await workspace.all();
    const wanted = uris && new Set(uris);
    return all.filter(({ uri }) => wanted?.has(uri) ?? true).map((document) => fileItems(document, today()));
  });

  connection.onRequest(RefreshRequest, () => reconfigure());

  connection.onRequest(ItemAtRequest, ({ uri, position }: ItemAtParams): ItemAtResult => {
    const document = workspace.opened(uri);
    const item = document && itemAt(document, document.lines.offsetAt(position));
    return item ? { uri, id: item.id, version: document.version } : null;
  });

  // --- the day ---------------------------------------------------------------------------------------------------

  let day = host.today();
  const watch = setInterval(() => {
    if (host.today() === day) return;
    day = host.today();
    refresh();
  }, DAY_WATCH);
  connection.onShutdown(() => {
    clearInterval(watch);
    clearTimeout(settle);
  });

  documents.listen(connection);
  connection.listen();
}

/** What is no list in the settings is as good as not there. */
const listOf = (value: readonly string[] | undefined): readonly string[] | undefined =>
  Array.isArray(value) ? value : undefined;

/** Files as the editor sees them, whatever their scheme. */
function clientFileSystem(connection: Connection): FileSystem {
  return {
    find: (folder, include) =>
      connection.sendRequest<FindFilesResult>(FindFilesRequest, {
        folder,
        include,
      } satisfies FindFilesParams),
    async read(uri) {
      const file = await connection.sendRequest<ReadFileResult>(ReadFileRequest, {
        uri,
      } satisfies ReadFileParams);
      return file ? Uint8Array.from(atob(file.base64), (character) => character.charCodeAt(0)) : undefined;
    },
  };
}
