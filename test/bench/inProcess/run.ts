/**
 * A process of its own that reads a document and edits it, and tells how long each took: bundled and started by
 * `../workloads/inProcess.ts`, with a task as its one argument.
 */
import { roadmapOf } from '../generate/documents.ts';
import { SHAPES } from '../generate/shapes.ts';
import { placesIn } from '../generate/typing.ts';
import { Engine } from './engine.ts';

export interface Task {
  /** The name of a shape; a roadmap where missing. */
  readonly shape?: string;
  readonly size: number;
  /** Edits to make, as long as there is time. */
  readonly edits: number;
  /** For all edits together, in ms. */
  readonly time: number;
}

/** Told line by line, so that what is known isn't lost when the process is given up. */
export type Told =
  | {
      readonly read: number;
      readonly cpu: number;
      readonly bytes: number;
      readonly items: number;
      readonly unreadable?: string;
    }
  | { readonly edits: readonly number[]; readonly parsed: number };

const tell = (told: Told): void => void process.stdout.write(`${JSON.stringify(told)}\n`);

const task = JSON.parse(process.argv[2] ?? '') as Task;
const shape = SHAPES.find(({ name }) => name === task.shape);
const text = shape ? shape.of(task.size) : roadmapOf(task.size);

// What every session has compiled before long.
for (let round = 0; round < 3; round++) new Engine(roadmapOf(300, round));

const spent = process.cpuUsage();
const began = performance.now();
const engine = new Engine(text);
const read = performance.now() - began;
const { user, system } = process.cpuUsage(spent);
const [unreadable] = engine.roadmap.unreadable;
tell({
  read,
  cpu: (user + system) / 1000,
  bytes: Buffer.byteLength(text),
  items: engine.roadmap.items.length,
  ...(unreadable === undefined ? {} : { unreadable: unreadable.reason }),
});

const edits: number[] = [];
let parsed = 0;
const places = placesIn(text, task.edits);
const until = performance.now() + task.time;
for (let n = 0; n < task.edits && performance.now() < until; n++) {
  const { offset } = places[n >> 1] ?? { offset: 0 };
  const start = performance.now();
  if (n % 2 === 0) engine.edit(offset, offset, 'x');
  else engine.edit(offset, offset + 1, '');
  edits.push(performance.now() - start);
  parsed += engine.parsed;
}
tell({ edits, parsed: parsed / edits.length });
