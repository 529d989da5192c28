/** The session of a server in a worker: a script of its own, which is loaded behind `initialize`. */
import type { InitializeParams } from 'vscode-languageserver';
import { systemToday } from '../clock.ts';
import type { LoadYaml } from '../config/read.ts';
import type { ParseYaml } from '../config/yaml.ts';
import type { RoadmapInitializationOptions } from '../protocol.ts';
import type { StartSession } from '../server.ts';
import { startSession } from '../session.ts';

/** What the script of the parser leaves; see `.scripts/build.mjs`. It lies beside that of the session. */
declare const roadmapYaml: { readonly parseYaml: ParseYaml } | undefined;
declare function importScripts(script: string): void;

export const startBrowserSession: StartSession = (connection, params) =>
  startSession(connection, { today: systemToday, loadYaml: loaderOf(params) }, params);

const loaderOf =
  ({ initializationOptions }: InitializeParams): LoadYaml =>
  () => {
    const { session } = initializationOptions as RoadmapInitializationOptions;
    // A client that may not have a worker load scripts appends it to the others.
    if (typeof roadmapYaml === 'undefined' && session !== undefined)
      importScripts(session.replace(/[^/]*$/u, 'yaml.js'));
    return typeof roadmapYaml === 'undefined'
      ? Promise.reject(new Error('The script of the parser is missing.'))
      : Promise.resolve(roadmapYaml.parseYaml);
  };
