import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { CodeOwners } from '../config/codeowners.ts';
import { merged, settled } from '../config/configuration.ts';
import { ConfigurationFiles } from '../config/files.ts';
import { readMatter } from '../config/read.ts';
import type { ParseYaml } from '../config/yaml.ts';
import { LineIndex } from '../roadmap/lines.ts';
import type { Roadmap } from '../roadmap/model.ts';
import type { CheckContext } from '../rules/index.ts';

const loadYaml = async (): Promise<ParseYaml> => (await import('../config/yaml.ts')).parseYaml;

/** What is settled for files that are named on the command line. */
export class CommandLineConfiguration {
  readonly #error: (text: string) => void;
  readonly #files = new ConfigurationFiles((uri) => readFile(fileURLToPath(uri)), loadYaml);
  readonly #codeOwners = new CodeOwners((uri) => readFile(fileURLToPath(uri)));
  readonly #told = new Set<string>();

  constructor(error: (text: string) => void) {
    this.#error = error;
  }

  /** Whether a configuration file has faults; each has been told in one line. */
  get hasFailed(): boolean {
    return this.#told.size > 0;
  }

  /** What holds for a file: what the nearest configuration file says, its own front matter, and CODEOWNERS. */
  async of(file: string, roadmap: Roadmap): Promise<Pick<CheckContext, 'settings' | 'faults'>> {
    const absolute = path.resolve(file);
    const root = pathToFileURL(`${rootOf(path.dirname(absolute))}${path.sep}`).href;
    const found = await this.#files.nearest(pathToFileURL(absolute).href, root);
    if (found && found.faults.length > 0 && !this.#told.has(found.uri)) {
      this.#told.add(found.uri);
      const lines = new LineIndex(found.text);
      const name = path.relative('', fileURLToPath(found.uri));
      for (const { span, message } of found.faults) {
        const { line, character } = lines.positionAt(span.start);
        this.#error(`roadmap: ${name}:${line + 1}:${character + 1}: ${message}\n`);
      }
    }
    const block = roadmap.configuration;
    const matter = block && readMatter(block, await loadYaml());
    return {
      settings: settled(
        merged([found?.configuration ?? {}, matter?.configuration ?? {}]),
        await this.#codeOwners.of(root),
      ),
      faults: matter?.faults ?? [],
    };
  }
}

/** Where looking for a configuration file ends: at the repository's root, else in the folder that one is in. */
function rootOf(folder: string): string {
  for (let above = folder; ; above = path.dirname(above)) {
    if (existsSync(path.join(above, '.git'))) return withoutSeparator(above);
    if (path.dirname(above) === above) break;
  }
  const here = process.cwd();
  return withoutSeparator(folder.startsWith(here) ? here : folder);
}

const withoutSeparator = (folder: string): string =>
  folder.endsWith(path.sep) ? folder.slice(0, -1) : folder;
