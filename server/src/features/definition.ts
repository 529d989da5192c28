import type { Location, LocationLink } from 'vscode-languageserver';
import type { Item } from '../roadmap/model.ts';
import { itemsNamed } from '../roadmap/names.ts';
import type { RoadmapDocument } from '../workspace/document.ts';
import type { Target } from './places.ts';

/** The items of a document that the target is, each with the whole of it and its title. */
export const definitions = (document: RoadmapDocument, { named, range }: Target): LocationLink[] =>
  itemsNamed(document.roadmap, named).map((item) => ({
    originSelectionRange: range,
    ...linkTo(document, item),
  }));

/**
 * Of what is defined nowhere, the place itself: an owner is nothing but a name. Editors show the other places then.
 */
export const ownPlace = ({ uri }: RoadmapDocument, { range }: Target): LocationLink[] => [
  { originSelectionRange: range, targetUri: uri, targetRange: range, targetSelectionRange: range },
];

/** For clients that know no links. */
export const toLocation = ({ targetUri, targetSelectionRange }: LocationLink): Location => ({
  uri: targetUri,
  range: targetSelectionRange,
});

function linkTo({ uri, lines }: RoadmapDocument, item: Item): LocationLink {
  return {
    targetUri: uri,
    targetRange: lines.rangeOf({ start: item.own.start, end: Math.max(item.own.end, item.titleSpan.end) }),
    targetSelectionRange: lines.rangeOf(item.titleSpan),
  };
}
