/** What is measured, and how: contestants in turn, round after round, so that ratios are of the same moment. */
import { NoAnswer, ServerFailed } from '../servers/process.ts';

/** One measurement. */
export interface Sample {
  /** Wall time. */
  readonly milliseconds: number;
  /** Processor time of the server, all threads. */
  readonly cpu?: number | undefined;
  /** Size of the answers. */
  readonly bytes?: number;
  /** The most memory that the server ever had. */
  readonly megabytes?: number | undefined;
  /** Parts of the time, by name. */
  readonly parts?: Readonly<Record<string, number>>;
}

/** A contestant at its place, ready for rounds. */
export interface Runner {
  round: () => Promise<readonly Sample[]>;
  end: () => Promise<void>;
}

export interface Entrant {
  readonly name: string;
  /** May take long, or fail with `NoAnswer`. */
  readonly prepare: () => Promise<Runner>;
}

/** "`subject` takes at most so many times what `peer` takes". */
export interface Goal {
  readonly subject: string;
  readonly peer: string;
  readonly atMost: number;
  /** Of the medians, of the 95th percentiles too, or of the peak memory. */
  readonly of: 'p50' | 'p50 and p95' | 'memory';
}

export interface Workload {
  readonly title: string;
  readonly about: string;
  readonly entrants: readonly Entrant[];
  readonly rounds: number;
  readonly goals: readonly Goal[];
  /** With whom a row is compared, where it isn't `roadmap`. */
  readonly comparedWith?: Readonly<Record<string, string>>;
}

export interface Outcome {
  readonly name: string;
  /** Samples by round. */
  readonly rounds: (readonly Sample[])[];
  /** Why there is nothing, or nothing more. */
  failure?: string;
}

export async function measure(
  { title, entrants, rounds }: Workload,
  tell: (line: string) => void,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  const running: { outcome: Outcome; runner: Runner }[] = [];
  const attempt = async (outcome: Outcome, what: () => Promise<void>): Promise<void> => {
    try {
      await what();
    } catch (error) {
      if (!(error instanceof NoAnswer || error instanceof ServerFailed)) throw error;
      outcome.failure = error instanceof NoAnswer ? error.message : 'failed';
      tell(`${title}: ${outcome.name}: ${error.message}`);
    }
  };
  for (const { name, prepare } of entrants) {
    const outcome: Outcome = { name, rounds: [] };
    outcomes.push(outcome);
    await attempt(outcome, async () => {
      running.push({ outcome, runner: await prepare() });
    });
  }
  for (let round = 0; round < rounds; round++)
    for (const { outcome, runner } of running) {
      if (outcome.failure !== undefined) continue;
      await attempt(outcome, async () => {
        const samples = await runner.round();
        outcome.rounds.push(samples);
        const times = samples.map(({ milliseconds }) => milliseconds.toFixed(1)).join(' ');
        tell(`${title}: ${outcome.name}: ${times}`);
      });
    }
  for (const { runner } of running) await runner.end();
  return outcomes;
}
