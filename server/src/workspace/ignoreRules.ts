import ignore, { type Ignore } from 'ignore';

export const IGNORE_FILE = '.gitignore';

/** What the `.gitignore` files from a workspace folder down to one of its folders leave out. */
export class IgnoreRules {
  readonly #above: IgnoreRules | undefined;
  readonly #base: string;
  readonly #rules: Ignore;

  /** @param base - the folder of the file, relative to the workspace folder: `''` or with a slash at its end. */
  constructor(base: string, text: string, above?: IgnoreRules) {
    this.#above = above;
    this.#base = base;
    this.#rules = ignore({ ignorecase: false }).add(text);
  }

  /**
   * Whether a path beneath the file's folder is left out; a folder's has a slash at its end. The folders above it are
   * taken to be heeded: whoever walks down doesn't enter the others, from where nothing can be taken back.
   */
  ignores(path: string): boolean {
    const { ignored, unignored } = this.#rules.test(path.slice(this.#base.length));
    return ignored || (!unignored && (this.#above?.ignores(path) ?? false));
  }
}

/** A file's text by its path; `undefined` where there is none. */
export type ReadText = (path: string) => Promise<string | undefined>;

/** Whether the `.gitignore` files on the way to a file leave it out. */
export async function isIgnored(path: string, read: ReadText): Promise<boolean> {
  let rules: IgnoreRules | undefined;
  const parts = path.split('/');
  for (let depth = 0, base = ''; depth < parts.length; depth++) {
    const text = await read(`${base}${IGNORE_FILE}`);
    if (text !== undefined) rules = new IgnoreRules(base, text, rules);
    const isFile = depth === parts.length - 1;
    base += isFile ? (parts[depth] ?? '') : `${parts[depth] ?? ''}/`;
    if (rules?.ignores(base)) return true;
  }
  return false;
}
