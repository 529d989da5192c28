/** Whom and what a document names: who answers for work, what work is called, and what it waits for. */
import { partsOf, type Item, type Roadmap, type RoadmapPart, type Span, type Stated } from './model.ts';

/** As what somebody or something is named. */
export type NameRole = 'owners' | 'id' | 'dependsOn';

/** A name, where it stands. */
export interface Name {
  readonly role: NameRole;
  /** As it reads; the place may hold more, as two spaces or a forced line break. */
  readonly text: string;
  readonly span: Span;
  /** What is stated there, perhaps with other names. */
  readonly stated: Stated<string> | Stated<readonly string[]>;
  /** Whose field it is; of a section's field, none. */
  readonly item: Item | undefined;
}

/** Names are compared regardless of case. */
export const foldName = (name: string): string => name.normalize('NFC').toLowerCase();

/** `@ann` is Ann. */
export const foldOwner = (name: string): string => foldName(name).replace(/^@/u, '');

const ROLES: readonly NameRole[] = ['owners', 'id', 'dependsOn'];

const NAMES = new WeakMap<RoadmapPart, readonly Name[]>();

/** All names of a document. Of chapters that stay they stay, and move with them. */
export const namesOf = (roadmap: Roadmap): readonly Name[] =>
  roadmap.parts ? roadmap.parts.flatMap(namesIn) : namesIn(roadmap);

/** All names of a part; the same list as long as the part stays. */
export function namesIn(part: RoadmapPart): readonly Name[] {
  const known = NAMES.get(part);
  if (known) return known;
  const names: Name[] = [];
  /** A heading that is an item has the fields of its section. */
  const seen = new Set<unknown>();
  const add = (fields: Item['fields'], item: Item | undefined): void => {
    for (const role of ROLES) {
      const stated = fields[role];
      if (!stated || seen.has(stated)) continue;
      seen.add(stated);
      const values = typeof stated.value === 'string' ? [stated.value] : stated.value;
      const spans = typeof stated.value === 'string' ? [stated.span] : partsOf(stated as Stated<string[]>);
      for (const [index, text] of values.entries()) {
        const span = spans[index];
        if (span) names.push({ role, text, span, stated, item });
      }
    }
  };
  for (const item of part.items) add(item.fields, item);
  for (const { fields } of part.sections) add(fields, undefined);
  NAMES.set(part, names);
  return names;
}

/** What may be named in several places. */
export interface Named {
  readonly kind: 'owner' | 'item';
  /** What its names are, folded: an item's id, or its title. */
  readonly keys: ReadonlySet<string>;
}

/** What a name stands for. */
export function namedBy({ role, text, item }: Pick<Name, 'role' | 'text' | 'item'>): Named {
  if (role === 'owners') return { kind: 'owner', keys: new Set([foldOwner(text)]) };
  // What is called by an id may be called by its title elsewhere.
  return { kind: 'item', keys: new Set([foldName(text), ...(role === 'id' && item ? keysOf(item) : [])]) };
}

/** What others can call an item by. */
export function keysOf({ fields, title }: Item): string[] {
  const id = fields.id?.value;
  return [...(id === undefined ? [] : [foldName(id)]), ...(title === '' ? [] : [foldName(title)])];
}

export const isNamed = ({ role, text }: Name, { kind, keys }: Named): boolean =>
  role === 'owners'
    ? kind === 'owner' && keys.has(foldOwner(text))
    : kind === 'item' && keys.has(foldName(text));

/** The items that are called so: by their id, else by their title. */
export function itemsNamed({ items }: Pick<Roadmap, 'items'>, { kind, keys }: Named): Item[] {
  if (kind !== 'item') return [];
  const byId = items.filter(({ fields }) => fields.id && keys.has(foldName(fields.id.value)));
  return byId.length > 0 ? byId : items.filter(({ title }) => keys.has(foldName(title)));
}
