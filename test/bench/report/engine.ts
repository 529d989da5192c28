/** What the engine takes inside its process, as tables. */
import { SHAPES } from '../generate/shapes.ts';
import { median, quantile } from '../statistics.ts';
import type { EngineFigures } from '../workloads/inProcess.ts';
import { number, table } from './format.ts';

/** For the 95th of a hundred edits, in ms on the machine at hand, by the number of items. */
const EDIT_GOALS: Readonly<Record<number, number>> = { 1000: 5, 10_000: 8, 100_000: 25 };
const MOST_PIECES = 2;

export function editSection(figures: ReadonlyMap<number, EngineFigures>): string {
  const rows = [...figures].map(([size, { read, edits, parsed, failure }]) => [
    size.toLocaleString('en'),
    read === undefined ? (failure ?? '–') : number(read),
    number(median(edits)),
    number(quantile(edits, 0.95)),
    number(parsed),
    String(edits.length),
  ]);
  const goals = [...figures].flatMap(([size, { edits, parsed }]) => {
    const goal = EDIT_GOALS[size];
    if (goal === undefined || parsed === undefined) return [];
    const slow = quantile(edits, 0.95);
    const reached = slow <= goal && parsed <= MOST_PIECES;
    return [
      `- ${reached ? '✓' : '✗'} ${size.toLocaleString('en')} items: p95 ≤ ${String(goal)} ms and ≤ ${String(MOST_PIECES)} pieces parsed: ${number(slow)} ms, ${number(parsed)}`,
    ];
  });
  return [
    'One character typed or taken back, all over a roadmap: until its items and findings are known again.',
    '',
    table(['items', 'first reading ms', 'edit p50 ms', 'p95 ms', 'pieces parsed per edit', 'edits'], rows),
    '',
    ...goals,
  ].join('\n');
}

export function shapeSection(figures: ReadonlyMap<string, readonly EngineFigures[]>): string {
  const rows = SHAPES.flatMap(({ name, unit, sizes }) => {
    const own = figures.get(name) ?? [];
    if (own.length === 0) return [];
    const [half, whole] = own.slice(-2);
    const last = sizes.at(-1) ?? 0;
    return [
      [
        `${name}: ${last.toLocaleString('en')} ${unit}`,
        number((whole?.bytes ?? NaN) / 1000),
        ...own.map(({ cpu, failure }) => (cpu === undefined ? (failure ?? '–') : number(cpu))),
        half && whole ? exponent(half, whole) : '–',
        number(median(whole?.edits ?? [])),
        whole?.unreadable ?? (whole?.items === undefined ? '' : `${whole.items.toLocaleString('en')} items`),
      ],
    ];
  });
  return [
    'Documents in which readers of markdown are known to take more than their share, at a quarter, a half and the whole',
    'of a size: processor time of the first reading. The exponent is that of the last doubling, by bytes: 1 is linear.',
    '',
    table(['', 'kB', '¼ CPU ms', '½ CPU ms', 'CPU ms', 'exponent', 'edit p50 ms', 'what was read'], rows),
  ].join('\n');
}

function exponent(half: EngineFigures, whole: EngineFigures): string {
  if (half.cpu === undefined || whole.cpu === undefined) return '–';
  return number(Math.log(whole.cpu / half.cpu) / Math.log((whole.bytes ?? NaN) / (half.bytes ?? NaN)));
}
