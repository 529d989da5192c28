/** Items in another order, each with all that belongs to it and byte for byte as it was. */
import {
  effective,
  isOpen,
  type Item,
  type Priority,
  type Roadmap,
  type Section,
  type Status,
} from '../roadmap/model.ts';
import { runsOf, type Block, type Run } from './blocks.ts';
import { applyEdits, type Edit } from './edit.ts';

/** What items are sorted by. */
export type Order = 'priority' | 'due' | 'status' | 'organized';

const PRIORITIES: readonly (Priority | undefined)[] = ['P0', 'P1', 'P2', 'P3', 'P4', undefined];
/** What is being done first, what is over last. */
const STATUSES: readonly Status[] = ['in-progress', 'blocked', 'todo', 'deferred', 'done', 'cancelled'];

const byPriority = (item: Item): number => PRIORITIES.indexOf(effective(item, 'priority')?.value);
const byStatus = (item: Item): number => STATUSES.indexOf(item.status);
/** What has no date comes behind all dates. */
const byDue = (item: Item): string => effective(item, 'due')?.value.end ?? '9999';

/** Keys, the weightiest first. */
const ORDERS: Readonly<Record<Order, readonly ((item: Item) => number | string)[]>> = {
  priority: [byPriority],
  due: [byDue],
  status: [byStatus],
  organized: [(item) => (isOpen(item) ? 0 : 1), byPriority, byDue],
};

/** Sorts the items of a section, or of the document: neighbours among themselves, at every depth. */
export function sortItems(roadmap: Roadmap, order: Order, section?: Section): Edit[] {
  return outermost(runsOf(roadmap, section)).flatMap((run) => sortRun(roadmap, run, order));
}

/** Whether there is anything to sort. */
export const isSorted = (roadmap: Roadmap, order: Order, section?: Section): boolean =>
  runsOf(roadmap, section).every((run) => sorted(run, order).every((block, nth) => block === run[nth]));

/** With the runs that stand within their blocks; each is told once, by the one that it stands in. */
interface Nested {
  readonly run: Run;
  readonly within: Nested[];
}

function outermost(runs: readonly Run[]): Nested[] {
  const tops: Nested[] = [];
  const path: Nested[] = [];
  for (const run of [...runs].sort((a, b) => startOf(a) - startOf(b) || endOf(b) - endOf(a))) {
    const nested: Nested = { run, within: [] };
    while (path.length > 0 && endOf(path.at(-1)?.run ?? []) <= startOf(run)) path.pop();
    (path.at(-1)?.within ?? tops).push(nested);
    path.push(nested);
  }
  return tops;
}

const startOf = (run: Run): number => run[0]?.span.start ?? 0;
const endOf = (run: Run): number => run.at(-1)?.span.end ?? 0;

function sorted(run: Run, order: Order): Block[] {
  const keys = ORDERS[order];
  return [...run].sort((a, b) => {
    for (const key of keys) {
      const [one, other] = [key(a.item), key(b.item)];
      if (one !== other) return one < other ? -1 : 1;
    }
    return 0;
  });
}

/** Each place gets what belongs there now; what stands between the places stays. */
function sortRun(roadmap: Roadmap, { run, within }: Nested, order: Order): Edit[] {
  const inner = within.flatMap((nested) => sortRun(roadmap, nested, order));
  const insideOf = ({ span }: Block): Edit[] =>
    inner.filter((edit) => span.start <= edit.span.start && edit.span.end <= span.end);
  return sorted(run, order).flatMap((block, nth) => {
    const place = run[nth];
    if (!place || place === block) return insideOf(block);
    return [{ span: place.span, text: textOf(roadmap, block, insideOf(block)) }];
  });
}

function textOf({ text }: Roadmap, { span }: Block, edits: readonly Edit[]): string {
  const moved = edits.map((edit) => ({
    ...edit,
    span: { start: edit.span.start - span.start, end: edit.span.end - span.start },
  }));
  return applyEdits(text.slice(span.start, span.end), moved);
}
