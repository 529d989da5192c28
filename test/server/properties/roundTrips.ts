/** Setting a field of all items of a document at once, and back again. */
import { addTo } from '../../../server/src/roadmap/dates/civil.ts';
import { applyEdits } from '../../../server/src/edits/edit.ts';
import { setField } from '../../../server/src/edits/fields.ts';
import { day, unitAt, type Period } from '../../../server/src/roadmap/dates/period.ts';
import type {
  Effort,
  FieldName,
  FieldValues,
  Item,
  Priority,
  Roadmap,
  Status,
} from '../../../server/src/roadmap/model.ts';
import { markFor, SIGNS } from '../../../server/src/roadmap/notations/status.ts';
import { isSameValue } from '../../../server/src/roadmap/notations/index.ts';
import { readRoadmap } from '../../../server/src/roadmap/read.ts';

export const FIELDS: readonly FieldName[] = [
  'owners',
  'due',
  'start',
  'completed',
  'priority',
  'status',
  'effort',
  'id',
  'dependsOn',
  'progress',
];

/** The next of a list, or one further on. */
const next = <T>(values: readonly T[], value: T, steps = 1): T =>
  values[(values.indexOf(value) + steps) % values.length] ?? value;

/** Ten of its units later. */
function later({ start, end, precision }: Period): Period {
  if (precision === 'span')
    return { start: addTo(start, { days: 10 }), end: addTo(end, { days: 10 }), precision };
  const steps = {
    day: { days: 10 },
    week: { weeks: 1 },
    month: { months: 1 },
    quarter: { months: 3 },
    half: { months: 6 },
    year: { months: 12 },
  } as const;
  return unitAt(precision, addTo(start, steps[precision]));
}

const otherEffort = ({ minHours, maxHours, size, points }: Effort): Effort => {
  if (points !== undefined) return { points: points + 1 };
  if (size !== undefined) return { size: next(['small', 'medium', 'large'], size) };
  return { minHours: (minHours ?? 0) * 2, maxHours: (maxHours ?? 0) * 2 };
};

const STATUSES: readonly Status[] = ['todo', 'in-progress', 'done', 'cancelled', 'deferred', 'blocked'];
const PRIORITIES: readonly Priority[] = ['P0', 'P1', 'P2', 'P3', 'P4'];

/** Another value of the same kind. */
const OTHERS: { readonly [F in FieldName]: (value: FieldValues[F], steps: number) => FieldValues[F] } = {
  owners: (names) => (names.includes('@dana') ? ['@erin', 'Platform team'] : ['@dana']),
  due: later,
  start: later,
  completed: later,
  priority: (value, steps) => next(PRIORITIES, value, steps),
  status: (value, steps) => next(STATUSES, value, steps),
  effort: otherEffort,
  id: (value) => value.replace(/\d+(?!.*\d)/u, (digits) => `${digits}1`),
  dependsOn: (ids) => (ids.includes('TASK-1') ? ['TASK-2', 'TASK-3'] : ['TASK-1']),
  progress: (value) => (value === 40 ? 70 : 40),
};

/** A value of each field for items that have none. */
export const NEW_VALUES: FieldValues = {
  owners: ['@dana', 'Platform team'],
  due: day('2027-03-04'),
  start: day('2027-03-04'),
  completed: day('2027-03-04'),
  priority: 'P2',
  status: 'blocked',
  effort: { minHours: 16, maxHours: 24 },
  id: 'TASK-77',
  dependsOn: ['TASK-1', 'TASK-2'],
  progress: 40,
};

interface Change {
  readonly item: Item;
  readonly from: FieldValues[FieldName];
  readonly to: FieldValues[FieldName];
  /** How the document says it. */
  readonly wording: string;
}

/** What the item says of the field, and as what. */
function saidOf(
  roadmap: Roadmap,
  item: Item,
  field: FieldName,
): Pick<Change, 'from' | 'wording'> | undefined {
  if (field === 'status' && item.box && !item.fields.status)
    return { from: item.status, wording: item.box.mark };
  const stated = item.fields[field];
  return (
    stated && {
      from: field === 'status' ? item.status : stated.value,
      wording:
        roadmap.mojibake.length > 0 ? stated.text : roadmap.text.slice(stated.span.start, stated.span.end),
    }
  );
}

export interface Outcome {
  /** How many items took part. */
  readonly set: number;
  /** What is read otherwise than it was set, and other breaches. */
  readonly wrong: readonly string[];
  /** Items that came back in other bytes. */
  readonly changed: readonly string[];
  /** Items that can't come back, for the reasons of `isException`. */
  readonly exceptions: number;
  /** Items that came back in the same bytes without being told how they were worded. */
  readonly exactInOwnWords: number;
}

const lineOf = ({ text }: Roadmap, { own, content }: Item): string =>
  JSON.stringify(text.slice(own.start, Math.min(Math.max(content.end, own.start), own.start + 200)));

/** The item's first line, and how it states the field. */
const statementOf = (roadmap: Roadmap, item: Item, field: FieldName): string => {
  const whole = item.fields[field]?.whole;
  return lineOf(roadmap, item) + (whole ? JSON.stringify(roadmap.text.slice(whole.start, whole.end)) : '');
};

/** A value for an item, and perhaps the wording of it. */
export type Assignment = readonly [item: Item, value: FieldValues[FieldName], wording?: string | undefined];

/** The roadmap after all edits, and its item for each assignment: the one that begins where the former did. */
export function setAll(
  roadmap: Roadmap,
  field: FieldName,
  assignments: readonly Assignment[],
): { readonly roadmap: Roadmap; readonly items: readonly (Item | undefined)[] } {
  const edits = assignments.flatMap(([item, value, wording]) =>
    setField(roadmap, item, field, value as never, wording),
  );
  const after = readRoadmap(applyEdits(roadmap.text, edits));
  const byStart = new Map(after.items.map((item) => [item.own.start, item]));
  return {
    roadmap: after,
    items: assignments.map(([{ own }]) => {
      const before = edits.filter(({ span }) => span.end <= own.start);
      const grown = before.reduce((sum, { span, text }) => sum + text.length - (span.end - span.start), 0);
      return byStart.get(own.start + grown);
    }),
  };
}

export const valueOf = (item: Item | undefined, field: FieldName): unknown =>
  item && (field === 'status' ? item.status : item.fields[field]?.value);

/** Signs stand for boxes only in company of others: ticks alone are praise. */
const isSign = ({ box }: Item): boolean => box !== undefined && SIGNS.has(box.mark);

/**
 * What one set of edits can't keep: what a box says besides the words beside it (they are made to agree), which of `x`
 * and `X` was meant in a document with both, a label that had to be added as box or sign can't say it, lists whose signs
 * count only in company of others, and headings that are items only because they say that they are done.
 */
function isException({ items }: Roadmap, item: Item, to: Status): boolean {
  const { kind, box, fields, status } = item;
  const stated = fields.status;
  if (!box) return (kind === 'heading' && stated?.labelled === false) || stated?.notation === 'todo.txt-done';
  const marks = new Set(items.map((other) => other.box?.mark));
  const unsure = status === 'done' && marks.has('x') && marks.has('X');
  const told = stated && (stated.value === 'done' ? 'done' : 'todo');
  const disagrees = told !== undefined && box.mark !== markFor(told, box.mark);
  const isLabelled = items.some((other) => other.fields.status?.labelled);
  // What is struck through says it without its box.
  const isStruck = box.mark.trim() === '' && !stated && status !== 'todo';
  return (
    isStruck || isSign(item) || unsure || disagrees || (isLabelled && markFor(to, box.mark) === undefined)
  );
}

/** Sets the field of all items that say it to another value, and back. */
export function roundTrip(roadmap: Roadmap, field: FieldName, steps = 1): Outcome {
  const other = OTHERS[field] as (value: unknown, steps: number) => FieldValues[FieldName];
  const changes = roadmap.items.flatMap((item): Change[] => {
    const said = saidOf(roadmap, item, field);
    if (!said) return [];
    const to = other(said.from, steps);
    return to === 'done' && isSign(item) ? [] : [{ item, ...said, to }];
  });
  const wrong: string[] = [];
  const changed: string[] = [];
  if (changes.length === 0) return { set: 0, wrong, changed, exceptions: 0, exactInOwnWords: 0 };
  for (const { item, from } of changes)
    if (setField(roadmap, item, field, from as never).length > 0)
      wrong.push(`setting its own value edits ${lineOf(roadmap, item)}`);

  const there = setAll(
    roadmap,
    field,
    changes.map(({ item, to }) => [item, to]),
  );
  const back = (wordings: boolean): ReturnType<typeof setAll> =>
    setAll(
      there.roadmap,
      field,
      changes.flatMap(({ from, wording }, index): Assignment[] => {
        const item = there.items[index];
        return item ? [[item, from, wordings ? wording : undefined]] : [];
      }),
    );
  const [worded, plain] = [back(true), back(false)];
  let exceptions = 0;
  let exactInOwnWords = 0;
  let place = -1;
  for (const [index, { item, to }] of changes.entries()) {
    const now = there.items[index];
    if (now) place++;
    const before = statementOf(roadmap, item, field);
    const after = (result: typeof plain): string => {
      const again = now && result.items[place];
      return again ? statementOf(result.roadmap, again, field) : 'gone';
    };
    if (after(plain) === before) exactInOwnWords++;
    const isRead = isSameValue(valueOf(now, field), to);
    if (isRead && after(worded) === before) continue;
    if (field === 'status' && isException(roadmap, item, to as Status)) exceptions++;
    else if (!isRead)
      wrong.push(`${JSON.stringify(to)} for ${before} gives ${now ? lineOf(there.roadmap, now) : 'nothing'}`);
    else changed.push(`${before} became ${lineOf(there.roadmap, now ?? item)} and ${after(worded)}`);
  }
  if (exceptions + wrong.length + changed.length === 0 && worded.roadmap.text !== roadmap.text)
    wrong.push('other bytes changed');
  return { set: changes.length, wrong, changed, exceptions, exactInOwnWords };
}
