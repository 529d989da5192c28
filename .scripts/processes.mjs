// @ts-check
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

/** Ends this process through `process.exit` when it is told to stop, so that `exit` hooks get their turn. */
let signalsHandled = false;
export function exitOnSignals() {
  if (signalsHandled) return;
  signalsHandled = true;
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
    process.on(signal, () => process.exit(signal === 'SIGTERM' ? 143 : 130));
}

/**
 * The full path of a program, or undefined where the PATH doesn't have it.
 * @param {string} name
 */
export function onPath(name) {
  const endings = process.platform === 'win32' ? ['.exe', '.cmd', '.bat'] : [''];
  for (const folder of (process.env['PATH'] ?? '').split(path.delimiter))
    for (const ending of endings) {
      const file = path.join(folder, name + ending);
      try {
        fs.accessSync(file, fs.constants.X_OK);
        if (folder && fs.statSync(file).isFile()) return file;
      } catch {
        // Not in this folder.
      }
    }
  return undefined;
}

/** A program that ended badly. Its output is in the message where it was captured. */
export class CommandFailed extends Error {
  /**
   * @param {string} command
   * @param {number | string} status exit code or signal
   * @param {string} output
   */
  constructor(command, status, output) {
    super(`${command} ended with ${status}${output && `\n${output.trimEnd()}`}`);
    this.name = 'CommandFailed';
  }
}

/**
 * Runs a program to its end and gives what it printed (both streams, in the order they came).
 * It is told to end, with everything it started, when this process ends first.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, show?: boolean, onLine?: (line: string) => void }} [options]
 *   `show` leaves the output to the terminal instead of giving it; `onLine` sees each line.
 * @returns {Promise<string>}
 */
export async function run(command, args, { cwd, env, show = false, onLine } = {}) {
  exitOnSignals();
  const windows = process.platform === 'win32';
  const target = show ? 'inherit' : 'pipe';
  const child = spawn(command, args, {
    ...(cwd ? { cwd } : {}),
    env: env ?? process.env,
    stdio: ['ignore', target, target],
    // There, npm is a script.
    shell: windows && command === 'npm',
    // A group of its own, so that grandchildren go as well.
    detached: !windows,
  });
  // Asked, not forced: it may have to end groups of its own.
  const kill = () => killGroup(child.pid, 'SIGTERM');
  process.once('exit', kill);
  let output = '';
  let unfinished = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
      output += text;
      if (!onLine) return;
      const lines = (unfinished + text).split(/\r?\n/);
      unfinished = lines.pop() ?? '';
      lines.forEach(onLine);
    });
  try {
    const status = await new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (code, signal) => resolve(code ?? signal));
    });
    if (unfinished) onLine?.(unfinished);
    // What has been seen already isn't told again.
    if (status !== 0) throw new CommandFailed([command, ...args].join(' '), status, onLine ? '' : output);
    return output;
  } finally {
    process.off('exit', kill);
  }
}

/**
 * Ends a process that was started `detached`, with everything in its group.
 * @param {number | undefined} pid
 * @param {'SIGTERM' | 'SIGKILL'} [signal]
 */
export function killGroup(pid, signal = 'SIGKILL') {
  if (pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, signal);
  } catch {
    // It has ended already.
  }
}
