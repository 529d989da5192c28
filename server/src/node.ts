/** The language server as a process: over stdio, a socket or the IPC channel of its parent. */
import path from 'node:path';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { systemToday } from './clock.ts';
import { nodeFileSystem } from './node/fileSystem.ts';
import { ReadingPool } from './node/readingPool.ts';
import { nodeStorage } from './node/storage.ts';
import { startServer } from './server.ts';

startServer(createConnection(ProposedFeatures.all), {
  fileSystem: nodeFileSystem,
  reader: new ReadingPool(path.join(__dirname, 'worker.cjs')),
  storage: nodeStorage,
  today: systemToday,
});
