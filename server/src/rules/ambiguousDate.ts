import type { Period } from '../roadmap/dates/period.ts';
import type { Roadmap, Stated } from '../roadmap/model.ts';
import { defineRule, type Finding } from './rule.ts';

/** A date in numbers of which the document doesn't show whether the day or the month comes first. */
export const ambiguousDate = defineRule({
  id: 'ambiguous-date',
  title: 'A date that may mean either of two days',
  setting:
    'How to report a date such as `03/04/2025` of which the document does not show whether the day or the month comes first.',
  explanation: {
    why: 'Half of the world puts the day first, the other half the month. Where a document leaves that open, two people read two days.',
    counts: [
      'Nothing is said where another date of the document decides, as `25/04/2025` does: there the day comes first.',
      'The rule looks at dates of fields and of the document (“Next Review”), not at dates in prose.',
    ],
    bad: ['- [ ] Close the quarter - *Due: 03/04/2025*'],
    good: ['- [ ] Close the quarter - *Due: 03/04/2025*', '- [ ] File the report - *Due: 25/04/2025*'],
    fixes: 'Change to either day, written so that nobody can mistake it: `2025-03-04`.',
  },
  defaultSeverity: 'warning',
  tags: ['dates'],
  checkDocument: ({ document }) => datesOfDocument(document).flatMap(ofDate),
  checkPart({ items, sections }, { document }) {
    const own = new Set(datesOfDocument(document).map(({ span }) => span.start));
    const dates = [...sections, ...items]
      .flatMap(({ fields: { due, start, completed } }) => [due, start, completed])
      .filter((date) => date?.value.ambiguous !== undefined && !own.has(date.span.start))
      .filter((date) => date !== undefined);
    // Beneath a heading, both section and item have it.
    return [...new Map(dates.map((date) => [date.span.start, date])).values()].flatMap(ofDate);
  },
});

const datesOfDocument = ({ lastUpdated, nextReview }: Roadmap['document']): Stated<Period>[] =>
  [lastUpdated, nextReview].filter((date) => date !== undefined);

function ofDate({ value, text, span }: Stated<Period>): Finding[] {
  const candidates = value.ambiguous;
  if (!candidates) return [];
  return [
    {
      span,
      message: `${text} may be ${candidates.join(' or ')}.`,
      fix: { kind: 'replace', candidates },
    },
  ];
}
