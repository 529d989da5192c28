/** Where code hosts look for the file, in their order; the first one counts. */
const CODE_OWNERS_FILES = ['.github/CODEOWNERS', '.gitlab/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS'];

export const CODE_OWNERS_NAME = 'CODEOWNERS';

export const isCodeOwnersFile = (uri: string): boolean => uri.endsWith(`/${CODE_OWNERS_NAME}`);

/** `[Section]`, `^[Optional][2]`: what stands behind are the section's owners. */
const SECTION = /^\^?\[[^\]]*\](?:\[\d+\])?/u;
/** A path, in which a space has a backslash before it. */
const PATTERN = /^(?:\\.|\S)+/u;
const OWNER = /^(?:@@?[^\s@]+|[^\s@]+@[^\s@]+)$/u;

/** All who own code: handles, teams (`@org/team`) and e-mail addresses, each once. What can't be read is left out. */
export function parseCodeOwners(text: string): string[] {
  const owners = text.split(/\r?\n/u).flatMap((line) => {
    const said = line.trim().replace(/(?:^|\s)#.*$/u, '');
    return said
      .replace(SECTION.test(said) ? SECTION : PATTERN, '')
      .split(/\s+/u)
      .filter((word) => OWNER.test(word));
  });
  return [...new Set(owners)];
}

/** Finds who owns the code of a repository, or of a workspace folder. */
export class CodeOwners {
  readonly #read: (uri: string) => Promise<Uint8Array | undefined>;
  readonly #known = new Map<string, Promise<readonly string[]>>();

  constructor(read: (uri: string) => Promise<Uint8Array | undefined>) {
    this.#read = read;
  }

  /** @param root - the folder, with a slash at its end. */
  of(root: string): Promise<readonly string[]> {
    const known = this.#known.get(root) ?? this.#look(root);
    this.#known.set(root, known);
    return known;
  }

  /** Files have changed: all is looked for anew. */
  forget(): void {
    this.#known.clear();
  }

  async #look(root: string): Promise<readonly string[]> {
    for (const name of CODE_OWNERS_FILES) {
      const bytes = await this.#read(root + name).catch(() => undefined);
      if (bytes) return parseCodeOwners(new TextDecoder().decode(bytes));
    }
    return [];
  }
}
