import type { Connection } from 'vscode-languageserver';
import { fromBase64, toBase64 } from '../base64.ts';
import {
  FindFilesRequest,
  ReadFileRequest,
  WriteFileRequest,
  type FindFilesParams,
  type FindFilesResult,
  type ReadFileParams,
  type ReadFileResult,
  type WriteFileParams,
} from '../protocol.ts';
import type { FileSystem } from '../workspace/fileSystem.ts';
import { MARKDOWN_FILES } from '../workspace/globs.ts';
import type { Storage } from '../workspace/storage.ts';

/** Files as the editor sees them, whatever their scheme. */
export function clientFileSystem(connection: Connection): FileSystem {
  const read = (uri: string): Promise<Uint8Array | undefined> => readFile(connection, uri);
  return {
    read,
    async find(scope, token) {
      const params: FindFilesParams = { folder: scope.folder, include: MARKDOWN_FILES };
      const uris = await connection.sendRequest<FindFilesResult>(FindFilesRequest, params, token);
      const wanted = uris.filter((uri) => scope.wants(scope.pathOf(uri) ?? ''));
      return (await scope.withoutHidden(wanted, read)).map((uri) => ({ uri }));
    },
  };
}

/** This machine's files where they are, all others as the editor sees them. */
export function eitherFileSystem(here: FileSystem, elsewhere: FileSystem): FileSystem {
  const holderOf = (uri: string): FileSystem => (uri.startsWith('file:') ? here : elsewhere);
  return {
    find: (scope, token) => holderOf(scope.folder).find(scope, token),
    read: (uri) => holderOf(uri).read(uri),
  };
}

/** A file in the folder that the editor gives to extensions, for where there is no disk. */
export function clientStorage(connection: Connection, folder: string): Storage {
  const uri = `${folder.replace(/\/$/u, '')}/roadmaps.roadmap-index`;
  return {
    load: () => readFile(connection, uri),
    async save(parts) {
      const bytes = new Uint8Array(await new Blob(parts as Uint8Array<ArrayBuffer>[]).arrayBuffer());
      await connection.sendRequest(WriteFileRequest, {
        uri,
        base64: toBase64(bytes),
      } satisfies WriteFileParams);
    },
  };
}

async function readFile(connection: Connection, uri: string): Promise<Uint8Array | undefined> {
  const file = await connection.sendRequest<ReadFileResult>(ReadFileRequest, {
    uri,
  } satisfies ReadFileParams);
  return file ? fromBase64(file.base64) : undefined;
}
