import { effective, isOpen } from '../roadmap/model.ts';
import { defineRule } from './rule.ts';

/** Work that begins when it should be done. */
export const startAfterDue = defineRule({
  id: 'start-after-due',
  title: 'Work that starts after it is due',
  setting: 'How to report an open item that starts after its due date.',
  explanation: {
    why: 'One of the two dates is wrong.',
    counts: [
      'The first day of the start counts against the last day of the due, so what starts and is due in `Q3` is fine.',
      'Nothing is said of work that is done, cancelled or deferred.',
    ],
    bad: ['- [ ] Build it (Owner: @ann, start: 2025-09-01) - *Due: 2025-08-15*'],
    good: ['- [ ] Build it (Owner: @ann, start: 2025-08-01) - *Due: 2025-08-15*'],
    fixes: 'Move the due date to the day of the start.',
  },
  defaultSeverity: 'warning',
  tags: ['dates'],
  checkPart: ({ items }) =>
    items.filter(isOpen).flatMap((item) => {
      const { start } = item.fields;
      const due = effective(item, 'due');
      if (
        !start ||
        !due ||
        start.value.ambiguous ||
        due.value.ambiguous ||
        start.value.start <= due.value.end
      )
        return [];
      return [
        {
          span: start.span,
          message: `"${item.title}" starts ${start.text}, after it is due (${due.text}).`,
          fix: { kind: 'move-due', item: item.id, to: start.value.start } as const,
        },
      ];
    }),
});
