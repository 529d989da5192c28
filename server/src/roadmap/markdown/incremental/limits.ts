/**
 * What the parser must not be given, because its time or its stack wouldn't be bounded. Counted by a scan of lines, which
 * knows just enough of markdown to tell one paragraph from the next and code from text.
 */
const MOST = {
  /** Characters of a piece. */
  length: 128 * 1024,
  /** Lists and quotes within each other. */
  containers: 64,
  /** Brackets within each other. */
  brackets: 32,
  /** Of one paragraph. */
  lines: 1000,
  openings: 1000,
  delimiters: 1000,
};

const TOO_LONG = 'too long to read';
const TOO_DEEP = 'nested too deeply to read';

const LINE = /[^\r\n]*(?:\r\n|\r|\n|$)/y;
const PREFIX = /(?:[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t\r\n]|$)))*[ \t]*/uy;
const MARKER = />|[-+*]|\d{1,9}[.)]/gu;
const FENCE = /^(?:`{3,}[^`]*|~{3,}.*)$/su;
/** A heading, a row, a definition: no text goes on across it. */
const STARTS_ANEW = /^(?:[|#]|\[[^\]]+\]:)/u;
const SIGNS = /\\.|[[\]<]|`+|[*_~]+/gsu;
/** Shorter texts are fast, whatever they say. */
const SHORT = 300;

/** Why a piece of a document can't be read, if so. */
export function whyUnreadable(text: string): string | undefined {
  if (text.length <= SHORT) return undefined;
  if (text.length > MOST.length) return TOO_LONG;
  /** Columns at which the content of open lists begins. */
  const lists: number[] = [];
  let fence: { readonly sign: string; readonly column: number } | undefined;
  let lines = 0;
  let openings = 0;
  let depth = 0;
  let delimiters = 0;
  for (let at = 0; at < text.length; at = LINE.lastIndex) {
    LINE.lastIndex = PREFIX.lastIndex = at;
    const line = LINE.exec(text)?.[0] ?? '';
    const prefix = PREFIX.exec(text)?.[0] ?? '';
    const content = line.slice(prefix.length).trimEnd();
    if (fence) {
      const isFence = content.startsWith(fence.sign) && FENCE.test(content);
      const isLeft = prefix.length < fence.column && /\S/u.test(line);
      if (isFence || isLeft) fence = undefined;
      if (!isLeft || isFence) continue;
    }
    const markers = [...prefix.matchAll(MARKER)];
    const quotes = markers.filter(([sign]) => sign === '>').length;
    for (const { 0: sign, index } of markers) {
      if (sign === '>') continue;
      while ((lists.at(-1) ?? 0) > index) lists.pop();
      lists.push(index + sign.length + 1);
    }
    if (lists.length + quotes > MOST.containers) return TOO_DEEP;
    if (content === '' || STARTS_ANEW.test(content) || markers.length > quotes)
      lines = openings = depth = delimiters = 0;
    if (FENCE.test(content)) {
      fence = { sign: content.slice(0, 3), column: prefix.length };
      continue;
    }
    lines++;
    for (const [sign] of content.matchAll(SIGNS)) {
      if (sign === '[' || sign === '<') openings++;
      if (sign === '[') depth++;
      else if (sign === ']') depth = Math.max(depth - 1, 0);
      else if (sign !== '<' && !sign.startsWith('\\')) delimiters += sign.length > 3 ? sign.length : 1;
      if (depth > MOST.brackets) return TOO_DEEP;
    }
    if (lines > MOST.lines || openings > MOST.openings || delimiters > MOST.delimiters) return TOO_LONG;
  }
  return undefined;
}
