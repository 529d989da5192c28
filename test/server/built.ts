/** The bundles that run as processes of their own, built when they are older than their sources. */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';

export const ROOT = path.join(import.meta.dirname, '../..');
export const CLI = path.join(ROOT, 'server/bin/roadmap.js');
export const SERVER = path.join(ROOT, 'server/bin/roadmap-language-server.js');

const BUNDLES = ['cli.cjs', 'node.cjs', 'server.cjs', 'session.cjs', 'worker.cjs'].map((name) =>
  path.join(ROOT, 'server/dist', name),
);

const changed = (file: string): number => (existsSync(file) ? statSync(file).mtimeMs : 0);

function newestSource(): number {
  const folder = path.join(ROOT, 'server/src');
  return Math.max(
    ...readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) =>
      changed(path.join(folder, file)),
    ),
  );
}

let done = false;

/** For a `before` hook: builds once for all suites. */
export function build(this: Mocha.Context): void {
  this.timeout(60_000);
  if (done) return;
  if (Math.min(...BUNDLES.map(changed)) < newestSource())
    execFileSync(process.execPath, ['.scripts/build.mjs'], {
      cwd: ROOT,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  done = true;
}
