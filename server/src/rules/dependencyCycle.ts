import { defineRule } from './rule.ts';

/** Work that waits for itself, by way of others. */
export const dependencyCycle = defineRule({
  id: 'dependency-cycle',
  title: 'Work that waits for itself',
  setting: 'How to report items that depend on each other in a circle.',
  explanation: {
    why: 'Items that wait for each other are never begun.',
    counts: ['The circle may lead through all roadmaps of the workspace; it is told at each of its items.'],
    bad: [
      '- [ ] TASK-1: Draw the plan (Owner: @ann, depends on: TASK-2)',
      '- [ ] TASK-2: Ask for money (Owner: @ann, depends on: TASK-1)',
    ],
    good: [
      '- [ ] TASK-1: Draw the plan (Owner: @ann)',
      '- [ ] TASK-2: Ask for money (Owner: @ann, depends on: TASK-1)',
    ],
  },
  defaultSeverity: 'warning',
  tags: ['dependencies'],
  checkLinks: ({ items }, { workspace, uri }) =>
    items.flatMap(({ id, title, fields: { dependsOn } }) => {
      const cycle = dependsOn && workspace.cycleOf(uri, id);
      if (!cycle) return [];
      const way = [...cycle.slice(1), ...cycle.slice(0, 1)].map((link) => link.name ?? `"${link.title}"`);
      const message =
        cycle.length === 1
          ? `"${title}" depends on itself.`
          : `"${title}" depends on itself: ${way.join(' → ')}.`;
      return [{ span: dependsOn.span, message, fix: { kind: 'none' } }];
    }),
});
