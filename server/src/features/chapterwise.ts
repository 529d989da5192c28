import { ChapterLines } from '../roadmap/chapters/lines.ts';
import type { PositionEncoding } from '../roadmap/columns.ts';
import type { Lines } from '../roadmap/lines.ts';
import type { ReadChapter } from '../roadmap/chapters/roadmapReading.ts';
import type { RoadmapPart } from '../roadmap/model.ts';

/**
 * Remembers what was made of a chapter: asked for after each key stroke, it is made anew only for chapters that have
 * changed, that stand on another line, or of which something else is asked (`key`).
 */
export function chapterwise<T>(
  make: (read: ReadChapter, lines: Lines, key: unknown) => T,
): (read: ReadChapter, document: { readonly encoding: PositionEncoding }, key?: unknown) => T {
  const made = new WeakMap<RoadmapPart, { line: number; key: unknown; value: T }>();
  return (read, { encoding }, key) => {
    const { line } = read.chapter.place;
    const known = made.get(read.part);
    if (known?.line === line && known.key === key) return known.value;
    const value = make(read, new ChapterLines([read.chapter], encoding), key);
    made.set(read.part, { line, key, value });
    return value;
  };
}
