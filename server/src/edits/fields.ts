import { addTo, daysBetween, type CivilDate } from '../roadmap/dates/civil.ts';
import { writeDate } from '../roadmap/dates/formats.ts';
import { day, type Period } from '../roadmap/dates/period.ts';
import type { FieldName, FieldValues, Item, Roadmap, Section, Stated, Status } from '../roadmap/model.ts';
import type { Edit } from './edit.ts';
import { addBelowHeading, writeLike } from './example.ts';
import { setStatus } from './status.ts';
import { writeField } from './value.ts';

/**
 * Says the value of the item, in the notation in which it is stated, else by the document's example. Nothing to edit
 * where it is said already, or where a table has no column for it. `wording`: how the caller knows the value was said
 * before, which is preferred where it reads so.
 */
export function setField<F extends FieldName>(
  roadmap: Roadmap,
  item: Item,
  field: F,
  value: FieldValues[F],
  wording?: string,
): Edit[] {
  if (field === 'status') return setStatus(roadmap, item, value as Status, wording);
  const impossible = roadmap.invalidDates.find(
    (invalid) => invalid.item === item.id && invalid.field === field,
  );
  if (impossible && !item.fields[field])
    return [{ span: impossible.span, text: writeLike(field, value, undefined) }];
  return writeField(roadmap, item, field, value, wording);
}

/** Sets or moves the item's due date. */
export const setDue = (roadmap: Roadmap, item: Item, date: CivilDate): Edit[] =>
  setField(roadmap, item, 'due', day(date));

/** Makes somebody the item's owner: in the place of a placeholder, or as a new field. */
export const assign = (roadmap: Roadmap, item: Item, owner: string): Edit[] =>
  setField(roadmap, item, 'owners', [owner]);

/** Makes somebody the owner of all that stands in a section: in the place of a placeholder, or one line beneath its heading. */
export function assignSection(roadmap: Roadmap, section: Section, owner: string): Edit[] {
  const { owners } = section.fields;
  if (owners) return [{ span: owners.span, text: writeLike('owners', [owner], owners) }];
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
