// @ts-check
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { exitOnSignals, killGroup, run } from '../processes.mjs';
import { quietSettings } from './settings.mjs';

/** @typedef {import('./install.mjs').BrowserHost} BrowserHost */

/** How long the server may take to answer. It takes one second, or some on a busy machine. */
const START_TIMEOUT = 60_000;

/** How long it may take to end by itself before it is killed. */
const STOP_TIMEOUT = 3000;

/**
 * What an outer VS Code terminal or a debugger leaves in the environment; the server would act on it.
 */
const INHERITED = /^(VSCODE_|ELECTRON_|CODE_SERVER_|NODE_OPTIONS$|NODE_ENV$)/;

/**
 * @typedef {object} RunningServer
 * @property {string} authority `127.0.0.1:port`, as in `vscode-remote://` URIs
 * @property {() => string} log what it has printed so far
 * @property {() => Promise<void>} stop ends it and removes everything it wrote
 */

/**
 * Starts VS Code's server, reachable from this machine only, with a user's folder of its own that goes with it.
 * @param {BrowserHost} host
 * @param {object} [options]
 * @param {Record<string, unknown>} [options.settings] user settings on top of the quiet ones
 * @param {readonly string[]} [options.vsix] packaged extensions to install
 * @param {readonly string[]} [options.linked] source folders of extensions, which then count as installed
 * @param {boolean} [options.driver] lets a page load an extension from its source folder, and tests. A server
 *   without it ignores what {@link workbenchUrl} says of both; one with it shows no notification toasts.
 * @returns {Promise<RunningServer>}
 */
export async function startServer(host, { settings = {}, vsix = [], linked = [], driver = false } = {}) {
  exitOnSignals();
  const data = fs.mkdtempSync(path.join(os.tmpdir(), 'roadmap-vscode-'));
  const removeData = () => fs.rmSync(data, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  process.once('exit', removeData);
  const userFolder = path.join(data, 'user/User');
  fs.mkdirSync(userFolder, { recursive: true });
  fs.writeFileSync(path.join(userFolder, 'settings.json'), JSON.stringify({ ...quietSettings, ...settings }));
  const extensionsFolder = path.join(data, 'extensions');
  const folders = [
    ...['--user-data-dir', path.join(data, 'user')],
    ...['--server-data-dir', path.join(data, 'server')],
    ...['--extensions-dir', extensionsFolder],
  ];
  const env = serverEnvironment(data);

  fs.mkdirSync(extensionsFolder);
  // Read at the first start, when there is no list of what is installed yet.
  for (const folder of linked) {
    const { publisher, name, version } = JSON.parse(
      fs.readFileSync(path.join(folder, 'package.json'), 'utf8'),
    );
    fs.symlinkSync(folder, path.join(extensionsFolder, `${publisher}.${name}-${version}`));
  }
  for (const file of vsix) {
    const output = await run(host.node, [host.main, ...folders, '--install-extension', file, '--force'], {
      env,
    });
    // It ends with 0 even where it could not install.
    if (!output.includes('successfully installed')) throw new Error(`${file} was not installed:\n${output}`);
  }

  const port = await freePort();
  const authority = `127.0.0.1:${port}`;
  const child = spawn(
    host.node,
    [
      ...[host.main, '--host', '127.0.0.1', '--port', String(port), ...folders],
      ...['--without-connection-token', '--accept-server-license-terms'],
      ...[
        '--disable-telemetry',
        '--disable-experiments',
        '--disable-update-check',
        '--disable-workspace-trust',
      ],
      '--disable-getting-started-override',
      ...(driver ? ['--enable-smoke-test-driver'] : []),
    ],
    // A group of its own, so that its extension hosts can be ended with it.
    { env, stdio: ['ignore', 'pipe', 'pipe'], detached: true },
  );
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text) => (output += text));
  const ended = new Promise((resolve) => child.once('close', resolve).once('error', resolve));
  const kill = () => killGroup(child.pid);
  // Before the folders go: hooks run in the order in which they were added.
  process.prependOnceListener('exit', kill);

  const stop = async () => {
    killGroup(child.pid, 'SIGTERM');
    await Promise.race([ended, delay(STOP_TIMEOUT, undefined, { ref: false })]);
    // The extension hosts may outlive the server by some seconds.
    kill();
    process.off('exit', kill);
    process.off('exit', removeData);
    removeData();
  };
  try {
    await answers(`http://${authority}/version`, child);
  } catch (error) {
    await stop();
    throw new Error(`VS Code's server did not start:\n${output}`, { cause: error });
  }
  return { authority, log: () => output, stop };
}

/**
 * The address of a workbench page.
 * @param {RunningServer} server
 * @param {object} options
 * @param {string} options.folder the workspace
 * @param {string} [options.file] to open
 * @param {string} [options.extension] folder of an extension in development; needs a server with `driver`
 * @param {string} [options.tests] bundled test suite to run in the extension host, inside `extension`'s folder
 */
export function workbenchUrl({ authority }, { folder, file, extension, tests }) {
  const remote = (/** @type {string} */ name) => `vscode-remote://${authority}${encodeURI(name)}`;
  const payload = [
    ['skipWelcome', 'true'],
    ['skipReleaseNotes', 'true'],
    ...(file ? [['openFile', remote(file)]] : []),
    ...(extension ? [['extensionDevelopmentPath', remote(extension)]] : []),
    ...(tests ? [['extensionTestsPath', remote(tests)]] : []),
  ];
  return `http://${authority}/?${new URLSearchParams({ folder, payload: JSON.stringify(payload) })}`;
}

/** @param {string} data */
function serverEnvironment(data) {
  const kept = Object.entries(process.env).filter(([name]) => !INHERITED.test(name));
  return {
    ...Object.fromEntries(kept),
    // No marketplace: the server would ask one that code-server has chosen.
    EXTENSIONS_GALLERY: '{"serviceUrl":""}',
    // Its sockets would stay in the temp folder otherwise.
    XDG_RUNTIME_DIR: data,
  };
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once('error', reject).listen(0, '127.0.0.1', () => {
      const { port } = /** @type {net.AddressInfo} */ (probe.address());
      probe.close(() => resolve(port));
    });
  });
}

/**
 * Waits until the server answers.
 * @param {string} url
 * @param {import('node:child_process').ChildProcess} child
 */
async function answers(url, child) {
  const deadline = Date.now() + START_TIMEOUT;
  const isUp = () =>
    fetch(url).then(
      (response) => response.ok,
      () => false,
    );
  while (!(await isUp())) {
    if (child.exitCode !== null || child.signalCode !== null || Date.now() > deadline)
      throw new Error(`no answer from ${url}`);
    await delay(50);
  }
}
