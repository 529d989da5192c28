import type { SectionDraft } from '../drafts.ts';
import { differenceOf } from '../difference.ts';
import type { Chapter } from './chapter.ts';
import type { ChapterReading } from './reader.ts';

/** What readings tell of other chapters: which rows of headings are work, and what holds items in later chapters. */
export interface Light {
  readonly promoted: ReadonlySet<string>;
  readonly held: ReadonlySet<Chapter>;
}

export const NO_LIGHT: Light = { promoted: new Set(), held: new Set() };

/** A reading that tells of others. */
interface Lit {
  readonly chapter: Chapter;
  readonly reading: ChapterReading;
  readonly above: SectionDraft | undefined;
}

/** Follows the readings of a document from version to version. */
export class Lights {
  #light = NO_LIGHT;
  #readings: readonly Lit[] = [];
  /** Rows of headings, and how many of each are items. */
  readonly #rows = new Map<string, { all: number; items: number }>();

  /** That of the readings that were followed last. */
  get light(): Light {
    return this.#light;
  }

  /** The light that these readings give; the same object where it is the same. */
  follow(readings: readonly Lit[]): Light {
    const { start, end, newEnd } = differenceOf(this.#readings, readings);
    const gone = this.#readings.slice(start, end);
    const added = readings.slice(start, newEnd);
    this.#readings = readings;
    let { promoted, held } = this.#light;
    if (this.#addUp(gone, added)) {
      promoted = new Set();
      for (const [key, row] of this.#rows) if (isWork(row)) (promoted as Set<string>).add(key);
    }
    if (!gone.every((one, nth) => isAlike(one, added[nth])) || gone.length !== added.length) {
      const now = heldIn(readings);
      if (!isSameSet(now, held)) held = now;
    }
    if (promoted !== this.#light.promoted || held !== this.#light.held) this.#light = { promoted, held };
    return this.#light;
  }

  /** Whether any row has become work, or is none any more. */
  #addUp(gone: readonly Lit[], added: readonly Lit[]): boolean {
    const were = new Map<string, boolean>();
    const add = (readings: readonly Lit[], sign: number): void => {
      for (const { reading } of readings)
        for (const { key, isItem } of reading.series) {
          const { all, items } = this.#rows.get(key) ?? { all: 0, items: 0 };
          if (!were.has(key)) were.set(key, isWork({ all, items }));
          if (all + sign === 0) this.#rows.delete(key);
          else this.#rows.set(key, { all: all + sign, items: items + (isItem ? sign : 0) });
        }
    };
    add(gone, -1);
    add(added, 1);
    for (const [key, was] of were) if (isWork(this.#rows.get(key)) !== was) return true;
    return false;
  }
}

const isWork = (row: { all: number; items: number } | undefined): boolean =>
  row !== undefined && row.items * 2 > row.all;

/** Neither begins a section of the first level, and what such a section holds of them is the same. */
const isAlike = (a: Lit, b: Lit | undefined): boolean =>
  b !== undefined &&
  !a.reading.open &&
  !b.reading.open &&
  Boolean(a.above) === Boolean(b.above) &&
  a.reading.items.length > 0 === b.reading.items.length > 0;

function heldIn(readings: readonly Lit[]): Set<Chapter> {
  const held = new Set<Chapter>();
  let open: Chapter | undefined;
  for (const { chapter, reading, above } of readings) {
    if (open && above && reading.items.length > 0) held.add(open);
    // What a document's title says, it says of the document: it is no work, whatever stands beneath it.
    if (reading.open) open = reading.open.isTitle ? undefined : chapter;
  }
  return held;
}

function isSameSet<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): boolean {
  if (a.size !== b.size) return false;
  for (const value of a) if (!b.has(value)) return false;
  return true;
}

/** Which of the chapter's rows are work. */
export const promotedIn = ({ series }: ChapterReading, { promoted }: Light): string =>
  series.length === 0 ? '' : series.flatMap(({ key }) => (promoted.has(key) ? key : [])).join();
