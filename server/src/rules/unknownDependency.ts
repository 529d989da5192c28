import { nearest } from '../roadmap/nearest.ts';
import { defineRule, type Finding } from './rule.ts';

/**
 * What an id looks like: a word with letters and a figure in it. A title that nobody knows may be words about something
 * else, and a number alone that of a heading or a step, which needn't be an item's id.
 */
const ID = /^(?=.*\d)(?=.*\p{L})[\p{L}\d]+(?:[-_.][\p{L}\d]+)*$/u;

/** Work that waits for something that no roadmap of the workspace names. */
export const unknownDependency = defineRule({
  id: 'unknown-dependency',
  title: 'A dependency that no roadmap knows',
  setting: 'How to report an item that depends on an id which no item of the workspace has.',
  explanation: {
    why: 'Nobody finishes what doesn’t exist, so work that waits for it waits for ever.',
    counts: [
      'The rule looks for ids: letters with a figure, such as `TASK-7`. Other words may mean anything, and `1.2` may be a step.',
      'All roadmaps of the workspace count, or all files that are given to `roadmap check`.',
      'Nothing is said of ids whose kind (`TASK-`) no item has: they are those of another tool. Nor of `#12`, an issue.',
    ],
    bad: [
      '- [ ] TASK-1: Draw the plan (Owner: @ann)',
      '- [ ] TASK-2: Build it (Owner: @ann, depends on: TASK-11)',
    ],
    good: [
      '- [ ] TASK-1: Draw the plan (Owner: @ann)',
      '- [ ] TASK-2: Build it (Owner: @ann, depends on: TASK-1)',
    ],
    fixes: 'Change to the id that was probably meant.',
  },
  defaultSeverity: 'warning',
  tags: ['dependencies'],
  checkLinks: ({ items }, { workspace }) =>
    items.flatMap(({ title, fields: { dependsOn } }) => {
      if (!dependsOn) return [];
      return dependsOn.value.flatMap((name): Finding[] => {
        if (!ID.test(name) || workspace.named(name).length > 0) return [];
        const kind = kindOf(name);
        const names = workspace.names().filter((known) => kindOf(known) === kind);
        if (names.length === 0) return [];
        const near = nearest(name, names);
        const at = dependsOn.text.indexOf(name);
        const start = dependsOn.span.start + at;
        return [
          {
            span: at < 0 ? dependsOn.span : { start, end: start + name.length },
            message: `"${title}" depends on ${name}, which no item is called${near === undefined ? '.' : `: meant ${near}?`}`,
            fix: near === undefined || at < 0 ? { kind: 'none' } : { kind: 'replace', candidates: [near] },
          },
        ];
      });
    }),
});

/** `TASK-7` and `TASK-12` are of one kind. */
const kindOf = (name: string): string =>
  name
    .toLowerCase()
    .replace(/\d+/gu, '0')
    .replace(/(?:\.0)+$/u, '');
