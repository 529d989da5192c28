/** Days in words, for people who write them: what "fri" or "in 2 weeks" is, counted from today. */
import { addTo, endOfMonth, weekdayOf, type CivilDate } from './civil.ts';
import { findDate } from './formats.ts';
import { unitAt } from './period.ts';
import { WEEKDAY_NAMES } from '../wording.ts';

export interface SuggestedDate {
  readonly words: string;
  readonly date: CivilDate;
}

/** Whether a day is looked for that is to come, or one that has been. */
export type Direction = 'ahead' | 'back';

const DAYS = [1, 2, 3, 4, 5, 6, 7];

function ahead(today: CivilDate): SuggestedDate[] {
  const monday = unitAt('week', today).start;
  const endOf = (unit: 'month' | 'quarter' | 'year', date: CivilDate): CivilDate => unitAt(unit, date).end;
  return [
    { words: 'today', date: today },
    { words: 'tomorrow', date: addTo(today, { days: 1 }) },
    ...DAYS.map((days) => addTo(today, { days })).map((date) => ({ words: nameOf(date), date })),
    // As a document that says so is read: until its last day.
    { words: 'next week', date: addTo(monday, { days: 13 }) },
    ...DAYS.map((days) => addTo(monday, { days: days + 6 })).map((date) => ({
      words: `next ${nameOf(date)}`,
      date,
    })),
    { words: 'end of month', date: endOfMonth(today) },
    { words: 'end of next month', date: endOfMonth(addTo(today, { months: 1 })) },
    { words: 'end of quarter', date: endOf('quarter', today) },
    { words: 'end of next quarter', date: endOf('quarter', addTo(today, { months: 3 })) },
    { words: 'end of year', date: endOf('year', today) },
  ];
}

function back(today: CivilDate): SuggestedDate[] {
  return [
    { words: 'today', date: today },
    { words: 'yesterday', date: addTo(today, { days: -1 }) },
    ...DAYS.map((days) => addTo(today, { days: -days })).map((date) => ({
      words: `last ${nameOf(date)}`,
      date,
    })),
  ];
}

const nameOf = (date: CivilDate): string => (WEEKDAY_NAMES[weekdayOf(date) - 1] ?? '').toLowerCase();

const UNITS = ['day', 'week', 'month'] as const;
/** What is offered before a number is typed. */
const USUAL = [
  [3, 'day'],
  [1, 'week'],
  [2, 'week'],
  [1, 'month'],
  [3, 'month'],
] as const;
/** Who means a day that is further off doesn't count it in days: four figures are a year. */
const NUMBER = /(?<![\d-])\d{1,3}(?![\d-])/u;

function counted(today: CivilDate, typed: string, direction: Direction): SuggestedDate[] {
  const number = NUMBER.exec(typed)?.[0];
  const wanted = number === undefined ? USUAL : UNITS.map((unit) => [Number(number), unit] as const);
  const sign = direction === 'ahead' ? 1 : -1;
  return wanted.map(([amount, unit]) => {
    const words = `${amount} ${unit}${amount === 1 ? '' : 's'}`;
    return {
      words: direction === 'ahead' ? `in ${words}` : `${words} ago`,
      date: addTo(today, { [`${unit}s`]: sign * amount }),
    };
  });
}

/**
 * Days to choose from, the likeliest first, with what was typed where it is a date by itself: `15 Dec`, `fin du mois`.
 * A period stands for its last day.
 */
export function suggestDates(today: CivilDate, typed: string, direction: Direction): SuggestedDate[] {
  const words = typed.trim();
  const found = words === '' ? undefined : findDate(words, { reference: today, year: yearOf(today) });
  const isWhole = found?.start === 0 && found.end === words.length && 'end' in found.read;
  const own = isWhole && 'end' in found.read ? [{ words, date: found.read.end }] : [];
  const named = direction === 'ahead' ? ahead(today) : back(today);
  const others = [...named, ...counted(today, typed, direction)];
  return [...own, ...others.filter((other) => other.words !== words.toLowerCase() || own.length === 0)];
}

const yearOf = (date: CivilDate): number => Number(date.slice(0, 4));
