/** What is being typed at a place of a document: a value of a field, an item's words, or a line beneath an item. */
import { lineAround } from '../../edits/example.ts';
import { isMarkup } from '../../roadmap/markdown/nodesAt.ts';
import type { FieldName, Item, Span } from '../../roadmap/model.ts';
import { openFieldOf, separatorOf } from '../../roadmap/notations/index.ts';
import type { RoadmapDocument } from '../../workspace/document.ts';
import { markupAt } from '../../workspace/markup.ts';
import { itemsIn } from '../itemsIn.ts';

/** A stretch of a line that a completion would replace. */
interface Word {
  readonly item: Item;
  /** What has been typed of it. */
  readonly typed: string;
  readonly start: number;
  readonly offset: number;
  /** Where what stands there already ends. */
  readonly end: number;
}

export interface ValuePlace extends Word {
  readonly kind: 'value';
  readonly field: FieldName;
  /** The sign or form of label behind which the value stands; none in a cell. */
  readonly notation?: string;
  /** Values before this one in the same place. */
  readonly others: readonly string[];
}

/** Behind an item's words, where one more field may stand. */
export interface WordsPlace extends Word {
  readonly kind: 'words';
}

/** A line or bullet of its own beneath an item. */
export interface BelowPlace extends Word {
  readonly kind: 'below';
  readonly hasBullet: boolean;
}

export type Place = ValuePlace | WordsPlace | BelowPlace;

/** Code in a line hides what looks like a label in it. */
const CODE = /`[^`]*`/gu;
const hideCode = (line: string): string => line.replace(CODE, (code) => '\ufffc'.repeat(code.length));

export function placeAt(document: RoadmapDocument, offset: number): Place | undefined {
  const { text } = document.roadmap;
  const line = lineAround(text, { start: offset, end: offset });
  const { path, base } = markupAt(document, offset);
  if (isMarkup(path, offset - base)) return undefined;
  const trimmed = line.start + text.slice(line.start, offset).trimEnd().length;
  const around = itemsIn(document, { start: Math.max(line.start, trimmed), end: offset });
  const item = around.at(-1);
  if (!item) return undefined;
  if (item.kind === 'row') return placeInCell(text, item, offset);
  // The item's own marks are no words.
  const from = line.start <= item.own.start ? Math.max(line.start, item.content.start) : line.start;
  if (offset < from) return undefined;
  const before = hideCode(text.slice(from, offset));
  const open = openFieldOf(before);
  if (open) {
    const { field, notation } = open;
    const { stated, start, others } = tokenIn(text, item, field, from + open.valueStart, offset);
    return {
      kind: 'value',
      item,
      field,
      notation,
      typed: text.slice(start, offset),
      start,
      offset,
      end: stated,
      others,
    };
  }
  if (item.because.reason === 'front-matter' || text.slice(offset, line.end).trim() !== '') return undefined;
  return placeBelow(text, line, around, offset) ?? placeBehind(text, line, item, offset);
}

/** The one of several values that the offset is in, and where the token that is read there ends. */
function tokenIn(
  text: string,
  { fields }: Item,
  field: FieldName,
  valueStart: number,
  offset: number,
): { stated: number; start: number; others: string[] } {
  const separator = separatorOf(field);
  const span = fields[field]?.span;
  const rest = span && span.start <= offset && offset <= span.end ? text.slice(offset, span.end) : '';
  const next = separator?.exec(rest)?.index ?? rest.length;
  if (!separator) return { stated: offset + next, start: valueStart, others: [] };
  const typed = text.slice(valueStart, offset);
  // A separator at the end, as "and " may be the beginning of a name.
  const parts = typed.split(new RegExp(separator.source, 'giu'));
  const last = parts.pop() ?? '';
  const start = offset - last.trimStart().length;
  return { stated: offset + next, start, others: parts.map((part) => part.trim()) };
}

/** Within the bars of a cell, however empty. */
function placeInCell(text: string, item: Item, offset: number): ValuePlace | undefined {
  for (const [name, cell] of Object.entries(item.cells ?? {})) {
    const field = name as FieldName;
    const { start, end } = withSpaces(text, cell);
    if (offset < start || offset > end) continue;
    const token = tokenIn(text, item, field, Math.min(cell.start, offset), offset);
    const typed = text.slice(token.start, offset);
    const to = separatorOf(field) ? token.stated : Math.max(offset, cell.end);
    return { kind: 'value', item, field, typed, start: token.start, offset, end: to, others: token.others };
  }
  return undefined;
}

function withSpaces(text: string, { start, end }: Span): Span {
  while (text[start - 1] === ' ' || text[start - 1] === '\t') start--;
  while (text[end] === ' ' || text[end] === '\t') end++;
  return { start, end };
}

/** The word that an item's own words end with. */
function placeBehind(text: string, line: Span, item: Item, offset: number): WordsPlace | undefined {
  const start = Math.max(line.start, item.content.start);
  const end = text.slice(0, offset).trimEnd().length;
  // Behind all that the item says in these lines, and something it has to say before.
  if (offset < start || end < item.inline.end || item.inline.end < line.start) return undefined;
  const typed = WORD.exec(text.slice(start, offset))?.[0] ?? '';
  if (offset - typed.length <= item.content.start) return undefined;
  return { kind: 'words', item, typed, start: offset - typed.length, offset, end: offset };
}
const WORD = /(?<![^\s])@?[\p{L}\p{N}._-]*$/u;

const BEGUN = /^(?<indent>[ \t>]*)(?<bullet>[-*+][ \t]+)?(?<typed>[*_]*\p{L}*)$/u;

/** A bullet or line, hardly begun, within an item of an earlier line. */
function placeBelow(
  text: string,
  line: Span,
  around: readonly Item[],
  offset: number,
): BelowPlace | undefined {
  const item = around.findLast(({ own, kind }) => own.start < line.start && kind !== 'row');
  const groups = BEGUN.exec(text.slice(line.start, offset))?.groups;
  if (!item || !groups) return undefined;
  const { indent = '', bullet = '', typed = '' } = groups;
  const column = item.own.start - lineAround(text, item.own).start;
  // Beneath a heading, a bullet is work of its own.
  if (item.kind === 'heading' ? bullet !== '' || typed === '' : indent.length <= column) return undefined;
  const start = offset - typed.length;
  return { kind: 'below', item, typed, start, offset, end: offset, hasBullet: bullet !== '' };
}
