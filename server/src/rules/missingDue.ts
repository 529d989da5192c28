import { lacking, WHEN } from './missingField.ts';
import { defineRule } from './rule.ts';

/** Open work without a date, where dates are usual. */
export const missingDue = defineRule({
  id: 'missing-due',
  title: 'Open work without a due date, where others have one',
  setting: 'How to report an open item without a due date, where most others of its section have one.',
  explanation: {
    why: 'Where everything has a date, what has none is easily forgotten.',
    counts: [
      'The rule speaks where three or more items of the same section and kind have a due date, and so do two thirds of all that there are.',
      'A due date may be inherited: from the item above, or from a heading such as `## Q3 2026`.',
      'Items that are parts of another item are neither told nor counted.',
      'Nothing is said of work that is done, cancelled or deferred, nor where a table’s cell says something else, as `TBD`.',
    ],
    bad: [
      '## Reliability',
      '',
      '- [ ] Rotate the API keys (Owner: @mina) - *Due: 2026-02-01*',
      '- [ ] Test the backups (Owner: @mina) - *Due: 2026-02-08*',
      '- [ ] Watch the queues (Owner: @mina) - *Due: 2026-02-08*',
      '- [ ] Drill a failover (Owner: @mina)',
    ],
    good: [
      '## Reliability',
      '',
      '- [ ] Rotate the API keys (Owner: @mina) - *Due: 2026-02-01*',
      '- [ ] Test the backups (Owner: @mina)',
      '- [ ] Drill a failover (Owner: @mina)',
    ],
    fixes:
      'Set the due date to today, next Monday, in one week, two weeks or a month, as the document writes its dates; mark as done.',
  },
  defaultSeverity: 'information',
  tags: ['dates', 'schedule'],
  options: { when: WHEN },
  checkPart: (part, { options }) =>
    lacking(part, 'due', options.when).map((item) => ({
      span: item.titleSpan,
      message: `"${item.title}" has no due date.`,
      fix: { kind: 'reschedule', item: item.id },
    })),
});
