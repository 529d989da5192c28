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
  WatchKind,
  type ClientCapabilities,
  type Connection,
  type DocumentDiagnosticReport,
  type InitializeParams,
} from 'vscode-languageserver';
import { clientFileSystem, clientStorage, eitherFileSystem } from './clientFiles.ts';
import { codeActions } from './features/codeActions.ts';
import { codeLenses } from './features/codeLens.ts';
import { diagnostics } from './features/diagnostics.ts';
import { documentSymbols, flatSymbols } from './features/documentSymbols.ts';
import { hover } from './features/hover.ts';
import { fileItems, itemAt } from './features/itemRows.ts';
import { isItemReference, toggle } from './features/toggle.ts';
import type { EditSupport } from './features/workspaceEdits.ts';
import type { Host } from './host.ts';
import { showProgress } from './indexProgress.ts';
import {
  CONFIGURATION_SECTION,
  ItemAtRequest,
  ItemsChangedNotification,
  ItemsRequest,
  RefreshRequest,
  TOGGLE_STATUS_COMMAND,
  type FileItems,
  type ItemAtParams,
  type ItemAtResult,
  type ItemsParams,
  type ItemsResult,
  type RoadmapInitializationOptions,
  type RoadmapSettings,
} from './protocol.ts';
import { isCivilDate, type CivilDate } from './roadmap/dates/civil.ts';
import type { Severities } from './rules/index.ts';
import type { RoadmapDocument } from './workspace/document.ts';
import { ChangeLog } from './workspace/changes.ts';
import type { FileSystem } from './workspace/fileSystem.ts';
import { globsThatAreOn, MARKDOWN_FILES } from './workspace/globs.ts';
import { IGNORE_FILE } from './workspace/ignoreRules.ts';
import { NO_STORAGE, type Storage } from './workspace/storage.ts';
import { SERVER_VERSION } from './version.ts';
import { Workspace } from './workspace/workspace.ts';

/** Typing settles for this long, in ms, before findings are pushed and trees are told: each costs a message. */
const SETTLE = 100;
/** How often, in ms, the server looks whether a new day has begun. */
const DAY_WATCH = 60_000;

/** What the editor hides from people, by section: a glob is on where it says `true`. */
const HIDING_SECTIONS = ['files.exclude', 'search.exclude'];

const NO_FILES: FileSystem = { find: () => Promise.resolve([]), read: () => Promise.resolve(undefined) };

/** Wires a connection to a workspace: everything behind `initialize`. */
export function startSession(connection: Connection, host: Host, params: InitializeParams): void {
  const changes = new ChangeLog();
  const documents = new TextDocuments(changes);
  const client: ClientCapabilities = params.capabilities;
  const options = params.initializationOptions as RoadmapInitializationOptions | undefined;
  // Clients from before workspace folders still send the one root.
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  const root = params.rootUri;
  let folders = params.workspaceFolders?.map(({ uri }) => uri) ?? (root ? [root] : []);
  let settings: RoadmapSettings = {};
  const workspace = new Workspace(
    {
      files: filesFor(connection, host, options),
      storage: storageFor(connection, host, options, folders),
      version: SERVER_VERSION,
      ...(host.reader ? { reader: host.reader } : {}),
    },
    {
      get: (uri) => documents.get(uri),
      all: () => documents.all(),
      changesOf: (document) => changes.take(document),
    },
  );
  const support: EditSupport = {
    documentChanges: client.workspace?.workspaceEdit?.documentChanges === true,
    snippets: client.workspace?.workspaceEdit?.snippetEditSupport === true,
  };

  const today = (): CivilDate => {
    const fixed = settings.today ?? '';
    return isCivilDate(fixed) ? fixed : host.today();
  };
  const severities = (): Severities => settings.rules ?? {};

  /** A client that can pull findings asks when it wants them; to all others they are pushed. */
  const pulls = (): boolean => client.textDocument?.diagnostic !== undefined;

  connection.onInitialized(async () => {
    workspace.onDidChange((uris) => announce(uris));
    if (client.window?.workDoneProgress) showProgress(connection, workspace);
    if (client.workspace?.didChangeConfiguration?.dynamicRegistration)
      void connection.client.register(DidChangeConfigurationNotification.type, {
        section: [CONFIGURATION_SECTION, ...HIDING_SECTIONS],
      });
    if (client.workspace?.didChangeWatchedFiles?.dynamicRegistration)
      void connection.client.register(DidChangeWatchedFilesNotification.type, {
        watchers: [
          { globPattern: MARKDOWN_FILES },
          { globPattern: `**/${IGNORE_FILE}` },
          // When a folder is deleted, nothing is said of the files in it.
          { globPattern: '**/*', kind: WatchKind.Delete },
        ],
      });
    if (client.workspace?.workspaceFolders)
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        const gone = new Set(removed.map(({ uri }) => uri));
        folders = [...folders.filter((uri) => !gone.has(uri)), ...added.map(({ uri }) => uri)];
        void readSettings();
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
    const asked = folders;
    const hidden = asked.flatMap((scopeUri) => HIDING_SECTIONS.map((section) => ({ scopeUri, section })));
    const answers: unknown = client.workspace?.configuration
      ? await connection.workspace
          .getConfiguration([{ section: CONFIGURATION_SECTION }, ...hidden])
          .catch(() => undefined)
      : [(pushed as Record<string, unknown> | undefined)?.[CONFIGURATION_SECTION]];
    const [answer, ...excludes] = Array.isArray(answers) ? (answers as unknown[]) : [];
    // The folders have changed meanwhile, and somebody else has asked for those.
    if (asked !== folders) return;
    settings = typeof answer === 'object' && answer !== null ? answer : {};
    const { include, exclude, useIgnoreFiles } = settings.files ?? {};
    workspace.configure(folders, {
      include: listOf(include),
      exclude: listOf(exclude),
      ignoreFiles: useIgnoreFiles !== false,
      hiddenIn: (folder) =>
        hidden.flatMap(({ scopeUri }, index) => (scopeUri === folder ? globsThatAreOn(excludes[index]) : [])),
    });
  }

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
    const files: FileItems[] = [];
    for await (const document of workspace.documents(uris && new Set(uris)))
      files.push(fileItems(document, today()));
    return files;
  });

  connection.onRequest(RefreshRequest, () => workspace.reindex());

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
  connection.onShutdown(async () => {
    clearInterval(watch);
    clearTimeout(settle);
    await workspace.dispose();
  });

  documents.listen(connection);
}

/** What is no list in the settings is as good as not there. */
const listOf = (value: readonly string[] | undefined): readonly string[] | undefined =>
  Array.isArray(value) ? value : undefined;

function filesFor(
  connection: Connection,
  { fileSystem }: Host,
  options: RoadmapInitializationOptions | undefined,
): FileSystem {
  if (options?.fileSystem !== 'client') return fileSystem ?? NO_FILES;
  const clients = clientFileSystem(connection);
  return fileSystem ? eitherFileSystem(fileSystem, clients) : clients;
}

function storageFor(
  connection: Connection,
  host: Host,
  options: RoadmapInitializationOptions | undefined,
  folders: readonly string[],
): Storage {
  const folder = options?.storage;
  if (folder === undefined) return NO_STORAGE;
  if (host.storage && folder.startsWith('file:')) return host.storage(folder, folders);
  return options?.fileSystem === 'client' ? clientStorage(connection, folder) : NO_STORAGE;
}
