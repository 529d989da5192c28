import { effective, isOpen, type Item, type Section } from '../roadmap/model.ts';
import type { Finding, Rule } from './rule.ts';

/**
 * Open work that nobody answers for. Where a document names owners, each item without one is told; where it names
 * nobody, people don't track owners item by item, so each section is told once.
 */
export const missingOwner: Rule = {
  id: 'missing-owner',
  title: 'Open work that nobody answers for',
  defaultSeverity: 'warning',
  tags: ['owners'],
  check(roadmap) {
    const unowned = roadmap.items.filter(lacksOwner);
    const [loose, sectioned] = [
      unowned.filter(({ section }) => !section),
      unowned.filter(({ section }) => section),
    ];
    // Items before the first heading are judged by all, those in sections by each other: so assigning the loose ones
    // doesn't set off item by item findings everywhere else.
    return [
      ...(namesOwners(roadmap.items) ? loose.map(ofItem) : loose.length > 0 ? [ofGroup(loose)] : []),
      ...(namesOwners(roadmap.items.filter(({ section }) => section))
        ? sectioned.map(ofItem)
        : bySection(sectioned).map(ofGroup)),
    ];
  },
};

const hasOwner = (item: Item): boolean => (effective(item, 'owners')?.value.length ?? 0) > 0;

/** A step of something that lacks an owner itself goes without saying. */
const lacksOwner = (item: Item): boolean =>
  isOpen(item) && !hasOwner(item) && (!item.parent || hasOwner(item.parent));

/** Whether people name owners on items; an owner of a whole section doesn't mean that they do. */
const namesOwners = (items: readonly Item[]): boolean =>
  items.some(({ fields }) => (fields.owners?.value.length ?? 0) > 0);

function bySection(items: readonly Item[]): Item[][] {
  const groups = new Map<Section | undefined, Item[]>();
  for (const item of items) groups.set(item.section, [...(groups.get(item.section) ?? []), item]);
  return [...groups.values()];
}

function ofItem(item: Item): Finding {
  return {
    rule: 'missing-owner',
    span: item.titleSpan,
    message: `"${item.title}" has no owner.`,
    fix: { kind: 'assign', items: [item.id] },
  };
}

/** For the items of one section, or for those in none. */
function ofGroup(items: readonly Item[]): Finding {
  const section = items[0]?.section;
  const whose = items.length === 1 ? 'the open item' : `the ${items.length} open items`;
  return {
    rule: 'missing-owner',
    span: section?.heading ?? items[0]?.titleSpan ?? { start: 0, end: 0 },
    message: section
      ? `Nobody owns ${whose} of "${section.title}".`
      : `Nobody owns ${whose} of this document.`,
    fix: { kind: 'assign', items: items.map(({ id }) => id), section: section?.heading },
  };
}
