import { RoadmapReading } from './chapters/roadmapReading.ts';
import { MarkdownDocument, type TextChange } from './markdown/incremental/document.ts';
import { codeSpans } from './markdown/mask.ts';
import type { Roadmap } from './model.ts';
import { decodeMojibake, findMojibake, type MojibakeRun } from './mojibake.ts';
import { relocate } from './relocate.ts';
import { forget } from './remember.ts';

/** Reads a roadmap. Never throws: what can't be read is told, and the rest is read. */
export function readRoadmap(text: string): Roadmap {
  return readMarkdown(MarkdownDocument.once(text));
}

/**
 * Reads a document on: after changes, or after a text that nobody knows the changes to. What was read before must not be
 * used any more.
 */
export function readOn(
  earlier: RoadmapReading | undefined,
  text: string,
  changes: readonly TextChange[] | undefined,
): RoadmapReading {
  try {
    if (!earlier) return RoadmapReading.of(MarkdownDocument.parse(text), true);
    const edited = changes && earlier.markdown.edit(changes);
    return earlier.next(edited?.length === text.length ? edited : earlier.markdown.to(text));
  } finally {
    forget();
  }
}

/** Reads a document for the first time, in steps between which the caller can pause, or drop it. */
export function* readInSteps(text: string): Generator<unknown, RoadmapReading> {
  const markdown = yield* MarkdownDocument.reading(text);
  try {
    return RoadmapReading.of(markdown, true);
  } finally {
    forget();
  }
}

/** The same of a text that has been read as markdown. */
export function readMarkdown(markdown: MarkdownDocument): Roadmap {
  try {
    const { text } = markdown;
    const mojibake = findMojibake(text, () => codeSpans(markdown.root()));
    if (mojibake.length > 0) return readGarbled(text, mojibake);
    return RoadmapReading.of(markdown, false).roadmap;
  } catch (error) {
    return unread(markdown.text, error);
  } finally {
    forget();
  }
}

/** A roadmap in which there is nothing. */
export const emptyRoadmap = (text: string): Roadmap => ({
  text,
  items: [],
  sections: [],
  document: {},
  invalidDates: [],
  passedOver: [],
  mojibake: [],
  unreadable: [],
  directives: [],
});

/** A document that can't be read by some fault of ours loses its items, and nothing else. */
const unread = (text: string, error: unknown): Roadmap => ({
  ...emptyRoadmap(text),
  unreadable: [{ span: { start: 0, end: text.length }, reason: `unreadable (${String(error)})` }],
});

/** Read as it was meant: so nothing changes its name or its place among the others once it has been repaired. */
function readGarbled(text: string, mojibake: readonly MojibakeRun[]): Roadmap {
  const { text: decoded, sourceOffset } = decodeMojibake(text, mojibake);
  const { roadmap } = RoadmapReading.of(MarkdownDocument.once(decoded), false);
  return { ...relocate({ ...roadmap }, sourceOffset), text, mojibake };
}
