// @ts-check
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository. */
export const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');

/** What is downloaded once and kept: in the repository and ignored by git, unless `ROADMAP_CACHE` says another place. */
export const cacheFolder = path.resolve(root, process.env['ROADMAP_CACHE'] || '.cache');

/** The workspace that `npm start` shows and on which the tests inside VS Code work (each on a copy of its own). */
export const sampleWorkspace = path.join(root, 'test/fixtures/sample');

/** What `npm run package` makes. */
export const vsixFile = path.join(root, 'roadmap-markdown.vsix');
