/** Roadmaps of any number of items, in the dialects that people write; the same for the same number and seed. */
import { Random } from './random.ts';
import { area, day, owner, prose, risk, title } from './words.ts';

/** Writes a section of so many items. */
type Dialect = (random: Random, items: number, section: number) => string[];

/** Tasks with a date behind the title, and a risk and an owner beneath. */
const log: Dialect = (random, items) => [
  `### ${area(random)}`,
  '',
  ...Array.from({ length: items }, () => {
    const done = random.chance(0.25);
    return [
      `- [${done ? 'x' : ' '}] **${title(random)}** - *${done ? 'Completed' : 'Due'}: ${day(random)}*`,
      ...(random.chance(0.8) ? [`  - Risk: ${risk(random)}`] : []),
      ...(random.chance(0.8) ? [`  - Owner: ${owner(random)}`] : []),
    ];
  }).flat(),
  '',
];

/** Boxes and titles, and seldom more. */
const checklist: Dialect = (random, items) => [
  `### ${area(random)}`,
  ...Array.from({ length: items }, () => {
    const sign = random.chance(0.2) ? ` (P${random.below(4)})` : '';
    return `- [${random.chance(0.4) ? 'x' : ' '}] ${title(random)}${sign}${random.chance(0.3) ? ` ${owner(random)}` : ''}`;
  }),
  '',
];

/** A table of work. */
const table: Dialect = (random, items, section) => [
  `### ${area(random)}`,
  '',
  '| ID | Task | Owner | Due | Status |',
  '|----|------|-------|-----|--------|',
  ...Array.from(
    { length: items },
    (_, index) =>
      `| DOCK-${section * 100 + index} | ${title(random)} | ${owner(random)} | ${day(random)} | ${random.pick(['To do', 'In progress', 'Done'])} |`,
  ),
  '',
];

/** Headings with an id, their fields beneath, and a paragraph. */
const epics: Dialect = (random, items, section) =>
  Array.from({ length: items }, (_, index) => [
    `### PORT-${section * 100 + index}: ${title(random)}`,
    '',
    `**Owner:** ${owner(random)}`,
    `**Status:** ${random.pick(['Planned', 'In Progress', 'Done'])}`,
    `**Due:** ${day(random)}`,
    '',
    prose(random, 1),
    '',
  ]).flat();

/** Tasks with steps that are tasks themselves, some of them wrapped. */
const steps: Dialect = (random, items) => {
  const lines = [`### ${area(random)}`, '', prose(random, 2), ''];
  for (let left = items; left > 0;) {
    lines.push(`* [ ] ${title(random)} (${owner(random)}) - Effort: ${String(2 + random.below(8))} days`);
    left--;
    for (let step = random.below(4); step > 0 && left > 0; step--, left--)
      lines.push(
        `  * [${random.chance(0.3) ? 'x' : ' '}] ${title(random)}`,
        '    and tell the harbour master',
      );
  }
  return [...lines, ''];
};

const DIALECTS: readonly Dialect[] = [log, checklist, log, table, steps, log, epics, checklist];
/** Items of a section at most. */
const LONGEST = 12;

/** A roadmap of so many items, about 110 bytes for each. */
export function roadmapOf(items: number, seed = 1): string {
  const random = new Random(seed);
  const lines = ['# Harbour Plan', '*Last Updated: 2025-07-24*', ''];
  for (let left = items, section = 0; left > 0; section++) {
    if (section % 8 === 0)
      lines.push(
        `## Phase ${String(section / 8 + 1)}: ${area(random)}`,
        '',
        prose(random, 2),
        '',
        ...(random.chance(0.3) ? ['```sh', '# no item', '- [ ] none', '```', ''] : []),
      );
    const size = Math.min(left, 4 + random.below(LONGEST - 3));
    lines.push(...DIALECTS[section % DIALECTS.length]!(random, size, section));
    left -= size;
  }
  return lines.join('\n');
}

/** A page that plans nothing: a guide, a record, a manual. About 4 kB. */
export function pageOf(seed: number): string {
  const random = new Random(seed);
  return [
    `# ${area(random)}`,
    '',
    ...Array.from({ length: 6 }, () => [
      `## On ${area(random)}`,
      '',
      prose(random, 4),
      '',
      `> ${risk(random)}.`,
      `> ${prose(random, 1)} See [the log](./log.md).`,
      '',
      '```sh',
      'harbour --list | sort',
      '```',
      '',
    ]).flat(),
  ].join('\n');
}
