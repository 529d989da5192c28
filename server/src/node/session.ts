/** The session of a server in Node: a bundle of its own, which is loaded behind `initialize`. */
import type { StartSession } from '../server.ts';
import { startSession } from '../session.ts';
import { nodeHost } from './host.ts';

export const startNodeSession: StartSession = (connection, params) =>
  startSession(connection, nodeHost, params);
