/** What an editor asks for when a folder is opened: all items, and what there is to say of each roadmap. */
import { mkdirSync, rmSync } from 'node:fs';
import { workspaceOf, type GeneratedWorkspace } from '../generate/workspaces.ts';
import { WORKSPACES } from '../places.ts';
import { CONTESTANTS, type Contestant } from '../servers/contestants.ts';
import { Session } from '../servers/session.ts';
import { afresh, rounds, type Scale } from './editor.ts';
import type { Sample, Workload } from './workload.ts';

const { withoutLenses, floor, rumdl, vscodeMarkdown, remark } = CONTESTANTS;
/** No lens is asked for here. */
const roadmap: Contestant = { ...withoutLenses, name: CONTESTANTS.roadmap.name };

async function readAll(session: Session, { roadmaps }: GeneratedWorkspace): Promise<Sample> {
  await session.initialize();
  const items = await session.workspaceItems();
  const findings = await session.workspaceDiagnostics(roadmaps);
  return {
    milliseconds: (items?.milliseconds ?? 0) + findings.milliseconds,
    bytes: (items?.bytes ?? 0) + findings.bytes,
    parts: { items: items?.milliseconds ?? NaN, findings: findings.milliseconds },
  };
}

function forget({ cache }: Contestant): void {
  if (cache === undefined) return;
  rmSync(cache, { recursive: true, force: true });
  mkdirSync(cache, { recursive: true });
}

const described = ({ roadmaps, files, items }: GeneratedWorkspace): string =>
  `${String(roadmaps.length)} roadmaps (${String(items)} items) among ${String(files.length - roadmaps.length)} other markdown files`;

export function coldWorkspace(size: number, scale: Scale): Workload {
  const workspace = workspaceOf(size, WORKSPACES);
  return {
    title: `Workspace of ${String(size)} roadmaps, cold`,
    about: `${described(workspace)}: from \`initialized\` to all items (\`roadmap/items\`, or the symbols of the workspace), then the findings of every roadmap (of the workspace where the server offers that; else each is opened). Nothing is kept from before, but for what the operating system keeps of files.`,
    rounds: rounds(size > 100 ? 3 : 4, scale),
    entrants: afresh(
      [roadmap, floor, rumdl, vscodeMarkdown, remark],
      scale,
      workspace.folder,
      (session) => readAll(session, workspace),
      (contestant) => {
        forget(contestant);
        return Promise.resolve();
      },
    ),
    goals: [
      { subject: 'roadmap', peer: 'vscode-markdown', atMost: 0.5, of: 'p50' },
      ...(size > 100
        ? [{ subject: 'roadmap', peer: 'vscode-markdown', atMost: 0.5, of: 'memory' } as const]
        : []),
    ],
  };
}

export function warmWorkspace(size: number, scale: Scale): Workload {
  const workspace = workspaceOf(size, WORKSPACES);
  return {
    title: `Workspace of ${String(size)} roadmaps, warm`,
    about: `The same at a second start, with what the server has kept of the first.`,
    rounds: rounds(size > 100 ? 2 : 4, scale),
    entrants: afresh(
      [roadmap, floor],
      scale,
      workspace.folder,
      (session) => readAll(session, workspace),
      async (contestant) => {
        if (contestant.cache === undefined) return;
        const first = await Session.start(contestant, workspace.folder, scale.patience);
        try {
          await readAll(first, workspace);
          await first.leave();
        } finally {
          await first.stop();
        }
      },
    ),
    goals: [{ subject: 'roadmap', peer: 'floor', atMost: 1.5, of: 'p50' }],
  };
}
