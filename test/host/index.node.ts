/** The suite's entry in the Node extension host: VS Code calls {@link run}. */
import * as mochaModule from 'mocha';
import fs from 'node:fs';
import path from 'node:path';
import { finish } from './report.ts';
import { host, ok } from './support.ts';
import { files, loadFiles } from './files.ts';

// Required as the ES module that it is, mocha comes as a namespace.
type MochaConstructor = typeof import('mocha');
const Mocha = ((mochaModule as { default?: unknown }).default ?? mochaModule) as MochaConstructor;

export async function run(): Promise<void> {
  ok(host === 'node', `this runs in the ${host} extension host`);
  const mocha = new Mocha({ ui: 'bdd', color: false, timeout: 20_000, forbidOnly: true });
  // Gives describe, it and the others to the test files, which mocha would do itself if it loaded them.
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  expectAllFiles();
  await loadFiles();
  await finish((done) => mocha.run(done));
}

/** A test file that isn't listed would silently never run. */
function expectAllFiles(): void {
  const there = fs
    .readdirSync(path.join(__dirname, '../host'))
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => name.slice(0, -'.test.ts'.length));
  const missing = there.filter((name) => !(name in files));
  if (missing.length > 0) throw new Error(`files.ts doesn't list ${missing.join(', ')}`);
}
