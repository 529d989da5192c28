import type { Connection, InitializeParams, InitializeResult } from 'vscode-languageserver';
import { capabilitiesFor } from './capabilities.ts';
import type { Gate } from './gate.ts';
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
  loadSession: (params: InitializeParams) => StartSession,
): void {
  connection.onInitialize((params: InitializeParams): InitializeResult => {
    gate.closeUntil(() => loadSession(params)(connection, params));
    return {
      serverInfo: { name: SERVER_NAME, version: SERVER_VERSION },
      capabilities: capabilitiesFor(params.capabilities),
    };
  });
  connection.listen();
}
