import { daysBetween } from '../roadmap/dates/civil.ts';
import { isPast } from '../roadmap/dates/period.ts';
import { count } from '../roadmap/wording.ts';
import type { Rule } from './rule.ts';

/** A review that the document announces, and that has not happened: its date is over. */
export const staleReview: Rule = {
  id: 'stale-review',
  title: 'An announced review whose date has passed',
  defaultSeverity: 'information',
  tags: ['dates', 'document'],
  checkDocument(roadmap, { today }) {
    const review = roadmap.document.nextReview;
    if (!review || !isPast(review.value, today)) return [];
    const late = count(daysBetween(review.value.end, today), 'day');
    return [
      {
        rule: 'stale-review',
        span: review.span,
        message: `The review announced for ${review.text} is ${late} late.`,
        fix: { kind: 'review' },
      },
    ];
  },
};
