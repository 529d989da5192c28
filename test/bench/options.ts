import { parseArgs } from 'node:util';
import { SECTIONS, type SectionName } from './report/page.ts';
import { CONTESTANTS } from './servers/contestants.ts';

export interface Options {
  readonly sections: readonly SectionName[];
  /** Names of contestants; all where missing. */
  readonly peers?: readonly string[];
  /** Items of documents. */
  readonly sizes: readonly number[];
  /** Roadmaps of workspaces. */
  readonly workspaces: readonly number[];
  /** Share of the usual rounds. */
  readonly effort: number;
  /** Seconds. */
  readonly patience: number;
  /** Whether the page is renewed. */
  readonly write: boolean;
}

const ALL = Object.keys(SECTIONS) as SectionName[];

const HELP = `npm run bench -- [options]

  --quick             a small part, a few minutes; prints only, unless --write
  --only NAMES        of ${ALL.join(',')}
  --peers NAMES       of ${Object.values(CONTESTANTS)
    .map(({ name }) => name)
    .join(',')},markdownlint-cli2,ripgrep
                      (roadmap and floor take part always)
  --sizes NUMBERS     items of documents: 1000,10000,100000
  --workspaces NUMBERS  roadmaps of workspaces: 100,1000
  --effort NUMBER     so many times the usual rounds
  --patience SECONDS  how long to wait for an answer: 120
  --write, --no-write whether docs/performance.md gets the sections that were measured
`;

/** What the command line says; `undefined` where it has been helped. */
export function readOptions(args: readonly string[]): Options | undefined {
  const { values } = parseArgs({
    args: [...args],
    allowNegative: true,
    options: {
      help: { type: 'boolean', default: false },
      quick: { type: 'boolean', default: false },
      only: { type: 'string' },
      peers: { type: 'string' },
      sizes: { type: 'string' },
      workspaces: { type: 'string' },
      effort: { type: 'string' },
      patience: { type: 'string' },
      write: { type: 'boolean' },
    },
  });
  if (values.help) {
    console.log(HELP);
    return undefined;
  }
  const { quick } = values;
  const names = (list: string | undefined): string[] | undefined =>
    list?.split(',').map((name) => name.trim());
  const numbers = (list: string | undefined): number[] | undefined => names(list)?.map(Number);
  const sections = names(values.only) ?? ALL;
  const unknown = sections.filter((name) => !(name in SECTIONS));
  if (unknown.length > 0) throw new Error(`No section ${unknown.join(', ')}; there are: ${ALL.join(' ')}`);
  const peers = names(values.peers);
  return {
    sections: sections as SectionName[],
    ...(peers ? { peers } : {}),
    sizes: numbers(values.sizes) ?? (quick ? [1000] : [1000, 10_000, 100_000]),
    workspaces: numbers(values.workspaces) ?? (quick ? [100] : [100, 1000]),
    effort: Number(values.effort ?? (quick ? 0.4 : 1)),
    patience: Number(values.patience ?? (quick ? 30 : 120)),
    write: values.write ?? !quick,
  };
}
