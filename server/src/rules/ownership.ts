/** Who answers for what: shared by the rules that say so where nobody does. */
import {
  effective,
  isOpen,
  type Item,
  type RoadmapPart,
  type Section,
  type Stated,
} from '../roadmap/model.ts';

export const hasOwner = (item: Item): boolean => (effective(item, 'owners')?.value.length ?? 0) > 0;

/** Whether an open item has no owner. A step of something that lacks one itself goes without saying. */
export const lacksOwner = (item: Item): boolean =>
  isOpen(item) && !hasOwner(item) && (!item.parent || hasOwner(item.parent));

/** Whether it is written that somebody is yet to be named. A dash is how a table says nothing at all. */
const isPlaceholder = ({ value, text }: Stated<readonly string[]>): boolean =>
  value.length === 0 && /[\p{L}\p{N}?_<[]/u.test(text);

/** A place that waits for a name, and the open items that have no owner as long as it does. */
export interface Placeholder {
  readonly stated: Stated<readonly string[]>;
  readonly items: readonly Item[];
  /** Whose it is, where it isn't the item's own. */
  readonly section?: Section;
}

/** The placeholders of a part, each in the place where it is written. */
export function placeholdersIn({ items, sections }: Pick<RoadmapPart, 'items' | 'sections'>): Placeholder[] {
  const found: Placeholder[] = [];
  const bySection = new Map<Section, Item[]>();
  const own = new Set(sections.filter(({ fields, isDocumentTitle }) => fields.owners && !isDocumentTitle));
  for (const item of items) {
    const { owners } = item.fields;
    if (owners) {
      if (isOpen(item) && !hasOwner(item) && isPlaceholder(owners))
        found.push({ stated: owners, items: [item] });
    } else if (own.size > 0 && lacksOwner(item)) {
      const section = nearest(item.section, own);
      if (section) bySection.set(section, [...(bySection.get(section) ?? []), item]);
    }
  }
  for (const [section, group] of bySection) {
    const stated = section.fields.owners;
    if (stated && isPlaceholder(stated)) found.push({ stated, items: group, section });
  }
  return found;
}

function nearest(section: Section | undefined, among: ReadonlySet<Section>): Section | undefined {
  for (let around = section; around; around = around.parent) if (among.has(around)) return around;
  return undefined;
}
