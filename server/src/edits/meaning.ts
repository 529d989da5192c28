/** Edits that are about how something is written are made only where what it means stays. */
import type { FieldName, Item, Roadmap } from '../roadmap/model.ts';
import { isSameValue } from '../roadmap/notations/index.ts';
import { readRoadmap } from '../roadmap/read.ts';
import { applyEdits, type Edit } from './edit.ts';

/** The edits of one item, which are made together or not at all. */
export interface ItemEdits {
  readonly item: Item;
  readonly edits: readonly Edit[];
}

/** Taking back one item's edits may change what another one is read as; so often is that looked for. */
const ROUNDS = 4;

/** Whether both say the same: title, status, and the value of each field. */
export function isSameItem(one: Item, other: Item): boolean {
  const names = new Set([...Object.keys(one.fields), ...Object.keys(other.fields)] as FieldName[]);
  return (
    one.title === other.title &&
    one.status === other.status &&
    [...names].every((name) => {
      const [a, b] = [one.fields[name], other.fields[name]];
      return name === 'status' || (a !== undefined && b !== undefined && isSameValue(a.value, b.value));
    })
  );
}

/** Those of the edits that leave every item what it is; nothing where no part of them does. */
export function keepingMeaning(roadmap: Roadmap, changes: readonly ItemEdits[]): Edit[] {
  let left = changes.filter(({ edits }) => edits.length > 0);
  for (let round = 0; round < ROUNDS && left.length > 0; round++) {
    const after = readRoadmap(
      applyEdits(
        roadmap.text,
        left.flatMap(({ edits }) => edits),
      ),
    );
    const changed = changedItems(roadmap, after);
    if (changed?.size === 0) return left.flatMap(({ edits }) => edits);
    // Items came or went: nobody knows which of the edits did that.
    if (!changed) return [];
    const kept = left.filter(({ item }) => !changed.has(item));
    if (kept.length === left.length) return [];
    left = kept;
  }
  return [];
}

function changedItems({ items }: Roadmap, after: Roadmap): Set<Item> | undefined {
  if (after.items.length !== items.length) return undefined;
  const changed = new Set<Item>();
  for (const [nth, item] of items.entries()) {
    const same = after.items[nth];
    if (!same || !isSameItem(item, same)) changed.add(item);
  }
  return changed;
}

/** The edits, where afterwards the same items say the same, wherever they stand; nothing otherwise. */
export function keepingItems(roadmap: Roadmap, edits: readonly Edit[]): readonly Edit[] {
  const said = ({ items }: Roadmap): string =>
    items
      .map(({ title, status, fields }) => JSON.stringify([title, status, Object.keys(fields).sort()]))
      .sort()
      .join();
  return said(readRoadmap(applyEdits(roadmap.text, edits))) === said(roadmap) ? edits : [];
}
