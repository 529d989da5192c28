import { NOTHING, readConfiguration, type LoadYaml, type ReadConfiguration } from './read.ts';

/** What the files are called in which a repository says what it agrees on; the first one in a folder counts. */
export const CONFIGURATION_NAMES = ['.roadmaprc.json', '.roadmaprc.yaml', '.roadmaprc.yml'] as const;

export const isConfigurationFile = (uri: string): boolean =>
  CONFIGURATION_NAMES.some((name) => uri.endsWith(`/${name}`));

export interface ConfigurationFile extends ReadConfiguration {
  readonly uri: string;
  readonly text: string;
}

/** Finds the configuration file that holds for a document: the nearest one, from its folder up. */
export class ConfigurationFiles {
  readonly #read: (uri: string) => Promise<Uint8Array | undefined>;
  readonly #loadYaml: LoadYaml;
  /** By folder, each with a slash at its end. */
  readonly #known = new Map<string, Promise<ConfigurationFile | undefined>>();

  constructor(read: (uri: string) => Promise<Uint8Array | undefined>, loadYaml: LoadYaml) {
    this.#read = read;
    this.#loadYaml = loadYaml;
  }

  /** @param root - the folder where looking ends, with a slash at its end. */
  async nearest(uri: string, root: string): Promise<ConfigurationFile | undefined> {
    for (
      let folder = above(uri);
      folder.startsWith(root) && folder !== '';
      folder = above(folder.slice(0, -1))
    ) {
      const found = await this.in(folder);
      if (found) return found;
    }
    return undefined;
  }

  /** The file that stands in a folder. */
  in(folder: string): Promise<ConfigurationFile | undefined> {
    const known = this.#known.get(folder) ?? this.#look(folder);
    this.#known.set(folder, known);
    return known;
  }

  /** Files have changed: all is looked for anew. */
  forget(): void {
    this.#known.clear();
  }

  async #look(folder: string): Promise<ConfigurationFile | undefined> {
    for (const name of CONFIGURATION_NAMES) {
      const uri = folder + name;
      const bytes = await this.#read(uri).catch(() => undefined);
      if (!bytes) continue;
      const text = new TextDecoder().decode(bytes);
      // Without the parser, it says nothing.
      const read = await readConfiguration(text, this.#loadYaml).catch(() => NOTHING);
      return { uri, text, ...read };
    }
    return undefined;
  }
}

/** The folder that a file or folder is in, with a slash at its end. */
const above = (uri: string): string => uri.slice(0, uri.lastIndexOf('/') + 1);
