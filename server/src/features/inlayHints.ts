import type { InlayHint, Range } from 'vscode-languageserver';
import { daysBetween, type CivilDate } from '../roadmap/dates/civil.ts';
import { effective, isOpen, type FieldName, type Inherited, type Item } from '../roadmap/model.ts';
import { distance } from '../roadmap/wording.ts';
import type { RoadmapDocument } from '../workspace/document.ts';
import { itemsIn } from './itemsIn.ts';

/** Of which due dates it is told how far off they are. */
export type DueHints = 'off' | 'near' | 'all';

export interface InlayHintOptions {
  readonly today: CivilDate;
  /** Values that items have from their section or parent. */
  readonly inherited: boolean;
  readonly due: DueHints;
}

/** What is less than so many days off is near; further off, the date itself says enough. */
const NEAR = 7;

/** What a hint's tooltip is made of, when somebody looks at it. */
export interface InlayHintData {
  readonly uri: string;
  readonly version: number | null;
  readonly item: string;
  readonly field: 'owners' | 'due' | 'priority';
}

/** Beside an item's words, what it has from elsewhere; behind a due date, how far off it is. */
export function inlayHints(document: RoadmapDocument, range: Range, options: InlayHintOptions): InlayHint[] {
  const { lines } = document;
  const span = { start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) };
  const within = (offset: number): boolean => span.start <= offset && offset <= span.end;
  return itemsIn(document, span)
    .flatMap((item) => [
      ...(within(item.inline.end) ? inheritedHints(item, options) : []),
      ...dueHints(item, options).filter(({ at }) => within(at)),
    ])
    .map(({ at, text, field, item }) => ({
      position: lines.positionAt(at),
      label: text,
      paddingLeft: true,
      data: { uri: document.uri, version: document.version, item: item.id, field } satisfies InlayHintData,
    }));
}

interface Hint {
  readonly at: number;
  readonly text: string;
  readonly field: InlayHintData['field'];
  readonly item: Item;
}

/** The fields that are handed down and worth to be told, in the order in which they are. */
const INHERITED = ['owners', 'priority', 'due'] as const satisfies readonly FieldName[];

function inheritedHints(item: Item, { inherited }: InlayHintOptions): Hint[] {
  if (!inherited || !isOpen(item)) return [];
  return INHERITED.flatMap((field): Hint[] => {
    const value = effective(item, field);
    const isSaid = value?.inheritedFrom !== undefined && value.text !== '';
    return isSaid ? [{ at: item.inline.end, text: `${NAMES[field]}: ${value.text}`, field, item }] : [];
  });
}

const NAMES = { owners: 'owner', priority: 'priority', due: 'due' } as const;

function dueHints(item: Item, { due, today }: InlayHintOptions): Hint[] {
  const stated = item.fields.due;
  if (due === 'off' || !stated || !isOpen(item)) return [];
  const days = daysBetween(today, stated.value.end);
  if (due === 'near' && days > NEAR) return [];
  return [{ at: stated.span.end, text: distance(days), field: 'due', item }];
}

export const isInlayHintData = (data: unknown): data is InlayHintData =>
  typeof data === 'object' && data !== null && 'uri' in data && 'item' in data && 'field' in data;

/** Where a hint's value comes from; nothing once the document has moved on. */
export function inlayHintTooltip(document: RoadmapDocument, data: InlayHintData): string | undefined {
  if (document.version !== data.version) return undefined;
  const item = document.roadmap.items.find(({ id }) => id === data.item);
  const inherited: Inherited<unknown> | undefined = item?.inherited[data.field];
  if (!item) return undefined;
  if (data.field === 'due' && item.fields.due)
    return `${item.fields.due.value.end}, as "${item.fields.due.text}" is read`;
  const line = inherited && document.lines.positionAt(inherited.span.start).line + 1;
  return inherited && `Inherited from "${inherited.from}" (line ${line ?? 0})`;
}
