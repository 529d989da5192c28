import { type Dirent } from 'node:fs';
import { lstat, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CancellationToken } from 'vscode-languageserver';
import { now } from '../clock.ts';
import type { FoundFile } from '../workspace/fileSystem.ts';
import { IGNORE_FILE, IgnoreRules } from '../workspace/ignoreRules.ts';
import type { Scope } from '../workspace/scope.ts';

/** Folders where no roadmap of one's own stands, and most of a workspace's files do. */
const SKIPPED = new Set(['node_modules', '.git']);

/** Folders listed at the same time: Node has four threads for files, which must not run dry. */
const LISTINGS_AT_ONCE = 16;

/** A file this young, in ms, may change again without its time of change showing it, where a disk counts in seconds. */
const YOUNG = 2000;

interface Folder {
  /** Relative to the root: `''` or with a slash at its end. */
  readonly path: string;
  readonly rules: IgnoreRules | undefined;
}

/**
 * The roadmaps beneath a folder of this machine, with a stamp where their age allows it. Never goes into what is left out,
 * and never along links, which may lead in circles. What can't be listed holds nothing.
 */
export async function walk(scope: Scope, token: CancellationToken): Promise<FoundFile[]> {
  const root = fileURLToPath(scope.folder);
  const found: FoundFile[] = [];
  const queue: Folder[] = [{ path: '', rules: await ownRules() }];

  /** What git is told to ignore in this clone alone. */
  async function ownRules(): Promise<IgnoreRules | undefined> {
    return scope.heedsIgnoreFiles ? rulesIn('.git/info/exclude', '') : undefined;
  }

  async function rulesIn(file: string, base: string, above?: IgnoreRules): Promise<IgnoreRules | undefined> {
    const text = await readFile(path.join(root, file), 'utf8').catch(() => undefined);
    return text === undefined ? above : new IgnoreRules(base, text, above);
  }

  async function list({ path: base, rules: above }: Folder): Promise<void> {
    const entries = await readdir(path.join(root, base), { withFileTypes: true }).catch(() => []);
    const hasRules = scope.heedsIgnoreFiles && entries.some(({ name }) => name === IGNORE_FILE);
    const rules = hasRules ? await rulesIn(base + IGNORE_FILE, base, above) : above;
    await Promise.all(entries.map((entry) => look(base, entry, rules)));
  }

  async function look(base: string, entry: Dirent, rules: IgnoreRules | undefined): Promise<void> {
    const entryPath = base + entry.name;
    if (entry.isDirectory()) {
      const isLeftOut = SKIPPED.has(entry.name) || scope.skips(entryPath) || rules?.ignores(`${entryPath}/`);
      if (isLeftOut !== true) queue.push({ path: `${entryPath}/`, rules });
    } else if (entry.isFile() && scope.wants(entryPath)) {
      if (scope.skips(entryPath) || rules?.ignores(entryPath) === true) return;
      const stamp = await stampOf(path.join(root, entryPath));
      const uri = scope.uriOf(entryPath);
      found.push(stamp === undefined ? { uri } : { uri, stamp });
    }
  }

  await drain(queue, LISTINGS_AT_ONCE, async (next) => {
    if (!token.isCancellationRequested) await list(next);
  });
  return found;
}

/** Handles everything in a queue, and what is added to it meanwhile, so many at a time. */
function drain<T>(queue: T[], atOnce: number, handle: (item: T) => Promise<void>): Promise<void> {
  return new Promise((resolve) => {
    let active = 0;
    const next = (): void => {
      for (let item = queue.shift(); item !== undefined; item = active < atOnce ? queue.shift() : undefined) {
        active++;
        void handle(item).finally(() => {
          active--;
          next();
        });
      }
      if (active === 0) resolve();
    };
    next();
  });
}

/** Size and times of change: a file that is written, or put in another's place, has others. */
async function stampOf(file: string): Promise<string | undefined> {
  const stats = await lstat(file).catch(() => undefined);
  if (!stats || now() - Math.max(stats.mtimeMs, stats.ctimeMs) < YOUNG) return undefined;
  return [stats.size, stats.mtimeMs, stats.ctimeMs].join(' ');
}
