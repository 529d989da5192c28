import { DocumentHighlightKind, type DocumentHighlight, type Location } from 'vscode-languageserver';
import type { NameRole, Named } from '../roadmap/names.ts';
import type { RoadmapDocument } from '../workspace/document.ts';
import { placesOf, type Target } from './places.ts';

/** Where a document names it; an id is where it gets its name. */
export const references = (
  document: RoadmapDocument,
  named: Named,
  includeDeclaration: boolean,
): Location[] =>
  placesOf(document, named)
    .filter(({ role }) => includeDeclaration || role !== 'id')
    .map(({ span }) => ({ uri: document.uri, range: document.lines.rangeOf(span) }));

const KINDS: Readonly<Record<NameRole, DocumentHighlightKind>> = {
  owners: DocumentHighlightKind.Text,
  id: DocumentHighlightKind.Write,
  dependsOn: DocumentHighlightKind.Read,
};

/** The same in the document at hand; a title that nothing refers to isn't worth it. */
export const highlights = (document: RoadmapDocument, { named }: Target): DocumentHighlight[] =>
  placesOf(document, named).map(({ role, span }) => ({
    range: document.lines.rangeOf(span),
    kind: KINDS[role],
  }));
