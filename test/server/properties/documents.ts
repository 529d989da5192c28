/** Real documents to hold properties against: our own fixtures, and a corpus beside the project where there is one. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const FOLDERS = ['test/fixtures', '../shared/seeds', '../shared/corpus/files'].map((folder) =>
  path.join(root, folder),
);

export interface RealDocument {
  readonly name: string;
  readonly text: string;
}

function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(?:md|txt|markdown)$/u.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name));
}

export const REAL_DOCUMENTS: readonly RealDocument[] = FOLDERS.flatMap(filesIn).map((file) => ({
  name: path.basename(file),
  text: readFileSync(file, 'utf8'),
}));
