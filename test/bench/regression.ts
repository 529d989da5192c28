/**
 * `npm test -- bench`: fails where a key stroke has become much dearer, by its ratio to the floor in the same run. By
 * processor time, which other work on the machine hardly touches; by wall time where the system doesn't tell it.
 */
import { CONTESTANTS } from './servers/contestants.ts';
import { median, ratioOf } from './statistics.ts';
import { keyStroke, type Scale } from './workloads/editor.ts';
import { measure } from './workloads/workload.ts';

/**
 * How many times the floor's key stroke ours may cost. It is 1.6 to 1.8 times; where each one reads the whole document
 * anew, 120 and more. What lies between leaves room for a busy machine.
 */
const MOST = 8;

const ITEMS = 1000;
const { withoutLenses, floor } = CONTESTANTS;
const names = [withoutLenses.name, floor.name];

const scale: Scale = { effort: 0.6, patience: 60, takesPart: (name) => names.includes(name) };
const outcomes = await measure(keyStroke(ITEMS, [], scale), () => undefined);
const [ours, theirs] = names.map((name) => {
  const outcome = outcomes.find((candidate) => candidate.name === name);
  if (!outcome || outcome.failure !== undefined) throw new Error(`${name}: ${outcome?.failure ?? 'missing'}`);
  return outcome.rounds.map((samples) => samples.map(({ cpu, milliseconds }) => cpu ?? milliseconds));
});
const ratio = ratioOf(ours ?? [], theirs ?? []);
if (!ratio) throw new Error('Nothing was measured.');
const cost = (rounds: readonly (readonly number[])[] = []): string => median(rounds.flat()).toFixed(1);
console.log(
  `A key stroke in ${String(ITEMS)} items: ${cost(ours)} ms of the processor, the floor ${cost(theirs)} ms: ${ratio.median.toFixed(1)} times (at most ${String(MOST)}).`,
);
process.exit(ratio.median <= MOST ? 0 : 1);
