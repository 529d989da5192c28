import type { InvalidDate } from '../roadmap/model.ts';
import { defineRule, type Finding } from './rule.ts';

/** A date that the calendar doesn't have. */
export const invalidDate = defineRule({
  id: 'invalid-date',
  title: 'A date that no calendar has',
  setting: 'How to report a date that does not exist, such as February 30.',
  explanation: {
    why: 'A day that doesn’t exist never comes, so what is due then is never late.',
    counts: [
      'The rule looks at dates of fields and of the document (“Next Review”), not at dates in prose.',
      'It speaks of what is done, too: such a date is wrong whatever becomes of the item.',
    ],
    bad: ['- [ ] Close the quarter - *Due: 2026-02-30*'],
    good: ['- [ ] Close the quarter - *Due: 2026-02-28*'],
    fixes:
      'The days that may have been meant, written as the date is: the month’s last day and the day so many days into the next month; or day and month swapped (`2026-13-05`). Where there is only one, *Fix all* mends it too.',
  },
  defaultSeverity: 'error',
  tags: ['dates'],
  // Without parts, all dates are told as those of the one part that there is.
  checkDocument: ({ ownInvalidDates = [] }) => ownInvalidDates.map(ofDate),
  checkPart: ({ invalidDates }) => invalidDates.map(ofDate),
});

const ofDate = ({ text, span, candidates }: InvalidDate): Finding => ({
  span,
  message: `There is no ${text}. Meant: ${candidates.join(' or ')}?`,
  fix: { kind: 'replace', candidates },
});
