import type { Nodes } from 'mdast';
import { MarkdownDocument } from '../roadmap/markdown/incremental/document.ts';
import { nodesAt } from '../roadmap/markdown/nodesAt.ts';
import type { Roadmap } from '../roadmap/model.ts';
import type { RoadmapDocument } from './document.ts';

/** What of the markdown holds a place. */
export interface MarkupAt {
  /** The outermost first; positions are those in the document less `base`. */
  readonly path: readonly Nodes[];
  readonly base: number;
}

/** Of documents that aren't read chapter by chapter: a few, and asked for once for each version. */
const PARSED = new WeakMap<Roadmap, readonly Nodes[]>();

export function markupAt({ chapters, roadmap }: RoadmapDocument, offset: number): MarkupAt {
  const chapter = chapters?.findLast(({ chapter: { place } }) => place.offset <= offset)?.chapter;
  if (chapter) {
    const base = chapter.place.offset;
    return { path: nodesAt(chapter.nodes, offset - base), base };
  }
  const known = PARSED.get(roadmap) ?? MarkdownDocument.parse(roadmap.text).root().children;
  PARSED.set(roadmap, known);
  return { path: nodesAt(known, offset), base: 0 };
}
