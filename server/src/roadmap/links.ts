import type { CivilDate } from './dates/civil.ts';
import { effective, isOpen, type Item, type RoadmapPart } from './model.ts';

/** What items of other chapters and files may have to know of an item. Plain data, kept of files that aren't open. */
export interface ItemLinks {
  /** The item's id within its document. */
  readonly item: string;
  readonly title: string;
  /** What the document calls it: `TASK-7`. */
  readonly name?: string;
  readonly dependsOn?: readonly string[];
  /** The last day of its due, own or inherited. */
  readonly due?: CivilDate;
  /** What the document says of its due. */
  readonly dueText?: string;
  readonly isOpen: boolean;
}

const LINKS = new WeakMap<RoadmapPart, readonly ItemLinks[]>();

/** Of all items of a part; the same list as long as the part stays. */
export function linksOf(part: Pick<RoadmapPart, 'items'> & object): readonly ItemLinks[] {
  const known = LINKS.get(part as RoadmapPart);
  if (known) return known;
  const links = part.items.map(ofItem);
  LINKS.set(part as RoadmapPart, links);
  return links;
}

function ofItem(item: Item): ItemLinks {
  const { id, title, fields } = item;
  const due = effective(item, 'due');
  return {
    item: id,
    title,
    ...(fields.id ? { name: fields.id.value } : {}),
    ...(fields.dependsOn && fields.dependsOn.value.length > 0 ? { dependsOn: fields.dependsOn.value } : {}),
    ...(due ? { due: due.value.end, dueText: due.text } : {}),
    isOpen: isOpen(item),
  };
}

/** One spelling for names that mean the same, whatever their case and the marks around them. */
export const nameKey = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[\s_]+/gu, ' ')
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N})]+$/gu, '');
