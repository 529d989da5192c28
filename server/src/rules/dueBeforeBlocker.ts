import { effective, isOpen } from '../roadmap/model.ts';
import { defineRule } from './rule.ts';

/** Work that shall be done before what it waits for. */
export const dueBeforeBlocker = defineRule({
  id: 'due-before-blocker',
  title: 'Work that is due before what it depends on',
  setting: 'How to report an open item that is due before an item that it depends on.',
  explanation: {
    why: 'One of the two dates can’t be kept.',
    counts: [
      'The rule looks at open items that depend on open ones, in all roadmaps of the workspace.',
      'Periods count by their last days; what is due in `Q3` may wait for what is due in August.',
      'Nothing is said where several items have the name that is depended on.',
    ],
    bad: [
      '- [ ] TASK-1: Draw the plan (Owner: @ann) - *Due: 2025-09-01*',
      '- [ ] TASK-2: Build it (Owner: @ann, depends on: TASK-1) - *Due: 2025-08-15*',
    ],
    good: [
      '- [ ] TASK-1: Draw the plan (Owner: @ann) - *Due: 2025-08-01*',
      '- [ ] TASK-2: Build it (Owner: @ann, depends on: TASK-1) - *Due: 2025-08-15*',
    ],
    fixes: 'Move the due date to the last day of what the item depends on.',
  },
  defaultSeverity: 'warning',
  tags: ['dates', 'dependencies'],
  checkLinks: ({ items }, { workspace, uri }) =>
    items.flatMap((item) => {
      const { dependsOn } = item.fields;
      const due = effective(item, 'due');
      if (!dependsOn || !due || !isOpen(item)) return [];
      const late = dependsOn.value
        .flatMap((name) => {
          const named = workspace.named(name);
          return named.length === 1 ? named : [];
        })
        .filter((link) => link.isOpen && link.due !== undefined && link.due > due.value.end)
        .filter((link) => link.uri !== uri || link.item !== item.id)
        .sort((a, b) => ((a.due ?? '') < (b.due ?? '') ? 1 : -1));
      const [last] = late;
      if (last?.due === undefined) return [];
      const name = last.name ?? `"${last.title}"`;
      return [
        {
          span: due.inheritedFrom === undefined ? due.span : item.titleSpan,
          message: `"${item.title}" is due ${due.text}, before ${name} that it depends on (due ${last.dueText ?? last.due}).`,
          fix: { kind: 'move-due', item: item.id, to: last.due } as const,
        },
      ];
    }),
});
