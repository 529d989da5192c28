import type { Rule } from './rule.ts';

/** A date that the calendar doesn't have. */
export const invalidDate: Rule = {
  id: 'invalid-date',
  title: 'A date that no calendar has',
  defaultSeverity: 'error',
  tags: ['dates'],
  check(roadmap) {
    return roadmap.invalidDates.map(({ text, span, candidates }) => ({
      rule: 'invalid-date' as const,
      span,
      message: `There is no ${text}. Meant: ${candidates.join(' or ')}?`,
      fix: { kind: 'replace' as const, candidates },
    }));
  },
};
