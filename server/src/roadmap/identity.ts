import { differenceOf } from './difference.ts';
import type { ItemDraft } from './drafts.ts';
import { sectionPath, type Section } from './model.ts';

/** FNV-1a, 32 bits: spread well enough for the items of one document, and the same on every machine. */
function hash(text: string, value: number): number {
  let next = value;
  for (let i = 0; i < text.length; i++) next = Math.imul(next ^ text.charCodeAt(i), 0x01000193);
  return next;
}
const NOTHING = 0x811c9dc5;

/** The items of a chapter by what their title and the sections above give for an id. */
type ByName = ReadonlyMap<string, readonly ItemDraft[]>;

/** Those of chapters that were identified. */
const NAMES = new WeakMap<readonly ItemDraft[], ByName>();

/** Which ids are given, for the next version of the document. */
export interface Identified {
  readonly chapters: readonly (readonly ItemDraft[])[];
  /** In how many chapters each name occurs. Goes on to the next version. */
  readonly times: Map<string, number>;
  /** Chapters that were identified before, and have other ids now. */
  readonly renumbered: ReadonlySet<readonly ItemDraft[]>;
}

const NONE: ReadonlySet<readonly ItemDraft[]> = new Set();

/**
 * Gives each item an id that stays while its title and the sections above it stay: lines may move, fields may change.
 * Items of the same name in the same place are told apart by their order. Of chapters that were identified before, only
 * those are looked at that share a name with what has changed.
 */
export function identify(chapters: readonly (readonly ItemDraft[])[], earlier?: Identified): Identified {
  const times = earlier?.times ?? new Map<string, number>();
  /** Names that several chapters have, or had until now: each of these has to know how many stand before. */
  const shared = new Set<string>();
  const before = earlier?.chapters ?? [];
  const { start, end, newEnd } = differenceOf(before, chapters);
  const [past, present] = [new Set(before.slice(start, end)), new Set(chapters.slice(start, newEnd))];
  // What has gone goes first: else a chapter would share all names with its own next version.
  for (const items of past) {
    if (present.has(items)) continue;
    for (const name of NAMES.get(items)?.keys() ?? []) {
      const left = (times.get(name) ?? 0) - 1;
      if (left > 0) {
        times.set(name, left);
        shared.add(name);
      } else times.delete(name);
    }
  }
  for (const items of present) {
    if (past.has(items)) continue;
    const names = byName(items);
    NAMES.set(items, names);
    for (const [name, same] of names) {
      const others = times.get(name) ?? 0;
      times.set(name, others + 1);
      if (others > 0) shared.add(name);
      number(name, same, 0);
    }
  }
  return { chapters, times, renumbered: shared.size > 0 ? numberAll(chapters, [...shared]) : NONE };
}

/** Tells the chapters in which an id has changed. */
function numberAll(
  chapters: readonly (readonly ItemDraft[])[],
  names: readonly string[],
): Set<readonly ItemDraft[]> {
  const renumbered = new Set<readonly ItemDraft[]>();
  const counts = new Map<string, number>(names.map((name) => [name, 0]));
  for (const items of chapters) {
    const chapter = NAMES.get(items);
    for (const [name, count] of counts) {
      const same = chapter?.get(name);
      if (!same) continue;
      if (number(name, same, count)) renumbered.add(items);
      counts.set(name, count + same.length);
    }
  }
  return renumbered;
}

/** Whether any id has changed. */
function number(name: string, items: readonly ItemDraft[], before: number): boolean {
  let changed = false;
  for (const [index, item] of items.entries()) {
    const nth = before + index + 1;
    const id = nth === 1 ? name : `${name}-${nth}`;
    changed ||= item.id !== id;
    item.id = id;
  }
  return changed;
}

function byName(items: readonly ItemDraft[]): ByName {
  const names = new Map<string, ItemDraft[]>();
  // The titles above are hashed once for all items beneath them.
  const paths = new Map<Section | undefined, number>([[undefined, NOTHING]]);
  for (const item of items) {
    let path = paths.get(item.section);
    if (path === undefined) {
      path = hash(
        sectionPath(item.section)
          .map((title) => `${title}\n`)
          .join(''),
        NOTHING,
      );
      paths.set(item.section, path);
    }
    const name = (hash(item.title, path) >>> 0).toString(16).padStart(8, '0');
    const same = names.get(name) ?? [];
    if (same.push(item) === 1) names.set(name, same);
  }
  return names;
}
