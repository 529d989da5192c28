/** What an editor does with a document: starts the server, opens, types. */
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { roadmapOf } from '../generate/documents.ts';
import { DOCUMENTS } from '../places.ts';
import { CONTESTANTS, type Contestant } from '../servers/contestants.ts';
import { placesIn } from '../generate/typing.ts';
import { Session } from '../servers/session.ts';
import { median } from '../statistics.ts';
import type { Entrant, Goal, Sample, Workload } from './workload.ts';

const URI = pathToFileURL(path.join(DOCUMENTS, 'ROADMAP.md')).href;

export interface Scale {
  /** Of rounds, as a share of the usual number. */
  readonly effort: number;
  /** How long to wait for an answer, in s. */
  readonly patience: number;
  /** Whether a contestant takes part. */
  readonly takesPart: (name: string) => boolean;
}

const { roadmap, withoutLenses, floor, floorWithLenses, rumdl, vscodeMarkdown, remark } = CONTESTANTS;

export const rounds = (usual: number, { effort }: Scale): number => Math.max(1, Math.round(usual * effort));

/** 1000 as `1k`. */
export const short = (count: number): string => (count >= 1000 ? `${String(count / 1000)}k` : String(count));

/** Starts a server for each round. */
export function afresh(
  contestants: readonly Contestant[],
  scale: Scale,
  folder: string,
  visit: (session: Session) => Promise<Sample>,
  before?: (contestant: Contestant) => Promise<void>,
): Entrant[] {
  return contestants
    .filter(({ name }) => scale.takesPart(name))
    .map((contestant) => ({
      name: contestant.name,
      prepare: () =>
        Promise.resolve({
          round: async () => {
            await before?.(contestant);
            const session = await Session.start(contestant, folder, scale.patience);
            try {
              const visited = await visit(session);
              return [{ ...visited, cpu: session.process.cpu(), megabytes: session.process.peakMemory() }];
            } finally {
              await session.stop();
            }
          },
          end: () => Promise.resolve(),
        }),
    }));
}

/** The same after an earlier start, of which servers that keep something have kept what they do. */
const again = (
  contestants: readonly Contestant[],
  scale: Scale,
  visit: (session: Session) => Promise<Sample>,
): Entrant[] =>
  contestants.flatMap((contestant) =>
    afresh([contestant], scale, DOCUMENTS, visit).map(({ name, prepare }) => ({
      name,
      prepare: async () => {
        if (contestant.cache !== undefined) {
          const first = await Session.start(contestant, DOCUMENTS, scale.patience);
          try {
            await visit(first);
            await first.leave();
          } finally {
            await first.stop();
          }
        }
        return prepare();
      },
    })),
  );

/** Items of the small roadmap that is opened first. */
const SMALL = 20;

export function startUp(scale: Scale): Workload {
  const text = roadmapOf(SMALL);
  return {
    title: 'Start',
    about: `From the start of the process, over \`initialize\` and the opening of a roadmap of ${String(SMALL)} items, to the first useful answer: its symbols, or its diagnostics where the server has no symbols. It isn't the first start: what a server keeps for the next one is there.`,
    rounds: rounds(10, scale),
    entrants: again([roadmap, floor, rumdl, vscodeMarkdown, remark], scale, async (session) => {
      await session.initialize();
      const { bytes } = await session.firstAnswer(URI, text);
      return { milliseconds: performance.now() - session.spawned, bytes };
    }),
    goals: [{ subject: 'roadmap', peer: 'vscode-markdown', atMost: 0.8, of: 'p50' }],
  };
}

export function opening(items: number, scale: Scale): Workload {
  const text = roadmapOf(items);
  return {
    title: `Opening ${short(items)} items`,
    about: `A server that has just been initialized is given a roadmap of ${short(items)} items (${(text.length / 1e6).toFixed(2)} MB): \`didOpen\` to its first diagnostics. It isn't the first start.`,
    rounds: rounds(5, scale),
    entrants: again([roadmap, floor, rumdl, vscodeMarkdown, remark], scale, async (session) => {
      await session.initialize();
      return session.open(URI, text);
    }),
    goals: [{ subject: 'roadmap', peer: 'vscode-markdown', atMost: 1, of: 'p50' }],
  };
}

/** How long a contestant may type in a round, in ms, and how often at most. */
const TURN = 4000;
const STROKES = 20;
/** Strokes before it counts, so that what the engine compiles is compiled: as many as fit into this time, in ms. */
const WARM_UP = 4000;

export function keyStroke(items: number, goals: readonly Goal[], scale: Scale): Workload {
  const text = roadmapOf(items);
  const places = placesIn(text, 499);
  const entrants = [roadmap, withoutLenses, floor, floorWithLenses, rumdl, vscodeMarkdown, remark];
  return {
    title: `Key stroke in ${short(items)} items`,
    about: `One character typed or taken back, all over a roadmap of ${short(items)} items (${(text.length / 1e6).toFixed(2)} MB): \`didChange\`, then fresh symbols, lenses and diagnostics, as far as the server has them.`,
    rounds: rounds(items > 10_000 ? 3 : 5, scale),
    entrants: entrants
      .filter(({ name }) => scale.takesPart(name))
      .map((contestant: Contestant) => ({
        name: contestant.name,
        prepare: async () => {
          const session = await Session.start(contestant, DOCUMENTS, scale.patience);
          let strokes = 0;
          const stroke = () => {
            const place = places[(strokes >> 1) % places.length];
            if (!place) throw new Error('no place to type at');
            return session.keyStroke(URI, place, strokes++ % 2 === 0);
          };
          try {
            await session.initialize();
            await session.open(URI, text);
            const warm: number[] = [];
            const began = performance.now();
            do {
              warm.push((await stroke()).milliseconds);
            } while (performance.now() - began < WARM_UP || strokes % 2 === 1);
            const usual = median(warm);
            const turn = Math.min(STROKES, Math.max(2, Math.floor(TURN / usual / 2) * 2));
            return {
              round: async () => {
                const before = session.process.cpu();
                const samples = [];
                for (let n = 0; n < turn; n++) samples.push(await stroke());
                const after = session.process.cpu();
                const cpu = before === undefined || after === undefined ? undefined : (after - before) / turn;
                const megabytes = session.process.peakMemory();
                return samples.map((sample) => ({ ...sample, cpu, megabytes }));
              },
              end: () => session.stop(),
            };
          } catch (error) {
            await session.stop();
            throw error;
          }
        },
      })),
    goals,
    comparedWith: { floor: 'roadmap without lenses' },
  };
}
