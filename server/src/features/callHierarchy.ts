/**
 * Dependencies as a hierarchy of calls: what an item depends on, it calls; what waits for it, calls it. A hierarchy of types
 * has two directions as well, but no places: here each line of the tree leads to the words that say so.
 */
import {
  SymbolKind,
  type CallHierarchyIncomingCall,
  type CallHierarchyItem,
  type CallHierarchyOutgoingCall,
  type Position,
  type Range,
} from 'vscode-languageserver';
import { effective, type Item } from '../roadmap/model.ts';
import { isNamed, itemsNamed, namedBy, namesOf, type Name, type Named } from '../roadmap/names.ts';
import { STATUS_WORDS } from '../roadmap/wording.ts';
import type { RoadmapDocument } from '../workspace/document.ts';
import { itemAt } from './itemRows.ts';
import { nameAt, namedItem } from './places.ts';

/** What a position asks for: what is named there, or the item that it stands in. */
export function hierarchyTarget(
  document: RoadmapDocument,
  position: Position,
): { readonly named: Named } | { readonly item: Item } | undefined {
  const name = nameAt(document, position);
  if (name?.role === 'dependsOn') return { named: namedBy(name) };
  const item = itemAt(document, document.lines.offsetAt(position));
  return item && { item };
}

export function hierarchyItem({ uri, lines }: RoadmapDocument, item: Item): CallHierarchyItem {
  const due = effective(item, 'due');
  return {
    name: item.title || UNTITLED,
    kind: SymbolKind.Boolean,
    detail: STATUS_WORDS[item.status] + (due ? `, due ${due.value.end}` : ''),
    uri,
    range: lines.rangeOf({ start: item.own.start, end: Math.max(item.own.end, item.titleSpan.end) }),
    selectionRange: lines.rangeOf(item.titleSpan),
    data: item.id,
  };
}

const UNTITLED = '–';

/** The item that was shown, as the document has it now. */
export const shownItem = ({ roadmap }: RoadmapDocument, { data }: CallHierarchyItem): Item | undefined =>
  roadmap.items.find(({ id }) => id === data);

/** What in the document waits for the item. */
export function waitingFor(document: RoadmapDocument, item: Item): CallHierarchyIncomingCall[] {
  const named = namedItem(item);
  const waiting = new Map<Item, Name[]>();
  for (const name of namesOf(document.roadmap))
    if (name.role === 'dependsOn' && name.item && isNamed(name, named))
      waiting.set(name.item, [...(waiting.get(name.item) ?? []), name]);
  return [...waiting].map(([from, names]) => ({
    from: hierarchyItem(document, from),
    fromRanges: names.map(({ span }) => document.lines.rangeOf(span)),
  }));
}

/** What an item names as something that it depends on. */
export interface Dependency {
  readonly named: Named;
  readonly range: Range;
}

export const dependenciesOf = ({ roadmap, lines }: RoadmapDocument, item: Item): Dependency[] =>
  namesOf(roadmap)
    .filter((name) => name.role === 'dependsOn' && name.item === item)
    .map((name) => ({ named: namedBy(name), range: lines.rangeOf(name.span) }));

/** What of it stands in a document. */
export function dependedOn(
  document: RoadmapDocument,
  dependencies: readonly Dependency[],
): CallHierarchyOutgoingCall[] {
  return dependencies.flatMap(({ named, range }) =>
    itemsNamed(document.roadmap, named).map((item) => ({
      to: hierarchyItem(document, item),
      fromRanges: [range],
    })),
  );
}
