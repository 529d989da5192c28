import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { FileSystem } from '../workspace/fileSystem.ts';
import { walk } from './walk.ts';

const isHere = (uri: string): boolean => uri.startsWith('file:');

/** The files of this machine. */
export const nodeFileSystem: FileSystem = {
  find: async (scope, token) => (isHere(scope.folder) ? walk(scope, token) : []),
  read: async (uri) => (isHere(uri) ? readFile(fileURLToPath(uri)).catch(() => undefined) : undefined),
};
