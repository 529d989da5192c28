import {
  CompletionItemKind,
  InsertReplaceEdit,
  InsertTextFormat,
  InsertTextMode,
  type ClientCapabilities,
  type CompletionContext,
  type CompletionItem,
  type CompletionList,
  type Position,
  type TextEdit,
} from 'vscode-languageserver';
import { daysBetween, weekdayOf, type CivilDate } from '../roadmap/dates/civil.ts';
import { workingDaysBetween } from '../roadmap/dates/workingDays.ts';
import { effective, isOpen, isOverdue, type FieldName, type Item, type Roadmap } from '../roadmap/model.ts';
import { count, distance, STATUS_WORDS, WEEKDAY_NAMES } from '../roadmap/wording.ts';
import type { RoadmapDocument } from '../workspace/document.ts';
import { fieldChoices, type FieldChoice } from './completion/labels.ts';
import { placeAt, type Place, type ValuePlace } from './completion/place.ts';
import { choicesFor, type Choice, type Known } from './completion/values.ts';

/** What the client can do with a completion. */
export interface CompletionSupport {
  readonly snippets: boolean;
  /** Tells what to put before what stands there from what to replace it with. */
  readonly insertReplace: boolean;
  /** Leaves the indentation of new lines as it is sent. */
  readonly asIs: boolean;
}

export function completionSupport({ textDocument }: ClientCapabilities): CompletionSupport {
  const item = textDocument?.completion?.completionItem;
  return {
    snippets: item?.snippetSupport === true,
    insertReplace: item?.insertReplaceSupport === true,
    asIs: item?.insertTextModeSupport?.valueSet.includes(InsertTextMode.asIs) === true,
  };
}

export interface CompletionOptions extends Known {
  readonly support: CompletionSupport;
}

/** What an entry's documentation is made of, when somebody looks at it. */
export interface CompletionData {
  readonly uri: string;
  readonly field: FieldName;
  readonly value: string;
}

/** Kinds that every client knows. */
const KINDS: Readonly<Partial<Record<FieldName, CompletionItemKind>>> = {
  owners: CompletionItemKind.Variable,
  status: CompletionItemKind.Enum,
  priority: CompletionItemKind.Enum,
  dependsOn: CompletionItemKind.Reference,
};

export function completion(
  document: RoadmapDocument,
  position: Position,
  context: CompletionContext | undefined,
  options: CompletionOptions,
): CompletionList | null {
  const place = placeAt(document, document.lines.offsetAt(position));
  if (!place || !isWanted(place, context?.triggerCharacter)) return null;
  if (place.kind === 'value') {
    const choices = choicesFor(document.roadmap, place, options);
    // Numbers and dates are made of what is typed.
    const isIncomplete = ['due', 'start', 'completed'].includes(place.field);
    return {
      isIncomplete,
      items: choices.map((choice, nth) => valueItem(document, place, choice, nth, options)),
    };
  }
  const fields = fieldChoices(document.roadmap, place, options);
  const named = place.kind === 'words' && place.typed.startsWith('@');
  const items = named
    ? fields
        .filter(({ field }) => field === 'owners')
        .flatMap((field) => ownerItems(document, place, field, options))
    : fields.map((field, nth) => fieldItem(document, place, field, nth, options));
  return { isIncomplete: named, items };
}

/** A space or colon that somebody types asks for values only, and where none is begun. */
function isWanted(place: Place, trigger: string | undefined): boolean {
  if (trigger === ' ' || trigger === ':') return place.kind === 'value' && place.typed.trim() === '';
  if (trigger === '@') return place.kind === 'words' || (place.kind === 'value' && place.field === 'owners');
  return true;
}

function replacing(
  { lines }: RoadmapDocument,
  { start, offset, end }: Place,
  newText: string,
  { insertReplace }: CompletionSupport,
): TextEdit | InsertReplaceEdit {
  const replace = lines.rangeOf({ start, end });
  return insertReplace && end > offset
    ? InsertReplaceEdit.create(newText, lines.rangeOf({ start, end: offset }), replace)
    : { range: replace, newText };
}

/** As they are given, whatever their letters are. */
const sortText = (nth: number): string => String(nth).padStart(4, '0');

function valueItem(
  document: RoadmapDocument,
  place: ValuePlace,
  { label, text, detail, filter, about }: Choice,
  nth: number,
  { support }: CompletionOptions,
): CompletionItem {
  const data: CompletionData = { uri: document.uri, field: place.field, value: about ?? text };
  return {
    label,
    kind: KINDS[place.field] ?? CompletionItemKind.Value,
    ...(detail === undefined ? {} : { detail }),
    sortText: sortText(nth),
    filterText: filter ?? label,
    textEdit: replacing(document, place, text, support),
    data,
  };
}

function fieldItem(
  document: RoadmapDocument,
  place: Place,
  { label, before, after, values, removes }: FieldChoice,
  nth: number,
  { support }: CompletionOptions,
): CompletionItem {
  const marks = /^[*_]*/u.exec(place.typed)?.[0] ?? '';
  const choices = values.map(({ text }) => text.replace(/[\\,|}$]/gu, '\\$&')).join(',');
  const value = choices === '' ? '$1' : `\${1|${choices}|}`;
  return {
    label,
    kind: CompletionItemKind.Field,
    detail: before.trim() + (after === '' ? ' …' : `…${after}`),
    sortText: sortText(nth),
    filterText: marks + label,
    ...(support.snippets
      ? {
          insertTextFormat: InsertTextFormat.Snippet,
          textEdit: replacing(document, place, `${escape(before)}${value}${escape(after)}$0`, support),
        }
      : { textEdit: replacing(document, place, before, support) }),
    ...more(document, removes, support),
  };
}

/** A name behind an item that nobody owns: with all that makes the document's field of it. */
function ownerItems(
  document: RoadmapDocument,
  place: Place,
  { before, after, removes }: FieldChoice,
  options: CompletionOptions,
): CompletionItem[] {
  return options.owners.map((owner, nth) => ({
    ...valueItem(
      document,
      { ...place, kind: 'value', field: 'owners', others: [] },
      { label: owner, text: owner, detail: `${before.trim()} …`, filter: `@${owner.replace(/^@/u, '')}` },
      nth,
      options,
    ),
    textEdit: replacing(document, place, before + owner + after, options.support),
    ...more(document, removes, options.support),
  }));
}

function more(
  { lines }: RoadmapDocument,
  removes: FieldChoice['removes'],
  { asIs }: CompletionSupport,
): Partial<CompletionItem> {
  return {
    ...(asIs ? { insertTextMode: InsertTextMode.asIs } : {}),
    ...(removes ? { additionalTextEdits: [{ range: lines.rangeOf(removes), newText: '' }] } : {}),
  };
}

const escape = (text: string): string => text.replace(/[\\$}]/gu, '\\$&');

// --- resolve -------------------------------------------------------------------------------------------------------

export const isCompletionData = (data: unknown): data is CompletionData =>
  typeof data === 'object' && data !== null && 'uri' in data && 'field' in data && 'value' in data;

/** How many titles tell who somebody is. */
const MAX_TITLES = 5;

/** What there is to know of a value, asked for when somebody looks at it. */
export function completionDocumentation(
  roadmap: Roadmap,
  { field, value }: CompletionData,
  today: CivilDate,
): string | undefined {
  switch (field) {
    case 'owners':
      return aboutOwner(roadmap, value, today);
    case 'dependsOn':
      return roadmap.items
        .filter(({ title, fields }) => fields.id?.value === value || title === value)
        .map((item) => aboutItem(item))[0];
    case 'due':
    case 'start':
    case 'completed':
      return aboutDate(value, today);
    default:
      return undefined;
  }
}

function aboutOwner({ items }: Roadmap, owner: string, today: CivilDate): string | undefined {
  const own = items.filter((item) => isOpen(item) && effective(item, 'owners')?.value.includes(owner));
  if (own.length === 0) return undefined;
  const late = own.filter((item) => isOverdue(item, today)).length;
  const titles = own.slice(0, MAX_TITLES).map(({ title }) => `- ${title}`);
  const rest = own.length - titles.length;
  return [
    `${count(own.length, 'open item')}${late > 0 ? `, ${late} overdue` : ''} in this document:`,
    '',
    ...titles,
    ...(rest > 0 ? [`- … and ${rest} more`] : []),
  ].join('\n');
}

function aboutItem(item: Item): string {
  const owners = effective(item, 'owners')?.value ?? [];
  return [
    item.title,
    '',
    STATUS_WORDS[item.status],
    ...(owners.length > 0 ? [`Owner: ${owners.join(', ')}`] : []),
    ...(effective(item, 'due') ? [`Due: ${effective(item, 'due')?.value.end ?? ''}`] : []),
  ].join('\n');
}

function aboutDate(date: CivilDate, today: CivilDate): string {
  const days = daysBetween(today, date);
  const working = count(Math.abs(workingDaysBetween(today, date)), 'working day');
  const far = days === 0 ? 'today' : days > 0 ? distance(days) : `${count(-days, 'day')} ago`;
  return `${WEEKDAY_NAMES[weekdayOf(date) - 1] ?? ''}, ${date}: ${far}${days === 0 ? '' : ` (${working})`}`;
}
