import { roadmapMatcher, skipMatcher, type PathMatcher } from './globs.ts';
import { isIgnored } from './ignoreRules.ts';
import { decodeSafely, encodeSegment } from './uris.ts';

export interface ScopeOptions {
  /** Globs relative to the folder; the defaults where missing. */
  readonly include?: readonly string[] | undefined;
  readonly exclude?: readonly string[] | undefined;
  /** Globs of what the editor itself hides here. */
  readonly hidden?: readonly string[];
  /** Whether `.gitignore` files are heeded; they are where missing. */
  readonly ignoreFiles?: boolean | undefined;
}

/** A workspace folder, and which of its files count. */
export class Scope {
  /** The folder's URI, with a slash at its end. */
  readonly folder: string;
  /** Whether a file is wanted by its path, relative to the folder. */
  readonly wants: PathMatcher;
  /** Whether a folder or file is left out, with all that is in it. */
  readonly skips: PathMatcher;
  readonly heedsIgnoreFiles: boolean;

  constructor(folder: string, { include, exclude, hidden, ignoreFiles = true }: ScopeOptions = {}) {
    this.folder = folder.endsWith('/') ? folder : `${folder}/`;
    this.wants = roadmapMatcher(include, exclude);
    this.skips = skipMatcher(exclude, hidden);
    this.heedsIgnoreFiles = ignoreFiles;
  }

  /** The file's path relative to the folder; `undefined` where it is elsewhere. */
  pathOf(uri: string): string | undefined {
    return uri.startsWith(this.folder) ? decodeSafely(uri.slice(this.folder.length)) : undefined;
  }

  uriOf(path: string): string {
    return this.folder + path.split('/').map(encodeSegment).join('/');
  }

  /**
   * Without those files that are left out although their names are wanted, by a folder or by a `.gitignore` file on the
   * way to them: what finding does as it goes down, for files that are known by other means.
   */
  async withoutHidden(
    uris: readonly string[],
    read: (uri: string) => Promise<Uint8Array | undefined>,
  ): Promise<string[]> {
    const texts = new Map<string, Promise<string | undefined>>();
    const readText = (path: string): Promise<string | undefined> => {
      const text =
        texts.get(path) ??
        read(this.uriOf(path)).then(
          (bytes) => bytes && new TextDecoder().decode(bytes),
          () => undefined,
        );
      texts.set(path, text);
      return text;
    };
    const hidden = await Promise.all(
      uris.map(async (uri) => {
        const path = this.pathOf(uri) ?? '';
        const parts = path.split('/');
        if (parts.some((_, index) => this.skips(parts.slice(0, index + 1).join('/')))) return true;
        return this.heedsIgnoreFiles && (await isIgnored(path, readText));
      }),
    );
    return uris.filter((_, index) => !hidden[index]);
  }
}
