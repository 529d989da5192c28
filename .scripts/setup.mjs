// @ts-check
// Node's own modules only: this runs before anything is installed.
import fs from 'node:fs';
import path from 'node:path';
import { root } from './paths.mjs';
import { run } from './processes.mjs';

/** The oldest Node that everything here runs on; package.json's `engines` says the same to npm. */
const OLDEST_NODE = [20, 19];

/**
 * Makes a fresh clone ready: installs what package-lock.json asks for where it isn't there yet. Costs a few
 * milliseconds when there is nothing to do. Every script that needs an installed package calls it first.
 */
export async function ensureInstalled() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST_NODE;
  if (major < oldestMajor || (major === oldestMajor && minor < oldestMinor)) {
    console.error(`Node ${OLDEST_NODE.join('.')} or newer is needed; this is ${process.versions.node}.`);
    process.exit(1);
  }
  if (isInstalled()) return;
  console.log('Installing the development dependencies (npm ci)…');
  // No package here needs its install script: esbuild and the others bring their binaries as packages.
  const options = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  try {
    await run('npm', ['ci', ...options], { cwd: root, show: true });
  } catch {
    console.error('npm ci has failed, so nothing more can be done here.');
    process.exit(1);
  }
}

/** Whether npm's own record of what it installed agrees with the lock file, package by package. */
function isInstalled() {
  const wanted = packages(path.join(root, 'package-lock.json'));
  const installed = packages(path.join(root, 'node_modules/.package-lock.json'));
  // Not by time stamps: a mere branch switch touches the lock file.
  return Object.entries(wanted).every(([folder, entry]) => {
    if (!folder.includes('node_modules/')) return true;
    const there = installed[folder];
    // Packages for other platforms are optional, and npm leaves them out.
    return there ? there.version === entry.version : entry.optional === true;
  });
}

/**
 * @param {string} lockFile
 * @returns {Record<string, { version?: string, optional?: boolean }>} empty where there is no such file, as before the first install
 */
function packages(lockFile) {
  try {
    return JSON.parse(fs.readFileSync(lockFile, 'utf8')).packages;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'ENOENT') return {};
    throw error;
  }
}
