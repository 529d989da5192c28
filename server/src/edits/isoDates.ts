import type { Period } from '../roadmap/dates/period.ts';
import type { Roadmap, Stated } from '../roadmap/model.ts';
import type { Edit } from './edit.ts';

/** Writes every day as `2025-08-05`. Weeks, months and quarters stay, as no day says the same; so does what may be two days. */
export function normalizeDates({ items, sections, document }: Roadmap): Edit[] {
  const places = [...items, ...sections].map(({ fields }) => fields);
  const all: (Stated<Period> | undefined)[] = [
    ...places.flatMap(({ due, start, completed }) => [due, start, completed]),
    document.lastUpdated,
    document.nextReview,
  ];
  const edits = new Map<number, Edit>();
  for (const stated of all) if (stated && isOtherDay(stated)) edits.set(stated.span.start, isoOf(stated));
  return [...edits.values()].sort((a, b) => a.span.start - b.span.start);
}

const isOtherDay = ({ value, text }: Stated<Period>): boolean =>
  value.precision === 'day' && value.ambiguous === undefined && text !== value.start;

const isoOf = ({ value, span }: Stated<Period>): Edit => ({ span, text: value.start });
