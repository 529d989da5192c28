import { closedBlock, type Closed } from './cuts.ts';
import { htmlUntilBlank } from './html.ts';
import { type Container, markerAt, openAt, standingIn } from './containers.ts';

/** What the parser must not be given, because its time or its stack wouldn't be bounded. */
export const MOST = {
  /** Lists and quotes within each other. */
  containers: 64,
  /** Of one paragraph, a heading or a row: its brackets within each other. */
  brackets: 32,
  characters: 32 * 1024,
  lines: 1000,
  openings: 1000,
  delimiters: 1000,
  /** Shorter paragraphs are fast, whatever they say. */
  short: 300,
};

export const TOO_LONG = 'too long to read';
export const TOO_DEEP = 'nested too deeply to read';

/** A stretch of a text that isn't read; it ends where a line does. */
export interface Unread {
  readonly start: number;
  readonly end: number;
  readonly reason: string;
}

/** So much of a paragraph without bounds is read: what it stands in keeps its shape, and an item its name. */
const KEPT = 120;

const LINE = /[^\r\n]*/y;
const LINE_END = /\r\n|\r|\n/y;
const THEMATIC_BREAK = /^([-*_])[ \t]*(?:\1[ \t]*){2,}$/u;
const HEADING = /^#{1,6}(?:[ \t]|$)/u;
const DEFINITION = /^\[(?!\^)[^[\]\\]+\]:[ \t]*[^ \t]+[ \t]*$/u;
const DELIMITER_ROW = /^\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?$/u;
const SIGNS = /\\.|[[\]<]|`+|[*_~]+/gsu;
/** What is indented so much more than what it stands in begins no block but code. */
const CODE = 4;
/** Columns of a tab. */
const TAB = 4;

/** Where a line stands. */
interface Standing {
  /** The quotes around it. */
  readonly quotes: number;
  /** The column at which the content of what is around it begins. */
  readonly base: number;
}

/** The stretches of a piece that can't be read, in their order. Takes linear time. */
export function unreadIn(text: string, most = MOST): Unread[] {
  return text.length <= most.short ? [] : new LimitScan(text, most).scan();
}

/**
 * Goes over the lines knowing just enough of markdown to tell one paragraph from the next, and code from text. Where it isn't
 * sure, the line goes on the paragraph: what is counted is never less than what the parser would take for one.
 */
class LimitScan {
  readonly #text: string;
  readonly #most: typeof MOST;
  readonly #unread: Unread[] = [];
  #containers: Container[] = [];
  /** Code or HTML in which lines mean nothing until its end. */
  #closed: (Closed & Standing) | undefined;
  /** What the lines before are, if the next one may go on it. */
  #going: 'paragraph' | 'definitions' | 'table' | 'code' | undefined;
  #standing: Standing = { quotes: 0, base: 0 };
  #before = '';

  // Of the paragraph, the row or the heading:
  #start = 0;
  #firstEnd = 0;
  #end = 0;
  #lines = 0;
  #openings = 0;
  #depth = 0;
  #delimiters = 0;
  #reason: string | undefined;

  constructor(text: string, most: typeof MOST) {
    this.#text = text;
    this.#most = most;
  }

  scan(): Unread[] {
    const text = this.#text;
    for (let at = 0; at < text.length;) {
      LINE.lastIndex = at;
      LINE.exec(text);
      const end = LINE.lastIndex;
      this.#line(at, end);
      LINE_END.lastIndex = end;
      at = end + (LINE_END.exec(text)?.[0].length ?? 1);
    }
    this.#endParagraph();
    return this.#unread;
  }

  /** What only interrupts a paragraph under conditions doesn't interrupt what goes on. */
  get #isText(): boolean {
    return this.#going === 'paragraph' || this.#going === 'definitions';
  }

  #line(start: number, end: number): void {
    const text = this.#text;
    const closed = this.#closed;
    let [at, column, quotes, base] = [start, 0, 0, 0];
    let isAnew = false;
    for (;;) {
      while (at < end && (text[at] === ' ' || text[at] === '\t'))
        column += text[at++] === '\t' ? TAB - (column % TAB) : 1;
      base = Math.max(base, openAt(this.#containers, quotes, column));
      if (at === end || column - base >= CODE || (closed && quotes >= closed.quotes)) break;
      if (text[at] === '>') {
        this.#leave(quotes, column);
        quotes++;
        at++;
        base = ++column + (text[at] === ' ' ? 1 : 0);
      } else {
        const rest = text.slice(at, end);
        const going = (this.#isText || this.#going === 'code') && !isAnew;
        const marker =
          closed || THEMATIC_BREAK.test(rest)
            ? undefined
            : markerAt(rest, this.#containers, quotes, column, going);
        if (!marker) break;
        this.#leave(quotes, column);
        this.#containers.push(marker.container);
        isAnew = true;
        at += marker.length;
        column += marker.length;
        base = marker.container.content;
      }
      if (this.#containers.length + quotes > this.#most.containers) break;
    }
    // Those that are too deep stay open: what else stands in them isn't read either.
    if (at < end && standingIn(this.#containers, quotes, column) + quotes > this.#most.containers) {
      this.#endParagraph();
      this.#add({ start, end, reason: TOO_DEEP });
      return;
    }
    let last = end;
    while (last > at && (text[last - 1] === ' ' || text[last - 1] === '\t')) last--;
    const content = text.slice(at, last);
    if (closed) {
      const isLeft = content !== '' && (quotes < closed.quotes || column < closed.base);
      const isCode = column - closed.base >= CODE && /^[`~]/u.test(content);
      if (isLeft || (closed.end.test(content) && !isCode)) this.#closed = undefined;
      if (!isLeft) return;
      // It is over, and the line is one like all others.
      this.#line(start, end);
      return;
    }
    if (isAnew || quotes > this.#standing.quotes || (content === '' && this.#going !== 'code'))
      this.#endParagraph();
    if (content !== '') this.#content(content, at, column, { quotes, base });
  }

  #content(content: string, at: number, column: number, standing: Standing): void {
    const end = at + content.length;
    if (column - standing.base < CODE) {
      const closed = closedBlock(content) ?? htmlUntilBlank(content, this.#isText);
      if (closed || THEMATIC_BREAK.test(content)) {
        this.#endParagraph();
        this.#leave(standing.quotes, column);
        if (closed && closed !== 'already') this.#closed = { ...closed, ...standing };
        return;
      }
      if (HEADING.test(content)) {
        this.#endParagraph();
        this.#leave(standing.quotes, column);
        this.#begin(at, end, standing);
        this.#count(content, end);
        this.#endParagraph();
        return;
      }
    } else if (!this.#isText) {
      this.#endParagraph();
      this.#going = 'code';
      return;
    }
    if (this.#going === 'code') this.#going = undefined;
    const isBeside = standing.quotes === this.#standing.quotes && column >= this.#standing.base;
    if (this.#going === 'table') {
      this.#endParagraph();
      if (isBeside) this.#going = 'table';
    } else if (
      this.#going === 'paragraph' &&
      this.#lines === 1 &&
      isBeside &&
      /[|:]/u.test(content) &&
      DELIMITER_ROW.test(content) &&
      cellsOf(content) === cellsOf(this.#before)
    ) {
      this.#endParagraph();
      this.#going = 'table';
    } else if ((this.#going === undefined || this.#going === 'definitions') && DEFINITION.test(content)) {
      this.#endParagraph();
      this.#going = 'definitions';
    } else if (this.#going === 'definitions') this.#going = 'paragraph';
    if (this.#going !== 'paragraph') {
      const going = this.#going ?? 'paragraph';
      if (this.#going === undefined) this.#leave(standing.quotes, column);
      this.#begin(at, end, standing);
      this.#going = going;
    }
    this.#before = content;
    this.#count(content, end);
  }

  /** Closes the containers that a line at a column isn't in. */
  #leave(quotes: number, column: number): void {
    this.#containers = this.#containers.filter(
      (one) => one.quotes < quotes || (one.quotes === quotes && one.content <= column),
    );
  }

  #begin(start: number, firstEnd: number, standing: Standing): void {
    this.#start = start;
    this.#firstEnd = firstEnd;
    this.#standing = standing;
  }

  #count(content: string, end: number): void {
    this.#lines++;
    this.#end = end;
    if (this.#reason !== undefined) return;
    for (const [sign] of content.matchAll(SIGNS)) {
      if (sign === '[' || sign === '<') this.#openings++;
      if (sign === '[') this.#depth++;
      else if (sign === ']') this.#depth = Math.max(this.#depth - 1, 0);
      else if (sign !== '<' && !sign.startsWith('\\')) this.#delimiters += sign.length > 3 ? sign.length : 1;
      if (this.#depth > this.#most.brackets) this.#reason = TOO_DEEP;
      if (this.#openings > this.#most.openings || this.#delimiters > this.#most.delimiters)
        this.#reason ??= TOO_LONG;
      if (this.#reason !== undefined) return;
    }
    if (this.#lines > this.#most.lines || end - this.#start > this.#most.characters) this.#reason = TOO_LONG;
  }

  #endParagraph(): void {
    if (this.#reason !== undefined && this.#end - this.#start > this.#most.short)
      this.#add({ start: this.#keptUntil(), end: this.#end, reason: this.#reason });
    this.#lines = this.#openings = this.#depth = this.#delimiters = 0;
    this.#reason = this.#going = undefined;
    this.#standing = { quotes: 0, base: 0 };
  }

  #keptUntil(): number {
    const [start, end] = [this.#start, this.#firstEnd];
    if (end - start <= KEPT) {
      LINE_END.lastIndex = end;
      return end + (LINE_END.exec(this.#text)?.[0].length ?? 0);
    }
    const kept = this.#text.slice(start, start + KEPT);
    const words = kept.replace(/(?:\s+\S*|[\ud800-\udbff])$/u, '');
    // What is left must not open what it didn't open before.
    return start + (closedBlock(words) ? 1 : words.length);
  }

  #add(unread: Unread): void {
    const last = this.#unread.at(-1);
    const isNext =
      last?.reason === unread.reason && !/[^\r\n]/u.test(this.#text.slice(last.end, unread.start));
    if (isNext) this.#unread[this.#unread.length - 1] = { ...last, end: unread.end };
    else this.#unread.push(unread);
  }
}

const cellsOf = (row: string): number => row.replace(/^\||(?<!\\)\|$/gu, '').split(/(?<!\\)\|/u).length;
