// @ts-check
// Measures the server beside its peers and renews docs/performance.md: npm run bench [-- --help]
import fs from 'node:fs';
import path from 'node:path';
import { cacheFolder, root } from './paths.mjs';
import { run } from './processes.mjs';
import { ensureInstalled } from './setup.mjs';

const peers = path.join(root, 'test/bench/peers');

await ensureInstalled();
await installPeers();
await run(process.execPath, ['.scripts/build.mjs'], { cwd: root, show: true });
await run(process.execPath, ['--import', 'tsx', 'test/bench/main.ts', ...process.argv.slice(2)], {
  cwd: root,
  show: true,
});

/** The peers, in the versions of their lock file: no part of what the project needs, so not among its dependencies. */
async function installPeers() {
  const folder = path.join(cacheFolder, 'bench/peers');
  const lock = 'package-lock.json';
  const wanted = fs.readFileSync(path.join(peers, lock), 'utf8');
  const record = path.join(folder, 'installed');
  const isThere = fs.existsSync(record) && fs.readFileSync(record, 'utf8') === wanted;
  fs.mkdirSync(folder, { recursive: true });
  fs.cpSync(peers, folder, { recursive: true });
  if (isThere) return;
  console.log('Installing the peers…');
  await run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: folder,
    show: true,
  });
  fs.writeFileSync(record, wanted);
}
