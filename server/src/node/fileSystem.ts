import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import picomatch from 'picomatch';
import type { FileSystem } from '../workspace/fileSystem.ts';

/** Folders where no roadmap of one's own stands, and most of a workspace's files do. */
const SKIPPED = new Set(['node_modules', '.git']);

/** The files of this machine. */
export const nodeFileSystem: FileSystem = {
  async find(folder, include) {
    if (!folder.startsWith('file:')) return [];
    const root = fileURLToPath(folder);
    const matches = picomatch(include, { dot: true });
    const found: string[] = [];
    for await (const file of walk(root))
      if (matches(path.relative(root, file).split(path.sep).join('/'))) found.push(pathToFileURL(file).href);
    return found;
  },
  read: (uri) =>
    uri.startsWith('file:')
      ? readFile(fileURLToPath(uri)).catch(() => undefined)
      : Promise.resolve(undefined),
};

/** All files beneath a folder, without following links, which may lead in circles. */
async function* walk(folder: string): AsyncGenerator<string> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  for (const entry of entries) {
    const entryPath = path.join(folder, entry.name);
    if (entry.isFile()) yield entryPath;
    else if (entry.isDirectory() && !SKIPPED.has(entry.name)) yield* walk(entryPath);
  }
}
