import type { RootContent } from 'mdast';
import type { MarkdownDocument } from '../markdown/incremental/document.ts';
import type { ReadPiece } from '../markdown/incremental/pieces.ts';
import { spanOf } from '../markdown/mask.ts';
import { plainTitle } from '../markdown/text.ts';
import type { Span } from '../model.ts';
import { isBucketTitle } from '../words.ts';
import { frontMatter } from './document.ts';
import type { Place } from './place.ts';
import { surveyOf, type Survey } from './survey.ts';

/** Headings up to this depth begin a chapter; deeper ones belong to the chapter around them. */
const CHAPTER_DEPTH = 2;

/**
 * What is read at one go: a heading of the first two levels and what stands beneath it, up to the next one, or what
 * stands before the first. Where an edit leaves a chapter's pieces as they are, the chapter stays, and all that was read
 * of it; only its place changes.
 */
export class Chapter {
  readonly pieces: readonly ReadPiece[];
  readonly text: string;
  /** Its top-level blocks; positions are those within `text`. */
  readonly nodes: readonly RootContent[];
  /** The front matter, which the first chapter may begin with; empty in all others. */
  readonly matter: Span;
  readonly place: Place = { offset: 0, line: 0, reach: 0 };
  readonly lineBreaks: number;
  #survey: Survey | undefined;

  constructor(document: MarkdownDocument, from: number, to: number, matter: Span) {
    this.pieces = document.pieces.slice(from, to);
    this.text = document.textOf(from, to);
    this.nodes = document.nodesOf(from, to);
    this.matter = matter;
    this.lineBreaks = this.pieces.reduce((sum, { lines }) => sum + lines, 0);
  }

  get survey(): Survey {
    return (this.#survey ??= surveyOf(this.text, this.nodes, this.matter));
  }
}

const NO_MATTER: Span = { start: 0, end: 0 };

/** The chapters of a document, in their order; those of an earlier version that are still the same, are the same. */
export function chaptersOf(document: MarkdownDocument, earlier: readonly Chapter[] = []): Chapter[] {
  const known = new Map(earlier.map((chapter) => [chapter.pieces[0], chapter]));
  const matter = matterOf(document);
  const starts = startsOf(document, matter.end);
  return starts.map((from, index) => {
    const to = starts[index + 1] ?? document.pieces.length;
    const own = index === 0 ? matter : NO_MATTER;
    const same = known.get(document.pieces[from]);
    return same && isSame(same, document.pieces, from, to) && same.matter.end === own.end
      ? same
      : new Chapter(document, from, to, own);
  });
}

function isSame(chapter: Chapter, pieces: readonly ReadPiece[], from: number, to: number): boolean {
  return (
    chapter.pieces.length === to - from && chapter.pieces.every((piece, nth) => piece === pieces[from + nth])
  );
}

/** The front matter may be several pieces, as the parser doesn't know it. */
function matterOf(document: MarkdownDocument): Span {
  if (!/^(?:\ufeff| )?---/u.test(document.pieces[0]?.text ?? '')) return NO_MATTER;
  return frontMatter(document.text);
}

/** The pieces at which chapters begin. */
function startsOf(document: MarkdownDocument, after: number): number[] {
  const heads = document.pieces.map(headOf);
  const starts = [0];
  /** Which chapter the last heading of the first level stands in. */
  let title: number | undefined;
  let isDocumentTitle = false;
  const firstBehind = heads.findIndex((_, index) => (document.starts[index] ?? 0) >= after);
  const titles = heads.reduce((sum, head) => sum + head.titles, 0);
  for (const [index, head] of heads.entries()) {
    const isMatter = (document.starts[index] ?? 0) < after;
    if (index > 0 && !isMatter && head.depth <= CHAPTER_DEPTH) {
      // "## Owner: Ann" is a field of the heading above, unless that is the document's title: all is read together then.
      if (head.mayBeField && title !== undefined && !isDocumentTitle) starts.length = title + 1;
      else starts.push(index);
    }
    if (head.titles === 0) continue;
    title = starts.length - 1;
    isDocumentTitle = titles === 1 && head.depth === 1 && index === firstBehind;
  }
  return starts;
}

/** What a piece begins with. */
interface Head {
  /** Of the heading that the piece begins with; more than any where it begins with something else. */
  readonly depth: number;
  readonly mayBeField: boolean;
  /** How many headings of the first level stand in it. */
  readonly titles: number;
}

const HEADS = new WeakMap<ReadPiece, Head>();

function headOf(piece: ReadPiece): Head {
  const known = HEADS.get(piece);
  if (known) return known;
  const { nodes, text, continues } = piece;
  const [first] = nodes;
  const isHeading = first?.type === 'heading' && continues === undefined;
  const title = isHeading
    ? plainTitle(text.slice(spanOf(first).start, spanOf(first).end).replace(/^\s*#+\s*/u, ''))
    : '';
  const head: Head = {
    depth: isHeading ? first.depth : Infinity,
    mayBeField:
      isHeading && first.depth > 1 && /^[^:：]{1,32}[:：]\s*\S/u.test(title) && !isBucketTitle(title),
    titles: nodes.filter((node) => node.type === 'heading' && node.depth === 1).length,
  };
  HEADS.set(piece, head);
  return head;
}
