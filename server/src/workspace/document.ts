import { LineIndex } from '../roadmap/lines.ts';
import type { Roadmap } from '../roadmap/model.ts';
import { readRoadmap } from '../roadmap/read.ts';

/** One version of a document, read once, for every feature. */
export interface RoadmapDocument {
  readonly uri: string;
  /** `null` for a file that isn't open. */
  readonly version: number | null;
  readonly roadmap: Roadmap;
  readonly lines: LineIndex;
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
