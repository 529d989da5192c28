import type { Status } from './model.ts';

/** What people read of a status. */
export const STATUS_WORDS: Readonly<Record<Status, string>> = {
  todo: 'To do',
  'in-progress': 'In progress',
  done: 'Done',
  blocked: 'Blocked',
  cancelled: 'Cancelled',
  deferred: 'Deferred',
};

/** "1 day", "3 days": for nouns that take an s. */
export function count(amount: number, noun: string): string {
  return `${amount} ${noun}${amount === 1 ? '' : 's'}`;
}

/** How far a day is from today, in words: "due today", "3 days left", "483 days overdue". */
export function distance(daysLeft: number): string {
  if (daysLeft === 0) return 'due today';
  return daysLeft > 0 ? `${count(daysLeft, 'day')} left` : `${count(-daysLeft, 'day')} overdue`;
}

/** Monday first, as in ISO 8601. */
export const WEEKDAY_NAMES = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
] as const;
