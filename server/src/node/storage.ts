import { createHash } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Storage } from '../workspace/storage.ts';

/** What all workspaces that share a folder may take together, in bytes; those that were saved longest ago go first. */
const MOST = 256 * 1024 * 1024;

const ENDING = '.roadmap-index';

/**
 * Keeps a file in a folder of this machine, one for each set of workspace folders.
 *
 * @param folder - a `file:` URI; it is made when something is saved.
 */
export function nodeStorage(folder: string, workspaceFolders: readonly string[]): Storage {
  const directory = fileURLToPath(folder);
  const name = createHash('sha256')
    .update([...workspaceFolders].sort().join('\n'))
    .digest('hex')
    .slice(0, 16);
  const file = path.join(directory, name + ENDING);
  return {
    load: () => readFile(file).catch(() => undefined),
    async save(parts) {
      await mkdir(directory, { recursive: true });
      // In one step, so that whoever reads meanwhile, or after a crash, sees one whole or the other.
      const unfinished = `${file}.${process.pid}`;
      try {
        const handle = await open(unfinished, 'w');
        try {
          await handle.writev(parts as Uint8Array[]);
        } finally {
          await handle.close();
        }
        await rename(unfinished, file);
      } catch (error) {
        await rm(unfinished, { force: true });
        throw error;
      }
      await makeRoom(directory, file);
    },
  };
}

async function makeRoom(directory: string, newest: string): Promise<void> {
  const names = (await readdir(directory)).filter((name) => name.endsWith(ENDING));
  const files = await Promise.all(
    names.map(async (name) => ({
      file: path.join(directory, name),
      ...sizeAndTime(await stat(path.join(directory, name))),
    })),
  );
  let size = 0;
  for (const { file, bytes } of files.sort(
    (a, b) => Number(b.file === newest) - Number(a.file === newest) || b.time - a.time,
  )) {
    size += bytes;
    if (size > MOST) await rm(file, { force: true });
  }
}

const sizeAndTime = ({
  size,
  mtimeMs,
}: {
  size: number;
  mtimeMs: number;
}): { bytes: number; time: number } => ({
  bytes: size,
  time: mtimeMs,
});
