/** Workspaces on disk: roadmaps among ten times as many other markdown files. */
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pageOf, roadmapOf } from './documents.ts';

/** Items of each roadmap, about. */
const ITEMS = 100;
const OTHERS = 10;
/** Raised when other files are written, so that those of before aren't taken for them. */
const EDITION = 1;

const NAMES = ['ROADMAP.md', 'TODO.md', 'backlog.md', 'milestones.md', 'team-roadmap.md'];
const FOLDERS = ['docs', 'design', 'records', 'guides'];

export interface GeneratedWorkspace {
  readonly folder: string;
  /** The roadmaps' paths. */
  readonly roadmaps: readonly string[];
  /** All markdown files' paths. */
  readonly files: readonly string[];
  readonly items: number;
}

/** The workspace in the folder `into`, written there unless it is there already. */
export function workspaceOf(roadmaps: number, into: string): GeneratedWorkspace {
  const folder = path.join(into, `workspace-${String(roadmaps)}-${String(EDITION)}`);
  const isThere = existsSync(folder);
  // Under another name until it is whole.
  const unfinished = `${folder}.part`;
  const roadmapFiles: string[] = [];
  const files: string[] = [];
  let items = 0;
  const write = (name: string, text: () => string): string => {
    files.push(path.join(folder, name));
    if (!isThere) {
      mkdirSync(path.join(unfinished, path.dirname(name)), { recursive: true });
      writeFileSync(path.join(unfinished, name), text());
    }
    return path.join(folder, name);
  };
  if (!isThere) rmSync(unfinished, { recursive: true, force: true });
  for (let n = 0; n < roadmaps; n++) {
    const project = `team-${String(n % 10)}/project-${String(n)}`;
    const size = ITEMS - 20 + ((n * 7) % 41);
    items += size;
    roadmapFiles.push(write(`${project}/${NAMES[n % NAMES.length]!}`, () => roadmapOf(size, n + 1)));
    for (let other = 0; other < OTHERS; other++)
      write(`${project}/${FOLDERS[other % FOLDERS.length]!}/page-${String(other)}.md`, () =>
        pageOf(n * OTHERS + other),
      );
  }
  if (!isThere) renameSync(unfinished, folder);
  return { folder, roadmaps: roadmapFiles, files, items };
}
