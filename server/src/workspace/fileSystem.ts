import type { CancellationToken } from 'vscode-languageserver';
import type { Scope } from './scope.ts';

export interface FoundFile {
  readonly uri: string;
  /** Another one whenever the content may be another; missing where nobody can tell without reading. */
  readonly stamp?: string;
}

/**
 * The files that the core may see. Injected, so that the same core runs in Node, in a browser worker and on the
 * command line, over whatever scheme the editor's files have.
 */
export interface FileSystem {
  /** The roadmaps in a folder, without what is left out. */
  find(scope: Scope, token: CancellationToken): Promise<readonly FoundFile[]>;
  /** A file's bytes; `undefined` where it can't be read. */
  read(uri: string): Promise<Uint8Array | undefined>;
}
