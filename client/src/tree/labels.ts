/** The words and icons of a row or group. Whatever colour or icon says is said in words too. */
import type { ItemStatus } from '../../../server/src/protocol.ts';
import { isOpen } from '../items/count.ts';
import { countWords, dueDate, priorityWord, statusWord, timeLeft } from '../items/words.ts';
import type { Translate } from '../l10n.ts';
import type { Group, Row } from './model.ts';

export function groupLabel({ priority }: Group, t: Translate): string {
  return priority === null ? t('No priority') : `${priority} · ${priorityWord(priority, t)}`;
}

export function groupDescription({ counts, rows }: Group, t: Translate): string {
  const words = countWords(counts, t);
  const showsClosed = rows.some((row) => !isOpen(row.item));
  return showsClosed ? `${words}, ${t('{0} closed', counts.closed)}` : words;
}

/** "5 days overdue · 2025-07-25 · @a, @b · ROADMAP.md": what is most pressing first, as the end may be cut off. */
export function rowDescription({ item, file }: Row, t: Translate): string {
  const parts = [timeLeft(item, t), item.due === null ? '' : dueDate(item.due), item.owners.join(', '), file];
  return parts.filter((part) => part !== '').join(' · ');
}

/** A row as it is read out: all of it, in the order in which it matters. */
export function rowSpeech({ item, file }: Row, t: Translate): string {
  const parts = [item.title, statusWord(item.status, t)];
  if (item.due !== null) {
    const left = timeLeft(item, t);
    if (left !== '') parts.push(left);
    const due = t('due {0}', dueDate(item.due));
    parts.push(item.dueInherited ? t('{0} inherited', due) : due);
  }
  if (item.owners.length > 0) {
    const owners = t('owned by {0}', item.owners.join(', '));
    parts.push(item.ownersInherited ? t('{0} inherited', owners) : owners);
  }
  if (item.priority !== null) {
    const priority = t('priority {0}', item.priority);
    parts.push(item.priorityInherited ? t('{0} inherited', priority) : priority);
  }
  parts.push(file);
  return parts.join(', ');
}

/** One line of a row's tooltip. */
export interface Detail {
  readonly label: string;
  readonly value: string;
}

export function rowDetails({ item, file }: Row, t: Translate): readonly Detail[] {
  const mark = (value: string, inherited: boolean) => (inherited ? t('{0} (inherited)', value) : value);
  const details: Detail[] = [{ label: t('Status'), value: statusWord(item.status, t) }];
  if (item.due !== null) {
    const due = mark(dueDate(item.due), item.dueInherited);
    const left = timeLeft(item, t);
    details.push({ label: t('Due'), value: left === '' ? due : `${due}, ${left}` });
  }
  if (item.owners.length > 0)
    details.push({ label: t('Owner'), value: mark(item.owners.join(', '), item.ownersInherited) });
  if (item.priority !== null) {
    const priority = `${item.priority} · ${priorityWord(item.priority, t)}`;
    details.push({ label: t('Priority'), value: mark(priority, item.priorityInherited) });
  }
  if (item.section.length > 0) details.push({ label: t('Section'), value: item.section.join(' › ') });
  details.push({ label: t('File'), value: file });
  return details;
}

/** A codicon and the theme colour that it has, if any. */
export interface Icon {
  readonly id: string;
  readonly color?: string;
}

const STATUS_ICONS: Readonly<Record<ItemStatus, Icon>> = {
  todo: { id: 'circle-large-outline' },
  'in-progress': { id: 'play-circle', color: 'charts.blue' },
  done: { id: 'pass-filled', color: 'charts.green' },
  blocked: { id: 'stop-circle', color: 'charts.red' },
  cancelled: { id: 'circle-slash', color: 'disabledForeground' },
  deferred: { id: 'clock', color: 'disabledForeground' },
};

export function rowIcon({ item }: Row): Icon {
  return item.overdue && isOpen(item)
    ? { id: 'warning', color: 'problemsWarningIcon.foreground' }
    : STATUS_ICONS[item.status];
}
