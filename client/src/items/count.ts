import type { FileItems, ItemRow } from '../../../server/src/protocol.ts';

/** How many items there are of each sort; `overdue` ones are `open` too. */
export interface Counts {
  readonly open: number;
  readonly overdue: number;
  readonly closed: number;
}

/** Whether work remains for now, as the server sees it: an item is closed once it is done, given up or put off. */
export function isOpen({ status }: Pick<ItemRow, 'status'>): boolean {
  return status !== 'done' && status !== 'cancelled' && status !== 'deferred';
}

export function countItems(items: Iterable<ItemRow>): Counts {
  let open = 0;
  let overdue = 0;
  let closed = 0;
  for (const item of items) {
    if (!isOpen(item)) closed++;
    else {
      open++;
      if (item.overdue) overdue++;
    }
  }
  return { open, overdue, closed };
}

/** Everything in these files. */
export function countFiles(files: Iterable<FileItems>): Counts {
  return countItems([...files].flatMap((file) => file.items));
}
