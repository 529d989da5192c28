import type { MatterBlock } from '../roadmap/model.ts';
import type { Fault } from '../rules/rule.ts';
import { accept, type Configuration } from './configuration.ts';
import type { ParseYaml } from './yaml.ts';

/** A text that settles something: what of it counts, and what is wrong with the rest. */
export interface ReadConfiguration {
  readonly configuration: Configuration;
  /** With places in the text. */
  readonly faults: readonly Fault[];
}

/** Loads the parser, which few need. */
export type LoadYaml = () => Promise<ParseYaml>;

/** What an empty text says. */
export const NOTHING: ReadConfiguration = { configuration: {}, faults: [] };

/** Reads a configuration file. JSON without faults needs no parser. */
export async function readConfiguration(text: string, loadYaml: LoadYaml): Promise<ReadConfiguration> {
  if (text.trim() === '') return NOTHING;
  try {
    const { configuration, problems } = accept(JSON.parse(text) as unknown);
    if (problems.length === 0) return { configuration, faults: [] };
  } catch {
    // YAML, or JSON with a fault whose place is to be told.
  }
  return parsed(text, await loadYaml());
}

function parsed(text: string, parse: ParseYaml): ReadConfiguration {
  const { value, errors, placeOf } = parse(text);
  const { configuration, problems } = accept(value);
  const faults = problems.map((problem) => ({ span: placeOf(problem), message: problem.message }));
  return { configuration, faults: [...errors, ...faults] };
}

/** The same of the block `roadmap:` of a front matter; places are those in the document. */
export function readMatter({ text, span }: MatterBlock, parse: ParseYaml): ReadConfiguration {
  const { value, errors, placeOf } = parse(text);
  const own = (value as { readonly roadmap?: unknown } | undefined)?.roadmap;
  const { configuration, problems } = accept(own);
  const faults = problems.map((problem) => ({
    span: placeOf({ ...problem, path: ['roadmap', ...problem.path] }),
    message: problem.message,
  }));
  return {
    configuration,
    faults: [...errors, ...faults].map(({ span: { start, end }, message }) => ({
      span: { start: span.start + start, end: span.start + end },
      message,
    })),
  };
}
