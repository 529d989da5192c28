/** Text that may have more to come: what stands behind an edit is added only when it is looked at. */
export interface Source {
  readonly text: string;
  /** Adds whole lines; false where there are none. */
  extend(): boolean;
}

/** A place where a document might be cut, always the beginning of a line. */
export interface Cut {
  readonly at: number;
  /** A line that the parser must take for a top-level block of its own if it takes the next line for one; '' at the end. */
  readonly sentinel: string;
}

/** From this size on (UTF-16 units) a piece may be cut at other places than headings too. */
const LONG = 1024;
/** From this size on it is cut at the first of them. */
const TOO_LONG = 4 * LONG;
/** Of lines between the two, this share is cut at. */
const ONE_IN = 16;
/** How much of a line decides that. */
const TELLING = 48;

/**
 * Whether to cut at a line is up to the line itself, not to its distance from the cut before: else a line more or less
 * would move all cuts behind it.
 */
function isChosen(text: string, at: number): boolean {
  let hash = 0;
  for (let index = at; index < at + TELLING && index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === LF || code === CR) break;
    hash = Math.imul(hash ^ code, 0x01000193);
  }
  return ((hash ^ (hash >>> 15)) >>> 0) % ONE_IN === 0;
}

export const HEADING_SENTINEL = '# x';
export const BLOCK_SENTINEL = 'x';
export const ROW_SENTINEL = '|x|';
/** A label that nobody gives. */
export const SENTINEL_LABEL = '\ue000';
export const DEFINITION_SENTINEL = `[${SENTINEL_LABEL}]: x`;
const DEFINITION = /\[[^^[\]\\\r\n][^[\]\\\r\n]*\]: [^\s<>()\\&"'`]+(?=[\r\n]|$)/y;
const HEADING = /#{1,6}(?:[ \t\r\n]|$)/y;
const MARKER = /(?:[-*+]|\d{1,9}[.)])(?=[ \t\r\n]|$)/y;
const ITEM = /([-*+]|\d{1,9}[.)]) {1,4}(?=[^ \t\r\n])/y;
const THEMATIC_BREAK = /([-*])[ \t]*(?:\1[ \t]*){2,}(?:[\r\n]|$)/y;
const FENCE = /^( {0,3})(`{3,}(?=[^`]*$)|~{3,})/u;
const HTML = /^( {0,3})<(?:(!--)|(\?)|(!\[CDATA\[)|(![A-Za-z])|(?:script|pre|style|textarea)(?=[\t >]|$))/iu;
const HTML_ENDS = [/-->/u, /\?>/u, /\]\]>/u, />/u, /<\/(?:script|pre|style|textarea)>/iu];

/** A block in which lines mean nothing until its end. */
export interface Closed {
  readonly end: RegExp;
  /** It may stand in a list, which a heading ends. */
  readonly isIndented: boolean;
}

const matchesAt = (pattern: RegExp, text: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at;
  return pattern.exec(text);
};

function sentinelAt(text: string, at: number, afterBlank: boolean): string | undefined {
  const first = text[at] ?? '';
  if (' \t\r\n\ufeff'.includes(first)) return undefined;
  if (matchesAt(MARKER, text, at)) {
    const item = matchesAt(ITEM, text, at);
    return item && !matchesAt(THEMATIC_BREAK, text, at) ? `${item[1] ?? ''} x` : undefined;
  }
  if (afterBlank) return BLOCK_SENTINEL;
  if (first === '[' && matchesAt(DEFINITION, text, at)) return DEFINITION_SENTINEL;
  return first === '|' ? ROW_SENTINEL : undefined;
}

/** The block in which lines mean nothing that a line opens, or that it opens and closes. */
export function closedBlock(line: string): Closed | 'already' | undefined {
  const fence = FENCE.exec(line);
  if (fence) {
    const [, indent = '', marker = ''] = fence;
    return {
      end: new RegExp(`^ {0,3}${marker.slice(0, 1)}{${marker.length},}[ \\t]*$`, 'u'),
      isIndented: indent !== '',
    };
  }
  const html = HTML.exec(line);
  if (!html) return undefined;
  const kind = html.slice(2).findIndex(Boolean);
  const end = HTML_ENDS.at(kind);
  if (!end) return undefined;
  return end.test(line.slice(html[0].length)) ? 'already' : { end, isIndented: html[1] !== '' };
}

/**
 * Where the document might be cut after `start`, in their order, the end of the text last. A guess: whether a top-level
 * block ends there is for the parser to say. It depends only on the text from `start` to the end of the line at the cut.
 */
export function* cutsAfter(source: Source, start: number): Generator<Cut, void> {
  let closed: Closed | undefined;
  let afterBlank = false;
  let at = start;
  for (;;) {
    if (at >= source.text.length && !source.extend()) break;
    const { text } = source;
    if (at > start) {
      if (text[at] === '#' && (!closed || closed.isIndented) && matchesAt(HEADING, text, at))
        yield { at, sentinel: HEADING_SENTINEL };
      else if (!closed && at - start >= LONG && (at - start >= TOO_LONG || isChosen(text, at))) {
        const sentinel = sentinelAt(text, at, afterBlank);
        if (sentinel !== undefined) yield { at, sentinel };
      }
    }
    let content = at;
    let code = text.charCodeAt(content);
    while (code === SPACE || code === TAB) code = text.charCodeAt(++content);
    let end = content;
    while (end < text.length && code !== LF && code !== CR) code = text.charCodeAt(++end);
    afterBlank = end === content;
    if (closed) {
      if (closed.end.test(text.slice(at, end))) closed = undefined;
    } else if (content - at < 4 && '`~<'.includes(text[content] ?? ' ')) {
      const opened = closedBlock(text.slice(at, end));
      if (opened !== 'already') closed = opened;
    }
    at = end + (code === CR && text.charCodeAt(end + 1) === LF ? 2 : 1);
  }
  yield { at: source.text.length, sentinel: '' };
}

const [TAB, LF, CR, SPACE] = [9, 10, 13, 32];
