import type { Period } from '../roadmap/dates/period.ts';
import type { Roadmap, Stated } from '../roadmap/model.ts';
import type { Finding, Rule } from './rule.ts';

/** A date in numbers of which the document doesn't show whether the day or the month comes first. */
export const ambiguousDate: Rule = {
  id: 'ambiguous-date',
  title: 'A date that may mean either of two days',
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
};

const datesOfDocument = ({ lastUpdated, nextReview }: Roadmap['document']): Stated<Period>[] =>
  [lastUpdated, nextReview].filter((date) => date !== undefined);

function ofDate({ value, text, span }: Stated<Period>): Finding[] {
  const candidates = value.ambiguous;
  if (!candidates) return [];
  return [
    {
      rule: 'ambiguous-date',
      span,
      message: `${text} may be ${candidates.join(' or ')}.`,
      fix: { kind: 'replace', candidates },
    },
  ];
}
