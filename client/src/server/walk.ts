/** Folders listed at the same time: each may be a question to a server far away. */
const LISTINGS_AT_ONCE = 8;

/** More folders than these are left alone: a file system far away would be asked for minutes. */
const MOST_FOLDERS = 20_000;

export interface Entry {
  readonly name: string;
  readonly isFile: boolean;
  readonly isFolder: boolean;
}

export interface WalkOptions {
  /** What is in a folder, by its path relative to the root, `''` for itself. Links are neither file nor folder. */
  readonly list: (path: string) => Promise<readonly Entry[]>;
  readonly wants: (fileName: string) => boolean;
  readonly skips: (folderName: string) => boolean;
  readonly isCancelled: () => boolean;
}

/** The paths of the wanted files beneath a folder. What can't be listed holds nothing. */
export async function walk({ list, wants, skips, isCancelled }: WalkOptions): Promise<string[]> {
  const found: string[] = [];
  let level = [''];
  let folders = 0;
  const look = async (folder: string): Promise<string[]> => {
    if (isCancelled() || ++folders > MOST_FOLDERS) return [];
    const entries = await list(folder).catch(() => []);
    const path = (name: string): string => (folder === '' ? name : `${folder}/${name}`);
    for (const { name, isFile } of entries) if (isFile && wants(name)) found.push(path(name));
    return entries.filter(({ name, isFolder }) => isFolder && !skips(name)).map(({ name }) => path(name));
  };
  while (level.length > 0 && folders < MOST_FOLDERS) {
    const next: string[] = [];
    for (let start = 0; start < level.length; start += LISTINGS_AT_ONCE)
      next.push(...(await Promise.all(level.slice(start, start + LISTINGS_AT_ONCE).map(look))).flat());
    level = next;
  }
  return found;
}
