import {
  DiagnosticRefreshRequest,
  DocumentDiagnosticReportKind,
  type Diagnostic,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
} from 'vscode-languageserver';
import { isConfigurationFile } from '../config/files.ts';
import { configurationDiagnostics } from '../features/configurationDiagnostics.ts';
import { diagnostics, type Locate } from '../features/diagnostics.ts';
import { linksKey, settingsKey, type CheckContext } from '../rules/index.ts';
import type { RoadmapDocument } from '../workspace/document.ts';
import type { Session } from './context.ts';
import { ItemPlaces } from './itemPlaces.ts';
import { whenRead } from './reading.ts';

/** What the rules are told besides the document. */
export const checkContext = (
  session: Session,
  { uri, roadmap }: RoadmapDocument,
): Required<CheckContext> => ({
  today: session.today(),
  ...session.configurations.of(uri, roadmap),
  workspace: { facts: session.links.facts, uri },
});

const PLACES = new WeakMap<Session, ItemPlaces>();

/** How other places of a finding are found, for a client that shows them. */
export function locating(session: Session): Locate | undefined {
  const { publishDiagnostics, diagnostic } = session.client.textDocument ?? {};
  if (!publishDiagnostics?.relatedInformation && !diagnostic?.relatedInformation) return undefined;
  const places = PLACES.get(session) ?? new ItemPlaces(session.workspace);
  PLACES.set(session, places);
  return (item) => places.locate(item);
}

/** A client that can pull findings asks when it wants them; to all others they are pushed. */
export function serveDiagnostics(session: Session): void {
  if (session.client.textDocument?.diagnostic) answerPulls(session);
  else push(session);
}

function answerPulls(session: Session): void {
  const { connection, client, documents, configurations } = session;
  const report = (
    { textDocument: { uri }, previousResultId }: DocumentDiagnosticParams,
    document: RoadmapDocument | undefined,
  ): DocumentDiagnosticReport => {
    const context = document && checkContext(session, document);
    // Without the day in it, what was past due yesterday would be said to be unchanged today. What it says of other files is
    // known once it has been said.
    const id = (): string =>
      JSON.stringify([
        documents.get(uri)?.version,
        ...(document && context
          ? [context.today, settingsKey(context.settings), linksKey(document.roadmap, context.workspace)]
          : []),
      ]);
    if (previousResultId !== undefined && previousResultId === id())
      return { kind: DocumentDiagnosticReportKind.Unchanged, resultId: previousResultId };
    const items =
      document && context ? diagnostics(document, context, locating(session)).sent(session.writesText) : [];
    return { kind: DocumentDiagnosticReportKind.Full, resultId: id(), items };
  };
  connection.languages.diagnostics.on(async (params, token): Promise<DocumentDiagnosticReport> => {
    const { uri } = params.textDocument;
    if (isConfigurationFile(uri))
      return { kind: DocumentDiagnosticReportKind.Full, items: await ofConfiguration(session, uri) };
    const configuration = await whenRead(session, uri, token, (document) => document?.roadmap.configuration);
    await configurations.prepare(uri, configuration);
    // It may have changed meanwhile.
    return whenRead(session, uri, token, (document) => report(params, document));
  });
  if (!client.workspace?.diagnostics?.refreshSupport) return;
  const refresh = (): void => void connection.sendRequest(DiagnosticRefreshRequest.type);
  session.onDidRefresh(refresh);
  session.onDidSettle(async () => {
    // Also where a document has changed itself: it may have been pulled before another one did.
    if ((await session.links.outdated(openIn(session))).length > 0) refresh();
  });
}

const openIn = ({ documents }: Session): string[] => documents.all().map(({ uri }) => uri);

async function ofConfiguration(
  { documents, configurations, encoding }: Session,
  uri: string,
): Promise<Diagnostic[]> {
  const open = documents.get(uri);
  return open ? configurationDiagnostics(open, configurations.loadYaml, encoding) : [];
}

function push(session: Session): void {
  const { connection, documents, workspace, configurations } = session;
  const found = async (uri: string): Promise<{ version: number; diagnostics: Diagnostic[] } | undefined> => {
    const version = documents.get(uri)?.version;
    if (version === undefined) return undefined;
    if (isConfigurationFile(uri)) return { version, diagnostics: await ofConfiguration(session, uri) };
    const before = await workspace.latest(uri);
    await configurations.prepare(uri, before?.roadmap.configuration);
    const document = await workspace.latest(uri);
    const open = documents.get(uri);
    // A newer version is pushed by itself.
    if (!open || (document && document.version !== open.version)) return undefined;
    const diagnosed = document
      ? diagnostics(document, checkContext(session, document), locating(session)).sent(session.writesText)
      : [];
    return { version: open.version, diagnostics: diagnosed };
  };
  const pushTo = async (uri: string): Promise<void> => {
    const told = await found(uri);
    if (told) await connection.sendDiagnostics({ uri, ...told });
  };
  session.onDidSettle(async (uris) => {
    for (const uri of uris) void pushTo(uri);
    for (const uri of await session.links.outdated(openIn(session))) void pushTo(uri);
  });
  session.onDidRefresh(() => documents.all().forEach(({ uri }) => void pushTo(uri)));
  documents.onDidChangeContent(({ document: { uri } }) => {
    // No roadmap, so nobody else tells of its changes.
    if (isConfigurationFile(uri)) void pushTo(uri);
  });
  documents.onDidClose(({ document: { uri } }) => void connection.sendDiagnostics({ uri, diagnostics: [] }));
}
