import type { LoadYaml } from './config/read.ts';
import type { CivilDate } from './roadmap/dates/civil.ts';
import type { FileSystem } from './workspace/fileSystem.ts';
import type { Reader } from './workspace/reading.ts';
import type { Storage } from './workspace/storage.ts';

/** What the place where the server runs provides. */
export interface Host {
  /** The files of the machine; missing in a browser. */
  readonly fileSystem?: FileSystem;
  /** Loads the parser of configuration files, a bundle of its own. */
  readonly loadYaml: LoadYaml;
  /** Reads files in threads; missing where there are none. */
  readonly reader?: Reader;
  /** Keeps something in a folder of the machine, for these workspace folders. */
  storage?(folder: string, workspaceFolders: readonly string[]): Storage;
  /** Messages are written as text. Elsewhere they are sent as they are, and so must be nothing but plain objects. */
  readonly writesText?: boolean;
  /** The user's civil date: the only clock that the server knows. */
  today(): CivilDate;
}
