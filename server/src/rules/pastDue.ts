import { daysBetween } from '../roadmap/dates/civil.ts';
import { effective, isOverdue } from '../roadmap/model.ts';
import { count } from '../roadmap/wording.ts';
import { defineRule } from './rule.ts';

/** Open work whose due is over. A quarter is over after its last day, not after its first. */
export const pastDue = defineRule({
  id: 'past-due',
  title: 'Open work whose due date has passed',
  setting:
    'How to report an open item whose due date has passed. A week, month or quarter has passed only after its last day. What counts as today is set by `#roadmap.today#`.',
  explanation: {
    why: 'A promise that has passed in silence is worth less than none: either the work is done, or the date has to move.',
    counts: [
      'A due may be a period, and is over after its last day: `Q2 2025` is past due from 1 July 2025 on.',
      'It may be inherited from the section or the item above; the message says from where.',
      'Nothing is said of work that is done, cancelled or deferred, nor of work without a date.',
    ],
    bad: ['- [ ] **Rotate the API keys** (Owner: @ann) - *Due: 2025-07-26*'],
    good: [
      '- [x] **Rotate the API keys** (Owner: @ann) - *Due: 2025-07-26*',
      '- [ ] **Test the backups** (Owner: @ann) - *Due: Q3 2025*',
    ],
    fixes:
      'Move the due date to today, next Monday, in one week, two weeks or a month, in the form in which it is written; mark as done. Where the due is inherited, the item gets one of its own.',
  },
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
          span: due.inheritedFrom === undefined ? due.span : item.titleSpan,
          message: `"${item.title}" is ${late} overdue (due ${due.text}${source}).`,
          fix: { kind: 'reschedule', item: item.id } as const,
        };
      });
  },
});
