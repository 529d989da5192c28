import { fold } from '../wordPattern.ts';
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

/** Labels to look for, ready to be found in a line. */
export interface LabelSearch {
  /**
   * The labels by their key, each with a pattern of it and its colon, `**Owner:** `, `Owner :`, `owner::`, `owner(`; sticky, and
   * compiled when it is needed: a document has but a few labels, and most of what stands before a colon is none.
   */
  readonly labels: ReadonlyMap<string, () => RegExp>;
  /** The length of the longest label. */
  readonly longest: number;
}

export function labelSearch(labels: readonly Labels[]): LabelSearch {
  const words = [...new Set(labels.flatMap((byLanguage) => Object.values(byLanguage).flat()))].sort(
    (a, b) => b.length - a.length,
  );
  const byKey = new Map<string, string[]>();
  for (const word of words) byKey.set(keyOf(word), [...(byKey.get(keyOf(word)) ?? []), word]);
  return {
    labels: new Map([...byKey].map(([key, alike]) => [key, compiledOnce(() => patternOf(alike))])),
    longest: words[0]?.length ?? 0,
  };
}

function patternOf(labels: readonly string[]): RegExp {
  const list = labels.map((label) => escape(label).replace(/ /g, '[ \\u00a0_-]?')).join('|');
  return new RegExp(
    `(?<![${WORD}./]|[${WORD}]_+|(?<!<!-)-)(?<label>${list})(?<colon>[ \\u00a0]?(?<closing>[*_]{0,3})[ \\u00a0]?(?:::?|：)(?<closingAfter>[*_]{0,3})(?![/\\\\])|(?<=@[\\p{L}_-]+)\\()`,
    'iuy',
  );
}

function compiledOnce(compile: () => RegExp): () => RegExp {
  let pattern: RegExp | undefined;
  return () => (pattern ??= compile());
}

/** Two texts that a pattern takes for the same label have the same key. */
const keyOf = (label: string): string => fold(label.replace(/[ \u00a0_-]+/gu, ''));

/** What every label ends in. */
const SOME_LABEL = /[:：]|@[^\s(]+\(/u;

/** A label contains no colon, so it stands between one colon and the next. */
function labelsIn(line: string, search: LabelSearch): RegExpExecArray[] {
  const labels: RegExpExecArray[] = [];
  let from = 0;
  for (let colon = colonIn(line, 0, line.length); colon >= 0; colon = colonIn(line, colon + 1, line.length)) {
    const match = firstLabelBefore(colon, line, from, search);
    if (match) labels.push(match);
    if (match) from = match.index + match[0].length;
    else if (line[colon] !== '(') from = Math.max(from, colon + 1);
  }
  return labels;
}

function firstLabelBefore(
  colon: number,
  line: string,
  from: number,
  search: LabelSearch,
): RegExpExecArray | undefined {
  const end = endOfLabel(line, colon);
  for (let start = Math.max(from, end - search.longest); start < end; start++) {
    const match = mayBegin(line, start) ? labelAt(line, start, end, search) : undefined;
    if (match) return match;
  }
  return undefined;
}

function labelAt(
  line: string,
  start: number,
  end: number,
  { labels }: LabelSearch,
): RegExpExecArray | undefined {
  const pattern = labels.get(keyOf(line.slice(start, end)))?.();
  if (!pattern) return undefined;
  pattern.lastIndex = start;
  return pattern.exec(line) ?? undefined;
}

/** The next colon, or the parenthesis behind a tag's name; -1 where there is none. */
function colonIn(line: string, from: number, to: number): number {
  for (let i = from; i < to; i++) {
    const character = line[i];
    if (character === ':' || character === '：' || (character === '(' && isTag(line, i))) return i;
  }
  return -1;
}

const TAG = /(?<=@[\p{L}_-]+)\(/uy;
function isTag(line: string, parenthesis: number): boolean {
  TAG.lastIndex = parenthesis;
  return TAG.test(line);
}

/** How many marks and spaces may stand between a label and its colon. */
const MARKS = 5;
const MARK = /[ \u00a0*_]/u;

function endOfLabel(line: string, colon: number): number {
  let end = colon;
  while (end > colon - MARKS && MARK.test(line[end - 1] ?? '')) end--;
  return end;
}

/** Not in the middle of a word. */
const BEGINNING = /(?<![\p{L}\p{N}./])[^\s*_-]/uy;
function mayBegin(line: string, at: number): boolean {
  BEGINNING.lastIndex = at;
  return BEGINNING.test(line);
}

/** What stands right before a place: these patterns look back from it, however long the line is. */
function endsIn(pattern: RegExp, line: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(line);
}

/** What may stand between a line's beginning and its first label: bullets of text, emphasis, emoji, quotes. */
const LEADING = /^[^\p{L}\p{N}@#(]*[[({]?[^\p{L}\p{N}@#(]*$/u;
/** A dash or bar behind something, were it only a sign: the label goes on what the line says. */
const FOLLOWS = /(?<=\S\s+(?:[-–—|·]\s+|[([{])[*_]*)/uy;
/** What separates a label within a line from what stands before it. */
const SEPARATED =
  /(?<=(?:\s[-–—|·•]+\s|[|·•;,]\s?|[，；]|[([{（]|<!--|\s@|[.!?]\s)\s*[*_]{0,3}(?:[^\p{L}\p{N}\s]\ufe0f?\s?)?)/uy;
const EMPHASISED = /(?<=(?:^|[\s([])(?<marks>[*_]{1,3}))/uy;
const CLOSER: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}', '（': '）' };
const BRACKET = /[([{（)\]}）]/gu;
const COMMENT = /(?<=(?<opening><!--\s*))/uy;
const EMPHASIS = /(?<=(?<marks>[*_]*))/uy;
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
export function findLabels(line: string, search: LabelSearch): LabelledText[] {
  const found: LabelledText[] = [];
  if (!SOME_LABEL.test(line)) return found;
  let done = 0;
  const hasComments = line.includes('<!--');
  for (const match of labelsIn(line, search)) {
    const { label = '', colon = '', closing = '', closingAfter = '' } = match.groups ?? {};
    if (match.index < done) continue;
    const before = line.slice(0, match.index);
    const leads = LEADING.test(before) && !endsIn(FOLLOWS, line, match.index);
    const marks = endsIn(EMPHASISED, line, match.index)?.groups?.['marks'] ?? '';
    const tight = /^\S/.test(line.slice(match.index + match[0].length));
    const keyValue = tight && colon === ':' && /^\s?$/.test(before.slice(-1));
    // "Owner: Ann Due: 2025-08-05": the field before has ended right here.
    const adjoins = done > 0 && /^\s+[*_]{0,3}$/u.test(line.slice(done, match.index));
    if (!leads && !adjoins && !endsIn(SEPARATED, line, match.index) && marks === '' && !keyValue) continue;

    let valueStart = match.index + match[0].length;
    let start = match.index - marks.length;
    const textEnd = hasComments ? endOfText(line, match.index) : line.length;
    const inComment = line.startsWith('-->', textEnd);
    const comment = inComment ? endsIn(COMMENT, line, match.index)?.groups?.['opening'] : undefined;
    const opener = line[start - 1] === '@' ? '(' : (line[start - 1] ?? '');
    let valueEnd = textEnd;
    let end = textEnd;
    const closed =
      comment !== undefined ? textEnd : opener in CLOSER ? findCloser(line, opener, valueStart, textEnd) : -1;
    const severalInside = closed >= 0 && nextField(line.slice(valueStart, closed), search) !== undefined;
    if (severalInside) valueEnd = end = closed;
    else if (comment !== undefined) {
      start = match.index - comment.length;
      end = closed + '-->'.length;
    } else if (closed >= 0) {
      start -= 1;
      valueEnd = closed;
      end = closed + 1;
      const around = endsIn(EMPHASIS, line, start)?.groups?.['marks'] ?? '';
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
      const next = Math.min(nextField(shape, search)?.index ?? Infinity, unmatchedCloser(shape) ?? Infinity);
      if (next < Infinity) valueEnd = end = valueStart + next;
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
  for (const { 0: bracket, index } of text.matchAll(BRACKET)) {
    const closer = CLOSER[bracket];
    if (closer !== undefined) open.push(closer);
    else if (bracket === open.at(-1)) open.pop();
    else return index;
  }
  return undefined;
}

/** Looks no further than needed: a line may hold thousands of fields. */
function nextField(text: string, search: LabelSearch): RegExpExecArray | undefined {
  for (const match of text.matchAll(NEXT_FIELD)) if (endsValue(text, match, search)) return match;
  return undefined;
}

function startsWithLabel(text: string, at: number, search: LabelSearch): boolean {
  const to = Math.min(text.length, at + search.longest + MARKS + 1);
  for (let colon = colonIn(text, at, to); colon >= 0; colon = colonIn(text, colon + 1, to)) {
    if (labelAt(text, at, endOfLabel(text, colon), search)) return true;
    if (text[colon] !== '(') return false;
  }
  return false;
}

/** A bar always ends a value; a dash, comma, semicolon or space only where another label follows. */
function endsValue(text: string, match: RegExpExecArray, search: LabelSearch): boolean {
  if (/[|·•]/.test(match[0])) return true;
  const end = match.index + match[0].length;
  const label = end + (/^[*_\s([{]+/u.exec(text.slice(end, end + 8))?.[0].length ?? 0);
  if (startsWithLabel(text, label, search)) return true;
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
