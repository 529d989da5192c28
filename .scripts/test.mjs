// @ts-check
// Everything that has to hold before a change goes in: npm test
//   npm test -- unit host   only these steps, in the order below
// A fresh clone is enough: what is missing is installed (see setup.mjs, vscode/install.mjs, vscode/browser.mjs).
import path from 'node:path';
import { root, sampleWorkspace } from './paths.mjs';
import { run } from './processes.mjs';
import { ensureInstalled } from './setup.mjs';

/** What the steps test; each is made once, however many of them need it. */
const buildForTests = once(() => node('.scripts/build.mjs', '--dev', '--tests'));
const packageExtension = once(() => node('.scripts/package.mjs'));

/** Each step by its name: a heading, what it does, and whether it needs the browser-hosted VS Code. */
const steps = {
  check: { title: 'types, lint, format', needsHost: false, do: check },
  unit: { title: 'unit and protocol tests', needsHost: false, do: unit },
  bench: { title: 'the cost of a key stroke, beside the floor', needsHost: false, do: bench },
  editors: { title: 'the server in Neovim', needsHost: false, do: editors },
  host: { title: 'tests in the Node extension host', needsHost: false, do: () => inside('node') },
  web: { title: 'tests in the web worker extension host', needsHost: true, do: () => inside('web') },
  package: { title: 'package and size budget', needsHost: false, do: packageExtension },
  workbench: { title: 'clicks in the workbench', needsHost: true, do: workbench },
  smoke: { title: 'npm start', needsHost: true, do: smoke },
};

const names = Object.keys(steps);
const chosen = process.argv.slice(2);
const unknown = chosen.filter((name) => !names.includes(name));
if (unknown.length > 0) {
  console.error(`No step ${unknown.join(', ')}; there are: ${names.join(' ')}`);
  process.exit(1);
}
const plan = Object.entries(steps).filter(([name]) => chosen.length === 0 || chosen.includes(name));

const began = performance.now();
await ensureInstalled();
const { findVSCode } = await import('./vscode/find.mjs');
const { runExtensionTests } = await import('./vscode/extensionHost.mjs');
const { ensureBrowser } = await import('./vscode/browser.mjs');

const hostRuns = process.platform === 'linux';
// Installed while the first steps run: it waits for the network where they wait for the processor.
const browserHost = hostRuns && plan.some(([, step]) => step.needsHost) ? prepareBrowserHost() : undefined;
browserHost?.catch(() => {});

for (const [name, step] of plan) {
  if (step.needsHost && !hostRuns) {
    console.log(`\n– ${name}: left out, as a VS Code in a browser is installed on Linux only`);
    continue;
  }
  const start = performance.now();
  console.log(`\n▶ ${name}: ${step.title}`);
  try {
    await step.do();
  } catch (error) {
    console.error(
      `${error instanceof Error ? error.message : error}\n✗ ${name} failed after ${since(start)}`,
    );
    process.exit(1);
  }
  console.log(`✓ ${name} (${since(start)})`);
}
console.log(`\nAll passed in ${since(began)}.`);
// A download that was given up may still hold a connection.
process.exit(0);

async function check() {
  await npm('run', '--silent', 'check');
  // The scripts are JavaScript with types in comments.
  await node('node_modules/typescript/bin/tsc', '--noEmit', '--project', '.scripts');
}

async function unit() {
  // Some start the real server.
  await buildForTests();
  await node('node_modules/mocha/bin/mocha.js', '--fail-zero');
}

async function bench() {
  await buildForTests();
  await node('--import', 'tsx', 'test/bench/regression.ts');
}

async function editors() {
  await buildForTests();
  await mochaAlone('test/editors/*.test.mjs');
}

/** @param {'node' | 'web'} kind */
async function inside(kind) {
  await buildForTests();
  const bundle = kind === 'node' ? 'host.node.cjs' : 'host.web.js';
  const vscode = kind === 'node' ? await findVSCode() : await browserHost;
  if (!vscode) throw new Error('no VS Code');
  await runExtensionTests(vscode, {
    extension: root,
    tests: path.join(root, 'test/dist', bundle),
    workspace: sampleWorkspace,
    kind,
  });
}

async function workbench() {
  await packageExtension();
  await browserHost;
  // Each test goes on where the one before it has left the window.
  await mochaAlone('--bail', 'test/workbench/*.test.mjs');
}

/**
 * Without the configuration of the unit tests, whose files it would add.
 * @param {string[]} args
 */
async function mochaAlone(...args) {
  const mocha = ['node_modules/mocha/bin/mocha.js', '--no-config', '--forbid-only', '--fail-zero'];
  await node(...mocha, '--timeout', '120000', ...args);
}

async function smoke() {
  await browserHost;
  await node('.scripts/start.mjs', '--smoke');
}

async function prepareBrowserHost() {
  const [vscode] = await Promise.all([findVSCode({ kind: 'browser' }), ensureBrowser()]);
  return vscode;
}

/** @param {string[]} args */
function node(...args) {
  return run(process.execPath, args, { cwd: root, show: true });
}

/** @param {string[]} args */
function npm(...args) {
  return run('npm', args, { cwd: root, show: true });
}

/**
 * @template T
 * @param {() => T} make
 * @returns {() => T}
 */
function once(make) {
  /** @type {{ made: T } | undefined} */
  let first;
  return () => (first ??= { made: make() }).made;
}

/** @param {number} moment */
function since(moment) {
  return `${((performance.now() - moment) / 1000).toFixed(1)} s`;
}
