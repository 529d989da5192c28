import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { explain } from '../reports/explain.ts';
import { itemsJson } from '../reports/itemsJson.ts';
import { itemsTable } from '../reports/itemsTable.ts';
import { findingsJson } from '../reports/findingsJson.ts';
import { findingsStylish } from '../reports/findingsStylish.ts';
import { LineIndex } from '../roadmap/lines.ts';
import { isCivilDate, type CivilDate } from '../roadmap/dates/civil.ts';
import { parseQuery } from '../query/parse.ts';
import { QueryError } from '../query/query.ts';
import { linksOf } from '../roadmap/links.ts';
import { asksOthers, check, type RatedFinding } from '../rules/index.ts';
import { WorkspaceFacts } from '../rules/workspaceFacts.ts';
import { CommandLineConfiguration } from './configuration.ts';
import { readFiles, type ReadFileResult } from './readFiles.ts';

/** What the command line needs of its process. */
export interface CliHost {
  readonly today: () => CivilDate;
  readonly out: (text: string) => void;
  readonly error: (text: string) => void;
  /** Whether the output is read by somebody who sees colours. */
  readonly colours?: boolean;
}

/** All is well; there are errors or warnings; the command was wrong or a file could not be read. */
export const EXIT = { ok: 0, findings: 1, failure: 2 } as const;

interface Options {
  readonly format: string;
  readonly today?: CivilDate;
}

interface ListOptions extends Options {
  readonly query?: string;
  readonly me?: string;
}

/** Leaves of a file's items what the options ask for. */
function selection(
  { query, me = '' }: ListOptions,
  today: CivilDate,
): (result: ReadFileResult) => ReadFileResult {
  if (query === undefined) return (result) => result;
  const matches = parseQuery(query, {
    today,
    me: me
      .split(',')
      .map((name) => name.trim())
      .filter(Boolean),
  });
  return ({ file, roadmap }) => ({
    file,
    roadmap: { ...roadmap, items: roadmap.items.filter((item) => matches({ item, file })) },
  });
}

/** Runs one command; the exit code. */
export async function run(args: readonly string[], host: CliHost): Promise<number> {
  let exitCode: number = EXIT.ok;
  const program = new Command('roadmap')
    .description(
      'Reads planning documents written in markdown: lists their items, and checks owners and dates.',
    )
    .version('0.1.0')
    .exitOverride()
    .configureOutput({ writeOut: host.out, writeErr: host.error })
    .showHelpAfterError('(roadmap --help tells more)');

  const withFiles = (name: string, description: string, formats: [string, ...string[]]): Command =>
    program
      .command(name)
      .description(description)
      .argument('<file...>', 'markdown files')
      .addOption(new Option('--format <format>', 'how to print').choices(formats).default(formats[0]))
      .option('--today <date>', 'take this civil date for today, as in 2025-07-28', civilDateArgument);

  withFiles('list', 'List the items of the files.', ['table', 'json'])
    .option('--query <query>', 'only these items: "owner:@ann is:overdue due<2026-01-01" (docs/queries.md)')
    .option('--me <names>', 'the names that "me" and "mine" stand for in a query, with commas between them')
    .action(async (paths: string[], options: ListOptions) => {
      const today = options.today ?? host.today();
      const wanted = selection(options, today);
      const { files: listed, failed } = await readFiles(paths, host.error, wanted);
      if (failed) exitCode = EXIT.failure;
      host.out(options.format === 'json' ? `${itemsJson(listed, today)}\n` : itemsTable(listed, today));
    });

  withFiles('check', 'Check the files against the rules.', ['stylish', 'json']).action(
    async (paths: string[], options: Options) => {
      const today = options.today ?? host.today();
      const configuration = new CommandLineConfiguration(host.error);
      const facts = new WorkspaceFacts();
      const { files: checked, failed } = await readFiles(paths, host.error, async ({ file, roadmap }) => {
        const workspace = { facts, uri: file };
        const context = { today, workspace, ...(await configuration.of(file, roadmap)) };
        facts.set(file, [linksOf(roadmap)]);
        const { text } = roadmap;
        const recheck = (): RatedFinding[] => check(roadmap, context);
        const findings = recheck();
        // Only what asks others is kept, to be asked again once all of them are known.
        return { file, text, findings, ...(asksOthers(roadmap, workspace) ? { recheck } : {}) };
      });
      for (const one of checked) if (one.recheck) one.findings = one.recheck();
      host.out(
        options.format === 'json'
          ? `${findingsJson(checked, today)}\n`
          : findingsStylish(checked, host.colours === true),
      );
      const bad = checked.some(({ findings }) =>
        findings.some(({ severity }) => severity === 'error' || severity === 'warning'),
      );
      exitCode = failed || configuration.hasFailed ? EXIT.failure : bad ? EXIT.findings : EXIT.ok;
    },
  );

  program
    .command('explain')
    .description('Tell why a line of a file is an item or is none, and where each of its fields comes from.')
    .argument('<file:line>', 'a markdown file and a line of it, as in docs/ROADMAP.md:12', placeArgument)
    .option('--today <date>', 'take this civil date for today, as in 2025-07-28', civilDateArgument)
    .action(async ({ file, line }: Place, options: Partial<Options>) => {
      const { files, failed } = await readFiles([file], host.error, ({ roadmap }) => roadmap);
      if (failed) exitCode = EXIT.failure;
      for (const roadmap of files) {
        const count = new LineIndex(roadmap.text).positionAt(roadmap.text.length).line + 1;
        if (line > count) {
          host.error(`roadmap: ${file} has ${count} lines, and none with the number ${line}\n`);
          exitCode = EXIT.failure;
        } else host.out(explain(roadmap, line, options.today ?? host.today()));
      }
    });

  try {
    await program.parseAsync([...args], { from: 'user' });
  } catch (error) {
    if (error instanceof QueryError) {
      host.error(`roadmap: the query is wrong at character ${error.span.start + 1}: ${error.message}\n`);
      return EXIT.failure;
    }
    if (!(error instanceof CommanderError)) throw error;
    // Help and version end this way too, with 0.
    return error.exitCode === 0 ? EXIT.ok : EXIT.failure;
  }
  return exitCode;
}

interface Place {
  readonly file: string;
  readonly line: number;
}

function placeArgument(value: string): Place {
  const match = /^(?<file>.+):(?<line>\d+)$/u.exec(value);
  const line = Number(match?.groups?.['line']);
  if (match?.groups?.['file'] === undefined || line < 1)
    throw new InvalidArgumentError('It must be a file and a line, as in docs/ROADMAP.md:12.');
  return { file: match.groups['file'], line };
}

function civilDateArgument(value: string): CivilDate {
  if (!isCivilDate(value))
    throw new InvalidArgumentError('It must be a date of the calendar, as in 2025-07-28.');
  return value;
}
