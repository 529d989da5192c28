/** `npm run bench`: measures, prints, and renews docs/performance.md. See `report/page.ts` for what it says. */
import { SHAPES } from './generate/shapes.ts';
import { readOptions, type Options } from './options.ts';
import { PAGE } from './places.ts';
import { conditions } from './report/conditions.ts';
import { editSection, shapeSection } from './report/engine.ts';
import { growthTable, outcomeSection } from './report/outcomes.ts';
import { SECTIONS, writePage, type SectionName } from './report/page.ts';
import { commandLine } from './workloads/commandLine.ts';
import { keyStroke, opening, startUp, type Scale } from './workloads/editor.ts';
import { bundleEngine, runEngine, type EngineFigures } from './workloads/inProcess.ts';
import { measure, type Goal, type Outcome, type Workload } from './workloads/workload.ts';
import { coldWorkspace, warmWorkspace } from './workloads/workspace.ts';

/** How many times rumdl and the floor a key stroke may take, by the number of items. */
const KEY_STROKE_GOALS: Readonly<Record<number, readonly [rumdl: number, floor: number]>> = {
  1000: [1 / 5, 1.4],
  10_000: [1 / 8, 1.2],
  100_000: [1 / 12, 1.2],
};

function keyStrokeGoals(items: number): Goal[] {
  const [rumdl, floor] = KEY_STROKE_GOALS[items] ?? [];
  if (rumdl === undefined || floor === undefined) return [];
  return [
    { subject: 'roadmap', peer: 'rumdl', atMost: rumdl, of: 'p50 and p95' },
    { subject: 'roadmap', peer: 'floor with lenses', atMost: floor, of: 'p50 and p95' },
    { subject: 'roadmap without lenses', peer: 'floor', atMost: floor, of: 'p50 and p95' },
  ];
}

/** Edits that are made, and how long they may take together, in ms. */
const EDITS = { edits: 200, time: 20_000 };
const SHAPE_EDITS = { edits: 10, time: 3000 };

const tell = (line: string): void => console.error(line);

const options = readOptions(process.argv.slice(2));
if (options) await main(options);
process.exit(0);

async function main({ sections, peers, sizes, workspaces, effort, patience, write }: Options): Promise<void> {
  const always: readonly string[] = [
    'roadmap',
    'roadmap without lenses',
    'floor',
    'floor with lenses',
    'node alone',
  ];
  const scale: Scale = {
    effort,
    patience,
    takesPart: (name) => peers === undefined || always.includes(name) || peers.includes(name),
  };
  const done = new Map<SectionName, string>();
  const measured = async (workloads: readonly Workload[]): Promise<string> => {
    const bodies = [];
    for (const workload of workloads) bodies.push(outcomeSection(workload, await measure(workload, tell)));
    return bodies.join('\n');
  };
  const makers: Readonly<Record<SectionName, () => Promise<string>>> = {
    keystroke: async () => {
      const outcomes = new Map<number, Outcome[]>();
      const bodies = [];
      for (const items of sizes) {
        const workload = keyStroke(items, keyStrokeGoals(items), scale);
        const all = await measure(workload, tell);
        outcomes.set(items, all);
        bodies.push(outcomeSection(workload, all));
      }
      return [...bodies, growthTable(outcomes)].join('\n');
    },
    edit: async () => {
      await bundleEngine();
      const figures = new Map<number, EngineFigures>();
      for (const size of sizes) figures.set(size, await runEngine({ size, ...EDITS }, patience));
      return editSection(figures);
    },
    // The peers take minutes for more, and nobody opens more.
    open: () => measured(sizes.filter((items) => items <= 10_000).map((items) => opening(items, scale))),
    start: () => measured([startUp(scale)]),
    workspace: () =>
      measured(workspaces.flatMap((size) => [coldWorkspace(size, scale), warmWorkspace(size, scale)])),
    commandline: () => measured([commandLine(Math.min(...workspaces), scale)]),
    shapes: async () => {
      await bundleEngine();
      const figures = new Map<string, EngineFigures[]>();
      for (const { name, sizes: all } of SHAPES) {
        const own: EngineFigures[] = [];
        for (const size of all) {
          console.error(`${name} ${String(size)}`);
          own.push(await runEngine({ shape: name, size, ...SHAPE_EDITS }, Math.min(patience, 40)));
        }
        figures.set(name, own);
      }
      return shapeSection(figures);
    },
  };

  for (const name of sections) {
    console.error(`\n▶ ${name}`);
    const before = conditions();
    const section = `## ${SECTIONS[name]}\n\n${before}\n\n${await makers[name]()}`;
    console.log(`${section}\n`);
    done.set(name, section);
    // At once: what is known isn't lost with what comes later.
    if (write) writePage(PAGE, done);
  }
  if (write) console.error(`${PAGE} has been renewed.`);
}
