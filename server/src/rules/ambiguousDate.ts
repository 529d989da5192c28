import type { Period } from '../roadmap/dates/period.ts';
import type { Roadmap, Stated } from '../roadmap/model.ts';
import type { Finding, Rule } from './rule.ts';

/** A date in numbers of which the document doesn't show whether the day or the month comes first. */
export const ambiguousDate: Rule = {
  id: 'ambiguous-date',
  title: 'A date that may mean either of two days',
  defaultSeverity: 'warning',
  tags: ['dates'],
  check: (roadmap) => dates(roadmap).flatMap(ofDate),
};

/** The document's own dates and those of its items, each once: beneath a heading, both section and item have it. */
function dates({ document, sections, items }: Roadmap): Stated<Period>[] {
  const stated = [
    document.lastUpdated,
    document.nextReview,
    ...[...sections, ...items].flatMap(({ fields: { due, start, completed } }) => [due, start, completed]),
  ].filter((date) => date !== undefined);
  return [...new Map(stated.map((date) => [date.span.start, date])).values()];
}

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
