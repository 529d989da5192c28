import type { Item, Span } from '../roadmap/model.ts';
import type { RoadmapDocument } from '../workspace/document.ts';

/** The items that a stretch of the document touches, in their order; chapters elsewhere aren't looked at. */
export function itemsIn({ roadmap, chapters }: RoadmapDocument, { start, end }: Span): Item[] {
  const touches = ({ span }: Item): boolean => span.start <= end && start <= span.end;
  if (!chapters) return roadmap.items.filter(touches);
  return chapters.flatMap(({ chapter: { place, text }, reading: { items } }) =>
    place.offset <= end && start <= place.offset + text.length ? items.filter(touches) : [],
  );
}
