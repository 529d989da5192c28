import type { Range, SemanticTokens, SemanticTokensDelta } from 'vscode-languageserver';
import { ChapterLines } from '../roadmap/chapters/lines.ts';
import type { CivilDate } from '../roadmap/dates/civil.ts';
import type { Lines } from '../roadmap/lines.ts';
import { isOverdue, type FieldName, type Item, type RoadmapPart, type Span } from '../roadmap/model.ts';
import type { RoadmapDocument } from '../workspace/document.ts';
import {
  TOKEN_MODIFIERS,
  TOKEN_TYPES,
  TYPE_OF,
  type TokenModifier,
  type TokenType,
} from './semanticTokensLegend.ts';

/** A stretch of one line; the line counts from where its chapter begins. */
interface Token {
  readonly line: number;
  readonly character: number;
  readonly length: number;
  readonly type: number;
  readonly modifiers: number;
}

/** Those of a chapter stay as they are, wherever it goes; only at midnight some become overdue. */
const KNOWN = new WeakMap<RoadmapPart, { readonly today: CivilDate; readonly tokens: readonly Token[] }>();

/** The tokens of the document, or of a stretch of its lines, as the protocol encodes them: five numbers each. */
export function semanticTokens(document: RoadmapDocument, today: CivilDate, range?: Range): number[] {
  const data: number[] = [];
  let [line, character] = [0, 0];
  const push = (token: Token, base: number): void => {
    const at = base + token.line;
    if (range && (at < range.start.line || at > range.end.line)) return;
    data.push(at - line, at === line ? token.character - character : token.character);
    data.push(token.length, token.type, token.modifiers);
    [line, character] = [at, token.character];
  };
  const { roadmap, lines, chapters } = document;
  if (!chapters) {
    for (const token of tokensOf(roadmap, { text: roadmap.text, offset: 0, line: 0 }, lines, today))
      push(token, 0);
    return data;
  }
  for (const { chapter, part } of chapters) {
    const { text, lineBreaks, place } = chapter;
    const { line: base } = place;
    if (range && (base > range.end.line || base + lineBreaks < range.start.line)) continue;
    let known = KNOWN.get(part);
    if (known?.today !== today) {
      known = {
        today,
        tokens: tokensOf(part, { text, ...place }, new ChapterLines([chapter], document.encoding), today),
      };
      KNOWN.set(part, known);
    }
    for (const token of known.tokens) push(token, base);
  }
  return data;
}

/** A text, and where in its document it begins. */
interface Source {
  readonly text: string;
  readonly offset: number;
  readonly line: number;
}

function tokensOf({ items, sections }: RoadmapPart, source: Source, lines: Lines, today: CivilDate): Token[] {
  const spans: (readonly [Span, TokenType, readonly TokenModifier[]])[] = [];
  for (const item of items) {
    const modifiers = modifiersOf(item);
    if (item.box) spans.push([item.box.span, 'roadmapStatus', modifiers]);
    const isLate = isOverdue(item, today);
    fields(item.fields, (field) => (field === 'due' && isLate ? ['overdue'] : modifiers));
  }
  for (const section of sections) fields(section.fields, () => ['handedDown']);

  function fields(stated: Item['fields'], modifiers: (field: FieldName) => readonly TokenModifier[]): void {
    for (const [name, field] of Object.entries(stated)) {
      spans.push([field.span, TYPE_OF[name as FieldName], modifiers(name as FieldName)]);
      const label = field.labelled ? labelOf(source, field) : undefined;
      if (label) spans.push([label, 'roadmapLabel', []]);
    }
  }

  const tokens: Token[] = [];
  let done = -1;
  // What a heading says as an item and as a section, it says in the same place.
  for (const [span, type, names] of spans.sort((a, b) => a[0].start - b[0].start)) {
    if (span.start < done || span.end <= span.start) continue;
    done = span.end;
    const modifiers = names.reduce((bits, name) => bits | (1 << TOKEN_MODIFIERS.indexOf(name)), 0);
    for (const piece of linesOf(source, span)) {
      const { start: from, end: to } = lines.rangeOf(piece);
      tokens.push({
        line: from.line - source.line,
        character: from.character,
        length: to.character - from.character,
        type: TOKEN_TYPES.indexOf(type),
        modifiers,
      });
    }
  }
  return tokens;
}

const modifiersOf = ({ status }: Item): readonly TokenModifier[] =>
  status === 'done' || status === 'cancelled' ? ['done'] : status === 'blocked' ? ['blocked'] : [];

/** The words between a field's marks and its value: `Due` of `- **Due:** `. */
function labelOf(
  source: Source,
  { whole, span }: { readonly whole: Span; readonly span: Span },
): Span | undefined {
  const before = source.text.slice(whole.start - source.offset, span.start - source.offset);
  const words = /\p{L}(?:[^:：(\r\n]*[\p{L}\p{N})])?(?=[\s*_]*(?::|：|\())/u.exec(before);
  const start = whole.start + (words?.index ?? 0);
  return words ? { start, end: start + words[0].length } : undefined;
}

/** A token may not reach over a line's end: a list of owners has one for each of its lines. An empty box has none. */
function linesOf({ text, offset }: Source, { start, end }: Span): Span[] {
  const words = text.slice(start - offset, end - offset);
  return [...words.matchAll(PIECE)].flatMap(({ index, indices }) => {
    const [from = index, to = index] = indices?.groups?.['words'] ?? [];
    return to > from ? [{ start: start + from, end: start + to }] : [];
  });
}
/** A line without its bullet, where it isn't the first one. */
const PIECE = /(?:^|[\r\n]+[ \t>]*(?:[-*+]|\d+[.)])?)[ \t]*(?<words>\S(?:[^\r\n]*\S)?)/dgu;

/** What was sent of each document last, to tell what of it has changed since. */
export class TokenHistory {
  readonly #sent = new Map<string, { readonly resultId: string; readonly data: readonly number[] }>();
  #last = 0;

  full(uri: string, data: number[]): SemanticTokens {
    const resultId = String(++this.#last);
    this.#sent.set(uri, { resultId, data });
    return { resultId, data };
  }

  /** All of it where nobody knows any more what the client has. */
  delta(uri: string, previousResultId: string, data: number[]): SemanticTokens | SemanticTokensDelta {
    const known = this.#sent.get(uri);
    if (known?.resultId !== previousResultId) return this.full(uri, data);
    const { resultId = '' } = this.full(uri, data);
    return { resultId, edits: editsBetween(known.data, data) };
  }

  forget(uri: string): void {
    this.#sent.delete(uri);
  }
}

/** One edit, from the first number that differs to the last; whole tokens, as some clients want them. */
function editsBetween(before: readonly number[], after: number[]): SemanticTokensDelta['edits'] {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start++;
  if (start === before.length && start === after.length) return [];
  start -= start % 5;
  let tail = 0;
  while (tail < most - start && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  tail -= tail % 5;
  const data = after.slice(start, after.length - tail);
  return [{ start, deleteCount: before.length - tail - start, data }];
}
