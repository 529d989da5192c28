/** Values of `files.exclude` and `search.exclude`: a glob is on where it says `true`. */
export type ExcludeSetting = Readonly<Record<string, unknown>>;

/**
 * One glob for all that such a setting excludes; `undefined` where that is nothing. A pattern stands for a folder as
 * well as for what is in it. Conditional ones (`{ "when": "$(basename).ts" }`) say nothing of markdown files.
 */
export function excludeGlob(setting: ExcludeSetting): string | undefined {
  const globs = Object.entries(setting).flatMap(([glob, on]) => (on === true ? [glob, `${glob}/**`] : []));
  return globs.length === 0 ? undefined : `{${globs.join(',')}}`;
}

/** The names of folders that such a setting excludes wherever they are: what a walk can leave out without globs. */
export function excludedNames(...settings: readonly ExcludeSetting[]): ReadonlySet<string> {
  return new Set(
    settings
      .flatMap((setting) => Object.entries(setting))
      .flatMap(([glob, on]) =>
        on === true ? (/^\*\*\/(?<name>[^*?{}[\]/]+)(?:\/\*\*)?$/u.exec(glob)?.groups?.['name'] ?? []) : [],
      ),
  );
}
