import { daysBetween } from '../roadmap/dates/civil.ts';
import { effective, isOverdue } from '../roadmap/model.ts';
import { count } from '../roadmap/wording.ts';
import type { Rule } from './rule.ts';

/** Open work whose due is over. A quarter is over after its last day, not after its first. */
export const pastDue: Rule = {
  id: 'past-due',
  title: 'Open work whose due date has passed',
  defaultSeverity: 'warning',
  tags: ['dates', 'schedule'],
  checkPart({ items }, { today }) {
    return items
      .filter((item) => isOverdue(item, today))
      .flatMap((item) => {
        const due = effective(item, 'due');
        if (!due) return [];
        const late = count(daysBetween(due.value.end, today), 'day');
        const source = due.inheritedFrom === undefined ? '' : `, inherited from "${due.inheritedFrom}"`;
        return {
          rule: 'past-due' as const,
          span: due.inheritedFrom === undefined ? due.span : item.titleSpan,
          message: `"${item.title}" is ${late} overdue (due ${due.text}${source}).`,
          fix: { kind: 'reschedule' as const, item: item.id },
        };
      });
  },
};
