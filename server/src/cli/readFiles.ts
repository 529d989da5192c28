import { readFile } from 'node:fs/promises';
import type { Roadmap } from '../roadmap/model.ts';
import { readRoadmap } from '../roadmap/read.ts';
import { decodeText } from '../workspace/decode.ts';

/** What the operating system says, in words for people. */
const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a directory',
  EACCES: 'access is denied',
};

export interface ReadFileResult {
  readonly file: string;
  readonly roadmap: Roadmap;
}

/**
 * Reads roadmaps from files named by the user. One that can't be read is told in one line; the others are read.
 * @param take what is kept of each: of many files, keeping all that was read would cost more than the reading
 */
export async function readFiles<T>(
  paths: readonly string[],
  error: (text: string) => void,
  take: (result: ReadFileResult) => T | Promise<T>,
): Promise<{ files: T[]; failed: boolean }> {
  const files: T[] = [];
  let failed = false;
  for (const path of paths) {
    try {
      const roadmap = readRoadmap(decodeText(await readFile(path)));
      files.push(await take({ file: path, roadmap }));
    } catch (problem) {
      failed = true;
      const { code, message } = problem as NodeJS.ErrnoException;
      error(`roadmap: cannot read ${path}: ${(code === undefined ? undefined : REASONS[code]) ?? message}\n`);
    }
  }
  return { files, failed };
}
