/** The language server as a Web Worker: files come from the client alone. */
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { Gate } from './gate.ts';
import type { RoadmapInitializationOptions } from './protocol.ts';
import { startServer, type StartSession } from './server.ts';

/** What the script of the session leaves; see `.scripts/build.mjs`. */
declare const roadmapSession: { readonly startBrowserSession: StartSession } | undefined;
declare function importScripts(script: string): void;

const gate = new Gate();
const connection = createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self), {
  messageStrategy: gate,
});
startServer(connection, gate, ({ initializationOptions }) => {
  const { session } = initializationOptions as RoadmapInitializationOptions;
  // A client that may not have a worker load scripts appends it to this one.
  if (typeof roadmapSession === 'undefined' && session !== undefined) importScripts(session);
  if (typeof roadmapSession === 'undefined') throw new Error('The script of the session is missing.');
  return roadmapSession.startBrowserSession;
});
