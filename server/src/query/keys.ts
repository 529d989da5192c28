/** What can be asked for: one row for each key of a query. */
import { addTo } from '../roadmap/dates/civil.ts';
import { day, type Period } from '../roadmap/dates/period.ts';
import {
  effective,
  isOpen,
  isOverdue,
  sectionPath,
  type FieldName,
  type Item,
  type Status,
} from '../roadmap/model.ts';
import { readValue } from '../roadmap/notations/index.ts';
import type { Matches, QueryContext, Subject } from './query.ts';
import type { Operator } from './tokens.ts';

export interface Key {
  readonly name: string;
  /** What may stand behind it, for messages and documentation. */
  readonly values: string;
  readonly example: string;
  /** One sentence for the documentation. */
  readonly about: string;
  /** The condition; `undefined` where the value can't be one of the key's. */
  condition(value: string, operator: Operator, context: QueryContext): Matches | undefined;
}

const NOBODY = ['none', 'nobody'];
const fold = (text: string): string => text.normalize('NFC').toLowerCase();
const isNamed = (text: string, part: string): boolean => fold(text).includes(fold(part));

/** The name without what says that it is one, and without the organisation of a team: `@org/platform` is `platform` too. */
const bareName = (name: string): string => fold(name).replace(/^@/u, '');
function isSameOwner(owner: string, asked: string): boolean {
  const [own, name] = [bareName(owner), bareName(asked)];
  return own === name || own.slice(own.lastIndexOf('/') + 1) === name;
}
const ownersOf = (item: Item): readonly string[] => effective(item, 'owners')?.value ?? [];
const isOwnedBy = (item: Item, names: readonly string[]): boolean =>
  ownersOf(item).some((owner) => names.some((name) => isSameOwner(owner, name)));

/** Only `:` and `=`. */
const equals =
  (read: (value: string, context: QueryContext) => Matches | undefined): Key['condition'] =>
  (value, operator, context) =>
    operator === ':' || operator === '=' ? read(value, context) : undefined;

/** A closed range of what compares, open where an end is missing. */
interface Ends<T> {
  readonly first: T | undefined;
  readonly last: T | undefined;
}

/** `P0..P1`, `..P1`, `P1`. */
function readEnds<T>(text: string, read: (text: string) => T | undefined): Ends<T> | undefined {
  const [from = '', to, ...more] = text.split('..');
  if (more.length > 0) return undefined;
  const first = from === '' ? undefined : read(from);
  if (to === undefined) return first === undefined ? undefined : { first, last: first };
  const last = to === '' ? undefined : read(to);
  const isBad = (from !== '' && first === undefined) || (to !== '' && last === undefined);
  return isBad || (first === undefined && last === undefined) ? undefined : { first, last };
}

/** How values of a field are asked for by their order: `due<2026-01-01`, `priority:P0..P1`, `effort:none`. */
function ordered<V, T>(
  valueOf: (item: Item) => V | undefined,
  read: (text: string, context: QueryContext) => T | undefined,
  compare: Readonly<Record<'before' | 'after', (own: V, asked: T) => boolean>>,
): Key['condition'] {
  return (value, operator, context) => {
    const isEqual = operator === ':' || operator === '=';
    if (isEqual && NOBODY.includes(fold(value))) return ({ item }) => valueOf(item) === undefined;
    if (isEqual && fold(value) === 'any') return ({ item }) => valueOf(item) !== undefined;
    const readOne = (text: string): T | undefined => read(text, context);
    const about =
      (holds: (own: V) => boolean): Matches =>
      ({ item }) => {
        const own = valueOf(item);
        return own !== undefined && holds(own);
      };
    if (isEqual) {
      const ends = readEnds(value, readOne);
      return (
        ends &&
        about(
          (own) =>
            !(ends.first !== undefined && compare.before(own, ends.first)) &&
            !(ends.last !== undefined && compare.after(own, ends.last)),
        )
      );
    }
    const asked = readOne(value);
    if (asked === undefined) return undefined;
    return about((own) => {
      if (operator === '<') return compare.before(own, asked);
      if (operator === '>') return compare.after(own, asked);
      return operator === '<=' ? !compare.after(own, asked) : !compare.before(own, asked);
    });
  };
}

const numeric = { before: (a: number, b: number) => a < b, after: (a: number, b: number) => a > b };
/** A period counts by its last day: that is when it is over. */
const byLastDay = {
  before: (own: Period, asked: Period) => own.end < asked.start,
  after: (own: Period, asked: Period) => own.end > asked.end,
};

const DISTANCE = /^(?<sign>[-+]?)(?<amount>\d{1,4})(?<unit>[dwm])$/iu;
const UNITS = { d: 'days', w: 'weeks', m: 'months' } as const;

/** A date in any form that documents use, `next-week`, or a distance from today: `7d`, `-2w`. */
function readPeriod(text: string, { today }: QueryContext): Period | undefined {
  const groups = DISTANCE.exec(text)?.groups;
  if (groups) {
    const unit = UNITS[fold(groups['unit'] ?? 'd') as keyof typeof UNITS];
    return day(addTo(today, { [unit]: Number(`${groups['sign']}${groups['amount']}`) }));
  }
  const context = { reference: today };
  return readValue('due', text, context) ?? readValue('due', text.replace(/-/gu, ' '), context);
}

const dated = (field: 'due' | 'start' | 'completed'): Key['condition'] =>
  ordered(
    (item): Period | undefined => (field === 'due' ? effective(item, 'due') : item.fields[field])?.value,
    readPeriod,
    byLastDay,
  );

const rank = (priority: string): number => Number(priority.slice(1));

/** What can be said of an item in one word. */
const STATES: Readonly<Record<string, (item: Item, context: QueryContext) => boolean>> = {
  open: isOpen,
  closed: (item) => !isOpen(item),
  overdue: (item, { today }) => isOverdue(item, today),
  mine: (item, { me }) => isOwnedBy(item, me),
  ...Object.fromEntries(
    (['todo', 'in-progress', 'done', 'blocked', 'cancelled', 'deferred'] satisfies Status[]).map((status) => [
      status,
      (item: Item) => item.status === status,
    ]),
  ),
};

const FIELDS: Readonly<Record<string, FieldName>> = {
  owner: 'owners',
  due: 'due',
  start: 'start',
  priority: 'priority',
  status: 'status',
  effort: 'effort',
  completed: 'completed',
  id: 'id',
  dependencies: 'dependsOn',
  progress: 'progress',
};

/** Whether something is said of the item, by itself or by what it stands in; a placeholder says nothing. */
function has(item: Item, field: FieldName): boolean {
  if (field === 'owners') return ownersOf(item).length > 0;
  if (field === 'due' || field === 'priority') return effective(item, field) !== undefined;
  return item.fields[field] !== undefined;
}

const hasField = (wanted: boolean): Key['condition'] =>
  equals((value) => {
    const field = FIELDS[fold(value)];
    return field && (({ item }) => has(item, field) === wanted);
  });

/** One of a list of names, in any case. */
const among = (namesOf: (subject: Subject) => readonly string[]): Key['condition'] =>
  equals(
    (value) => (subject) =>
      NOBODY.includes(fold(value))
        ? namesOf(subject).length === 0
        : namesOf(subject).some((name) => fold(name) === fold(value)),
  );

const list = (words: Iterable<string>): string => [...words].join(', ');

export const KEYS: readonly Key[] = [
  {
    name: 'is',
    values: list(Object.keys(STATES)),
    example: 'is:overdue',
    about: 'What state the item is in; `open` is what may still be late.',
    condition: equals((value, context) => {
      const state = STATES[fold(value)];
      return state && (({ item }) => state(item, context));
    }),
  },
  {
    name: 'owner',
    values: 'a name, me, none or any',
    example: 'owner:@platform,@ann',
    about:
      'Who answers for it, own or inherited; with or without `@`, a team with or without its organisation.',
    condition: equals((value, { me }) => {
      if (NOBODY.includes(fold(value))) return ({ item }) => ownersOf(item).length === 0;
      if (fold(value) === 'any') return ({ item }) => ownersOf(item).length > 0;
      return ({ item }) => isOwnedBy(item, fold(value) === 'me' ? me : [value]);
    }),
  },
  {
    name: 'status',
    values: 'todo, in-progress, done, blocked, cancelled, deferred, or a word that documents use',
    example: 'status:blocked,deferred',
    about: 'The status, in our words or in those of a document.',
    condition: equals((value) => {
      const status = value in STATES ? (value as Status) : readValue('status', value, {});
      return status && (({ item }) => item.status === status);
    }),
  },
  {
    name: 'priority',
    values: 'P0 to P4, a word such as high, a range such as P0..P1, none or any',
    example: 'priority:P0..P1',
    about: 'The priority, own or inherited; `<` is more urgent.',
    condition: ordered(
      (item) => {
        const priority = effective(item, 'priority')?.value;
        return priority === undefined ? undefined : rank(priority);
      },
      (text) => {
        const priority = readValue('priority', text, {});
        return priority === undefined ? undefined : rank(priority);
      },
      numeric,
    ),
  },
  {
    name: 'due',
    values: 'a date, a period such as 2026-Q1 or next-week, a distance such as 7d, a range, none or any',
    example: 'due<2026-01-01',
    about: 'The last day of the due, own or inherited.',
    condition: dated('due'),
  },
  {
    name: 'start',
    values: 'as for due',
    example: 'start:this-week',
    about: 'When work on it begins.',
    condition: dated('start'),
  },
  {
    name: 'completed',
    values: 'as for due',
    example: 'completed>=-2w',
    about: 'When it was done.',
    condition: dated('completed'),
  },
  {
    name: 'effort',
    values: 'an amount such as 3d or 4h, a range, none or any',
    example: 'effort>2d',
    about: 'The effort at most, in any unit of time.',
    condition: ordered(
      ({ fields }) => fields.effort?.value.maxHours,
      (text) => readValue('effort', text, {})?.maxHours,
      numeric,
    ),
  },
  {
    name: 'progress',
    values: 'a number of per cent, a range, none or any',
    example: 'progress>=50',
    about: 'Per cent done, as stated.',
    condition: ordered(
      ({ fields }) => fields.progress?.value,
      (text) => (/^\d{1,3}%?$/u.test(text) ? Number.parseInt(text, 10) : undefined),
      numeric,
    ),
  },
  {
    name: 'section',
    values: 'a part of a heading',
    example: 'section:"next quarter"',
    about: 'A heading that the item stands beneath, at any depth.',
    condition: equals(
      (value) =>
        ({ item }) =>
          sectionPath(item.section).some((title) => isNamed(title, value)),
    ),
  },
  {
    name: 'file',
    values: 'a part of a path',
    example: 'file:docs/',
    about: 'The file that it stands in.',
    condition: equals(
      (value) =>
        ({ file }) =>
          isNamed(file, value),
    ),
  },
  {
    name: 'id',
    values: 'an id',
    example: 'id:TASK-7',
    about: 'What the document calls it.',
    condition: among(({ item }) => (item.fields.id ? [item.fields.id.value] : [])),
  },
  {
    name: 'depends',
    values: 'an id or a title, or none',
    example: 'depends:TASK-7',
    about: 'What has to be done before.',
    condition: among(({ item }) => item.fields.dependsOn?.value ?? []),
  },
  {
    name: 'ref',
    values: 'an issue or a ticket, or none',
    example: 'ref:#123',
    about: 'What its title refers to.',
    condition: among(({ item }) => item.refs),
  },
  {
    name: 'tag',
    values: 'a tag, or none',
    example: 'tag:backend',
    about: 'A tag of the item.',
    condition: equals(
      (value) =>
        ({ item }) =>
          NOBODY.includes(fold(value))
            ? item.tags.length === 0
            : item.tags.some((tag) => fold(tag).replace(/^#/u, '') === fold(value).replace(/^#/u, '')),
    ),
  },
  {
    name: 'has',
    values: list(Object.keys(FIELDS)),
    example: 'has:due',
    about: 'A field that something is said of.',
    condition: hasField(true),
  },
  {
    name: 'no',
    values: list(Object.keys(FIELDS)),
    example: 'no:owner',
    about: 'A field that nothing is said of.',
    condition: hasField(false),
  },
];

export const keyNamed = (name: string): Key | undefined => KEYS.find((key) => key.name === name);

/** The words of a title. */
export const titleHas =
  (words: string): Matches =>
  ({ item }) =>
    isNamed(item.title, words);
