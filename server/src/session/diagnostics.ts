import {
  DiagnosticRefreshRequest,
  DocumentDiagnosticReportKind,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
} from 'vscode-languageserver';
import { diagnostics } from '../features/diagnostics.ts';
import { accept, settled } from '../config/configuration.ts';
import { settingsKey, type CheckContext } from '../rules/index.ts';
import type { RoadmapDocument } from '../workspace/document.ts';
import type { Session } from './context.ts';
import { whenRead } from './reading.ts';

/** What the rules are told besides the document. */
export const checkContext = (session: Session): Required<CheckContext> => ({
  today: session.today(),
  settings: settled(accept({ rules: session.settings().rules }).configuration),
});

/** A client that can pull findings asks when it wants them; to all others they are pushed. */
export function serveDiagnostics(session: Session): void {
  if (session.client.textDocument?.diagnostic) answerPulls(session);
  else push(session);
}

function answerPulls(session: Session): void {
  const { connection, client, documents } = session;
  const report = (
    { textDocument: { uri }, previousResultId }: DocumentDiagnosticParams,
    document: RoadmapDocument | undefined,
  ): DocumentDiagnosticReport => {
    const context = checkContext(session);
    // Without the day in it, what was past due yesterday would be said to be unchanged today.
    const resultId = JSON.stringify([
      documents.get(uri)?.version,
      context.today,
      settingsKey(context.settings),
      document !== undefined,
    ]);
    if (previousResultId === resultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
    const items = document ? diagnostics(document, context) : [];
    return { kind: DocumentDiagnosticReportKind.Full, resultId, items };
  };
  connection.languages.diagnostics.on((params, token) =>
    whenRead(session, params.textDocument.uri, token, (document) => report(params, document)),
  );
  if (client.workspace?.diagnostics?.refreshSupport)
    session.onDidRefresh(() => void connection.sendRequest(DiagnosticRefreshRequest.type));
}

function push(session: Session): void {
  const { connection, documents, workspace } = session;
  const pushTo = async (uri: string): Promise<void> => {
    const document = documents.get(uri) && (await workspace.latest(uri));
    const open = documents.get(uri);
    // A newer version is pushed by itself.
    if (!open || (document && document.version !== open.version)) return;
    void connection.sendDiagnostics({
      uri,
      version: open.version,
      diagnostics: document ? diagnostics(document, checkContext(session)) : [],
    });
  };
  session.onDidSettle((uris) => uris.forEach((uri) => void pushTo(uri)));
  session.onDidRefresh(() => documents.all().forEach(({ uri }) => void pushTo(uri)));
  documents.onDidClose(({ document: { uri } }) => void connection.sendDiagnostics({ uri, diagnostics: [] }));
}
