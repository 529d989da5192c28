import type { Position, Range } from 'vscode-languageserver';
import type { Item, Span } from '../roadmap/model.ts';
import { isNamed, keysOf, namedBy, namesOf, type Name, type Named } from '../roadmap/names.ts';
import type { RoadmapDocument } from '../workspace/document.ts';

export const holds = ({ start, end }: Span, offset: number): boolean => start <= offset && offset <= end;

/** The name at a position; at its end too, where a cursor stands behind it. */
export function nameAt({ roadmap, lines }: RoadmapDocument, position: Position): Name | undefined {
  const offset = lines.offsetAt(position);
  return namesOf(roadmap).find(({ span }) => holds(span, offset));
}

/** Somebody or something at a position: by its name, or an item by its title. */
export interface Target {
  readonly named: Named;
  readonly range: Range;
  readonly name?: Name;
}

export function targetAt(document: RoadmapDocument, position: Position): Target | undefined {
  const { roadmap, lines } = document;
  const name = nameAt(document, position);
  if (name) return { named: namedBy(name), range: lines.rangeOf(name.span), name };
  const offset = lines.offsetAt(position);
  const item = roadmap.items.find(({ titleSpan }) => holds(titleSpan, offset));
  return item && { named: namedItem(item), range: lines.rangeOf(item.titleSpan) };
}

export const namedItem = (item: Item): Named => ({ kind: 'item', keys: new Set(keysOf(item)) });

/** Where the document names it, in the order of the text. */
export const placesOf = ({ roadmap }: RoadmapDocument, named: Named): Name[] =>
  namesOf(roadmap)
    .filter((name) => isNamed(name, named))
    .sort((a, b) => a.span.start - b.span.start);
