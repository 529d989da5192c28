// @ts-check
// Makes the package that users install: npm run package
import fs from 'node:fs';
import path from 'node:path';
import { root, vsixFile } from './paths.mjs';
import { run } from './processes.mjs';
import { ensureInstalled } from './setup.mjs';

/** What may be how large, in bytes. A dependency that drags in half the registry shows here, and nowhere else. */
const BUDGET = {
  'client/dist/node.js': 500_000,
  'client/dist/browser.js': 500_000,
  'server/dist/node.cjs': 10_000,
  'server/dist/server.cjs': 500_000,
  'server/dist/session.cjs': 500_000,
  'server/dist/worker.cjs': 500_000,
  'server/dist/yaml.cjs': 150_000,
  'server/dist/yaml.js': 150_000,
  'server/dist/browser.js': 500_000,
  'server/dist/session.js': 500_000,
  [path.relative(root, vsixFile)]: 1_000_000,
};

await ensureInstalled();
await run(process.execPath, ['.scripts/build.mjs'], { cwd: root, show: true });

const vsce = path.join(root, 'node_modules/@vscode/vsce/vsce');
// The bundles hold all dependencies.
const args = [vsce, 'package', '--no-dependencies', '--out', vsixFile];
const output = await run(process.execPath, args, { cwd: root });
console.log(output.trim());
// It warns of missing pieces, and packages all the same.
if (/warning/i.test(output)) {
  fs.rmSync(vsixFile, { force: true });
  console.error('vsce has warnings, so nothing was packaged.');
  process.exit(1);
}

const sizes = Object.entries(BUDGET).map(([file, most]) => {
  const { size } = fs.statSync(path.join(root, file));
  return { file, most, size, over: size > most };
});
for (const { file, most, size, over } of sizes) {
  const share = `${kilobytes(size)} of ${kilobytes(most)}`;
  console.log(`${over ? '✗' : '✓'} ${file.padEnd(24)} ${share}`);
}
if (sizes.some(({ over }) => over)) {
  console.error('Larger than the budget in .scripts/package.mjs.');
  process.exit(1);
}

/** @param {number} bytes */
function kilobytes(bytes) {
  return `${(bytes / 1000).toFixed(0).padStart(4)} kB`;
}
