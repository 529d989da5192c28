/** What the engine itself takes, without a protocol: each document in a process of its own, which may be given up. */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { build } from 'esbuild';
import type { Task, Told } from '../inProcess/run.ts';
import { BUNDLES, ROOT } from '../places.ts';

const BUNDLE = path.join(BUNDLES, 'in-process.mjs');

export interface EngineFigures {
  /** The first reading, in ms; missing where it took too long. */
  readonly read?: number;
  /** Its processor time, in ms. */
  readonly cpu?: number;
  readonly bytes?: number;
  readonly items?: number;
  readonly unreadable?: string;
  /** Each edit, in ms. */
  readonly edits: readonly number[];
  /** Pieces of the text that were parsed for an edit, on average. */
  readonly parsed?: number;
  /** Why there is nothing more. */
  readonly failure?: string;
}

/** As the server is bundled, but readable in a profile. */
export async function bundleEngine(): Promise<void> {
  await build({
    absWorkingDir: ROOT,
    entryPoints: ['test/bench/inProcess/run.ts'],
    outfile: BUNDLE,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'warning',
  });
}

export function runEngine(task: Task, patience: number): Promise<EngineFigures> {
  const child = spawn(process.execPath, [BUNDLE, JSON.stringify(task)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let told = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (told += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr = (stderr + text).slice(-300)));
  return new Promise((resolve) => {
    let failure: string | undefined;
    const timer = setTimeout(() => {
      failure = `no answer in ${String(patience)} s`;
      child.kill('SIGKILL');
    }, patience * 1000);
    child.once('close', (code) => {
      clearTimeout(timer);
      if (code !== 0)
        failure ??= `ended with ${String(code)} ${/^\w*Error.*$/mu.exec(stderr)?.[0] ?? ''}`.trim();
      const lines = told.split('\n').filter((line) => line.endsWith('}'));
      const figures = lines.map((line) => JSON.parse(line) as Told);
      resolve(
        Object.assign({ edits: [] }, ...figures, failure === undefined ? {} : { failure }) as EngineFigures,
      );
    });
  });
}
