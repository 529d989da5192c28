/** The language server as a process: over stdio, a socket or the IPC channel of its parent. */
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { Gate } from './gate.ts';
import { startServer } from './server.ts';

const gate = new Gate();
const connection = createConnection(ProposedFeatures.all, { messageStrategy: gate });
startServer(connection, gate, async () => (await import('./node/session.ts')).startNodeSession);
