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

export function readDocument(uri: string, version: number | null, text: string): RoadmapDocument {
  return { uri, version, roadmap: readRoadmap(text), lines: new LineIndex(text) };
}
