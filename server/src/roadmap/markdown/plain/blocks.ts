import type {
  BlockContent,
  Definition,
  List,
  ListItem,
  Paragraph,
  Root,
  RootContent,
  TableCell,
  TableRow,
} from 'mdast';
import type { Point, Position } from 'unist';
import { normalizeLabel } from '../incremental/labels.ts';
import { NotPlain, notPlain, readText, type TextLine } from './text.ts';

type Block = BlockContent | Definition;

interface Line {
  readonly start: number;
  /** Spaces before its content. */
  readonly indent: number;
  /** The end of its content: white space behind it and its ending don't belong to it. */
  readonly end: number;
  /** The line as it stands, without its ending. */
  readonly full: number;
}

const MARKER = /([-+*]|(\d{1,9})[.)])( {1,4})(?=[^ \r\n])/y;
const LIKE_MARKER = /^(?:[-+*]|\d{1,9}[.)])(?: |$)/u;
const HEADING = /(#{1,6}) +/y;
const FENCE = /^(`{3,}|~{3,})([\w+#.-]*)$/u;
const THEMATIC_BREAK = /^(?:-{3,}|\*{3,}|_{3,})$/u;
const SPACED_BREAK = /^(?:(?:\* *){3,}|(?:- *){3,}|(?:_ *){3,})$/u;
const UNDERLINE = /^[-=:|][-=:| ]*$/u;
const DELIMITERS = /^\|(?: *:?-+:? *\|)+$/u;
const BOX = /\[([ xX])\] (?=[^ \r\n])/y;
const DEFINITION = /^\[([^[\]\\^][^[\]\\]*)\]: ([^\s<>()\\&"'`]+)$/u;
/** Quotes, HTML, indented code, footnotes and most definitions are the parser's. */
const INTRICATE_START = /^(?:[><]|\[[^\]]*\]:)/u;
/** Lists within each other. */
const MOST_DEEP = 64;

/** What is known of labels, as they are written. */
export interface PlainLabels {
  /** Notes a definition; false where the label was looked up before in vain. */
  define(label: string): boolean;
  isDefined(label: string): boolean;
}

/**
 * Reads markdown in which everything is plain: headings, paragraphs, lists, tasks, tables, fences and definitions as people
 * write them every day. Gives just what remark gives, or nothing where it isn't sure. Takes linear time.
 */
export function readPlain(source: string, labels: PlainLabels): Root | undefined {
  try {
    return new PlainReader(source, labels).root();
  } catch (error) {
    if (error instanceof NotPlain) return undefined;
    throw error;
  }
}

function linesOf(source: string): Line[] {
  const lines: Line[] = [];
  for (let start = 0; start < source.length;) {
    const feed = source.indexOf('\n', start);
    const next = feed < 0 ? source.length : feed;
    const full = feed > start && source[feed - 1] === '\r' ? feed - 1 : next;
    let at = start;
    while (source[at] === ' ') at++;
    let end = full;
    while (end > at && source[end - 1] === ' ') end--;
    lines.push({ start, indent: at - start, end: Math.max(end, at), full });
    start = next + 1;
  }
  return lines;
}

class PlainReader {
  readonly #source: string;
  readonly #labels: PlainLabels;
  readonly #lines: readonly Line[];
  /** The line at which reading stands. */
  #at = 0;

  /** How many lists stand around the line. */
  #depth = 0;

  constructor(source: string, labels: PlainLabels) {
    if (/[\t\0]|\r(?!\n)/u.test(source)) notPlain();
    this.#source = source;
    this.#labels = labels;
    this.#lines = linesOf(source);
  }

  root(): Root {
    const children: RootContent[] = this.#blocks(0).children;
    return {
      type: 'root',
      children,
      position: { start: { line: 1, column: 1, offset: 0 }, end: this.#end() },
    };
  }

  #end(): Point {
    const { length } = this.#source;
    return this.#source.endsWith('\n') || length === 0
      ? { line: this.#lines.length + 1, column: 1, offset: length }
      : this.#point(this.#lines.length - 1, length);
  }

  #point(line: number, offset: number): Point {
    return { line: line + 1, column: offset - (this.#lines[line]?.start ?? 0) + 1, offset };
  }

  #place(line: number, start: number, end: number): Position {
    return { start: this.#point(line, start), end: this.#point(line, end) };
  }

  #line(at = this.#at): Line | undefined {
    return this.#lines[at];
  }

  #content({ start, indent, end }: Line): string {
    return this.#source.slice(start + indent, end);
  }

  #isBlank(line: Line): boolean {
    return line.start + line.indent >= line.end;
  }

  #textLine(line: number, start: number, end: number): TextLine {
    return { start, end, line: line + 1, lineStart: this.#lines[line]?.start ?? 0 };
  }

  #text(lines: readonly TextLine[]) {
    return readText(this.#source, lines, (label) => this.#labels.isDefined(label));
  }

  /**
   * The blocks that begin at a column, up to the first line that stands before it.
   * @param first where the first of them begins, if a marker stands before it in its line
   */
  #blocks(base: number, first?: number): { children: Block[]; spread: boolean } {
    const children: Block[] = [];
    let spread = false;
    let begin = first;
    for (let line = this.#line(); line; line = this.#line()) {
      if (begin === undefined) {
        if (this.#isBlank(line)) {
          this.#at++;
          continue;
        }
        if (line.indent < base) break;
      }
      const offset = begin ?? line.start + line.indent;
      if (offset - line.start - base > 3) notPlain();
      const before = this.#line(this.#at - 1);
      if (children.length > 0 && before && this.#isBlank(before)) {
        spread = true;
        // Whether that line counts for the list or for the item that the list stands in isn't plain.
        if (base > 0 && children.at(-1)?.type === 'list') notPlain();
      }
      children.push(this.#block(line, offset, base));
      begin = undefined;
    }
    return { children, spread };
  }

  #block(line: Line, offset: number, base: number): Block {
    const source = this.#source;
    const content = source.slice(offset, line.end);
    if (content.startsWith('[') && base === 0 && DEFINITION.test(content))
      return this.#definition(line, offset);
    if (INTRICATE_START.test(content)) notPlain();
    const isAtBase = offset - line.start === base;
    switch (content[0]) {
      case '#':
        return isAtBase ? this.#heading(line, offset) : notPlain();
      case '`':
      case '~':
        if (/^(?:```|~~~)/u.test(content)) return isAtBase ? this.#fence(line, offset, base) : notPlain();
        break;
      case '|':
        return isAtBase ? this.#table(line, offset, base) : notPlain();
    }
    if (THEMATIC_BREAK.test(content)) {
      if (!isAtBase || line.full > line.end) notPlain();
      this.#at++;
      return { type: 'thematicBreak', position: this.#place(this.#at - 1, offset, line.end) };
    }
    if (SPACED_BREAK.test(content)) notPlain();
    MARKER.lastIndex = offset;
    if (MARKER.test(source)) return this.#list(line, offset, base);
    if (LIKE_MARKER.test(content) || !isAtBase) notPlain();
    return this.#paragraph(line, offset, base);
  }

  #definition(line: Line, offset: number): Block {
    const [, label = '', url = ''] = DEFINITION.exec(this.#source.slice(offset, line.full)) ?? notPlain();
    if (line.indent > 0 || label.trim() !== label || !this.#labels.define(label)) notPlain();
    const at = this.#at++;
    const next = this.#line();
    // What stands right behind may belong to it.
    if (next && !this.#isBlank(next) && !DEFINITION.test(this.#source.slice(next.start, next.end))) {
      if (this.#source[next.start] !== '#') notPlain();
    }
    return {
      type: 'definition',
      identifier: normalizeLabel(label).toLowerCase(),
      label,
      title: null,
      url,
      position: this.#place(at, offset, line.end),
    };
  }

  #heading(line: Line, offset: number): Block {
    HEADING.lastIndex = offset;
    const match = HEADING.exec(this.#source);
    if (!match || line.full > line.end || this.#source[line.end - 1] === '#') notPlain();
    const start = HEADING.lastIndex;
    if (start >= line.end) notPlain();
    const at = this.#at++;
    return {
      type: 'heading',
      depth: match[1]?.length as 1,
      children: this.#text([this.#textLine(at, start, line.end)]),
      position: this.#place(at, offset, line.end),
    };
  }

  #fence(line: Line, offset: number, base: number): Block {
    const match = FENCE.exec(this.#source.slice(offset, line.full));
    if (!match) notPlain();
    const [, fence = '', language = ''] = match;
    const first = this.#at++;
    const from = this.#at;
    for (let inner = this.#line(); inner; inner = this.#line()) {
      if (inner.indent < base && inner.full > inner.start) notPlain();
      const text = this.#content(inner);
      if (
        text.startsWith(fence) &&
        inner.indent - base < 4 &&
        text === (fence[0] ?? '').repeat(text.length)
      ) {
        if (inner.full > inner.end || inner.indent !== base) notPlain();
        const last = this.#lines[this.#at - 1];
        const value =
          from === this.#at
            ? ''
            : base === 0
              ? this.#source.slice(this.#lines[from]?.start, last?.full)
              : this.#dedented(from, this.#at, base);
        this.#at++;
        return {
          type: 'code',
          lang: language === '' ? null : language,
          meta: null,
          value,
          position: { start: this.#point(first, offset), end: this.#point(this.#at - 1, inner.end) },
        };
      }
      this.#at++;
    }
    if (base > 0) notPlain();
    // Never closed: code up to the end.
    const value = this.#source.slice(this.#lines[from]?.start ?? this.#source.length);
    return {
      type: 'code',
      lang: language === '' ? null : language,
      meta: null,
      value: value.replace(/\r?\n$/u, ''),
      position: { start: this.#point(first, offset), end: this.#end() },
    };
  }

  #dedented(from: number, to: number, base: number): string {
    let value = '';
    for (let at = from; at < to; at++) {
      const line = this.#lines[at];
      const next = this.#lines[at + 1];
      if (!line || !next) notPlain();
      value += this.#source.slice(
        Math.min(line.start + base, line.full),
        at + 1 < to ? next.start : line.full,
      );
    }
    return value;
  }

  #table(line: Line, offset: number, base: number): Block {
    const at = this.#at;
    const delimiters = this.#line(at + 1);
    if (delimiters?.indent !== base) notPlain();
    const marks = this.#source.slice(delimiters.start + base, delimiters.full);
    if (!DELIMITERS.test(marks)) notPlain();
    const align = marks
      .slice(1, -1)
      .split('|')
      .map((cell) => {
        const mark = cell.trim();
        const isRight = mark.endsWith(':');
        return mark.startsWith(':') ? (isRight ? 'center' : 'left') : isRight ? 'right' : null;
      });
    const head = this.#row(line, offset);
    if (head.children.length !== align.length) notPlain();
    const children = [head];
    this.#at = at + 2;
    let end = this.#point(at + 1, delimiters.end);
    for (let row = this.#line(); row && !this.#isBlank(row); row = this.#line()) {
      if (row.indent < base) break;
      if (row.indent !== base) notPlain();
      // Headings end a table; the rest that may isn't for here.
      if (this.#source[row.start + base] === '#') break;
      const node = this.#row(row, row.start + base);
      children.push(node);
      end = node.position?.end ?? end;
      this.#at++;
    }
    const after = this.#line();
    if (after && !this.#isBlank(after) && after.indent < base && !this.#startsItem(after)) notPlain();
    return { type: 'table', align, children, position: { start: this.#point(at, offset), end: { ...end } } };
  }

  #row(line: Line, offset: number): TableRow {
    const source = this.#source;
    if (source[offset] !== '|' || source[line.full - 1] !== '|' || line.full - offset < 3) notPlain();
    const children: TableCell[] = [];
    for (let start = offset; start < line.full - 1;) {
      const bar = source.indexOf('|', start + 1);
      const end = bar === line.full - 1 ? line.full : bar;
      let from = start + 1;
      let to = bar;
      while (from < to && source[from] === ' ') from++;
      while (to > from && source[to - 1] === ' ') to--;
      if (bar === start + 1 || (from < to && source.slice(from, to).includes('\\'))) notPlain();
      children.push({
        type: 'tableCell',
        children: from < to ? this.#text([this.#textLine(this.#at, from, to)]) : [],
        position: this.#place(this.#at, start, end),
      });
      start = bar;
    }
    return { type: 'tableRow', children, position: this.#place(this.#at, offset, line.full) };
  }

  #startsItem(line: Line): boolean {
    MARKER.lastIndex = line.start + line.indent;
    return MARKER.test(this.#source);
  }

  /** A paragraph goes on until a blank line, or one that surely begins another block. */
  #paragraph(line: Line, offset: number, base: number): Paragraph {
    const first = this.#at;
    const lines: TextLine[] = [this.#textLine(first, offset, line.end)];
    let last = line;
    this.#at++;
    for (let next = this.#line(); next && !this.#isBlank(next); next = this.#line()) {
      const content = this.#content(next);
      if (UNDERLINE.test(content) || SPACED_BREAK.test(content)) notPlain();
      if (this.#interrupts(next, content, base)) break;
      lines.push(this.#textLine(this.#at, next.start + next.indent, next.end));
      last = next;
      this.#at++;
    }
    if (last.full > last.end) notPlain();
    return {
      type: 'paragraph',
      children: this.#text(lines),
      position: {
        start: this.#point(first, offset),
        end: this.#point(this.#at - 1, last.end),
      },
    };
  }

  #interrupts(next: Line, content: string, base: number): boolean {
    if (next.indent - base > 3) {
      if (/^[-+*#>|`~<=\d]/u.test(content)) notPlain();
      return false;
    }
    if (/^[>|<]/u.test(content)) notPlain();
    if (/^(?:```|~~~)/u.test(content)) return FENCE.test(content) || notPlain();
    if (content.startsWith('#')) return HEADING_START.test(content) || notPlain();
    if (!LIKE_MARKER.test(content)) return false;
    const marker = /^(?:[-+*]|\d{1,9}[.)]) {1,4}(?=[^ ])/u.exec(content)?.[0];
    if (marker === undefined) notPlain();
    // An item beside the one that the paragraph is in, or a list that interrupts the paragraph.
    if (next.indent < base) return true;
    if (/^\d/u.test(marker) && !/^1[.)]/u.test(marker)) notPlain();
    if (LIKE_MARKER.test(content.slice(marker.length))) notPlain();
    return true;
  }

  #list(line: Line, offset: number, base: number): List {
    if (++this.#depth > MOST_DEEP) notPlain();
    const first = this.#at;
    MARKER.lastIndex = offset;
    const match = MARKER.exec(this.#source);
    const sign = match?.[1]?.at(-1) ?? notPlain();
    const number = match?.[2];
    const children: ListItem[] = [];
    let spread = false;
    let next: Line | undefined = line;
    let at = offset;
    for (;;) {
      MARKER.lastIndex = at;
      const marker = MARKER.exec(this.#source);
      if (marker?.[1]?.at(-1) !== sign || (marker[2] === undefined) !== (number === undefined)) break;
      if (SPACED_BREAK.test(this.#source.slice(at, next.end))) notPlain();
      const before = this.#at;
      children.push(this.#item(at, at - next.start + marker[0].length, at + marker[0].length));
      if (this.#at === before) notPlain();
      const wasBlank = this.#isBlank(this.#lines[this.#at - 1] ?? next);
      next = this.#line();
      if (!next || next.indent < base) break;
      if (next.indent - base > 3) notPlain();
      at = next.start + next.indent;
      if (wasBlank && this.#startsItem(next)) {
        MARKER.lastIndex = at;
        if (MARKER.exec(this.#source)?.[1]?.at(-1) === sign) spread = true;
      }
    }
    this.#depth--;
    const end = children.at(-1)?.position?.end ?? notPlain();
    return {
      type: 'list',
      ordered: number !== undefined,
      start: number === undefined ? null : Number(number),
      spread,
      children,
      position: { start: this.#point(first, offset), end: { ...end } },
    };
  }

  #item(offset: number, base: number, content: number): ListItem {
    const line = this.#at;
    BOX.lastIndex = content;
    const box = BOX.exec(this.#source);
    if (!box && /^\[[ xX]\](?:[ \r\n]|$)/u.test(this.#source.slice(content, content + 4))) notPlain();
    const { children, spread } = box ? this.#task(base, content, BOX.lastIndex) : this.#blocks(base, content);
    const end = children.at(-1)?.position?.end ?? notPlain();
    return {
      type: 'listItem',
      spread,
      checked: box ? box[1] !== ' ' : null,
      children,
      position: { start: this.#point(line, offset), end: { ...end } },
    };
  }

  /** An item whose paragraph begins with a box, which is no part of it. */
  #task(base: number, content: number, text: number): { children: Block[]; spread: boolean } {
    const at = this.#at;
    const line = this.#line() ?? notPlain();
    const paragraph = this.#paragraph(line, text, base);
    // So it is where no text stands next to the box.
    if (paragraph.children[0]?.type !== 'text' && paragraph.position)
      paragraph.position.start = this.#point(at, content);
    const isBlankNext = this.#at < this.#lines.length && this.#isBlank(this.#lines[this.#at] ?? line);
    const { children, spread } = this.#blocks(base);
    if (at === this.#at || content > text) notPlain();
    return { children: [paragraph, ...children], spread: spread || (isBlankNext && children.length > 0) };
  }
}

const HEADING_START = /^#{1,6} +[^ ]/u;
