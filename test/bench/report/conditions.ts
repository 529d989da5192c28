/** Where and when something was measured: without it, no figure says anything. */
import os from 'node:os';
import { RUMDL_PACKAGE, versionOf } from '../servers/contestants.ts';

const PACKAGES = [
  'vscode-markdown-languageserver',
  'markdown-it',
  RUMDL_PACKAGE,
  'unified-language-server',
  'remark-parse',
  'micromark',
  'markdownlint-cli2',
  '@vscode/ripgrep',
];

/** The machine and the versions, in a sentence. */
export function conditions(): string {
  const cpus = os.cpus();
  const load = os
    .loadavg()
    .map((value) => value.toFixed(1))
    .join(' ');
  const memory = `${String(Math.round(os.totalmem() / 2 ** 30))} GB`;
  const packages = PACKAGES.map((name) => `${name} ${versionOf(name)}`).join(', ');
  return [
    `Measured on ${new Date().toISOString().slice(0, 10)}: ${String(cpus.length)} × ${cpus[0]?.model.trim() ?? 'unknown processor'}, ${memory},`,
    `${os.type()} ${os.release()}, Node ${process.versions.node}, load before ${load}; ${packages}.`,
  ].join('\n');
}
