/** The language server as a Web Worker: files come from the client alone. */
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { systemToday } from './clock.ts';
import { startServer } from './server.ts';

startServer(createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self)), {
  today: systemToday,
});
