/** The language server as a Web Worker: files come from the client alone. */
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { systemToday } from './clock.ts';
import { Gate } from './gate.ts';
import { startServer } from './server.ts';

const gate = new Gate();
const connection = createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self), {
  messageStrategy: gate,
});
startServer(connection, gate, () => Promise.resolve({ today: systemToday }));
