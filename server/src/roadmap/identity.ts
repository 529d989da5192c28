import type { ItemDraft } from './drafts.ts';
import { sectionPath, type Item } from './model.ts';

/** FNV-1a, 32 bits: spread well enough for the items of one document, and the same on every machine. */
function hash(text: string): string {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return (value >>> 0).toString(16).padStart(8, '0');
}

/**
 * Gives each item an id that stays while its title and the sections above it stay: lines may move, fields may change.
 * Items of the same name in the same place are told apart by their order.
 */
export function identify(items: readonly ItemDraft[]): readonly Item[] {
  const seen = new Map<string, number>();
  for (const item of items) {
    const base = hash([...sectionPath(item.section), item.title].join('\n'));
    const nth = (seen.get(base) ?? 0) + 1;
    seen.set(base, nth);
    item.id = nth === 1 ? base : `${base}-${nth}`;
  }
  return items;
}
