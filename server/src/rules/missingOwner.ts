import { effective, isOpen, type Item, type Roadmap, type Section } from '../roadmap/model.ts';
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
    return namesOwners(roadmap) ? unowned.map(ofItem) : [...bySection(unowned)].map(([, items]) => ofSection(items));
  },
};

const hasOwner = (item: Item): boolean => (effective(item, 'owners')?.value.length ?? 0) > 0;

/** A step of something that lacks an owner itself goes without saying. */
function lacksOwner(item: Item): boolean {
  return isOpen(item) && !hasOwner(item) && !(item.parent && lacksOwner(item.parent));
}

const namesOwners = (roadmap: Roadmap): boolean => roadmap.items.some(hasOwner);

function bySection(items: readonly Item[]): Map<Section | undefined, [Item, ...Item[]]> {
  const groups = new Map<Section | undefined, [Item, ...Item[]]>();
  for (const item of items) {
    const group = groups.get(item.section);
    if (group) group.push(item);
    else groups.set(item.section, [item]);
  }
  return groups;
}

function ofItem(item: Item): Finding {
  return {
    rule: 'missing-owner',
    span: item.titleSpan,
    message: `"${item.title}" has no owner.`,
    fix: { kind: 'assign', items: [item.id] },
  };
}

function ofSection(items: readonly [Item, ...Item[]]): Finding {
  const [{ section, titleSpan }] = items;
  const whose = items.length === 1 ? 'the open item' : `the ${items.length} open items`;
  return {
    rule: 'missing-owner',
    span: section?.heading ?? titleSpan,
    message: section ? `Nobody owns ${whose} of "${section.title}".` : `Nobody owns ${whose} of this document.`,
    fix: { kind: 'assign', items: items.map(({ id }) => id), section: section?.heading },
  };
}
