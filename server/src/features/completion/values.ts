/** The values that a field may have, in the document's own words. */
import { exampleOf, writeLike, type Example } from '../../edits/example.ts';
import { weekdayOf, type CivilDate } from '../../roadmap/dates/civil.ts';
import { day } from '../../roadmap/dates/period.ts';
import { suggestDates } from '../../roadmap/dates/suggestions.ts';
import type { FieldName, FieldValues, Item, Priority, Roadmap, Stated, Status } from '../../roadmap/model.ts';
import { STATUS_WORDS, WEEKDAY_NAMES } from '../../roadmap/wording.ts';
import type { ValuePlace } from './place.ts';

/** One value to choose. */
export interface Choice {
  readonly label: string;
  readonly text: string;
  /** What it means, beside the label. */
  readonly detail?: string;
  /** What typing is matched with, where that isn't the label. */
  readonly filter?: string;
  /** What is asked about when somebody looks at it, where that isn't the text. */
  readonly about?: string;
}

export interface Known {
  readonly today: CivilDate;
  /** Whom to propose, the likeliest first. */
  readonly owners: readonly string[];
}

const STATUSES: readonly Status[] = ['todo', 'in-progress', 'done', 'blocked', 'deferred', 'cancelled'];
const PRIORITIES: readonly Priority[] = ['P0', 'P1', 'P2', 'P3', 'P4'];
/** Of a document without ids, this many titles: more are no choice. */
const MAX_TITLES = 200;

export function choicesFor(roadmap: Roadmap, place: ValuePlace, known: Known): Choice[] {
  switch (place.field) {
    case 'owners':
      return owners(place, known.owners);
    case 'due':
    case 'start':
    case 'completed':
      return dates(roadmap, place, place.field, known.today);
    case 'status':
      return scale(roadmap, place.item, 'status', STATUSES, (status) => STATUS_WORDS[status]);
    case 'priority':
      return scale(roadmap, place.item, 'priority', PRIORITIES, (priority) => priority);
    case 'dependsOn':
      return dependencies(roadmap, place);
    case 'effort':
      return ownWords(roadmap, 'effort').map(([text]) => ({ label: text, text }));
    case 'id':
    case 'progress':
      return [];
  }
}

function owners({ typed, others }: ValuePlace, names: readonly string[]): Choice[] {
  const at = typed.startsWith('@');
  return names
    .filter((name) => !others.includes(name))
    .map((name) => {
      const bare = name.replace(/^@/u, '');
      return { label: name, text: name, filter: at ? `@${bare}` : bare };
    });
}

function dates(
  roadmap: Roadmap,
  { item, typed, notation }: ValuePlace,
  field: 'due' | 'start' | 'completed',
  today: CivilDate,
): Choice[] {
  // Behind an emoji, dates have one form.
  const like = notation?.startsWith('emoji-') ? undefined : dayLike(roadmap, field, item);
  return suggestDates(today, typed, field === 'completed' ? 'back' : 'ahead').map(({ words, date }) => {
    const text = writeLike(field, day(date), like);
    const weekday = WEEKDAY_NAMES[weekdayOf(date) - 1] ?? '';
    return { label: words, text, detail: `${weekday}, ${text}`, filter: `${words} ${text}`, about: date };
  });
}

/** The form in which the document writes most of its days in that field; else in any. */
function dayLike(roadmap: Roadmap, field: 'due' | 'start' | 'completed', item: Item): Example | undefined {
  const count = (fields: readonly FieldName[]): Example | undefined => {
    const forms = new Map<string, { stated: Example; times: number }>();
    for (const other of roadmap.items)
      for (const name of fields) {
        const stated = other.id === item.id ? undefined : (other.fields[name] as Stated<unknown> | undefined);
        if (stated?.format === undefined || !isDay(stated.value)) continue;
        const seen = forms.get(stated.format);
        if (seen) seen.times++;
        else forms.set(stated.format, { stated, times: 1 });
      }
    return [...forms.values()].sort((a, b) => b.times - a.times)[0]?.stated;
  };
  return count([field]) ?? count(['due', 'start', 'completed']);
}

const isDay = (value: unknown): boolean => (value as { precision?: string }).precision === 'day';

/** Each value of a scale as the document writes it, then the document's other words for them. */
function scale<F extends 'status' | 'priority'>(
  roadmap: Roadmap,
  item: Item,
  field: F,
  values: readonly FieldValues[F][],
  name: (value: FieldValues[F]) => string,
): Choice[] {
  const like = exampleOf(roadmap, field, item)?.like;
  const own = ownWords(roadmap, field);
  const choices = values.map((value) => {
    const text = own.find(([, said]) => said === value)?.[0] ?? writeLike(field, value, like);
    return { label: text, text, detail: name(value) };
  });
  const others = own
    .filter(([text]) => !choices.some((choice) => choice.text === text))
    .map(([text, value]) => ({ label: text, text, detail: name(value) }));
  return [...choices, ...others].map((choice) =>
    choice.detail.toLowerCase() === choice.label.toLowerCase()
      ? { label: choice.label, text: choice.text }
      : choice,
  );
}

/** What the document says behind labels of the field and in its columns, the most frequent first. */
function ownWords<F extends FieldName>(roadmap: Roadmap, field: F): [string, FieldValues[F]][] {
  const words = new Map<string, { value: FieldValues[F]; times: number }>();
  for (const { fields } of roadmap.items) {
    const stated: Stated<FieldValues[F]> | undefined = fields[field];
    if (!stated?.labelled) continue;
    const seen = words.get(stated.text);
    if (seen) seen.times++;
    else words.set(stated.text, { value: stated.value, times: 1 });
  }
  return [...words].sort((a, b) => b[1].times - a[1].times).map(([text, { value }]) => [text, value]);
}

/** Ids with their titles; in a document without ids, titles. */
function dependencies({ items }: Roadmap, { item, others }: ValuePlace): Choice[] {
  const rest = items.filter(({ id }) => id !== item.id);
  const identified = rest.flatMap(({ title, fields }): Choice[] => {
    const id = fields.id?.value;
    return id === undefined || others.includes(id)
      ? []
      : [{ label: id, text: id, detail: title, filter: `${id} ${title}` }];
  });
  if (identified.length > 0) return identified;
  return rest
    .filter(
      ({ title }) => !others.includes(title) && title.split(/\s+/u).length <= 6 && !/[,;&]/u.test(title),
    )
    .slice(0, MAX_TITLES)
    .map(({ title }) => ({ label: title, text: title }));
}
