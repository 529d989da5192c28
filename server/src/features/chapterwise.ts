import type { ReadChapter } from '../roadmap/chapters/roadmapReading.ts';
import type { RoadmapPart } from '../roadmap/model.ts';

/**
 * Remembers what was made of a chapter: asked for after each key stroke, it is made anew only for chapters that have
 * changed, that stand on another line, or of which something else is asked (`key`).
 */
export function chapterwise<T>(
  make: (read: ReadChapter, key: unknown) => T,
): (read: ReadChapter, key?: unknown) => T {
  const made = new WeakMap<RoadmapPart, { line: number; key: unknown; value: T }>();
  return (read, key) => {
    const { line } = read.chapter.place;
    const known = made.get(read.part);
    if (known?.line === line && known.key === key) return known.value;
    const value = make(read, key);
    made.set(read.part, { line, key, value });
    return value;
  };
}
