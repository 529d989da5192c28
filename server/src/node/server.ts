/** The server in Node up to `initialize`: a bundle of its own, so that it can be loaded as compiled before. */
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { Gate } from '../gate.ts';
import { startServer, type StartSession } from '../server.ts';

export function startNodeServer(loadSession: () => StartSession): void {
  const gate = new Gate();
  const connection = createConnection(ProposedFeatures.all, { messageStrategy: gate });
  startServer(connection, gate, loadSession);
}
