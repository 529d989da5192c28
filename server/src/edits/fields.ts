import { addTo, daysBetween, type CivilDate } from '../roadmap/dates/civil.ts';
import { writeDate } from '../roadmap/dates/formats.ts';
import type { Item, Roadmap, Section, Stated } from '../roadmap/model.ts';
import type { Period } from '../roadmap/dates/period.ts';
import type { Edit } from './edit.ts';
import { addBelowHeading, addField, fillCell, templateFor } from './example.ts';

/** Sets or moves the item's due date. */
export function setDue(roadmap: Roadmap, item: Item, date: CivilDate): Edit[] {
  const stated = item.fields.due;
  if (stated) return [rewriteDate(stated, date)];
  const impossible = roadmap.invalidDates.find(
    (invalid) => invalid.item === item.id && invalid.field === 'due',
  );
  if (impossible) return [{ span: impossible.span, text: date }];
  if (item.kind === 'row') return fillCell(roadmap.text, item, 'due', date);
  const template = templateFor(roadmap, 'due', item);
  return [addField(roadmap, item, template, writeDate(date, template.like))];
}

/** Makes somebody the item's owner: in the place of a placeholder, or as a new field. */
export function assign(roadmap: Roadmap, item: Item, owner: string): Edit[] {
  const stated = item.fields.owners;
  if (stated) return [{ span: stated.span, text: owner }];
  if (item.kind === 'row') return fillCell(roadmap.text, item, 'owners', owner);
  return [addField(roadmap, item, templateFor(roadmap, 'owners', item), owner)];
}

/** Makes somebody the owner of all that stands in a section: one line beneath its heading. */
export function assignSection(roadmap: Roadmap, section: Section, owner: string): Edit[] {
  return [addBelowHeading(roadmap.text, section.heading, `**Owner:** ${owner}`)];
}

/** Another day in the form in which the date is written. */
export function rewriteDate(stated: Stated<Period>, date: CivilDate): Edit {
  const like = stated.format === undefined ? undefined : { format: stated.format, text: stated.text };
  return { span: stated.span, text: writeDate(date, like) };
}

/** Notes a review that took place today: "Last Updated" becomes today, the next review gets its new date. */
export function bumpReview(roadmap: Roadmap, today: CivilDate, next: CivilDate): Edit[] {
  const { lastUpdated, nextReview } = roadmap.document;
  return [
    ...(lastUpdated && lastUpdated.value.end < today ? [rewriteDate(lastUpdated, today)] : []),
    ...(nextReview ? [rewriteDate(nextReview, next)] : []),
  ];
}

/** Days between reviews when the document shows none. */
const REVIEW_RHYTHM = 7;

/** When the next review falls due, by the document's own rhythm: from its last update to its announced review. */
export function nextReviewDate(roadmap: Roadmap, today: CivilDate): CivilDate {
  const { lastUpdated, nextReview } = roadmap.document;
  const rhythm = lastUpdated && nextReview ? daysBetween(lastUpdated.value.end, nextReview.value.end) : 0;
  return addTo(today, { days: rhythm > 0 ? rhythm : REVIEW_RHYTHM });
}
