// @ts-check
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { format } from 'node:util';
import { copyOf } from '../copy.mjs';
import { run } from '../processes.mjs';
import { launchBrowser } from './browser.mjs';
import { startServer, workbenchUrl } from './server.mjs';
import { inWebWorker } from './settings.mjs';

/** @typedef {import('./find.mjs').VSCode} VSCode */
/** @typedef {{ passes: number, failures: number, pending: number }} Result */

/**
 * How the suite's last line begins (see test/host/run.ts). Without that line a crash counts as success: VS Code
 * ends with 0 when its extension host goes down in the middle of a test.
 */
const RESULT = 'extension host tests: ';

/** What the workbench says about itself through the same channel as the suite, line by line. */
const CHATTER =
  /^\[(reconnection|Service Worker|AgentHost|AccountPolicyGate)|connection token|Creating a socket|additional builtin extensions|\/static\/out\/vs\//;

/**
 * Runs a bundled mocha suite inside a real extension host, on a copy of a workspace, and gives the counts.
 * Throws where a test failed, where none ran, and where the extension host went down.
 * @param {VSCode} vscode
 * @param {object} options
 * @param {string} options.extension folder of the extension; the suite runs in the host of the extension that it lies in
 * @param {string} options.tests the bundle, which exports `run()`
 * @param {string} options.workspace the folder to copy
 * @param {'node' | 'web'} [options.kind] which extension host; `web` wants a browser-hosted VS Code
 * @param {number} [options.timeout] milliseconds until a suite that says nothing counts as hanging
 * @returns {Promise<Result>}
 */
export async function runExtensionTests(
  vscode,
  { extension, tests, workspace, kind = 'node', timeout = 180_000 },
) {
  const folder = copyOf(workspace);
  /** @type {string | undefined} */
  let result;
  const show = (/** @type {string} */ text) => {
    for (const line of text.split(/\r?\n/))
      if (line.startsWith(RESULT)) result = line.slice(RESULT.length);
      else if (process.env['ROADMAP_VERBOSE'] || !CHATTER.test(line)) console.log(line);
  };
  if (vscode.kind === 'desktop') {
    if (kind === 'web') throw new Error('The web extension host is tested in a browser-hosted VS Code.');
    await runOnDesktop(vscode, { extension, tests, folder, timeout }, show);
  } else await runInBrowser(vscode.host, { extension, tests, folder, timeout, kind }, show);
  if (result === undefined) throw new Error('The extension host ended before the tests did.');
  /** @type {Result} */
  const counts = JSON.parse(result);
  if (counts.failures > 0) throw new Error(`${counts.failures} test(s) failed.`);
  if (!(counts.passes > 0)) throw new Error('No test ran.');
  return counts;
}

/** @typedef {{ extension: string, tests: string, folder: string, timeout: number }} Run */

/**
 * @param {Extract<VSCode, { kind: 'desktop' }>} vscode
 * @param {Run} options
 * @param {(text: string) => void} show
 */
async function runOnDesktop({ executable, display }, { extension, tests, folder, timeout }, show) {
  const program = path.join(path.dirname(fileURLToPath(import.meta.url)), 'desktopTests.mjs');
  const [first = '', ...rest] = [
    ...[...display, process.execPath, program],
    ...[executable, extension, tests, folder],
  ];
  await Promise.race([run(first, rest, { onLine: show }), hangs(timeout)]);
}

/**
 * @param {import('./install.mjs').BrowserHost} host
 * @param {Run & { kind: 'node' | 'web' }} options
 * @param {(text: string) => void} show
 */
async function runInBrowser(host, { extension, tests, folder, timeout, kind }, show) {
  const settings = kind === 'web' ? inWebWorker(extensionId(extension)) : {};
  const server = await startServer(host, { settings, driver: true });
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    const ended = new Promise((resolve, reject) => {
      page.once('crash', () => reject(new Error('The page crashed.')));
      // The names that VS Code looks for when it has tests to run in a browser.
      void page.exposeFunction('codeAutomationExit', resolve);
      void page.exposeFunction(
        'codeAutomationLog',
        (/** @type {string} */ _, /** @type {unknown[]} */ args) => show(format(...args)),
      );
    });
    await page.goto(workbenchUrl(server, { folder, extension, tests }), { waitUntil: 'domcontentloaded' });
    await Promise.race([ended, hangs(timeout)]);
  } finally {
    await browser.close();
    await server.stop();
  }
}

/** @param {string} folder */
function extensionId(folder) {
  const { publisher, name } = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'));
  return `${publisher}.${name}`;
}

/**
 * @param {number} timeout
 * @returns {Promise<never>}
 */
const hangs = (timeout) =>
  new Promise((_, reject) => {
    setTimeout(() => reject(new Error(`The tests did not end within ${timeout / 1000} s.`)), timeout).unref();
  });
