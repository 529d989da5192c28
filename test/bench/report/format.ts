/** Figures and tables as people read them. */
import type { Ratio } from '../statistics.ts';

/** Three digits, but for what is larger. */
export function number(value: number | undefined): string {
  if (value === undefined || !Number.isFinite(value)) return '–';
  if (value >= 100) return Math.round(value).toLocaleString('en');
  return value
    .toPrecision(value >= 10 ? 3 : 2)
    .replace(/^(?<digits>\d+\.\d*?)0+$/u, '$<digits>')
    .replace(/\.$/u, '');
}

/** "0.21 (0.19–0.24)". */
export const ratio = (value: Ratio | undefined): string =>
  value === undefined ? '–' : `${number(value.median)} (${number(value.least)}–${number(value.most)})`;

export const times = (value: number): string => `${number(value)}×`;

/** A table of the columns that have anything to say. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const told = head.map(
    (_, column) => column === 0 || rows.some((cells) => !['', '–'].includes(cells[column] ?? '')),
  );
  const line = (cells: readonly string[]): string =>
    `| ${cells.filter((_, column) => told[column]).join(' | ')} |`;
  return [line(head), line(head.map((_, column) => (column === 0 ? '---' : '--:'))), ...rows.map(line)].join(
    '\n',
  );
}
