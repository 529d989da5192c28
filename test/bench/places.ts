/** Where the benchmark keeps what it needs: all of it may go, and is made again. */
import { mkdirSync } from 'node:fs';
import path from 'node:path';

export const ROOT = path.join(import.meta.dirname, '../..');
const CACHE = path.join(process.env['ROADMAP_CACHE'] ?? path.join(ROOT, '.cache'), 'bench');

function folder(name: string): string {
  const made = path.join(CACHE, name);
  mkdirSync(made, { recursive: true });
  return made;
}

export const PEERS = folder('peers');
export const WORKSPACES = folder('workspaces');
/** The folder that documents claim to stand in; they are in editors only. */
export const DOCUMENTS = folder('documents');
export const CACHES = folder('caches');
export const BUNDLES = folder('bundles');
export const PAGE = path.join(ROOT, 'docs/performance.md');
