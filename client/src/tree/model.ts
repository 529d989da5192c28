/** What the tree shows, without a view: items in groups of one priority, the most urgent first. */
import type { FileItems, ItemPriority, ItemRow } from '../../../server/src/protocol.ts';
import { countItems, isOpen, type Counts } from '../items/count.ts';

export interface Group {
  readonly kind: 'group';
  /** `null` for the items that have none. */
  readonly priority: ItemPriority | null;
  /** Of all items of the group, hidden ones included. */
  readonly counts: Counts;
  readonly rows: readonly Row[];
}

export interface Row {
  readonly kind: 'row';
  /** Unique in the tree, and the same as long as the item is. */
  readonly key: string;
  readonly uri: string;
  readonly version: number | null;
  /** The file's name for display. */
  readonly file: string;
  readonly item: ItemRow;
}

export interface TreeOptions {
  /** Whether closed items are listed; they are counted all the same. */
  readonly showClosed: boolean;
  /** A file's name for display. */
  readonly fileName: (uri: string) => string;
}

const PRIORITIES: readonly (ItemPriority | null)[] = ['P0', 'P1', 'P2', 'P3', 'P4', null];

/** The groups that have something to show, from the most urgent to those without a priority. */
export function buildTree(files: Iterable<FileItems>, options: TreeOptions): readonly Group[] {
  const rows = [...files]
    .map((file) => rowsOf(file, options.fileName(file.uri)))
    .sort((a, b) => compareText(a.file, b.file) || compareText(a.uri, b.uri))
    .flatMap(({ rows }) => rows);
  return PRIORITIES.flatMap((priority): Group[] => {
    const all = rows.filter((row) => row.item.priority === priority);
    const shown = options.showClosed ? all : all.filter((row) => isOpen(row.item));
    if (shown.length === 0) return [];
    const counts = countItems(all.map((row) => row.item));
    return [{ kind: 'group', priority, counts, rows: shown.toSorted(compareRows) }];
  });
}

function rowsOf({ uri, version, items }: FileItems, file: string) {
  const seen = new Map<string, number>();
  const rows = items.map((item): Row => {
    // A view refuses two rows of one key, and then shows nothing at all.
    const before = seen.get(item.id) ?? 0;
    seen.set(item.id, before + 1);
    const key = before === 0 ? `${uri}#${item.id}` : `${uri}#${item.id}#${before}`;
    return { kind: 'row', key, uri, version, file, item };
  });
  return { file, uri, rows };
}

/** Overdue, then open, then closed; the sooner due the higher. Sorting is stable: the rest is document order. */
function compareRows(a: Row, b: Row): number {
  return urgency(a.item) - urgency(b.item) || compareText(dueKey(a.item), dueKey(b.item));
}

function urgency(item: ItemRow): number {
  if (!isOpen(item)) return 2;
  return item.overdue ? 0 : 1;
}

function dueKey(item: ItemRow): string {
  // Behind every date, as ~ sorts after digits. Of closed items no date is due any more.
  return item.due === null || !isOpen(item) ? '~' : item.due.end;
}

/** By code units: dates and file names sort the same on every machine. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
