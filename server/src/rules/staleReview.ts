import { daysBetween } from '../roadmap/dates/civil.ts';
import { isPast } from '../roadmap/dates/period.ts';
import { count } from '../roadmap/wording.ts';
import { defineRule } from './rule.ts';

/** A review that the document announces, and that has not happened: its date is over. */
export const staleReview = defineRule({
  id: 'stale-review',
  title: 'An announced review whose date has passed',
  setting: 'How to report a document whose next review is overdue.',
  explanation: {
    why: 'A plan that announces its next review asks to be trusted until then, and no longer.',
    counts: ['The review is over when its day is; a review in “August” only on 1 September.'],
    bad: ['*Last Updated: 2025-07-10*', '*Next Review: 2025-07-24*'],
    good: ['*Last Updated: 2025-07-24*', '*Next Review: 2025-08-07*'],
    fixes:
      '*Reviewed today: next review …* sets “Last Updated” to today and the next review by the document’s own rhythm (from its last update to the review that it announced), in one week or in one month.',
  },
  defaultSeverity: 'information',
  tags: ['dates', 'document'],
  checkDocument(roadmap, { today }) {
    const review = roadmap.document.nextReview;
    if (!review || !isPast(review.value, today)) return [];
    const late = count(daysBetween(review.value.end, today), 'day');
    return [
      {
        span: review.span,
        message: `The review announced for ${review.text} is ${late} late.`,
        fix: { kind: 'review' },
      },
    ];
  },
});
