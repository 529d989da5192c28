import type { Root, RootContent } from 'mdast';
import { type Defined, guessDefinitions } from './labels.ts';
import { type Continued, type PieceReader, piecesOf, type ReadPiece, readPiece } from './pieces.ts';
import { move, moved } from './positions.ts';
import { PieceStore } from './store.ts';

/** `start` and `end` are offsets (UTF-16 units) in the text as the changes before left it. */
export interface TextChange {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const BOM = '\ufeff';
/** With more changes than this, one comparison of the whole text costs less. */
const MANY_CHANGES = 32;

/**
 * A markdown document that is read piece by piece: an edit reads only the pieces that it touches. Immutable; the versions
 * of a document share their pieces.
 */
export class MarkdownDocument {
  readonly pieces: readonly ReadPiece[];
  /** Where each piece starts (UTF-16 units). */
  readonly starts: Float64Array;
  /** How many lines stand before each piece. */
  readonly startLines: Float64Array;
  readonly length: number;
  /** How many lines end in it. */
  readonly lines: number;
  /** How many pieces were not read. */
  readonly unreadable: number;
  /** How often each label is defined, by pieces. */
  readonly #defined: ReadonlyMap<string, number>;
  /** Pieces of earlier versions; shared by all versions. */
  readonly #store: PieceStore;
  /** The parser would drop a byte order mark, and all offsets would be one too small; the first piece has a space there. */
  readonly #hasBom: boolean;
  #text: string | undefined;
  /** Its blocks, where those of the pieces needn't stay as they are. */
  #blocks: RootContent[] | undefined;

  /** @param earlier a version with the same pieces at the beginning and at the end: so many at each */
  private constructor(
    pieces: readonly ReadPiece[],
    defined: ReadonlyMap<string, number>,
    store: PieceStore,
    hasBom: boolean,
    earlier?: { readonly document: MarkdownDocument; readonly before: number; readonly behind: number },
  ) {
    this.pieces = pieces;
    this.#defined = defined;
    this.#store = store;
    this.#hasBom = hasBom;
    const { document, before = 0, behind = 0 } = earlier ?? {};
    this.starts = new Float64Array(pieces.length);
    this.startLines = new Float64Array(pieces.length);
    let offset = document?.starts[before] ?? document?.length ?? 0;
    let lines = document?.startLines[before] ?? document?.lines ?? 0;
    if (document) {
      this.starts.set(document.starts.subarray(0, before));
      this.startLines.set(document.startLines.subarray(0, before));
    }
    let index = before;
    for (; index < pieces.length - behind; index++) {
      const piece = pieces[index];
      if (!piece) break;
      this.starts[index] = offset;
      this.startLines[index] = lines;
      offset += piece.text.length;
      lines += piece.lines;
    }
    // Pieces that have only moved aren't looked at: there may be very many.
    if (document && behind > 0) {
      const shift = document.pieces.length - pieces.length;
      const byOffset = offset - (document.starts[index + shift] ?? 0);
      const byLines = lines - (document.startLines[index + shift] ?? 0);
      for (; index < pieces.length; index++) {
        this.starts[index] = (document.starts[index + shift] ?? 0) + byOffset;
        this.startLines[index] = (document.startLines[index + shift] ?? 0) + byLines;
      }
      offset = document.length + byOffset;
      lines = document.lines + byLines;
    }
    this.length = offset;
    this.lines = lines;
    const changed = pieces.slice(before, pieces.length - behind);
    const gone = document?.pieces.slice(before, document.pieces.length - behind) ?? [];
    this.unreadable = (document?.unreadable ?? 0) + countUnreadable(changed) - countUnreadable(gone);
  }

  /** Never throws; what can't be read is said by its piece. */
  static parse(text: string): MarkdownDocument {
    const reading = MarkdownDocument.reading(text);
    for (;;) {
      const step = reading.next();
      if (step.done) return step.value;
    }
  }

  /** A document that is read once, and never edited. */
  static once(text: string): MarkdownDocument {
    const document = MarkdownDocument.parse(text);
    const blocks: RootContent[] = [];
    for (const [index, piece] of document.pieces.entries()) {
      const shift = { lines: document.startLines[index] ?? 0, offset: document.starts[index] ?? 0 };
      for (const [nth, node] of piece.nodes.entries()) {
        move(node, shift);
        if (!(piece.continues && nth === 0 && goOn(blocks.at(-1), node))) blocks.push(node);
      }
    }
    document.#blocks = blocks;
    return document;
  }

  /**
   * The same in steps of a piece each, so that the caller can pause between them, or drop it. Each step tells how many
   * characters are read.
   */
  static *reading(text: string): Generator<number, MarkdownDocument> {
    const hasBom = text.startsWith(BOM);
    const source = { text: hasBom ? ` ${text.slice(1)}` : text, extend: () => false };
    const guessed = guessDefinitions(text);
    const pieces: ReadPiece[] = [];
    let done = 0;
    for (const piece of piecesOf(source, undefined, (part, continues, sentinel) =>
      readPiece(part, continues, sentinel, guessed),
    )) {
      pieces.push(piece);
      done += piece.text.length;
      yield done;
    }
    const defined = new Map<string, number>();
    for (const { labels } of pieces) for (const label of labels.defines) count(defined, label, 1);
    const known = new Set(defined.keys());
    for (const [index, piece] of pieces.entries()) {
      if (!asksOtherwise(piece, known)) continue;
      pieces[index] = readAgain(piece, known);
      yield done;
    }
    const document = new MarkdownDocument(pieces, defined, new PieceStore(), hasBom);
    document.#text = text;
    return document;
  }

  get text(): string {
    if (this.#text === undefined) {
      const text = this.pieces.map((piece) => piece.text).join('');
      this.#text = this.#hasBom ? BOM + text.slice(1) : text;
    }
    return this.#text;
  }

  /** The document after changes, one after another. */
  edit(changes: readonly TextChange[]): MarkdownDocument {
    if (changes.length > MANY_CHANGES) {
      let { text } = this;
      for (const change of changes) text = text.slice(0, change.start) + change.text + text.slice(change.end);
      return this.to(text);
    }
    let document: MarkdownDocument = this; // eslint-disable-line @typescript-eslint/no-this-alias
    for (const { start, end, text } of changes) document = document.#replace(start, end, text);
    return document;
  }

  /** The document with another text, of which what it has in common with this one isn't read again. */
  to(text: string): MarkdownDocument {
    const { pieces, starts } = this;
    // Whole pieces first: comparing strings is much faster than comparing characters.
    let first = 0;
    let start = 0;
    if (this.#hasBom === text.startsWith(BOM)) {
      while (first < pieces.length) {
        const part = this.#originalText(first);
        if (!text.startsWith(part, start)) break;
        start += part.length;
        first++;
      }
    }
    let last = pieces.length;
    let tail = 0;
    while (last > first) {
      const part = this.#originalText(last - 1);
      if (text.length - tail - part.length < start || !text.endsWith(part, text.length - tail)) break;
      tail += part.length;
      last--;
    }
    const end = last < pieces.length ? (starts[last] ?? 0) : this.length;
    const before = this.textOf(first, last);
    const after = text.slice(start, text.length - tail);
    if (before === after) return this;
    const prefix = commonPrefix(before, after);
    const suffix = commonSuffix(before, after, prefix);
    const document = this.#replace(start + prefix, end - suffix, after.slice(prefix, after.length - suffix));
    document.#text = text;
    return document;
  }

  /** The whole tree, as remark gives it. */
  root(): Root {
    const last = this.pieces.length - 1;
    const { line, column, offset = 0 } = this.pieces[last]?.end ?? { line: 1, column: 1, offset: 0 };
    return {
      type: 'root',
      children: this.#blocks ?? this.nodesOf(0, this.pieces.length),
      position: {
        start: { line: 1, column: 1, offset: 0 },
        end: {
          line: line + (this.startLines[last] ?? 0),
          column,
          offset: offset + (this.starts[last] ?? 0),
        },
      },
    };
  }

  /** The top-level blocks of some pieces; positions are those within the first of these. */
  nodesOf(from: number, to: number): RootContent[] {
    const first = this.pieces[from];
    if (first && to === from + 1) return [...first.nodes];
    const nodes: RootContent[] = [];
    const [lines, offset] = [this.startLines[from] ?? 0, this.starts[from] ?? 0];
    for (let index = from; index < to; index++) {
      const piece = this.pieces[index];
      const shift = {
        lines: (this.startLines[index] ?? 0) - lines,
        offset: (this.starts[index] ?? 0) - offset,
      };
      for (const [nth, node] of (piece?.nodes ?? []).entries()) {
        const copy = moved(node, shift);
        if (!(piece?.continues && nth === 0 && goOn(nodes.at(-1), copy))) nodes.push(copy);
      }
    }
    return nodes;
  }

  /** The text of some pieces. */
  textOf(from: number, to: number): string {
    let text = '';
    for (let index = from; index < to; index++) text += this.#originalText(index);
    return text;
  }

  /** Which piece an offset stands in; the last one for the end of the text. */
  pieceAt(offset: number): number {
    let low = 0;
    let high = this.pieces.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return Math.max(low, 0);
  }

  #originalText(index: number): string {
    const text = this.pieces[index]?.text ?? '';
    return index === 0 && this.#hasBom ? BOM + text.slice(1) : text;
  }

  #replace(start: number, end: number, insert: string): MarkdownDocument {
    if (start === end && insert === '') return this;
    // The window begins a piece earlier, as the beginning of a piece has its say in where the one before ends.
    const from = Math.max(this.pieceAt(start) - 1, 0);
    const base = this.starts[from] ?? 0;
    let next = Math.min(this.pieceAt(end) + 1, this.pieces.length);
    const window = this.textOf(from, next);
    let text = window.slice(0, start - base) + insert + window.slice(end - base);
    let hasBom = this.#hasBom;
    if (from === 0) {
      if (text === '' && next < this.pieces.length) text = this.#originalText(next++);
      hasBom = text.startsWith(BOM);
      if (hasBom) text = ` ${text.slice(1)}`;
    }
    let batch = 1;
    const source = {
      text,
      extend: (): boolean => {
        if (next >= this.pieces.length) return false;
        const to = Math.min(next + batch, this.pieces.length);
        source.text += this.textOf(next, to);
        next = to;
        batch *= 2;
        return true;
      },
    };
    const added: ReadPiece[] = [];
    const delta = insert.length - (end - start);
    let to = this.pieces.length;
    let at = base;
    const read: PieceReader = (part, continues, sentinel, partAt) =>
      this.#known(part, continues, sentinel, [base + partAt, base + partAt - delta]) ??
      readPiece(part, continues, sentinel, this.#defined);
    for (const piece of piecesOf(source, this.pieces[from]?.continues, read)) {
      added.push(piece);
      at += piece.text.length;
      const same = at < start + insert.length ? undefined : this.#pieceFrom(at - delta);
      if (same === undefined || this.pieces[same]?.continues !== piece.leavesOpen) continue;
      to = same;
      break;
    }
    return this.#spliced(from, to, added, hasBom);
  }

  /** The piece that starts at an offset. */
  #pieceFrom(offset: number): number | undefined {
    const index = this.pieceAt(offset);
    return this.starts[index] === offset ? index : undefined;
  }

  /** A piece that was read before: at one of these offsets, or in an earlier version. */
  #known(
    text: string,
    continues: Continued | undefined,
    sentinel: string,
    offsets: readonly number[],
  ): ReadPiece | undefined {
    const isSame = (piece: ReadPiece | undefined): boolean =>
      piece?.text === text && piece.continues === continues && piece.sentinel === sentinel;
    for (const offset of offsets) {
      const piece = this.pieces[this.#pieceFrom(offset) ?? -1];
      if (isSame(piece)) return piece;
    }
    const piece = this.#store.take(text);
    return isSame(piece) ? piece : undefined;
  }

  #spliced(from: number, to: number, added: ReadPiece[], hasBom: boolean): MarkdownDocument {
    const before = new Set(this.pieces.slice(from, to));
    const after = new Set(added);
    const labels = new Map<string, number>();
    for (const piece of before) {
      if (after.has(piece)) continue;
      this.#store.add(piece);
      for (const label of piece.labels.defines) count(labels, label, -1);
    }
    for (const piece of added)
      if (!before.has(piece)) for (const label of piece.labels.defines) count(labels, label, 1);
    const pieces = this.pieces.slice(0, from).concat(added, this.pieces.slice(to));
    let defined = this.#defined;
    if (labels.size > 0) {
      const counts = new Map(defined);
      for (const [label, times] of labels) count(counts, label, times);
      defined = counts;
    }
    const toggled = [...labels.keys()].filter((label) => defined.has(label) !== this.#defined.has(label));
    const behind = this.pieces.length - to;
    const again = (first: number, end: number): void => {
      for (let index = first; index < end; index++) {
        const piece = pieces[index];
        if (piece && asksOtherwise(piece, defined)) pieces[index] = readAgain(piece, defined);
      }
    };
    if (toggled.length > 0) {
      again(0, pieces.length);
      return new MarkdownDocument(pieces, defined, this.#store, hasBom);
    }
    again(from, pieces.length - behind);
    return new MarkdownDocument(pieces, defined, this.#store, hasBom, {
      document: this,
      before: from,
      behind,
    });
  }
}

function count(counts: Map<string, number>, label: string, by: number): void {
  const times = (counts.get(label) ?? 0) + by;
  if (times === 0) counts.delete(label);
  else counts.set(label, times);
}

function countUnreadable(pieces: readonly ReadPiece[]): number {
  let unreadable = 0;
  for (const piece of pieces) unreadable += piece.unread.length;
  return unreadable;
}

/** Whether a piece was read with other labels defined. */
function asksOtherwise({ labels: { asks } }: ReadPiece, defined: Defined): boolean {
  for (const [label, was] of asks) if (defined.has(label) !== was) return true;
  return false;
}

/** Where a piece ends doesn't depend on labels. */
const readAgain = (piece: ReadPiece, defined: Defined): ReadPiece =>
  readPiece(piece.text, piece.continues, piece.sentinel, defined) ?? piece;

/** Appends what goes on a block to that block; false where there is nothing to go on. */
function goOn(block: RootContent | undefined, part: RootContent): boolean {
  if (!(
    (block?.type === 'list' && part.type === 'list') ||
    (block?.type === 'table' && part.type === 'table')
  ))
    return false;
  block.children.push(...(part.children as never[]));
  if (block.position && part.position) block.position.end = { ...part.position.end };
  if (block.type === 'list' && part.type === 'list')
    block.spread = Boolean(block.spread) || Boolean(part.spread);
  return true;
}

function commonPrefix(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let length = 0;
  while (length < most && a.charCodeAt(length) === b.charCodeAt(length)) length++;
  return length;
}

function commonSuffix(a: string, b: string, prefix: number): number {
  const most = Math.min(a.length, b.length) - prefix;
  let length = 0;
  while (length < most && a.charCodeAt(a.length - 1 - length) === b.charCodeAt(b.length - 1 - length))
    length++;
  return length;
}
