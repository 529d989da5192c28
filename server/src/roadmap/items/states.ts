/** What an item's status is, and what comes to it from around it. */
import type { ItemDraft, SectionDraft } from '../drafts.ts';
import type { Inherited, InheritedFields, Stated, Status } from '../model.ts';
import { statusOfMark } from '../notations/status.ts';

const STRUCK = /^~~.*~~[\s.]*$/u;

/** In the order of precedence: a word that is said outweighs an empty box, a ticked box outweighs the words. */
export function statusOf(item: ItemDraft, text: string): Status {
  const ticked = item.box && statusOfMark(item.box.mark);
  if (ticked && item.box?.mark.trim() !== '' && ticked !== 'todo') return ticked;
  if (item.fields.status) return item.fields.status.value;
  const meaning = meaningOf(item.section);
  if (STRUCK.test(text.slice(item.content.start, item.content.end)))
    return meaning === 'done' ? 'done' : 'cancelled';
  if (item.box) return 'todo';
  if (item.fields.completed) return 'done';
  // A tick in front is praise as often as it is a state: it needs things done around it, or nothing that says otherwise.
  if (meaning === undefined && text.startsWith('✅', item.content.start))
    return item.section?.kind === 'neutral' || isWithinDone(item.section) ? 'done' : 'todo';
  return meaning ?? 'todo';
}

/** What the nearest section says of the state of all that stands in it, unless one of work to come stands between. */
export function meaningOf(section: SectionDraft | undefined): Status | undefined {
  let isWork = false;
  for (let around = section; around && !around.isTitle; around = around.parent) {
    const state = around.gives.status?.value;
    // "Features" of what is done are done; those of what is under way may not have been begun.
    if (state !== undefined) return isWork && state !== 'done' ? undefined : state;
    if (around.liesAhead) return undefined;
    isWork ||= around.says === 'work';
  }
  return undefined;
}

const isWithinDone = (section: SectionDraft | undefined): boolean =>
  section !== undefined && (section.gives.status?.value === 'done' || isWithinDone(section.parent));

/** The nearest heading upwards that is an item, as far as that was known when what stands beneath it was read. */
export function enclosingItem(section: SectionDraft | undefined): ItemDraft | undefined {
  if (!section) return undefined;
  return section.item && !section.isLateItem ? section.item : enclosingItem(section.parent);
}

/** The same once all has been read. */
export const enclosingHeading = (section: SectionDraft | undefined): ItemDraft | undefined =>
  section && (section.item ?? enclosingHeading(section.parent));

/** What holds for everything in a section or beneath a parent: the nearest statement wins. */
export function inheritedFields(
  section: SectionDraft | undefined,
  parent: ItemDraft | undefined,
): InheritedFields {
  const result: { -readonly [K in keyof InheritedFields]: InheritedFields[K] } = {};
  const from = <T>(stated: Stated<T>, title: string): Inherited<T> => ({
    value: stated.value,
    text: stated.text,
    from: title,
    span: stated.span,
  });
  for (let above: ItemDraft | undefined = parent; above; above = above.parent) {
    const { owners, due, priority } = above.fields;
    if (owners && owners.value.length > 0) result.owners ??= from(owners, above.title);
    if (due) result.due ??= from(due, above.title);
    if (priority) result.priority ??= from(priority, above.title);
  }
  for (let around = section; around; around = around.parent) {
    const { owners, due, priority } = around.fields;
    // The lines beneath a document's title speak of the document; but who owns that, answers for all of it.
    const own = !around.isTitle;
    if (owners && owners.value.length > 0) result.owners ??= from(owners, around.title);
    if (own && due) result.due ??= from(due, around.title);
    if (own && priority) result.priority ??= from(priority, around.title);
    if (around.gives.priority) result.priority ??= around.gives.priority;
    if (around.gives.due) result.due ??= around.gives.due;
    if (around.gives.status) result.status ??= around.gives.status;
  }
  return result;
}
