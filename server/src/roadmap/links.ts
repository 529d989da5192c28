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

/** Fewer words than this, as in "Update the docs", may be said of anything. */
const FEWEST_WORDS = 4;
/** Of scripts that have no spaces between words. */
const FEWEST_UNSPACED = 8;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** One spelling for titles that say the same, whatever their case, signs and the number in front; none for those that say little. */
export function wordingKey(title: string): string | undefined {
  const words = title
    .toLowerCase()
    .replace(/^\P{L}*\d[\d.]*[.):]?\s/u, '')
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter((word) => word !== '');
  const key = words.join(' ');
  const says = UNSPACED.test(key)
    ? key.length >= FEWEST_UNSPACED
    : words.filter((word) => /\p{L}/u.test(word)).length >= FEWEST_WORDS;
  return says ? key : undefined;
}
