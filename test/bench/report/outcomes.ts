/** What came out of a workload, as a table and a list of its goals. */
import { median, quantile, ratioOf, type Ratio } from '../statistics.ts';
import type { Goal, Outcome, Sample, Workload } from '../workloads/workload.ts';
import { number, ratio, table, times } from './format.ts';

const OURS = 'roadmap';

const samplesOf = ({ rounds }: Outcome): Sample[] => rounds.flat();
const milliseconds = ({ rounds }: Outcome): number[][] =>
  rounds.map((samples) => samples.map((sample) => sample.milliseconds));
const cpuOf = ({ rounds }: Outcome): number[][] =>
  rounds.map((samples) => samples.flatMap(({ cpu }) => (cpu === undefined ? [] : [cpu])));

/** The largest, or `undefined` of none. */
const most = (values: readonly (number | undefined)[]): number | undefined => {
  const known = values.filter((value) => value !== undefined);
  return known.length === 0 ? undefined : Math.max(...known);
};

export function outcomeSection(workload: Workload, outcomes: readonly Outcome[]): string {
  const samples = outcomes.flatMap(samplesOf);
  const parts = [...new Set(samples.flatMap(({ parts: own = {} }) => Object.keys(own)))];
  const single = outcomes.every(({ rounds }) => rounds.every(({ length }) => length <= 1));
  const rows = outcomes.map((outcome) => row(workload, outcome, outcomes, parts));
  const head = [
    '',
    'p50 ms',
    'p95 ms',
    ...parts.map((part) => `${part} ms`),
    'CPU ms',
    'answer kB',
    'peak MB',
  ];
  const count = `${String(workload.rounds)} round${workload.rounds === 1 ? '' : 's'}${single ? '' : `, ${strokes(outcomes)} in all`}`;
  return [
    `### ${workload.title}`,
    '',
    `${workload.about} ${count}.`,
    '',
    table([...head, 'ours ÷ this', 'by CPU'], rows),
    ...(workload.goals.length === 0 ? [] : ['', ...goals(workload.goals, outcomes)]),
    '',
  ].join('\n');
}

function strokes(outcomes: readonly Outcome[]): string {
  const counts = outcomes.map((outcome) => samplesOf(outcome).length).filter((count) => count > 0);
  return counts.length === 0
    ? 'none'
    : `${String(Math.min(...counts))} to ${String(Math.max(...counts))} times`;
}

function row(
  { comparedWith }: Workload,
  outcome: Outcome,
  outcomes: readonly Outcome[],
  parts: readonly string[],
): string[] {
  const { name, failure } = outcome;
  const samples = samplesOf(outcome);
  if (samples.length === 0)
    return [name, failure ?? 'not measured', ...parts.map(() => ''), '', '', '', '', '', ''];
  const all = milliseconds(outcome).flat();
  const subject = outcomes.find((other) => other.name === (comparedWith?.[name] ?? OURS));
  const compared = subject && subject !== outcome && !name.startsWith(OURS);
  return [
    failure === undefined ? name : `${name} (then ${failure})`,
    number(median(all)),
    number(quantile(all, 0.95)),
    ...parts.map((part) => number(median(samples.map(({ parts: own }) => own?.[part] ?? NaN)))),
    number(median(cpuOf(outcome).flat())),
    number(median(samples.map(({ bytes }) => (bytes ?? NaN) / 1000))),
    number(most(samples.map(({ megabytes }) => megabytes))),
    compared ? ratio(ratioOf(milliseconds(subject), milliseconds(outcome))) : '',
    compared ? ratio(ratioOf(cpuOf(subject), cpuOf(outcome))) : '',
  ];
}

function goals(list: readonly Goal[], outcomes: readonly Outcome[]): string[] {
  return list.map((goal) => {
    const find = (name: string): Outcome | undefined => outcomes.find((outcome) => outcome.name === name);
    const [subject, peer] = [find(goal.subject), find(goal.peer)];
    const what = `${goal.subject} ≤ ${times(goal.atMost)} ${goal.peer}${goal.of === 'memory' ? ', peak memory' : ''}`;
    const reached = subject && peer ? reach(goal, subject, peer) : undefined;
    if (!reached) return subject?.failure ? `- ✗ ${what}: ${subject.failure}` : `- ${what}: not measured`;
    const isReached = reached.every(({ median: value }) => value <= goal.atMost);
    return `- ${isReached ? '✓' : '✗'} ${what}: ${reached.map((value) => times(value.median)).join(' at p50, ')}${reached.length > 1 ? ' at p95' : ''}`;
  });
}

function reach({ of }: Goal, subject: Outcome, peer: Outcome): readonly Pick<Ratio, 'median'>[] | undefined {
  const [ours, theirs] = [samplesOf(subject), samplesOf(peer)];
  if (ours.length === 0 || theirs.length === 0) return undefined;
  if (of === 'memory') {
    const [own, other] = [ours, theirs].map((samples) => most(samples.map(({ megabytes }) => megabytes)));
    return own === undefined || other === undefined ? undefined : [{ median: own / other }];
  }
  const middle = ratioOf(milliseconds(subject), milliseconds(peer));
  if (!middle) return undefined;
  const slow = (samples: readonly Sample[]): number =>
    quantile(
      samples.map((sample) => sample.milliseconds),
      0.95,
    );
  return of === 'p50' ? [middle] : [middle, { median: slow(ours) / slow(theirs) }];
}

/** How the cost of our answers grows with their size: figures of one contestant in documents of several sizes. */
export function growthTable(measured: ReadonlyMap<number, readonly Outcome[]>): string {
  const rows = [...measured].map(([items, outcomes]) => {
    const samples = outcomes.filter(({ name }) => name === OURS).flatMap(samplesOf);
    const time = median(samples.map((sample) => sample.milliseconds));
    const kilobytes = median(samples.map(({ bytes }) => (bytes ?? NaN) / 1000));
    return [items.toLocaleString('en'), number(time), number(kilobytes), number((1000 * time) / kilobytes)];
  });
  return [
    '### Growth',
    '',
    'The cost of a key stroke must not grow faster than what is answered: the last column must not rise.',
    '',
    table(['items', 'p50 ms', 'answer kB', 'ms for each MB'], rows),
  ].join('\n');
}
