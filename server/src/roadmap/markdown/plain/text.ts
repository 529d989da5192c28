import type { PhrasingContent } from 'mdast';
import type { Position } from 'unist';
import { normalizeLabel } from '../incremental/labels.ts';

/** Thrown inside of the reader where something isn't plain. */
export class NotPlain extends Error {}

export function notPlain(): never {
  throw NOT_PLAIN;
}
/** One for all: a stack trace for each would cost more than the reading. */
const NOT_PLAIN = new NotPlain();

/** A stretch of one line that holds text: no white space at its ends, and none of its line's ending. */
export interface TextLine {
  readonly start: number;
  readonly end: number;
  readonly line: number;
  /** The offset of the line. */
  readonly lineStart: number;
}

/** References, HTML and addresses that stand for themselves: the parser's. */
const INTRICATE = /&[#A-Za-z]|<[A-Za-z/!?]|\\$|!\[|\]\[|\[\^|https?:\/\/|www\.|[\w.+-]@[\w-]*\.|[\t\0]/iu;
const SIGN = /[*_~`[\]\\]/gu;
const ESCAPABLE = /[!-/:-@[-`{-~]/u;
const LINK_TARGET = /\(([^\s()<>\\&"'`*_~[\]]*)\)/y;
/** Most of what stands beside a delimiter. */
const LETTER = /[A-Za-z\d]/;
const SPACE = /\s/u;
const PUNCTUATION = /[\p{P}\p{S}]/u;

/** In UTF-16 units. */
const LONGEST_LINE = 128 * 1024;
/** Openings that nothing has closed yet. */
const MOST_OPEN = 32;

/** An opening that may turn out to be text. */
interface Frame {
  readonly sign: string;
  readonly start: number;
  readonly children: PhrasingContent[];
}

/** What CommonMark asks of the character beside a delimiter. */
type Kind = 'other' | 'space' | 'punctuation';

const kindOf = (character: string): Kind => {
  if (LETTER.test(character)) return 'other';
  return character === '' || SPACE.test(character)
    ? 'space'
    : PUNCTUATION.test(character)
      ? 'punctuation'
      : 'other';
};

const placeIn = (line: TextLine, from: number, to: number): Position => ({
  start: { line: line.line, column: from - line.lineStart + 1, offset: from },
  end: { line: line.line, column: to - line.lineStart + 1, offset: to },
});

/** Adds text to what stands before it; one text is one node. */
function addText(to: PhrasingContent[], value: string, position: Position): void {
  const last = to.at(-1);
  if (last?.type === 'text' && last.position) {
    last.value += value;
    last.position.end = position.end;
  } else if (value !== '') to.push({ type: 'text', value, position });
}

/**
 * Reads a paragraph's, a heading's or a cell's text.
 * @param isDefined whether a label is defined somewhere: else its brackets are text
 * @throws NotPlain
 */
export function readText(
  source: string,
  lines: readonly TextLine[],
  isDefined: (label: string) => boolean,
): PhrasingContent[] {
  const root: Frame = { sign: '', start: lines[0]?.start ?? 0, children: [] };
  const frames = [root];
  let top = root;
  for (let nth = 0; nth < lines.length; nth++) {
    const line = lines[nth] ?? notPlain();
    const { start, end, lineStart } = line;
    const own = source.slice(start, end);
    if (own.length > LONGEST_LINE || INTRICATE.test(own)) notPlain();
    // Not in the source: where there is no more sign in the line, all that follows would be searched for one.
    const nextSign = (from: number): number => {
      SIGN.lastIndex = from - start;
      const found = SIGN.exec(own);
      return found ? start + found.index : end;
    };
    const before = lines[nth - 1];
    if (before) {
      const gap = source.slice(before.end, start);
      const spaces = gap.search(/[\r\n]/u);
      if (spaces > 1) {
        // A hard break.
        top.children.push({
          type: 'break',
          position: {
            start: { line: before.line, column: before.end - before.lineStart + 1, offset: before.end },
            end: { line: line.line, column: 1, offset: lineStart },
          },
        });
      } else {
        const ending = gap.replace(/[^\r\n]/gu, '');
        const offset = before.end + spaces;
        const at = { line: before.line, column: offset - before.lineStart + 1, offset };
        addText(top.children, ending, { start: at, end: placeIn(line, lineStart, lineStart).end });
      }
    }
    let done = start;
    let next = start;
    for (let at = nextSign(next); at < end; at = nextSign(next)) {
      const sign = source[at] ?? '';
      next = at + 1;
      if (sign === '\\') {
        if (!ESCAPABLE.test(source[next] ?? '')) continue;
        if (done < at) addText(top.children, source.slice(done, at), placeIn(line, done, at));
        next++;
        addText(top.children, source.slice(at + 1, next), placeIn(line, at, next));
      } else if (sign === '[') {
        if (frames.some((frame) => frame.sign === '[')) notPlain();
        if (done < at) addText(top.children, source.slice(done, at), placeIn(line, done, at));
        frames.push((top = { sign, start: at, children: [] }));
      } else if (sign === ']') {
        const frame = top;
        if (frame.sign !== '[') {
          if (frames.some(({ sign: other }) => other === '[')) notPlain();
          continue;
        }
        if (frame.start < start) notPlain();
        if (done < at) addText(top.children, source.slice(done, at), placeIn(line, done, at));
        LINK_TARGET.lastIndex = next;
        const target = LINK_TARGET.exec(source);
        frames.pop();
        top = frames.at(-1) ?? root;
        if (target && LINK_TARGET.lastIndex <= end) {
          next = LINK_TARGET.lastIndex;
          top.children.push({
            type: 'link',
            title: null,
            url: target[1] ?? '',
            children: frame.children,
            position: placeIn(line, frame.start, next),
          });
        } else {
          const label = source.slice(frame.start + 1, at);
          if (source[next] === '(') notPlain();
          if (isDefined(label)) {
            if (label.trim() !== label || label.includes('\\')) notPlain();
            top.children.push({
              type: 'linkReference',
              identifier: normalizeLabel(label).toLowerCase(),
              label,
              referenceType: 'shortcut',
              children: frame.children,
              position: placeIn(line, frame.start, next),
            });
            done = next;
            continue;
          }
          addText(top.children, '[', placeIn(line, frame.start, frame.start + 1));
          for (const child of frame.children)
            if (child.type === 'text' && child.position) addText(top.children, child.value, child.position);
            else top.children.push(child);
          addText(top.children, ']', placeIn(line, at, next));
        }
      } else if (sign === '`') {
        while (source[next] === '`') next++;
        const fence = source.slice(at, next);
        let close;
        let closed = next;
        do {
          close = source.indexOf(fence, closed);
          if (close < 0 || close >= end) notPlain();
          closed = close + fence.length;
          while (source[closed] === '`') closed++;
        } while (closed - close !== fence.length);
        if (done < at) addText(top.children, source.slice(done, at), placeIn(line, done, at));
        const code = source.slice(next, close);
        const isPadded = code.startsWith(' ') && code.endsWith(' ') && /[^ ]/u.test(code);
        top.children.push({
          type: 'inlineCode',
          value: isPadded ? code.slice(1, -1) : code,
          position: placeIn(line, at, closed),
        });
        next = closed;
      } else {
        while (source[next] === sign) next++;
        const size = next - at;
        const before = kindOf(at > start ? (source[at - 1] ?? '') : '');
        const after = kindOf(next < end ? (source[next] ?? '') : '');
        if (size > 2 || '*_~'.includes(source[at - 1] ?? ' ') || '*_~'.includes(source[next] ?? ' '))
          notPlain();
        let opens = after === 'other' || (after === 'punctuation' && before !== 'other');
        let closes = before === 'other' || (before === 'punctuation' && after !== 'other');
        if (sign === '_') {
          const wasOpen = opens;
          opens = opens && (before !== 'other' || !closes);
          closes = closes && (after !== 'other' || !wasOpen);
        }
        if (opens && closes) notPlain();
        if (!opens && !closes) continue;
        if (done < at) addText(top.children, source.slice(done, at), placeIn(line, done, at));
        const run = source.slice(at, next);
        if (opens) {
          if (frames.length > MOST_OPEN) notPlain();
          frames.push((top = { sign: run, start: at, children: [] }));
        } else {
          const frame = top;
          if (frame.sign !== run || frame.start < start) notPlain();
          frames.pop();
          top = frames.at(-1) ?? root;
          const type = sign === '~' ? 'delete' : size === 2 ? 'strong' : 'emphasis';
          top.children.push({ type, children: frame.children, position: placeIn(line, frame.start, next) });
        }
      }
      done = next;
    }
    if (done < end) addText(top.children, source.slice(done, end), placeIn(line, done, end));
  }
  if (frames.length > 1) return unopened(frames, lines);
  return root.children;
}

/** What opened something that nothing closes is text. */
function unopened(frames: readonly Frame[], lines: readonly TextLine[]): PhrasingContent[] {
  const [root, ...open] = frames;
  const children = root?.children ?? [];
  const add = (node: PhrasingContent): void => {
    const last = children.at(-1);
    if (last?.type === 'text' && node.type === 'text' && last.position && node.position) {
      last.value += node.value;
      last.position.end = node.position.end;
    } else children.push(node);
  };
  for (const { sign, start, children: inside } of open) {
    const line = lines.find(({ end }) => end > start) ?? notPlain();
    const point = (offset: number) => ({ line: line.line, column: offset - line.lineStart + 1, offset });
    add({
      type: 'text',
      value: sign,
      position: { start: point(start), end: point(start + sign.length) },
    });
    inside.forEach(add);
  }
  return children;
}
