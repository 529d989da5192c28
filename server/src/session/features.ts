import {
  CodeLensRefreshRequest,
  type CancellationToken,
  type TextDocumentIdentifier,
} from 'vscode-languageserver';
import type { FeatureName } from '../capabilities.ts';
import { codeActions } from '../features/codeActions.ts';
import { codeLenses } from '../features/codeLens.ts';
import { documentSymbols, flatSymbols } from '../features/documentSymbols.ts';
import { hover } from '../features/hover.ts';
import type { RoadmapDocument } from '../workspace/document.ts';
import { editSupport, serveCommands } from './commands.ts';
import type { Session } from './context.ts';
import { serveDiagnostics, checkContext } from './diagnostics.ts';
import { whenRead } from './reading.ts';

/** What answers for each feature that `capabilities.ts` announces. */
const SERVED: Readonly<Record<FeatureName, (session: Session) => void>> = {
  codeLens: (session) => {
    const { connection, client } = session;
    connection.onCodeLens(
      ofDocument(session, [], (document) =>
        session.settings().codeLens?.enabled === false ? [] : codeLenses(document, session.today()),
      ),
    );
    if (client.workspace?.codeLens?.refreshSupport)
      session.onDidRefresh(() => void connection.sendRequest(CodeLensRefreshRequest.type));
  },

  documentSymbol: (session) => {
    const isNested = session.client.textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true;
    session.connection.onDocumentSymbol(
      ofDocument(session, [], (document) => {
        const symbols = documentSymbols(document);
        return isNested ? symbols : flatSymbols(document.uri, symbols);
      }),
    );
  },

  hover: (session) =>
    session.connection.onHover(
      ofDocument(session, null, (document, { position }) => hover(document, position, session.today())),
    ),

  codeAction: (session) =>
    session.connection.onCodeAction(
      ofDocument(session, [], (document, params) =>
        codeActions(document, params, {
          ...checkContext(session),
          owners: session.workspace.owners(document),
          support: editSupport(session),
        }),
      ),
    ),

  executeCommand: serveCommands,
  diagnostics: serveDiagnostics,
};

export function serveFeatures(session: Session): void {
  for (const serve of Object.values(SERVED)) serve(session);
}

/** Answers of an open roadmap; `none` of all other documents. */
const ofDocument =
  <P extends { readonly textDocument: TextDocumentIdentifier }, T>(
    session: Session,
    none: T,
    answer: (document: RoadmapDocument, params: P) => T,
  ) =>
  (params: P, token: CancellationToken): T | Promise<T> =>
    whenRead(session, params.textDocument.uri, token, (document) =>
      document ? answer(document, params) : none,
    );
