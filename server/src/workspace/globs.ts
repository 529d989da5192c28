import picomatch from 'picomatch';

/** Markdown files that hold plans, by the names that people give them. Relative to the workspace folder, any case. */
export const DEFAULT_INCLUDE: readonly string[] = [
  '**/*{roadmap,todo,backlog,action_items,action-items,actionitems,improvements,enhancements,next_steps,next-steps,milestones,kanban,fahrplan,hoja_de_ruta,feuille_de_route}*.{md,markdown}',
  '**/{plan,tasks,future*,*_plan,*-plan}.{md,markdown}',
];

export const DEFAULT_EXCLUDE: readonly string[] = ['**/node_modules/**'];

/** Everything that could be a roadmap: what an editor is asked for, and what is watched. */
export const MARKDOWN_FILES = '**/*.{md,markdown,MD}';

/** Tells some paths from others. */
export type PathMatcher = (path: string) => boolean;

/** Tells roadmaps from other files by their path relative to a workspace folder. */
export function roadmapMatcher(
  include: readonly string[] = DEFAULT_INCLUDE,
  exclude: readonly string[] = DEFAULT_EXCLUDE,
): PathMatcher {
  const options = { nocase: true, dot: true, ignore: usable(exclude) };
  const matches = picomatch(usable(include), options);
  return (path) => matches(path);
}

/**
 * Tells what is left out with all that is in it: what the user excludes, and what the editor hides (by its own globs,
 * which are case-sensitive and mean folders as well as files).
 */
export function skipMatcher(
  exclude: readonly string[] = DEFAULT_EXCLUDE,
  hidden: readonly string[] = [],
): PathMatcher {
  const excluded = picomatch(usable(exclude), { nocase: true, dot: true });
  const isHidden = picomatch(usable(hidden), { dot: true });
  return (path) => excluded(path) || isHidden(path);
}

/** Globs of a setting such as VS Code's `files.exclude`: those that say `true`, not those that depend on siblings. */
export function globsThatAreOn(setting: unknown): string[] {
  return typeof setting === 'object' && setting !== null
    ? Object.entries(setting).flatMap(([glob, on]) => (on === true ? [glob] : []))
    : [];
}

/** Settings come from outside: an entry that is still empty must not cost the others. */
const usable = (globs: readonly unknown[]): string[] =>
  globs.filter((glob): glob is string => typeof glob === 'string' && glob !== '');
