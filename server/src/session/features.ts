import { CodeLensRefreshRequest } from 'vscode-languageserver';
import type { FeatureName } from '../capabilities.ts';
import { codeLenses } from '../features/codeLens.ts';
import { documentSymbols, flatSymbols } from '../features/documentSymbols.ts';
import { hover } from '../features/hover.ts';
import {
  serveCompletion,
  serveInlayHints,
  serveOnTypeFormatting,
  serveSemanticTokens,
} from './assistance.ts';
import { serveCodeActions } from './codeActions.ts';
import { serveCommands } from './commands.ts';
import { ofDocument, type Session } from './context.ts';
import { serveDiagnostics } from './diagnostics.ts';

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

  codeAction: serveCodeActions,
  completion: serveCompletion,
  inlayHint: serveInlayHints,
  semanticTokens: serveSemanticTokens,
  onTypeFormatting: serveOnTypeFormatting,
  executeCommand: serveCommands,
  diagnostics: serveDiagnostics,
};

export function serveFeatures(session: Session): void {
  for (const serve of Object.values(SERVED)) serve(session);
}
