/** The language server as a process: over stdio, a socket or the IPC channel of its parent. */
import path from 'node:path';
import { loadBundle } from './node/code.ts';
import type * as server from './node/server.ts';
import type * as session from './node/session.ts';

const load = (name: string): unknown => loadBundle(path.join(__dirname, `${name}.cjs`));

const { startNodeServer } = load('server') as typeof server;
startNodeServer(() => (load('session') as typeof session).startNodeSession);
