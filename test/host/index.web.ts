/** The suite's entry in the web worker extension host: VS Code calls {@link run}. */
import { loadFiles } from './files.ts';
import { finish } from './report.ts';
import { host, ok } from './support.ts';

export async function run(): Promise<void> {
  ok(host === 'web', `this runs in the ${host} extension host`);
  // Not before run() is called: mocha's browser build puts itself in the place of this bundle's exports.
  // @ts-expect-error It has no types; those of `mocha` are global.
  await import('mocha/mocha.js');
  // mocha's default reporter in browsers writes into a document, and a worker has none.
  mocha.setup({ ui: 'bdd', reporter: 'spec', color: false, timeout: 20_000, forbidOnly: true });
  await loadFiles();
  await finish((done) => mocha.run(done));
}
