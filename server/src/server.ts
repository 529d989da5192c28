import {
  TextDocumentSyncKind,
  type Connection,
  type InitializeParams,
  type InitializeResult,
} from 'vscode-languageserver';
import { CODE_ACTION_KINDS } from './features/codeActionKinds.ts';
import type { Gate } from './gate.ts';
import { TOGGLE_STATUS_COMMAND } from './protocol.ts';
import { SERVER_NAME, SERVER_VERSION } from './version.ts';

/** What answers everything but `initialize`; see `session.ts`. */
export type StartSession = (connection: Connection, params: InitializeParams) => void;

/**
 * Answers `initialize`, and has the session answer everything else. The session brings along the reader of roadmaps, which
 * takes longer to load than all the rest: it is loaded once the first answer is out.
 *
 * @param connection - one that doesn't listen yet, made with the gate.
 */
export function startServer(
  connection: Connection,
  gate: Gate,
  loadSession: (params: InitializeParams) => Promise<StartSession>,
): void {
  connection.onInitialize((params: InitializeParams): InitializeResult => {
    gate.closeUntil(async () => {
      const startSession = await loadSession(params);
      startSession(connection, params);
    });
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
        // A client that can pull findings asks when it wants them; to all others they are pushed.
        ...(params.capabilities.textDocument?.diagnostic
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
  connection.listen();
}
