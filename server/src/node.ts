/** The language server as a process: over stdio, a socket or the IPC channel of its parent. */
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { systemToday } from './clock.ts';
import { nodeFileSystem } from './node/fileSystem.ts';
import { startServer } from './server.ts';

startServer(createConnection(ProposedFeatures.all), { fileSystem: nodeFileSystem, today: systemToday });
