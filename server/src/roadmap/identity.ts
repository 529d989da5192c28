import type { ItemDraft } from './drafts.ts';
import { sectionPath, type Item, type Section } from './model.ts';

/** FNV-1a, 32 bits: spread well enough for the items of one document, and the same on every machine. */
function hash(text: string, value: number): number {
  let next = value;
  for (let i = 0; i < text.length; i++) next = Math.imul(next ^ text.charCodeAt(i), 0x01000193);
  return next;
}
const NOTHING = 0x811c9dc5;

/**
 * Gives each item an id that stays while its title and the sections above it stay: lines may move, fields may change.
 * Items of the same name in the same place are told apart by their order.
 */
export function identify(items: readonly ItemDraft[]): readonly Item[] {
  const seen = new Map<string, number>();
  // The titles above are hashed once for all items beneath them.
  const paths = new Map<Section | undefined, number>([[undefined, NOTHING]]);
  for (const item of items) {
    const path =
      paths.get(item.section) ??
      hash(
        sectionPath(item.section)
          .map((title) => `${title}\n`)
          .join(''),
        NOTHING,
      );
    paths.set(item.section, path);
    const base = (hash(item.title, path) >>> 0).toString(16).padStart(8, '0');
    const nth = (seen.get(base) ?? 0) + 1;
    seen.set(base, nth);
    item.id = nth === 1 ? base : `${base}-${nth}`;
  }
  return items;
}
