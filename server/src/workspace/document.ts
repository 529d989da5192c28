import { ChapterLines } from '../roadmap/chapters/lines.ts';
import type { ReadChapter, RoadmapReading } from '../roadmap/chapters/roadmapReading.ts';
import type { PositionEncoding } from '../roadmap/columns.ts';
import { LineIndex, type Lines } from '../roadmap/lines.ts';
import type { TextChange } from '../roadmap/markdown/incremental/document.ts';
import type { Roadmap } from '../roadmap/model.ts';
import { readInSteps, readMarkdown, readOn, readRoadmap } from '../roadmap/read.ts';
import { PacedReading } from './pacedReading.ts';

/** One version of a document, read once, for every feature. */
export interface RoadmapDocument {
  readonly uri: string;
  /** `null` for a file that isn't open. */
  readonly version: number | null;
  readonly roadmap: Roadmap;
  readonly lines: Lines;
  /** How columns of positions are counted. */
  readonly encoding: PositionEncoding;
  /** Of a document that is read on while it is edited: what stays the same from one version to the next. */
  readonly chapters?: readonly ReadChapter[];
}

/** @param known - what reading the text would give, where that is known already. */
export function readDocument(
  uri: string,
  version: number | null,
  text: string,
  known?: Roadmap,
  encoding: PositionEncoding = 'utf-16',
): RoadmapDocument {
  const lines = new LineIndex(text, encoding);
  return { uri, version, roadmap: known ?? readRoadmap(text), lines, encoding };
}

/** How long, in ms, a document has to be open before it is made ready to be edited. */
const READY_AFTER = 1000;
/** Texts of fewer UTF-16 units are read at one go, in less time than anybody notices. */
const LONG = 64 * 1024;

/** A document that is open: each version is read on from the one before. Only the last one may be used. */
export class OpenRoadmap {
  readonly #uri: string;
  readonly #encoding: PositionEncoding;
  #reading: RoadmapReading | undefined;
  #preparing: ReturnType<typeof setTimeout> | undefined;
  /** What is read in the background, for changes to be applied to. */
  #begun: PacedReading<RoadmapReading> | undefined;
  /** To what has been read, or is being read; `undefined` where nobody knows them. */
  #changes: readonly TextChange[] | undefined = [];

  constructor(uri: string, encoding: PositionEncoding = 'utf-16') {
    this.#uri = uri;
    this.#encoding = encoding;
  }

  /**
   * @param changes - to the version before; `undefined` where nobody knows them.
   * @param known - what reading the text would give, where that is known already: then it is read only when it is edited,
   * or when there is time.
   */
  read(
    version: number,
    text: string,
    changes: readonly TextChange[] | undefined,
    known?: Roadmap,
  ): RoadmapDocument {
    clearTimeout(this.#preparing);
    this.#begun?.finish();
    this.changed(changes);
    const all = this.#changes;
    this.#changes = [];
    if (known && !this.#reading) {
      this.#preparing = setTimeout(() => this.#begin(text), READY_AFTER);
      return this.#readWhole(version, text, known);
    }
    const reading = this.#readOn(text, all);
    if (!reading) return this.#readWhole(version, text);
    if (reading.hasMojibake) {
      const roadmap = readMarkdown(reading.markdown);
      if (roadmap.mojibake.length > 0) return this.#readWhole(version, text, roadmap);
    }
    const { roadmap, chapters } = reading;
    const encoding = this.#encoding;
    const lines = new ChapterLines(
      chapters.map(({ chapter }) => chapter),
      encoding,
    );
    return { uri: this.#uri, version, roadmap, lines, encoding, chapters };
  }

  /** Notes changes until the next version is asked for, and lets down all who wait for the one before. */
  changed(changes: readonly TextChange[] | undefined): void {
    this.#changes = changes && this.#changes && [...this.#changes, ...changes];
    if (changes?.length === 0) return;
    this.#begun?.supersede();
    // Another text: what is being read is of no use for it.
    if (!changes) this.#drop();
  }

  /**
   * Begins to read a long text, if it is not being read, nor read already. It gives way to others meanwhile.
   * @param watch - called where it begins: from then on, changes count.
   * @returns nothing where it needn't be waited for
   */
  begin(text: string, watch: () => void): PacedReading<RoadmapReading> | undefined {
    if (!this.#begun && !this.#reading && text.length >= LONG) {
      clearTimeout(this.#preparing);
      watch();
      this.#changes = [];
      this.#begin(text);
    }
    return this.#begun;
  }

  #begin(text: string): void {
    this.#begun = new PacedReading(readInSteps(text), (reading) => {
      this.#begun = undefined;
      this.#reading = reading;
    });
  }

  #readWhole(version: number, text: string, known?: Roadmap): RoadmapDocument {
    return readDocument(this.#uri, version, text, known, this.#encoding);
  }

  /** Nothing where that fails: then the text is read by itself, and nothing is built upon. */
  #readOn(text: string, changes: readonly TextChange[] | undefined): RoadmapReading | undefined {
    try {
      this.#reading = readOn(this.#reading, text, changes);
    } catch {
      this.#reading = undefined;
    }
    return this.#reading;
  }

  #drop(): void {
    this.#begun?.drop();
    this.#begun = undefined;
  }

  /** Drops what is still to be done. */
  dispose(): void {
    clearTimeout(this.#preparing);
    this.#drop();
  }
}
