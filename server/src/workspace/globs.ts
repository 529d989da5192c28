import picomatch from 'picomatch';

/** Markdown files that hold plans, by the names that people give them. Relative to the workspace folder, any case. */
export const DEFAULT_INCLUDE: readonly string[] = [
  '**/*{roadmap,todo,backlog,action_items,action-items,actionitems,improvements,enhancements,next_steps,next-steps,milestones,kanban,fahrplan,hoja_de_ruta,feuille_de_route}*.{md,markdown}',
  '**/{plan,tasks,future*,*_plan,*-plan}.{md,markdown}',
];

export const DEFAULT_EXCLUDE: readonly string[] = ['**/node_modules/**'];

/** Everything that could be a roadmap: what the file system is asked for. */
export const MARKDOWN_FILES = '**/*.{md,markdown,MD}';

/** Tells roadmaps from other files by their path relative to a workspace folder. */
export function roadmapMatcher(
  include: readonly string[] = DEFAULT_INCLUDE,
  exclude: readonly string[] = DEFAULT_EXCLUDE,
): (path: string) => boolean {
  const options = { nocase: true, dot: true, ignore: usable(exclude) };
  const matches = picomatch(usable(include), options);
  return (path) => matches(path);
}

/** Settings come from outside: an entry that is still empty must not cost the others. */
const usable = (globs: readonly unknown[]): string[] =>
  globs.filter((glob): glob is string => typeof glob === 'string' && glob !== '');
