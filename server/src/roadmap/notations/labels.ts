import { formOf, type LabelForm, type LabelShape } from './forms.ts';
import type { Labels } from './notation.ts';

/** A label found in a line: which words, and where its value stands. Positions are in the line. */
export interface LabelledText {
  readonly label: string;
  /** Where label and marks begin; what separates them from the text before isn't part of it. */
  readonly start: number;
  readonly valueStart: number;
  readonly valueEnd: number;
  /** Behind the value and the marks that close it. */
  readonly end: number;
  /** Nothing but marks stands before the label. */
  readonly leads: boolean;
  readonly form: LabelForm;
}

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const WORD = '\\p{L}\\p{N}';

/** A pattern for any of the labels with its colon, `**Owner:** `, `Owner :`, `owner::`, `owner(`. */
export function labelPattern(labels: readonly Labels[]): RegExp {
  const words = [...new Set(labels.flatMap((byLanguage) => Object.values(byLanguage).flat()))]
    .sort((a, b) => b.length - a.length)
    .map((label) => escape(label).replace(/ /g, '[ \\u00a0_-]?'));
  return new RegExp(
    `(?<![${WORD}./]|[${WORD}]_+|(?<!<!-)-)(?<label>${words.join('|')})(?<colon>[ \\u00a0]?(?<closing>[*_]{0,3})[ \\u00a0]?(?:::?|：)(?<closingAfter>[*_]{0,3})(?![/\\\\])|(?<=@[\\p{L}_-]+)\\()`,
    'giu',
  );
}

/** What may stand between a line's beginning and its first label: bullets of text, emphasis, emoji, quotes. */
const LEADING = /^[^\p{L}\p{N}@#(]*[[({]?[^\p{L}\p{N}@#(]*$/u;
/** A dash or bar behind something, were it only a sign: the label goes on what the line says. */
const FOLLOWS = /\S\s+(?:[-–—|·]\s+|[([{])[*_]*$/u;
/** What separates a label within a line from what stands before it. */
const SEPARATED =
  /(?:\s[-–—|·•]+\s|[|·•;,]\s?|[，；]|[([{（]|<!--|\s@|[.!?]\s)\s*[*_]{0,3}(?:[^\p{L}\p{N}\s]\ufe0f?\s?)?$/u;
const EMPHASISED = /(?:^|[\s([])(?<marks>[*_]{1,3})$/u;
const CLOSER: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}', '（': '）' };
const COMMENT = /<!--\s*$/u;
/** Ends a value where more than one field stands in a line. */
const NEXT_FIELD =
  /\s(?:[|·•]|[-–—])\s|\s(?=[([{])|\s*;\s|[，；]|,\s+(?=[*_]*[\p{L}][\p{L} ]{1,24}[*_]*\s?[:：])|\s+(?=[*_]{0,3}\p{Lu})/gu;
/** A blank to be filled in, "Owner: ____", isn't emphasis. */
const BEFORE_VALUE = /^(?:\s*(?=_{2,}\s*$)|[\s*_]*)/u;

function findCloser(text: string, opener: string, from: number, to: number): number {
  const closer = CLOSER[opener] ?? '';
  let depth = 1;
  for (let i = from; i < to; i++) {
    if (text[i] === opener) depth++;
    else if (text[i] === closer && --depth === 0) return i;
  }
  return -1;
}

/** Where the text around a place ends: with the comment that it stands in, or where another one begins. */
function endOfText(line: string, at: number): number {
  const opened = line.lastIndexOf('<!--', at);
  const closed = opened < 0 ? -1 : line.indexOf('-->', opened);
  if (closed >= at) return closed;
  const next = line.indexOf('<!--', at);
  return next < 0 ? line.length : next;
}

/** The labels of a line, in order. */
export function findLabels(line: string, pattern: RegExp): LabelledText[] {
  const found: LabelledText[] = [];
  let done = 0;
  for (const match of line.matchAll(pattern)) {
    const { label = '', colon = '', closing = '', closingAfter = '' } = match.groups ?? {};
    if (match.index < done) continue;
    const before = line.slice(0, match.index);
    const leads = LEADING.test(before) && !FOLLOWS.test(before);
    const marks = EMPHASISED.exec(before)?.groups?.['marks'] ?? '';
    const tight = /^\S/.test(line.slice(match.index + match[0].length));
    const keyValue = tight && colon === ':' && /(?:^|\s)$/.test(before);
    // "Owner: Ann Due: 2025-08-05": the field before has ended right here.
    const adjoins = done > 0 && /^\s+[*_]{0,3}$/u.test(line.slice(done, match.index));
    if (!leads && !adjoins && !SEPARATED.test(before) && marks === '' && !keyValue) continue;

    let valueStart = match.index + match[0].length;
    let start = match.index - marks.length;
    const textEnd = endOfText(line, match.index);
    const inComment = line.startsWith('-->', textEnd);
    const comment = inComment ? COMMENT.exec(before) : null;
    const opener = line[start - 1] === '@' ? '(' : (line[start - 1] ?? '');
    let valueEnd = textEnd;
    let end = textEnd;
    const closed = comment ? textEnd : opener in CLOSER ? findCloser(line, opener, valueStart, textEnd) : -1;
    const severalInside = closed >= 0 && nextField(line.slice(valueStart, closed), pattern) !== undefined;
    if (severalInside) valueEnd = end = closed;
    else if (comment) {
      start = comment.index;
      end = closed + '-->'.length;
    } else if (closed >= 0) {
      start -= 1;
      valueEnd = closed;
      end = closed + 1;
      const around = /[*_]*$/u.exec(line.slice(0, start))?.[0] ?? '';
      if (line.startsWith(around, end)) {
        start -= around.length;
        end += around.length;
      }
    } else if (marks !== '' && closing === '' && closingAfter === '') {
      const close = line.indexOf(marks, valueStart);
      if (close >= 0 && close < textEnd) {
        valueEnd = close;
        end = close + marks.length;
      }
    } else if (keyValue && !leads) {
      const space = /\s/.exec(line.slice(valueStart, textEnd));
      if (space) valueEnd = end = valueStart + space.index;
    }
    if (closed < 0 || severalInside) {
      const shape = line.slice(valueStart, valueEnd);
      const next = nextField(shape, pattern)?.index ?? unmatchedCloser(shape);
      if (next !== undefined) valueEnd = end = valueStart + next;
    }

    valueStart += BEFORE_VALUE.exec(line.slice(valueStart, valueEnd))?.[0].length ?? 0;
    const value = line.slice(valueStart, valueEnd).replace(/\s+$/u, '');
    if (end === valueEnd) end = valueStart + value.length;
    valueEnd = valueStart + value.length;
    const emphasis =
      closing !== '' || closingAfter !== '' ? 'label' : marks !== '' && end > valueEnd ? 'field' : 'none';
    const form = formOf({
      opener: inComment ? '<!--' : openerOf(line, start),
      colon: (/::|[:：]/u.exec(colon)?.[0] ?? '') as LabelShape['colon'],
      emphasis,
      tight,
      follows: !leads,
    });
    found.push({ label: normalizeLabel(label), start, valueStart, valueEnd, end, leads, form });
    done = end;
  }
  return found;
}

/** The bracket or mark that a field begins with, or stands right behind. */
function openerOf(line: string, start: number): LabelShape['opener'] {
  const [at, before] = [line[start] ?? '', line[start - 1] ?? ''];
  for (const opener of ['(', '[', '{', '@'] as const) if (at === opener || before === opener) return opener;
  return '';
}

/** Where brackets close that were opened before the text: `(due: …, owner: @lea)` for its second field. */
function unmatchedCloser(text: string): number | undefined {
  const open: string[] = [];
  for (let i = 0; i < text.length; i++) {
    const character = text[i] ?? '';
    const closer = CLOSER[character];
    if (closer !== undefined) open.push(closer);
    else if (character === open.at(-1)) open.pop();
    else if (Object.values(CLOSER).includes(character)) return i;
  }
  return undefined;
}

/** Looks no further than needed: a line may hold thousands of fields. */
function nextField(text: string, pattern: RegExp): RegExpExecArray | undefined {
  for (const match of text.matchAll(NEXT_FIELD)) if (endsValue(text, match, pattern)) return match;
  return undefined;
}

/** The pattern of the labels, to be tried at one place only. */
const sticky = new Map<RegExp, RegExp>();
function startsWithLabel(text: string, at: number, pattern: RegExp): boolean {
  const here = sticky.get(pattern) ?? new RegExp(pattern.source, 'iuy');
  sticky.set(pattern, here);
  here.lastIndex = at;
  return here.test(text);
}

/** A bar always ends a value; a dash, comma, semicolon or space only where another label follows. */
function endsValue(text: string, match: RegExpExecArray, pattern: RegExp): boolean {
  if (/[|·•]/.test(match[0])) return true;
  const end = match.index + match[0].length;
  const label = end + (/^[*_\s([{]+/u.exec(text.slice(end, end + 8))?.[0].length ?? 0);
  if (startsWithLabel(text, label, pattern)) return true;
  // Any label of somebody's ends a value too, but not behind a mere space.
  return /\S/u.test(text.slice(match.index, label)) && ANY_LABEL.test(text.slice(label, label + 40));
}
const ANY_LABEL = /^\p{L}[\p{L} ]{1,24}[*_]*[:：]\s/u;

export function normalizeLabel(label: string): string {
  return label
    .toLowerCase()
    .replace(/[\s_-]+/gu, ' ')
    .trim();
}
