// @ts-check
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { exitOnSignals } from './processes.mjs';

/**
 * A copy of a workspace that may be changed, alone in a temporary folder and named like the original. It goes when
 * this process ends.
 * @param {string} workspace
 */
export function copyOf(workspace) {
  // The real path, since VS Code reports files by it and tests compare.
  const parent = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'roadmap-workspace-')));
  exitOnSignals();
  process.once('exit', () => fs.rmSync(parent, { recursive: true, force: true, maxRetries: 5 }));
  const folder = path.join(parent, path.basename(workspace));
  fs.cpSync(workspace, folder, { recursive: true });
  return folder;
}
