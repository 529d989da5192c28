import type { Item, RoadmapPart } from '../roadmap/model.ts';
import { SIGNS } from '../roadmap/notations/status.ts';

/**
 * Whether the item itself says how far it is, by a box, a word or a date. Signs in the place of a bullet are praise and
 * warning as often as a state.
 */
export const isExplicit = ({ box, fields }: Item): boolean =>
  (box !== undefined && !SIGNS.has(box.mark)) ||
  fields.status !== undefined ||
  fields.completed !== undefined;

export interface Family {
  readonly parent: Item;
  /** Those that say how far they are. */
  readonly explicit: readonly Item[];
  readonly children: readonly Item[];
}

/** Items that say how far they are, each with what stands right beneath it. */
export function families({ items, sections }: RoadmapPart): Family[] {
  const children = new Map<Item, Item[]>();
  for (const item of items) {
    if (!item.parent) continue;
    const siblings = children.get(item.parent) ?? [];
    if (siblings.push(item) === 1) children.set(item.parent, siblings);
  }
  // What stands beneath a heading of the first level is judged in other chapters.
  const isPart = ({ kind, own }: Item): boolean =>
    kind !== 'heading' || !sections.some(({ depth, heading }) => depth <= 1 && heading.start === own.start);
  return items.flatMap((parent) => {
    const beneath = children.get(parent);
    if (!beneath || !isExplicit(parent) || !isPart(parent)) return [];
    return [{ parent, children: beneath, explicit: beneath.filter(isExplicit) }];
  });
}
