import { ChapterLines } from '../roadmap/chapters/lines.ts';
import type { ReadChapter, RoadmapReading } from '../roadmap/chapters/roadmapReading.ts';
import { LineIndex, type Lines } from '../roadmap/lines.ts';
import type { TextChange } from '../roadmap/markdown/incremental/document.ts';
import type { Roadmap } from '../roadmap/model.ts';
import { readMarkdown, readOn, readRoadmap } from '../roadmap/read.ts';

/** One version of a document, read once, for every feature. */
export interface RoadmapDocument {
  readonly uri: string;
  /** `null` for a file that isn't open. */
  readonly version: number | null;
  readonly roadmap: Roadmap;
  readonly lines: Lines;
  /** Of a document that is read on while it is edited: what stays the same from one version to the next. */
  readonly chapters?: readonly ReadChapter[];
}

/** @param known - what reading the text would give, where that is known already. */
export function readDocument(
  uri: string,
  version: number | null,
  text: string,
  known?: Roadmap,
): RoadmapDocument {
  return { uri, version, roadmap: known ?? readRoadmap(text), lines: new LineIndex(text) };
}

/** How long, in ms, a document has to be open before it is made ready to be edited. */
const READY_AFTER = 1000;

/** A document that is open: each version is read on from the one before. Only the last one may be used. */
export class OpenRoadmap {
  readonly #uri: string;
  #reading: RoadmapReading | undefined;
  #preparing: ReturnType<typeof setTimeout> | undefined;

  constructor(uri: string) {
    this.#uri = uri;
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
    this.dispose();
    if (known && !this.#reading) {
      this.#preparing = setTimeout(() => this.#readOn(text, undefined), READY_AFTER);
      return readDocument(this.#uri, version, text, known);
    }
    const reading = this.#readOn(text, changes);
    if (!reading) return readDocument(this.#uri, version, text);
    if (reading.hasMojibake) {
      const roadmap = readMarkdown(reading.markdown);
      if (roadmap.mojibake.length > 0) return readDocument(this.#uri, version, text, roadmap);
    }
    const { roadmap, chapters } = reading;
    const lines = new ChapterLines(chapters.map(({ chapter }) => chapter));
    return { uri: this.#uri, version, roadmap, lines, chapters };
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

  /** Drops what is still to be done. */
  dispose(): void {
    clearTimeout(this.#preparing);
  }
}
