/** Documents of one shape each, of any size, in which readers of markdown are known to take more than their share. */

export interface Shape {
  readonly name: string;
  /** What `size` counts. */
  readonly unit: string;
  readonly of: (size: number) => string;
  /** Sizes, each twice the one before; the last is the largest that anybody should write. */
  readonly sizes: readonly number[];
}

const rows = (size: number, row: (index: number) => string): string =>
  Array.from({ length: size }, (_, index) => row(index)).join('\n');

/** Three sizes, the largest last. */
const upTo = (largest: number): number[] => [largest / 4, largest / 2, largest];

export const SHAPES: readonly Shape[] = [
  {
    name: 'nested quotes',
    unit: 'levels',
    of: (size) => `${'> '.repeat(size)}- [ ] dredge\n`,
    sizes: upTo(8000),
  },
  {
    name: 'nested lists',
    unit: 'levels',
    of: (size) => rows(size, (level) => `${'  '.repeat(level)}- [ ] dredge ${level}`),
    sizes: upTo(1000),
  },
  {
    name: 'a lazy list paragraph',
    unit: 'lines',
    of: (size) => `- [ ] dredge\n${rows(size, (line) => `the harbour ${line}`)}\n`,
    sizes: upTo(16_000),
  },
  {
    name: 'one long line',
    unit: 'words',
    of: (size) => `- [ ] ${'dredge *it* '.repeat(size)}\n`,
    sizes: upTo(64_000),
  },
  {
    name: 'pipe lines without a table',
    unit: 'lines',
    of: (size) => rows(size, (line) => `| dredge | ${line} |`),
    sizes: upTo(8000),
  },
  {
    name: 'entities',
    unit: 'entities',
    of: (size) => `${'&amp;&nosuch;&#35;'.repeat(size / 4)}\n`,
    sizes: upTo(64_000),
  },
  {
    name: 'a table',
    unit: 'rows',
    of: (size) => `| Task | Owner |\n|---|---|\n${rows(size, (row) => `| dredge ${row} | @mina |`)}\n`,
    sizes: upTo(16_000),
  },
  {
    name: 'a flat list',
    unit: 'items',
    of: (size) => rows(size, (item) => `- [ ] dredge ${item} - *Due: 2025-07-25*`),
    sizes: upTo(16_000),
  },
  {
    name: 'definitions',
    unit: 'definitions',
    of: (size) =>
      `${rows(size, (item) => `- [ ] dredge [lock ${item}]`)}\n\n${rows(size, (item) => `[lock ${item}]: ./lock-${item}.md`)}\n`,
    sizes: upTo(8000),
  },
];
