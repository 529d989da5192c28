/**
 * The files that the core may see. Injected, so that the same core runs in Node, in a browser worker and on the
 * command line, over whatever scheme the editor's files have.
 */
export interface FileSystem {
  /** The URIs of files in a folder that match a glob relative to it. */
  find(folder: string, include: string): Promise<readonly string[]>;
  /** A file's bytes; `undefined` where it can't be read. */
  read(uri: string): Promise<Uint8Array | undefined>;
}
