/** What is said of items in words: the same ones in rows, tooltips, labels and the status. */
import type { ItemPriority, ItemRow, ItemStatus } from '../../../server/src/protocol.ts';
import type { Translate } from '../l10n.ts';
import { isOpen, type Counts } from './count.ts';

export function statusWord(status: ItemStatus, t: Translate): string {
  switch (status) {
    case 'todo':
      return t('to do');
    case 'in-progress':
      return t('in progress');
    case 'done':
      return t('done');
    case 'blocked':
      return t('blocked');
    case 'cancelled':
      return t('cancelled');
    case 'deferred':
      return t('deferred');
  }
}

export function priorityWord(priority: ItemPriority, t: Translate): string {
  switch (priority) {
    case 'P0':
      return t('Critical');
    case 'P1':
      return t('High');
    case 'P2':
      return t('Medium');
    case 'P3':
      return t('Low');
    case 'P4':
      return t('Lowest');
  }
}

/** A day as its civil date, whatever notation it is written in; a longer period as the document has it. */
export function dueDate(due: NonNullable<ItemRow['due']>): string {
  return due.start === due.end ? due.start : due.text;
}

/** How a due date stands to today, in the words of the lenses; empty where none is due or no work remains. */
export function timeLeft(item: ItemRow, t: Translate): string {
  if (item.daysLeft === null || !isOpen(item)) return '';
  if (item.daysLeft === 0) return t('due today');
  if (item.daysLeft > 0) return item.daysLeft === 1 ? t('1 day left') : t('{0} days left', item.daysLeft);
  return item.daysLeft === -1 ? t('1 day overdue') : t('{0} days overdue', -item.daysLeft);
}

/** "5 open, 2 overdue": what is not there is not said, but that nothing is open is. */
export function countWords({ open, overdue }: Counts, t: Translate): string {
  const words = [t('{0} open', open)];
  if (overdue > 0) words.push(t('{0} overdue', overdue));
  return words.join(', ');
}

/** "24 open items, 3 overdue": {@link countWords} where nothing around it says what is counted. */
export function badgeTooltip({ open, overdue }: Counts, t: Translate): string {
  const items = open === 1 ? t('1 open item') : t('{0} open items', open);
  return overdue > 0 ? `${items}, ${t('{0} overdue', overdue)}` : items;
}
