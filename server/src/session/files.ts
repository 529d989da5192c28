import type { Connection } from 'vscode-languageserver';
import type { Host } from '../host.ts';
import type { RoadmapInitializationOptions } from '../protocol.ts';
import type { FileSystem } from '../workspace/fileSystem.ts';
import { NO_STORAGE, type Storage } from '../workspace/storage.ts';
import { clientFileSystem, clientStorage, eitherFileSystem } from './clientFiles.ts';

const NO_FILES: FileSystem = { find: () => Promise.resolve([]), read: () => Promise.resolve(undefined) };

/** The files that there are for this client: those of the server's machine, and what the client can read besides. */
export function filesFor(
  connection: Connection,
  { fileSystem }: Host,
  options: RoadmapInitializationOptions | undefined,
): FileSystem {
  if (options?.fileSystem !== 'client') return fileSystem ?? NO_FILES;
  const clients = clientFileSystem(connection);
  return fileSystem ? eitherFileSystem(fileSystem, clients) : clients;
}

/** Where the client lets the server keep something, for these workspace folders. */
export function storageFor(
  connection: Connection,
  host: Host,
  options: RoadmapInitializationOptions | undefined,
  folders: readonly string[],
): Storage {
  const folder = options?.storage;
  if (folder === undefined) return NO_STORAGE;
  if (host.storage && folder.startsWith('file:')) return host.storage(folder, folders);
  return options?.fileSystem === 'client' ? clientStorage(connection, folder) : NO_STORAGE;
}
