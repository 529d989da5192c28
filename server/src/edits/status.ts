import { writeDate } from '../roadmap/dates/formats.ts';
import type { CivilDate } from '../roadmap/dates/civil.ts';
import type { Item, Roadmap, Span } from '../roadmap/model.ts';
import { markFor, statusOfMark } from '../roadmap/notations/status.ts';
import { insertAt, type Edit } from './edit.ts';
import { addField, exampleOf, fillCell, inlineTemplate, type Template } from './example.ts';
import { garbledLike } from './mojibake.ts';

/** Said of a bullet, number or heading that is done, where the document has no words of its own. */
const DONE_SUFFIX = ' (done)';

/** Whether a toggle would tick the item: by its box where it has one, else by its status. */
export function isTicked(item: Item): boolean {
  return item.box ? statusOfMark(item.box.mark) === 'done' : item.status === 'done';
}

/** Whether a toggle can change the item: not where nothing on it says that it is done. */
export function canToggle(item: Item): boolean {
  return item.box !== undefined || item.fields.status !== undefined || item.status !== 'done';
}

/**
 * Flips the item between to do and done in its own notation. `undefined` where nothing on the item says its status,
 * so that only moving it would change it (a bare bullet in a section of done things).
 */
export function toggleStatus(roadmap: Roadmap, item: Item, today: CivilDate): Edit[] | undefined {
  if (!canToggle(item)) return undefined;
  const done = !isTicked(item);
  return [...editMark(roadmap, item, done), ...editCompleted(roadmap, item, done, today)];
}

function editMark(roadmap: Roadmap, item: Item, done: boolean): Edit[] {
  if (item.box) {
    const { span, mark } = item.box;
    return [{ span, text: garbledLike(roadmap, span, boxMark(roadmap, mark, done)) }];
  }
  const stated = item.fields.status;
  if (stated?.labelled) return [{ span: stated.span, text: statusWord(roadmap, done) }];
  if (item.cells?.status) return fillCell(roadmap.text, item, 'status', statusWord(roadmap, done));
  if (!done) return stated ? [{ span: stated.whole, text: '' }] : [];
  if (stated) return [{ span: stated.whole, text: suffixOf(roadmap) }];
  return [insertAt(endOfTitle(item), suffixOf(roadmap))];
}

/** Behind the title, before its fields; a title that is wrapped ends on a later line. */
function endOfTitle({ kind, content, titleSpan, inlineEnd }: Item): number {
  if (kind === 'heading') return content.end;
  return titleSpan.end < content.end && inlineEnd <= content.end ? titleSpan.end : inlineEnd;
}

/** The document's own mark for done, where it writes `[X]`. */
function boxMark(roadmap: Roadmap, mark: string, done: boolean): string {
  const written = markFor(done, mark);
  if (written !== 'x') return written;
  const capitals = roadmap.items.filter(({ box }) => box?.mark === 'X').length;
  return capitals > roadmap.items.filter(({ box }) => box?.mark === 'x').length ? 'X' : 'x';
}

/** The word that the document uses most often after its status label. */
function statusWord(roadmap: Roadmap, done: boolean): string {
  const words = roadmap.items.flatMap(({ fields }) =>
    fields.status?.labelled && fields.status.value === (done ? 'done' : 'todo') ? [fields.status.text] : [],
  );
  return mostFrequent(words) ?? (done ? 'Done' : 'To do');
}

function suffixOf(roadmap: Roadmap): string {
  const suffixes = roadmap.items.flatMap(({ box, fields }) =>
    !box && fields.status && !fields.status.labelled && fields.status.value === 'done'
      ? [roadmap.text.slice(fields.status.whole.start, fields.status.whole.end)]
      : [],
  );
  return mostFrequent(suffixes) ?? DONE_SUFFIX;
}

function mostFrequent(words: readonly string[]): string | undefined {
  const times = new Map<string, number>();
  for (const word of words) times.set(word, (times.get(word) ?? 0) + 1);
  return [...times].sort((a, b) => b[1] - a[1])[0]?.[0];
}

/**
 * Where the document notes when things were done, a fresh date comes with the tick, and goes with it. A date that
 * wasn't written by a tick of today is history, and stays.
 */
function editCompleted(roadmap: Roadmap, item: Item, done: boolean, today: CivilDate): Edit[] {
  const template = completedTemplate(roadmap, item);
  if (!template || item.kind === 'row') return [];
  const value = writeDate(today, template.like);
  const { completed } = item.fields;
  if (done) return completed ? [] : [addField(roadmap, item, template, value)];
  if (!completed) return [];
  const { text } = roadmap;
  const whole =
    template.placement === 'inline'
      ? completed.whole
      : {
          start: text.slice(0, completed.whole.start).replace(/(?:\r\n|\n|\r)[^\r\n]*$/u, '').length,
          end: completed.whole.end,
        };
  // Only what the tick would write, and where it would, is taken back: so two toggles give back the bytes.
  const added = addField(without(roadmap, whole), withoutSpan(item, whole), template, value);
  const isOurs = added.span.start === whole.start && added.text === text.slice(whole.start, whole.end);
  return isOurs ? [{ span: whole, text: '' }] : [];
}

/**
 * The document's way of noting completion. Beneath a heading that its text touches, a line would need an empty one
 * with it, and nobody could tell afterwards whose that was: there the date goes into the heading.
 */
function completedTemplate(roadmap: Roadmap, item: Item): Template | undefined {
  const template = exampleOf(roadmap, 'completed', item);
  if (item.kind !== 'heading' || template?.placement !== 'below') return template;
  const touched = /^[^\r\n]*(?:\r\n|\n|\r)[ \t]*[^\s]/u.test(roadmap.text.slice(item.content.end));
  const inline = item.fields.completed ? item.fields.completed.placement === 'inline' : touched;
  return inline ? { ...template, ...inlineTemplate('completed') } : template;
}

const without = (roadmap: Roadmap, { start, end }: Span): Roadmap => ({
  ...roadmap,
  text: roadmap.text.slice(0, start) + roadmap.text.slice(end),
});

/** The item as it stands in a text from which a stretch of it is gone. */
const withoutSpan = (item: Item, { start, end }: Span): Item => ({
  ...item,
  content: { start: item.content.start, end: Math.min(item.content.end, start) },
  inlineEnd: Math.min(item.inlineEnd, start),
  span: { start: item.span.start, end: item.span.end - (end - start) },
});
