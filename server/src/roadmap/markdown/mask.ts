import type { Nodes, Root } from 'mdast';
import type { Span } from '../model.ts';

/** Stands for one character of code, markup or an address. No notation contains it, so nothing is read there. */
const MASK = '\ufffc';
/** A comment of one line that begins as a field does: `<!-- owner: @ann -->`. */
const LABELLED_COMMENT = /^<!--[ \t]*\p{L}[\p{L}\d _-]*[:：](?:(?!-->)[^\r\n])*-->$/u;

export function spanOf(node: Nodes): Span {
  return { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 };
}

/** The nodes and all beneath them, in no order that counts. */
export function nodesOf(roots: readonly Nodes[]): Nodes[] {
  const nodes: Nodes[] = [...roots];
  // What is added meanwhile is visited too.
  for (const node of nodes) if ('children' in node) for (const child of node.children) nodes.push(child);
  return nodes;
}

/**
 * The text with everything hidden that isn't prose: code, HTML, addresses of links and images, and comments but for those
 * that may hold fields. Offsets stay; line breaks stay.
 */
export function maskMarkup(text: string, roots: readonly Nodes[]): string {
  const hidden: Span[] = [];
  for (const node of nodesOf(roots)) {
    const span = spanOf(node);
    switch (node.type) {
      case 'inlineCode':
      case 'code':
      case 'image':
      case 'imageReference':
      case 'definition':
      case 'footnoteReference':
        hidden.push(span);
        break;
      case 'html':
        if (!node.value.startsWith('<!--')) hidden.push(span);
        else if (!LABELLED_COMMENT.test(node.value))
          hidden.push({ start: span.start + '<!--'.length, end: span.end - '-->'.length });
        break;
      case 'link': {
        const last = node.children.at(-1);
        // An address that stands for itself (`https://…`, a mail address) is hidden whole.
        const bare = text[span.start] !== '[';
        hidden.push({ start: bare || !last ? span.start : spanOf(last).end, end: span.end });
        break;
      }
    }
  }
  if (hidden.length === 0) return text;
  let masked = '';
  let done = 0;
  for (const { start, end } of hidden.sort((a, b) => a.start - b.start)) {
    if (end <= done) continue;
    const from = Math.max(start, done);
    masked += text.slice(done, from) + hide(text.slice(from, end));
    done = end;
  }
  return masked + text.slice(done);
}

const hide = (text: string): string => text.replace(/[^\r\n]+/g, (line) => MASK.repeat(line.length));

/** The line with what stands in its comments hidden too: only labels tell fields there. */
export const withoutComments = (line: string): string =>
  line.includes('<!--') ? line.replace(/(?<=<!--).*?(?=-->)/gu, hide) : line;

/** A stretch of one line as the notations see it: markup hidden. */
export class Line {
  readonly text: string;
  readonly #start: number;

  constructor(text: string, start: number) {
    this.text = text;
    this.#start = start;
  }

  /** The place in the document of an offset in `text`. */
  sourceOffset(offset: number): number {
    return this.#start + offset;
  }
}

/** Where a document shows text as it is: code, in blocks and in lines. */
export function codeSpans(root: Root): Span[] {
  const spans: Span[] = [];
  for (const node of nodesOf([root]))
    if (node.type === 'code' || node.type === 'inlineCode') spans.push(spanOf(node));
  return spans.sort((a, b) => a.start - b.start);
}

/** The lines of a span, each trimmed of the white space around it; empty lines are left out. */
export function linesOf(masked: string, { start, end }: Span): Line[] {
  const lines: Line[] = [];
  const piece = masked.slice(start, end);
  for (let from = 0; from < piece.length;) {
    LINE_BREAK.lastIndex = from;
    const to = LINE_BREAK.test(piece) ? LINE_BREAK.lastIndex - 1 : piece.length;
    const line = piece.slice(from, to);
    const text = line.trim();
    if (text !== '') {
      const before = text.length === line.length ? 0 : line.length - line.trimStart().length;
      lines.push(new Line(text, start + from + before));
    }
    from = to + 1;
  }
  return lines;
}

const LINE_BREAK = /[\r\n]/g;
