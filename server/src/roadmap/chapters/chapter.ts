import type { RootContent } from 'mdast';
import { carriedOver, differenceOf, type Difference } from '../difference.ts';
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

  private constructor(
    pieces: readonly ReadPiece[],
    text: string,
    nodes: readonly RootContent[],
    matter: Span,
  ) {
    this.pieces = pieces;
    this.text = text;
    this.nodes = nodes;
    this.matter = matter;
    this.lineBreaks = pieces.reduce((sum, { lines }) => sum + lines, 0);
  }

  static of(document: MarkdownDocument, from: number, to: number, matter: Span): Chapter {
    return new Chapter(
      document.pieces.slice(from, to),
      document.textOf(from, to),
      document.nodesOf(from, to),
      matter,
    );
  }

  /** A document that is read once, as a single chapter: nothing in it has to be moved, nor known again. */
  static whole(document: MarkdownDocument, matter: Span): Chapter {
    return new Chapter(document.pieces, document.text, document.root().children, matter);
  }

  get survey(): Survey {
    return (this.#survey ??= surveyOf(this.text, this.nodes, this.matter));
  }
}

const NO_MATTER: Span = { start: 0, end: 0 };

/** A document divided into chapters, and what the next version's division is made from. */
export interface Division {
  readonly chapters: readonly Chapter[];
  /** Which chapters aren't those of the version before. */
  readonly change: Difference;
  readonly pieces: readonly ReadPiece[];
  readonly heads: readonly Head[];
  /** The pieces at which chapters begin. */
  readonly starts: readonly number[];
  readonly matter: Span;
}

const NOTHING: Division = {
  chapters: [],
  change: { start: 0, end: 0, newEnd: 0 },
  pieces: [],
  heads: [],
  starts: [],
  matter: NO_MATTER,
};

/** A document that is read once isn't divided. */
export function undivided(document: MarkdownDocument): Division {
  const matter = matterOf(document, 0, NO_MATTER);
  return {
    ...NOTHING,
    chapters: [Chapter.whole(document, matter)],
    change: { start: 0, end: 0, newEnd: 1 },
    matter,
  };
}

/** The chapters of a document, in their order; those of an earlier version that are still the same, are the same. */
export function divide(document: MarkdownDocument, earlier: Division = NOTHING): Division {
  const { pieces } = document;
  const changed = differenceOf(earlier.pieces, pieces);
  const heads = carriedOver(changed, earlier.heads, pieces, headOf);
  const matter = matterOf(document, changed.start, earlier.matter);
  const starts = startsOf(heads, firstBehind(document, matter));
  const change = sameChapters(starts, { changed, length: pieces.length }, earlier);
  // The front matter belongs to the first chapter.
  const start = matter.end === earlier.matter.end ? change.start : 0;
  const made = starts.slice(start, change.newEnd).map((from, nth) => {
    const index = start + nth;
    const to = starts[index + 1] ?? pieces.length;
    return Chapter.of(document, from, to, index === 0 ? matter : NO_MATTER);
  });
  const chapters = earlier.chapters.slice(0, start).concat(made, earlier.chapters.slice(change.end));
  return { chapters, change: { ...change, start }, pieces, heads, starts, matter };
}

/** Which chapters are cut from pieces of which none has changed, and where they were cut before. */
function sameChapters(
  starts: readonly number[],
  { changed, length }: { readonly changed: Difference; readonly length: number },
  earlier: Division,
): Difference {
  const shift = length - earlier.pieces.length;
  const most = Math.min(starts.length, earlier.starts.length);
  let start = 0;
  while (
    start < most &&
    starts[start] === earlier.starts[start] &&
    (starts[start + 1] ?? length) <= changed.start &&
    (earlier.starts[start + 1] ?? earlier.pieces.length) === (starts[start + 1] ?? length)
  )
    start++;
  let same = 0;
  for (; same < most - start; same++) {
    const from = starts[starts.length - 1 - same] ?? 0;
    const was = earlier.starts[earlier.starts.length - 1 - same] ?? 0;
    // The front matter makes the first chapter another one than if it stood elsewhere.
    if (from < changed.newEnd || from !== was + shift || from === 0 || was === 0) break;
  }
  return { start, end: earlier.starts.length - same, newEnd: starts.length - same };
}

/** The front matter may be several pieces, as the parser doesn't know it. */
/** @param unchanged how many pieces at the beginning are those of the version before */
function matterOf(document: MarkdownDocument, unchanged: number, earlier: Span): Span {
  if (!/^(?:\ufeff| )?---/u.test(document.pieces[0]?.text ?? '')) return NO_MATTER;
  // The line break behind it is a part of what tells its end.
  if (earlier.end > 0 && earlier.end + 1 < (document.starts[unchanged] ?? document.length)) return earlier;
  return frontMatter(document.text);
}

/** The first piece that stands behind the front matter. */
const firstBehind = (document: MarkdownDocument, { end }: Span): number =>
  end === 0 ? 0 : document.pieceAt(end - 1) + 1;

/** The pieces at which chapters begin. */
function startsOf(heads: readonly Head[], firstBehind: number): number[] {
  const starts = [0];
  /** Which chapter the last heading of the first level stands in. */
  let title: number | undefined;
  let isDocumentTitle = false;
  let titles = 0;
  for (const head of heads) titles += head.titles;
  for (let index = 0; index < heads.length; index++) {
    const head = heads[index] ?? PLAIN;
    if (head === PLAIN) continue;
    if (index > 0 && index >= firstBehind && head.depth <= CHAPTER_DEPTH) {
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
export interface Head {
  /** Of the heading that the piece begins with, where it is one that begins a chapter; more than any for all others. */
  readonly depth: number;
  readonly mayBeField: boolean;
  /** How many headings of the first level stand in it. */
  readonly titles: number;
}

/** That of nearly all pieces. */
const PLAIN: Head = { depth: Infinity, mayBeField: false, titles: 0 };

function headOf({ nodes, text, continues }: ReadPiece): Head {
  const [first] = nodes;
  const isHeading = first?.type === 'heading' && continues === undefined;
  const titles = nodes.filter((node) => node.type === 'heading' && node.depth === 1).length;
  if (!isHeading || first.depth > CHAPTER_DEPTH) return titles === 0 ? PLAIN : { ...PLAIN, titles };
  const title = plainTitle(text.slice(spanOf(first).start, spanOf(first).end).replace(/^\s*#+\s*/u, ''));
  return {
    depth: first.depth,
    mayBeField: first.depth > 1 && /^[^:：]{1,32}[:：]\s*\S/u.test(title) && !isBucketTitle(title),
    titles,
  };
}
