import { readFile } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { glob } from 'tinyglobby';
import type { FileSystem } from '../workspace/fileSystem.ts';

/** Where no roadmap of one's own stands, and where most of a folder's files do. */
const IGNORED = ['**/node_modules/**', '**/.git/**'];

/** The files of this machine. */
export const nodeFileSystem: FileSystem = {
  async find(folder, include) {
    if (!folder.startsWith('file:')) return [];
    const paths = await glob(include, {
      cwd: fileURLToPath(folder),
      absolute: true,
      ignore: IGNORED,
      followSymbolicLinks: false,
    });
    return paths.map((path) => pathToFileURL(path).href);
  },
  read: (uri) =>
    uri.startsWith('file:') ? readFile(fileURLToPath(uri)).catch(() => undefined) : Promise.resolve(undefined),
};
