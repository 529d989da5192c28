import { lacking, WHEN } from './missingField.ts';
import { defineRule } from './rule.ts';

/** Open work without a priority, where priorities are usual. */
export const missingPriority = defineRule({
  id: 'missing-priority',
  title: 'Open work without a priority, where others have one',
  setting: 'How to report an open item without a priority, where most others of its section have one.',
  explanation: {
    why: 'Where everything is ranked, what isn’t comes last without anybody having decided so.',
    counts: [
      'The rule speaks where three or more items of the same section and kind have a priority, and so do two thirds of all that there are.',
      'A priority may be inherited: from the item above, or from a heading such as `## High priority`.',
      'Items that are parts of another item are neither told nor counted.',
      'Signs such as `⏫` don’t count: beside them, none means that the priority is normal.',
      'Nothing is said of work that is done, cancelled or deferred, nor where a table’s cell says something else.',
    ],
    bad: [
      '## Reliability',
      '',
      '- [ ] Rotate the API keys (Owner: @mina, Priority: P0)',
      '- [ ] Test the backups (Owner: @mina, Priority: P1)',
      '- [ ] Watch the queues (Owner: @mina, Priority: P1)',
      '- [ ] Drill a failover (Owner: @mina)',
    ],
    good: [
      '## Reliability',
      '',
      '- [ ] Rotate the API keys (Owner: @mina, Priority: P0)',
      '- [ ] Test the backups (Owner: @mina)',
      '- [ ] Drill a failover (Owner: @mina)',
    ],
    fixes: 'Set the priority, in the words that the document uses.',
  },
  defaultSeverity: 'information',
  tags: ['schedule'],
  options: { when: WHEN },
  checkPart: (part, { options }) =>
    lacking(part, 'priority', options.when).map((item) => ({
      span: item.titleSpan,
      message: `"${item.title}" has no priority.`,
      fix: { kind: 'prioritise', item: item.id },
    })),
});
