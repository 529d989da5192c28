import type { InvalidDate } from '../roadmap/model.ts';
import type { Finding, Rule } from './rule.ts';

/** A date that the calendar doesn't have. */
export const invalidDate: Rule = {
  id: 'invalid-date',
  title: 'A date that no calendar has',
  defaultSeverity: 'error',
  tags: ['dates'],
  // Without parts, all dates are told as those of the one part that there is.
  checkDocument: ({ ownInvalidDates = [] }) => ownInvalidDates.map(ofDate),
  checkPart: ({ invalidDates }) => invalidDates.map(ofDate),
};

const ofDate = ({ text, span, candidates }: InvalidDate): Finding => ({
  rule: 'invalid-date',
  span,
  message: `There is no ${text}. Meant: ${candidates.join(' or ')}?`,
  fix: { kind: 'replace', candidates },
});
