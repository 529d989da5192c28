/** The session of a server in a worker: a script of its own, which is loaded behind `initialize`. */
import { systemToday } from '../clock.ts';
import type { StartSession } from '../server.ts';
import { startSession } from '../session.ts';

export const startBrowserSession: StartSession = (connection, params) =>
  startSession(connection, { today: systemToday }, params);
