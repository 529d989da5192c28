/** `docs/performance.md`: each section stands between two marks, so that a run may renew some and leave the others. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { CONTESTANTS } from '../servers/contestants.ts';

/** The sections by the names that `--only` takes, in the order of the page. */
export const SECTIONS = {
  keystroke: 'Key strokes',
  edit: 'Edits inside the process',
  open: 'Opening a document',
  start: 'Start',
  workspace: 'Workspaces',
  commandline: 'Command line',
  shapes: 'Growth',
} as const;
export type SectionName = keyof typeof SECTIONS;

const HEAD = `# Performance

Written by \`npm run bench\`; do not edit. What is compared was measured in turn, in the same run, on the same machine:
ratios carry over to other machines, milliseconds don't. A ratio is that of the medians of a round; its median over all
rounds is given, and in brackets the least and the most. "Ours" is the row \`roadmap\`, and for the floor without lenses
\`roadmap without lenses\`. Time ends with the last byte of the last answer. CPU is the processor time of the server's
process, all threads, from its start where each round starts one (what a client does for its server is not in it); peak
MB the most memory that it ever had.

- \`npm run bench\` measures everything, and renews this page (about an hour); \`-- --quick\` a little of it, and
  prints what it finds; \`-- --help\` tells how to choose.
- \`npm test -- bench\` is a check of one ratio, small enough for every change.
- Documents and workspaces are generated (\`test/bench/generate\`), the same in each run: task lists, tables of work,
  headings with fields, paragraphs; about 110 bytes for each item.

${Object.values(CONTESTANTS)
  .map(({ name, about }) => `- **${name}**: ${about}`)
  .join('\n')}
`;

const begin = (name: string): string => `<!-- bench: ${name} -->`;
const END = '<!-- bench: end -->';

/** Renews these sections of the page, and leaves the others as they are. */
export function writePage(file: string, sections: ReadonlyMap<SectionName, string>): void {
  const before = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const kept = (name: SectionName): string | undefined => {
    const start = before.indexOf(begin(name));
    return start < 0
      ? undefined
      : before.slice(start + begin(name).length, before.indexOf(END, start)).trim();
  };
  const all = (Object.keys(SECTIONS) as SectionName[]).flatMap((name) => {
    const body = sections.get(name)?.trim() ?? kept(name);
    return body === undefined ? [] : [`${begin(name)}\n\n${body}\n\n${END}\n`];
  });
  writeFileSync(file, [HEAD, ...all].join('\n'));
}
