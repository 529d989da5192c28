import { CodeOwners } from '../config/codeowners.ts';
import { accept, merged, settled, type Configuration } from '../config/configuration.ts';
import { ConfigurationFiles, type ConfigurationFile } from '../config/files.ts';
import { readMatter, type LoadYaml } from '../config/read.ts';
import type { ParseYaml } from '../config/yaml.ts';
import type { RoadmapSettings } from '../protocol.ts';
import type { MatterBlock, Roadmap } from '../roadmap/model.ts';
import type { Fault } from '../rules/rule.ts';
import type { Settings } from '../rules/settings.ts';
import type { FileSystem } from '../workspace/fileSystem.ts';

/** What holds for one document. */
export interface DocumentSettings {
  readonly settings: Settings;
  /** What is wrong with the document's own configuration. */
  readonly faults: readonly Fault[];
}

/** What is settled for each document: by the settings of its folder, the nearest configuration file, its front matter; and CODEOWNERS. */
export class Configurations {
  readonly files: ConfigurationFiles;
  readonly loadYaml: LoadYaml;
  readonly #settingsOf: (uri: string) => { settings: RoadmapSettings; folder: string | undefined };
  readonly #codeOwners: CodeOwners;
  #parse: ParseYaml | undefined;
  /** By folder: what `prepare` has found. */
  #found = new Map<string, Found>();
  /** By document: what was made for it, and of what. */
  readonly #made = new Map<string, { of: readonly unknown[]; value: DocumentSettings }>();

  constructor(
    files: FileSystem,
    loadYaml: LoadYaml,
    settingsOf: (uri: string) => { settings: RoadmapSettings; folder: string | undefined },
  ) {
    this.files = new ConfigurationFiles((uri) => files.read(uri), loadYaml);
    this.#codeOwners = new CodeOwners((uri) => files.read(uri));
    this.loadYaml = loadYaml;
    this.#settingsOf = settingsOf;
  }

  /** Files or settings have changed. */
  forget(): void {
    this.files.forget();
    this.#codeOwners.forget();
    this.#found = new Map();
    this.#made.clear();
  }

  /** Finds and loads what `of` needs to answer at once. */
  async prepare(uri: string, block: MatterBlock | undefined): Promise<void> {
    const { folder } = this.#settingsOf(uri);
    const own = folderOf(uri);
    if (folder !== undefined && !this.#found.has(own)) {
      // What is found too late is forgotten.
      const found = this.#found;
      const [file, codeOwners] = await Promise.all([
        this.files.nearest(uri, folder),
        this.#codeOwners.of(folder),
      ]);
      found.set(own, { file, codeOwners });
    }
    if (block) this.#parse ??= await this.loadYaml().catch(() => undefined);
  }

  /** What holds for a document, as far as it is known. */
  of(uri: string, roadmap: Pick<Roadmap, 'configuration'> | undefined): DocumentSettings {
    const { settings } = this.#settingsOf(uri);
    const { file, codeOwners } = this.#found.get(folderOf(uri)) ?? NOTHING_FOUND;
    const block = roadmap?.configuration;
    // Asked after each key stroke, and nearly always the same.
    const sources = [settings, file, codeOwners, this.#parse, block?.text, block?.span.start];
    const known = this.#made.get(uri);
    if (known && sources.every((source, index) => source === known.of[index])) return known.value;
    const matter = block && this.#parse ? readMatter(block, this.#parse) : undefined;
    const layers = [inSettings(settings), file?.configuration ?? {}, matter?.configuration ?? {}];
    const value = { settings: settled(merged(layers), codeOwners), faults: matter?.faults ?? [] };
    this.#made.set(uri, { of: sources, value });
    return value;
  }
}

/** What the files of a workspace folder say of the documents in one of its folders. */
interface Found {
  readonly file: ConfigurationFile | undefined;
  readonly codeOwners: readonly string[];
}

const NOTHING_FOUND: Found = { file: undefined, codeOwners: [] };

const folderOf = (uri: string): string => uri.slice(0, uri.lastIndexOf('/') + 1);

/** What an editor's settings say of all that a file may say, too. */
function inSettings({ rules, owners, holidays, workingDays, capacity }: RoadmapSettings): Configuration {
  const said = Object.entries({ rules, owners, holidays, workingDays, capacity });
  // An editor checks its settings itself.
  return accept(Object.fromEntries(said.filter(([, value]) => value !== undefined && value !== null)))
    .configuration;
}
