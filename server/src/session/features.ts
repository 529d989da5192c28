import { CodeLensRefreshRequest, type DocumentSymbol } from 'vscode-languageserver';
import type { FeatureName } from '../capabilities.ts';
import { codeLenses } from '../features/codeLens.ts';
import { documentSymbols, flatSymbols, symbolsInParts } from '../features/documentSymbols.ts';
import { foldingRanges } from '../features/foldingRanges.ts';
import { hover } from '../features/hover.ts';
import { selectionRanges } from '../features/selectionRanges.ts';
import {
  serveCompletion,
  serveInlayHints,
  serveOnTypeFormatting,
  serveSemanticTokens,
} from './assistance.ts';
import { serveCodeActions } from './codeActions.ts';
import { serveCommands } from './commands.ts';
import type { Session } from './context.ts';
import { serveDiagnostics } from './diagnostics.ts';
import {
  serveCallHierarchy,
  serveDefinition,
  serveFileRename,
  serveHighlights,
  serveLinks,
  serveReferences,
  serveRename,
  serveWorkspaceSymbols,
} from './navigation.ts';
import { ofDocument } from './reading.ts';
import { serveWorkspaceDiagnostics } from './workspaceDiagnostics.ts';

/** What answers for each feature that `capabilities.ts` announces. */
const SERVED: Readonly<Record<FeatureName, (session: Session) => void>> = {
  codeLens: (session) => {
    const { connection, client } = session;
    connection.onCodeLens(
      ofDocument(session, [], (document) =>
        session.settings().codeLens?.enabled === false
          ? []
          : codeLenses(document, session.today()).sent(session.writesText),
      ),
    );
    if (client.workspace?.codeLens?.refreshSupport)
      session.onDidRefresh(() => void connection.sendRequest(CodeLensRefreshRequest.type));
  },

  documentSymbol: (session) => {
    const isNested = session.client.textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true;
    session.connection.onDocumentSymbol(
      ofDocument(session, [], (document) => {
        if (!isNested) return flatSymbols(document.uri, documentSymbols(document));
        return session.writesText
          ? (symbolsInParts(document) as DocumentSymbol[])
          : documentSymbols(document);
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
  definition: serveDefinition,
  references: serveReferences,
  documentHighlight: serveHighlights,
  rename: serveRename,
  documentLink: serveLinks,
  fileRename: serveFileRename,
  workspaceSymbol: serveWorkspaceSymbols,
  callHierarchy: serveCallHierarchy,

  foldingRange: (session) => {
    const { foldingRange } = session.client.textDocument ?? {};
    const support = {
      text: foldingRange?.foldingRange?.collapsedText === true,
      limit: foldingRange?.rangeLimit,
    };
    session.connection.onFoldingRanges(
      ofDocument(session, [], (document) => foldingRanges(document, support)),
    );
  },

  selectionRange: (session) =>
    session.connection.onSelectionRanges(
      ofDocument(session, null, (document, { positions }) => selectionRanges(document, positions)),
    ),

  executeCommand: serveCommands,
  diagnostics: (session) => {
    serveDiagnostics(session);
    if (session.client.textDocument?.diagnostic) serveWorkspaceDiagnostics(session);
  },
};

export function serveFeatures(session: Session): void {
  for (const serve of Object.values(SERVED)) serve(session);
}
