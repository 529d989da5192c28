// Bundles the client, the server and the command line, each for the places where it runs.
//   node .scripts/build.mjs [--dev] [--watch] [--tests]
// --dev keeps names and source maps, --tests adds the suites that run inside VS Code.
import { context, build } from 'esbuild';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import languageServer from 'vscode-languageserver/node';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');

const { values: options } = parseArgs({
  options: { dev: { type: 'boolean' }, watch: { type: 'boolean' }, tests: { type: 'boolean' } },
});

/**
 * The tables of notations hold an example for each row, and each rule explains itself: only the documentation shows that
 * (`npm run docs`).
 * @type {import('esbuild').Plugin}
 */
const withoutExamples = {
  name: 'without-examples',
  setup({ onLoad }) {
    /** @type {[filter: RegExp, left: RegExp][]} */
    const leftOut = [
      [/roadmap[\\/](?:notations|dates)[\\/].*\.ts$/, /^ +(?:example|about): '[^'\n]*',$/gmu],
      [/src[\\/]rules[\\/].*\.ts$/, /^ {2}explanation: \{\n(?: {3,}.*\n)* {2}\},$/gmu],
    ];
    for (const [filter, left] of leftOut)
      onLoad({ filter }, async ({ path: file }) => ({
        loader: 'ts',
        contents: (await readFile(file, 'utf8')).replace(left, ''),
      }));
  },
};

const LSP = 'globalThis.roadmapLanguageServer';

/**
 * The session is a bundle of its own, which is loaded when the first answer is out. It takes the library of the protocol
 * from the bundle that loads it: one copy of it is a third of all.
 * @type {import('esbuild').Plugin}
 */
const withLanguageServer = {
  name: 'with-language-server',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^vscode-languageserver(?:-protocol)?$/ }, ({ path: name }) => ({
      path: name,
      namespace: 'loader',
    }));
    // Name by name, so that what isn't used is left out: all of them are nine hundred, and each importer would have its copy.
    onLoad({ filter: /.*/, namespace: 'loader' }, () => ({
      contents: Object.keys(languageServer)
        .map((name) => `export const ${name} = /* @__PURE__ */ (() => ${LSP}.${name})();`)
        .join('\n'),
    }));
  },
};
/**
 * @param {string} library
 * @returns {import('esbuild').Plugin}
 */
const forSession = (library) => ({
  name: 'for-session',
  setup({ onLoad }) {
    onLoad({ filter: /server[\\/]src[\\/](?:node[\\/]server|browser)\.ts$/ }, async ({ path: file }) => ({
      loader: 'ts',
      contents: `import * as library from '${library}';\n${LSP} = library;\n${await readFile(file, 'utf8')}`,
    }));
  },
});

/**
 * The parser of configuration files is a bundle of its own, which only those load who have such a file.
 * @type {import('esbuild').Plugin}
 */
const withYamlBeside = {
  name: 'with-yaml-beside',
  setup({ onResolve }) {
    onResolve({ filter: /\/config\/yaml\.ts$/ }, () => ({ path: './yaml.cjs', external: true }));
  },
};

/** @type {import('esbuild').BuildOptions} */
const shared = {
  absWorkingDir: root,
  bundle: true,
  minify: !options.dev,
  sourcemap: options.dev ? 'linked' : false,
  target: 'es2022',
  legalComments: 'none',
  // Labels are in many scripts: escaped, they would take three times their bytes.
  charset: 'utf8',
  plugins: [withoutExamples],
  // What takes room in every bundle and is never needed: each says why.
  alias: {
    'mdast-util-gfm': './.scripts/bundle/mdast-util-gfm.js',
    'character-entities': './.scripts/bundle/character-entities.js',
  },
  logLevel: 'warning',
};
/** @type {import('esbuild').BuildOptions} */
const node = {
  ...shared,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  // Bundles are run from compiled code, where only `require` is there.
  supported: { 'dynamic-import': false },
};
/** @type {import('esbuild').BuildOptions} */
const browser = { ...shared, platform: 'browser', mainFields: ['browser', 'module', 'main'] };

/** @type {import('esbuild').BuildOptions[]} */
const bundles = [
  // VS Code's own module is there at run time, in both extension hosts.
  { ...node, entryPoints: ['client/src/node.ts'], outfile: 'client/dist/node.js', external: ['vscode'] },
  {
    ...browser,
    format: 'cjs',
    entryPoints: ['client/src/browser.ts'],
    outfile: 'client/dist/browser.js',
    external: ['vscode'],
  },
  // .cjs because server/package.json says "module", and vscode-languageserver requires Node's built-ins.
  { ...node, entryPoints: ['server/src/node.ts'], outfile: 'server/dist/node.cjs' },
  {
    ...node,
    entryPoints: ['server/src/node/server.ts'],
    outfile: 'server/dist/server.cjs',
    plugins: [withoutExamples, forSession('vscode-languageserver/node')],
  },
  {
    ...node,
    entryPoints: ['server/src/node/session.ts'],
    outfile: 'server/dist/session.cjs',
    plugins: [withoutExamples, withLanguageServer, withYamlBeside],
  },
  { ...node, entryPoints: ['server/src/config/yaml.ts'], outfile: 'server/dist/yaml.cjs' },
  { ...node, entryPoints: ['server/src/node/readingWorker.ts'], outfile: 'server/dist/worker.cjs' },
  {
    ...node,
    entryPoints: ['server/src/cli/main.ts'],
    outfile: 'server/dist/cli.cjs',
    plugins: [withoutExamples, withYamlBeside],
  },
  {
    ...browser,
    format: 'iife',
    globalName: 'roadmapYaml',
    entryPoints: ['server/src/config/yaml.ts'],
    outfile: 'server/dist/yaml.js',
  },
  {
    ...browser,
    format: 'iife',
    entryPoints: ['server/src/browser.ts'],
    outfile: 'server/dist/browser.js',
    plugins: [withoutExamples, forSession('vscode-languageserver/browser')],
  },
  {
    ...browser,
    format: 'iife',
    globalName: 'roadmapSession',
    entryPoints: ['server/src/browser/session.ts'],
    outfile: 'server/dist/session.js',
    // Without "worker", packages hand out code that asks a document to decode character references.
    conditions: ['worker', 'browser'],
    plugins: [withoutExamples, withLanguageServer],
  },
];
if (options.tests)
  bundles.push(
    // mocha finds its reporters by path at run time, so it stays outside the bundle in Node.
    {
      ...node,
      minify: false,
      sourcemap: 'inline',
      entryPoints: ['test/host/index.node.ts'],
      outfile: 'test/dist/host.node.cjs',
      external: ['vscode', 'mocha'],
    },
    {
      ...browser,
      minify: false,
      format: 'cjs',
      entryPoints: ['test/host/index.web.ts'],
      outfile: 'test/dist/host.web.js',
      external: ['vscode'],
    },
  );

if (options.watch)
  await Promise.all(bundles.map(async (bundle) => (await context({ ...bundle, logLevel: 'info' })).watch()));
else await Promise.all(bundles.map((bundle) => build(bundle)));
