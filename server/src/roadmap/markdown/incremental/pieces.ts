import type { List, Root, RootContent, Table } from 'mdast';
import type { Point } from 'unist';
import {
  BLOCK_SENTINEL,
  cutsAfter,
  DEFINITION_SENTINEL,
  HEADING_SENTINEL,
  ROW_SENTINEL,
  SENTINEL_LABEL,
  type Source,
} from './cuts.ts';
import { type Defined, LabelCollector, type Labels, NO_LABELS } from './labels.ts';
import { readPlain } from '../plain/blocks.ts';
import { TOO_DEEP, TOO_LONG, type Unread, unreadIn } from './limits.ts';
import { moved } from './positions.ts';
import { parseWithLabels } from './remark.ts';
import { countLines, Shortened } from './shortened.ts';

/** A block that was cut into several pieces. */
export type Continued = 'list' | 'table';

/** A stretch of a document, whole lines, that reads the same wherever it stands. */
export interface Piece {
  readonly text: string;
  /** Its top-level blocks; lines, columns and offsets are those within `text`. */
  readonly nodes: readonly RootContent[];
  /**
   * Its first node goes on the last node of the piece before: more items, or more rows (which know no `align`). A list
   * is loose (`spread`) where one of its parts is.
   */
  readonly continues?: Continued;
  /** What of it wasn't read; offsets are those within `text`. */
  readonly unread: readonly Unread[];
}

/** A piece, and what one must know to use it again. */
export interface ReadPiece extends Piece {
  /** How many lines end in it. */
  readonly lines: number;
  /** What was taken to stand after it; see `Cut`. */
  readonly sentinel: string;
  /** What the next piece continues. */
  readonly leavesOpen?: Continued;
  readonly labels: Labels;
  /** Where its content ends, if it is the last one. */
  readonly end: Point;
}

/** Stands before rows that are read by themselves. Cells don't depend on their header. */
const TABLE_HEAD = '|x|\n|-|\n';
const TABLE_HEAD_SHIFT = { lines: -2, offset: -TABLE_HEAD.length };

interface Bounded {
  readonly nodes: RootContent[];
  readonly leavesOpen?: Continued;
}

const AFTER_BLANK = /(?:\r\n|\r(?!\n)|\n)[ \t]*(?:\r\n|\r|\n)$/u;

/** The nodes without the sentinel's, or nothing where the sentinel is part of another block: then it's no place to cut. */
function withoutSentinel(nodes: RootContent[], sentinel: string, text: string): Bounded | undefined {
  const at = text.length;
  const rest = nodes.slice(0, -1);
  const last = nodes.at(-1);
  const startsAt = (node: RootContent | undefined): boolean => node?.position?.start.offset === at;
  switch (sentinel) {
    case '':
      return { nodes };
    case HEADING_SENTINEL:
      return last?.type === 'heading' && startsAt(last) ? { nodes: rest } : undefined;
    case BLOCK_SENTINEL:
      return last?.type === 'paragraph' && startsAt(last) ? { nodes: rest } : undefined;
    case DEFINITION_SENTINEL:
      return last?.type === 'definition' && startsAt(last) ? { nodes: rest } : undefined;
    default: {
      const continued = sentinel === ROW_SENTINEL ? 'table' : 'list';
      if (last?.type !== continued || !startsAt(last.children.at(-1))) return undefined;
      // What stands in the first item of a list is read otherwise where that list interrupts a paragraph.
      if (last.children.length === 1) return AFTER_BLANK.test(text) ? { nodes: rest } : undefined;
      return { nodes: [...rest, withoutLast(last)], leavesOpen: continued };
    }
  }
}

function withoutLast<T extends List | Table>(node: T): T {
  const children = node.children.slice(0, -1);
  const end = children.at(-1)?.position?.end;
  const position = node.position && end ? { start: node.position.start, end: { ...end } } : node.position;
  return { ...node, children, position };
}

/** The rows of a table whose head stands in a piece before. */
function withoutHead([table, ...rest]: RootContent[]): RootContent[] {
  if (table?.type !== 'table') throw new Error('rows are no table');
  const rows = table.children.slice(1);
  const [first] = rows;
  if (first?.position && table.position) table.position.start = first.position.start;
  return [{ ...table, children: rows }, ...rest].map((node) => moved(node, TABLE_HEAD_SHIFT));
}

/** Markdown that isn't plain, longer than this in UTF-16 units, isn't read: it would take seconds. */
const MOST = 128 * 1024;

/** What is read of a text. */
interface Parsed {
  readonly root: Root;
  readonly labels: LabelCollector;
  readonly of: Shortened;
}

/**
 * Reads what is plain without the parser, and of all else what the parser can be given.
 * @returns the reason where that is nothing
 */
function parse(text: string, head: string, sentinel: string, defined: Defined): Parsed | string {
  const plainly = (of: Shortened): Parsed | undefined => {
    const labels = new LabelCollector(defined);
    const root = readPlain(head + of.text + sentinel, labels.plain);
    return root && { root, labels, of };
  };
  const plain = plainly(new Shortened(text, []));
  if (plain) return plain;
  const of = new Shortened(text, unreadIn(text));
  if (of.unread.length > 0) {
    const rest = plainly(of);
    if (rest) return rest;
    if (unreadIn(of.text).length > 0) return TOO_LONG;
  }
  if (of.text.length > MOST) return TOO_LONG;
  const labels = new LabelCollector(defined);
  try {
    return { root: parseWithLabels(head + of.text + sentinel, labels), labels, of };
  } catch (error) {
    // The limits should leave no such text.
    return error instanceof RangeError ? TOO_DEEP : String(error);
  }
}

/**
 * Reads a piece.
 * @param sentinel what stands after it
 * @param defined labels that the document is known to define
 * @returns nothing where a block goes on behind it, so that this is no piece
 */
export function readPiece(
  text: string,
  continues: Continued | undefined,
  sentinel: string,
  defined: Defined,
): ReadPiece | undefined {
  const about = { text, ...(continues && { continues }), lines: countLines(text), sentinel };
  const head = continues === 'table' ? TABLE_HEAD : '';
  if (sentinel === DEFINITION_SENTINEL && text.includes(SENTINEL_LABEL)) return undefined;
  const parsed = parse(text, head, sentinel, defined);
  if (typeof parsed === 'string')
    return {
      ...about,
      nodes: [],
      unread: [{ start: 0, end: text.length, reason: parsed }],
      labels: NO_LABELS,
      end: { line: 1, column: 1, offset: 0 },
    };
  const { root, labels, of } = parsed;
  const bounded = withoutSentinel(root.children, sentinel, head + of.text);
  if (!bounded) return undefined;
  labels.defines.delete(SENTINEL_LABEL);
  const { line, column, offset = 0 } = root.position?.end ?? { line: 1, column: 1, offset: 0 };
  const end =
    head === '' ? { line, column, offset } : { line: line - 2, column, offset: offset - head.length };
  return {
    ...about,
    ...bounded,
    nodes: of.relocate(head === '' ? bounded.nodes : withoutHead(bounded.nodes)),
    unread: of.unread,
    labels: labels.defines.size + labels.asks.size === 0 ? NO_LABELS : labels,
    end: of.place(end),
  };
}

/** A way to get a piece: by reading it, or because it is known. */
export type PieceReader = (
  text: string,
  continues: Continued | undefined,
  sentinel: string,
  start: number,
) => ReadPiece | undefined;

/** How much longer a piece gets at least when it wasn't one: so all attempts together stay linear. */
const GROWTH = 1.5;

/**
 * Cuts a text into pieces from its beginning on. Where the next piece ends depends on nothing but the text from its start to
 * the line after it, and on what it continues; so cutting can begin anew at any piece.
 */
export function* piecesOf(
  source: Source,
  continues: Continued | undefined,
  read: PieceReader,
): Generator<ReadPiece, void> {
  let start = 0;
  let open = continues;
  while (start < source.text.length || source.extend()) {
    let least = 0;
    for (const { at, sentinel } of cutsAfter(source, start)) {
      if (at - start < least && sentinel !== '') continue;
      const piece = read(source.text.slice(start, at), open, sentinel, start);
      if (piece) {
        yield piece;
        open = piece.leavesOpen;
        start = at;
        break;
      }
      least = (at - start) * GROWTH;
    }
  }
}
