/** What a check takes on the command line, from the start of the process to its end. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { workspaceOf } from '../generate/workspaces.ts';
import { ROOT, WORKSPACES } from '../places.ts';
import { MARKDOWNLINT, RIPGREP, RUMDL } from '../servers/contestants.ts';
import { NoAnswer, ServerFailed } from '../servers/process.ts';
import { TODAY } from '../today.ts';
import { rounds, type Scale } from './editor.ts';
import type { Entrant, Sample, Workload } from './workload.ts';

/** How often, in ms, the memory of a command is looked at: what it had at most is only known while it runs. */
const LOOK = 10;
/** The unit in which the kernel counts processor time, in ms. */
const TICK = 10;

export function commandLine(size: number, scale: Scale): Workload {
  const { folder, roadmaps, files } = workspaceOf(size, WORKSPACES);
  const inFolder = (file: string): string => path.relative(folder, file);
  const chosen = roadmaps.map(inFolder);
  const node = process.execPath;
  const commands: Readonly<Record<string, readonly string[]>> = {
    roadmap: [node, path.join(ROOT, 'server/bin/roadmap.js'), 'check', '--today', TODAY, ...chosen],
    'markdownlint-cli2': [node, MARKDOWNLINT, '**/*.md'],
    'markdownlint-cli2, roadmaps only': [node, MARKDOWNLINT, ...chosen.map((file) => `:${file}`)],
    rumdl: [RUMDL, 'check', '--no-cache', '.'],
    'rumdl, roadmaps only': [RUMDL, 'check', '--no-cache', ...chosen],
    ripgrep: [RIPGREP, '--count-matches', String.raw`^\s*[-*+] \[[ x]\]`, '.'],
    'node alone': [node, '-e', '0'],
  };
  const entrants: Entrant[] = Object.entries(commands)
    .filter(([name]) => scale.takesPart(name.split(',')[0] ?? ''))
    .map(([name, command]) => ({
      name,
      prepare: () =>
        Promise.resolve({
          round: async () => [await run(command, folder, scale.patience)],
          end: () => Promise.resolve(),
        }),
    }));
  return {
    title: `Command line on a workspace of ${String(size)} roadmaps`,
    about: `\`roadmap check\` is given the ${String(size)} roadmaps, the others the whole folder of ${String(files.length)} markdown files, unless it says "roadmaps only".`,
    rounds: rounds(5, scale),
    entrants,
    goals: ['markdownlint-cli2', 'markdownlint-cli2, roadmaps only'].map(
      (peer) => ({ subject: 'roadmap', peer, atMost: 0.3, of: 'p50' }) as const,
    ),
  };
}

function run([program = '', ...args]: readonly string[], cwd: string, patience: number): Promise<Sample> {
  const cpu = childrenCpu();
  const began = performance.now();
  const child = spawn(program, args, { cwd, stdio: ['ignore', 'ignore', 'pipe'] });
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr = (stderr + text).slice(-500)));
  let megabytes: number | undefined;
  const watch = setInterval(() => (megabytes = peakMemory(child.pid) ?? megabytes), LOOK);
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      reject(new NoAnswer(patience));
    }, patience * 1000);
    child.once('error', (error) => reject(new ServerFailed(error.message)));
    child.once('exit', (code) => {
      const milliseconds = performance.now() - began;
      clearTimeout(timer);
      clearInterval(watch);
      // 1 says that something was found.
      if (code !== 0 && code !== 1)
        reject(new ServerFailed(`${program} ended with ${String(code)}\n${stderr}`));
      const spent = cpu === undefined ? undefined : (childrenCpu() ?? NaN) - cpu;
      resolve({ milliseconds, megabytes, cpu: spent });
    });
  });
}

/** The processor time of all children that have ended, in ms. */
function childrenCpu(): number | undefined {
  try {
    const fields = readFileSync('/proc/self/stat', 'utf8')
      .replace(/^.*\) /u, '')
      .split(' ');
    return (Number(fields[13]) + Number(fields[14])) * TICK;
  } catch {
    return undefined;
  }
}

function peakMemory(pid: number | undefined): number | undefined {
  try {
    const status = readFileSync(`/proc/${String(pid)}/status`, 'utf8');
    const kilobytes = /^VmHWM:\s*(?<kilobytes>\d+)/mu.exec(status)?.groups?.['kilobytes'];
    return kilobytes === undefined ? undefined : Number(kilobytes) / 1000;
  } catch {
    return undefined;
  }
}
