import { Emitter, TextDocuments, type Connection, type InitializeParams } from 'vscode-languageserver';
import { encodingFor } from './capabilities.ts';
import type { Host } from './host.ts';
import type { RoadmapInitializationOptions } from './protocol.ts';
import { isCivilDate } from './roadmap/dates/civil.ts';
import { Configurations } from './session/configuration.ts';
import type { Session } from './session/context.ts';
import { watchDay } from './session/day.ts';
import { followDocuments, Settling, watchFiles } from './session/documents.ts';
import { serveFeatures } from './session/features.ts';
import { filesFor, storageFor } from './session/files.ts';
import { showProgress } from './session/indexProgress.ts';
import { serveItems } from './session/items.ts';
import { WorkspaceLinks } from './session/links.ts';
import { foldersOf, Settings } from './session/settings.ts';
import { SERVER_VERSION } from './version.ts';
import { ChangeLog } from './workspace/changes.ts';
import { Workspace } from './workspace/workspace.ts';

/** Wires a connection to a workspace: everything behind `initialize`. */
export function startSession(connection: Connection, host: Host, params: InitializeParams): void {
  const client = params.capabilities;
  const options = params.initializationOptions as RoadmapInitializationOptions | undefined;
  const folders = foldersOf(params);
  const encoding = encodingFor(client);
  const changes = new ChangeLog(encoding);
  const documents = new TextDocuments(changes);
  const files = filesFor(connection, host, options);
  const workspace = new Workspace(
    {
      files,
      storage: storageFor(connection, host, options, folders),
      version: SERVER_VERSION,
      encoding,
      ...(host.reader ? { reader: host.reader } : {}),
    },
    {
      get: (uri) => documents.get(uri),
      all: () => documents.all(),
      changesOf: (document) => changes.take(document),
    },
  );
  const configurations: Configurations = new Configurations(files, host.loadYaml, (uri) => settings.of(uri));
  const settings: Settings = new Settings(connection, client, workspace, configurations, folders);
  const refreshed = new Emitter<void>();
  const refresh = (): void => void refreshed.fire(undefined);
  const settling = new Settling();
  const session: Session = {
    connection,
    client,
    encoding,
    workspace,
    documents,
    settings: (uri) => (uri === undefined ? settings.current : settings.of(uri).settings),
    configurations,
    links: new WorkspaceLinks(workspace),
    today: () => {
      const fixed = settings.current.today ?? '';
      return isCivilDate(fixed) ? fixed : host.today();
    },
    writesText: host.writesText === true,
    onDidRefresh: refreshed.event,
    onDidSettle: settling.onDidSettle,
  };

  settings.watch(refresh);
  followDocuments(connection, documents, workspace, async () => {
    configurations.forget();
    await settings.read();
    refresh();
  });
  serveFeatures(session);
  serveItems(session);
  workspace.onDidChange((uris) => settling.add(uris));
  session.onDidRefresh(() => settling.add(documents.all().map(({ uri }) => uri)));

  connection.onInitialized(async () => {
    if (client.window?.workDoneProgress) showProgress(connection, workspace);
    settings.register();
    watchFiles(session);
    await settings.read();
    // What was asked for before was answered without the settings.
    refresh();
  });

  const endDay = watchDay(host, refresh);
  connection.onShutdown(async () => {
    endDay();
    settling.dispose();
    await workspace.dispose();
  });

  documents.listen(connection);
}
