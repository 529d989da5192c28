import type { CivilDate } from '../roadmap/dates/civil.ts';
import { day } from '../roadmap/dates/period.ts';
import type { Box, Item, Roadmap, Span, Stated, Status } from '../roadmap/model.ts';
import { areAlike, markFor, statusOfMark } from '../roadmap/notations/status.ts';
import { insertAt, type Edit } from './edit.ts';
import {
  addField,
  exampleOf,
  fillCell,
  inlineTemplate,
  STATUS_TEMPLATE,
  surround,
  writeLike,
  type Template,
} from './example.ts';
import { garbledLike } from './mojibake.ts';
import { writeField } from './value.ts';

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

/**
 * Gives the item a status: by its box where it has one, with the words beside it, if there are any; else in words.
 */
export function setStatus(roadmap: Roadmap, item: Item, status: Status, wording?: string): Edit[] {
  if (status === item.status) return [];
  const { box, fields } = item;
  const inWords = (): Edit[] => writeField(roadmap, item, 'status', status, wording);
  if (!box) return inWords();
  const own = markOf(roadmap, box.mark, status);
  const stated = fields.status;
  const isMark = wording !== undefined && statusOfMark(wording) === status && areAlike(wording, box.mark);
  // Whoever knows the words wants them kept.
  const isGone = (wording === undefined || isMark) && stated && isSpare(stated, item, box, status);
  if (own === undefined || (stated && !isGone)) {
    // Beside words, a box tells only what is done.
    const told = status === 'done' ? 'done' : 'todo';
    const keeps = [status, told].includes(statusOfMark(box.mark) ?? told);
    return [...(keeps ? [] : editBox(roadmap, box, markOf(roadmap, box.mark, told))), ...inWords()];
  }
  return [
    ...editBox(roadmap, box, isMark ? wording : own),
    ...(stated ? [{ span: stated.whole, text: '' }] : []),
  ];
}

/**
 * Says that the item is done, or open again: by its box as a toggle does, and by the words beside it, so that both agree.
 * Nothing to edit where nothing on the item says its status, or its date of completion alone would still say it.
 */
export function markAs(roadmap: Roadmap, item: Item, done: boolean, today: CivilDate): Edit[] {
  const { box, fields } = item;
  if (box && fields.status)
    return [
      ...setStatus(roadmap, item, done ? 'done' : 'todo'),
      ...editCompleted(roadmap, item, done, today),
    ];
  if (!box && !done && fields.completed && !fields.status?.labelled) return [];
  return toggleStatus(roadmap, item, today) ?? [];
}

/** Changes the words of an item's status to what its box says; takes back a sign that says done beside an empty box. */
export function wordsLikeBox(roadmap: Roadmap, item: Item): Edit[] {
  const stated = item.fields.status;
  if (!stated) return [];
  if (isTicked(item)) return writeField(roadmap, item, 'status', 'done');
  return stated.labelled || stated.placement === 'cell'
    ? writeField(roadmap, item, 'status', 'todo')
    : [{ span: stated.whole, text: '' }];
}

/** Whether a sign behind the title says what the box had no mark for, and isn't needed any more. */
const isSpare = (
  { labelled, value, whole }: Stated<Status>,
  { inline }: Item,
  { mark }: Box,
  status: Status,
): boolean =>
  !labelled &&
  whole.end === inline.end &&
  markFor(value, mark) === undefined &&
  markFor(status, mark) !== undefined;

/** Puts a mark into the box; nothing to edit where the box has it, or has none such. */
const editBox = (roadmap: Roadmap, { span, mark }: Box, other: string | undefined): Edit[] =>
  other === undefined || other === mark ? [] : [{ span, text: garbledLike(roadmap, span, other) }];

function editMark(roadmap: Roadmap, item: Item, done: boolean): Edit[] {
  if (item.box) return editBox(roadmap, item.box, markOf(roadmap, item.box.mark, done ? 'done' : 'todo'));
  const stated = item.fields.status;
  if (stated?.labelled) return [{ span: stated.span, text: statusWord(roadmap, done) }];
  if (item.cells?.status) return fillCell(roadmap.text, item, 'status', statusWord(roadmap, done));
  if (!done) return stated ? [{ span: stated.whole, text: '' }] : [];
  if (stated) return [{ span: stated.whole, text: suffixOf(roadmap) }];
  return [insertAt(endOfTitle(item), suffixOf(roadmap))];
}

/** Behind the title, before its fields; a title that is wrapped ends on a later line. */
function endOfTitle({ kind, content, titleSpan, inline }: Item): number {
  if (kind === 'heading') return content.end;
  return titleSpan.end < content.end && inline.end <= content.end ? titleSpan.end : inline.end;
}

/** The mark of that set which the document uses most for the status; the usual one where it uses that as often. */
function markOf(roadmap: Roadmap, sample: string, status: Status): string | undefined {
  const usual = markFor(status, sample);
  if (usual === undefined) return undefined;
  const marks = roadmap.items.flatMap(({ box }) =>
    box && statusOfMark(box.mark) === status && areAlike(box.mark, sample) ? [box.mark] : [],
  );
  const often = mostFrequent(marks);
  const times = (mark: string | undefined): number => marks.filter((other) => other === mark).length;
  return often !== undefined && times(often) > times(usual) ? often : usual;
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
    // A tick says it at a line's end alone, and fields may stand behind the title.
    !box &&
    fields.status?.labelled === false &&
    fields.status.value === 'done' &&
    fields.status.notation !== 'tick-behind'
      ? [roadmap.text.slice(fields.status.whole.start, fields.status.whole.end)]
      : [],
  );
  return mostFrequent(suffixes) ?? surround(STATUS_TEMPLATE, 'done');
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
  if (item.kind === 'row') return editCompletedCell(roadmap, item, done, today);
  const template = completedTemplate(roadmap, item);
  if (!template) return [];
  const value = writeLike('completed', day(today), template.like);
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

/** In a table, the day stands in its column; where it isn't done, what the other rows have there. */
function editCompletedCell(roadmap: Roadmap, item: Item, done: boolean, today: CivilDate): Edit[] {
  const span = item.cells?.completed;
  if (!span) return [];
  const value = writeLike('completed', day(today), exampleOf(roadmap, 'completed', item)?.like);
  const blank = blankOf(roadmap, item);
  const [from, to] = done ? [blank, value] : [value, blank];
  return roadmap.text.slice(span.start, span.end) === from ? [{ span, text: to }] : [];
}

/** What stands in the column of the days for rows without one. */
function blankOf({ items, text }: Roadmap, item: Item): string {
  const blanks = items.flatMap(({ id, cells, fields }) =>
    cells?.completed && !fields.completed && id !== item.id
      ? [text.slice(cells.completed.start, cells.completed.end)]
      : [],
  );
  return mostFrequent(blanks) ?? '';
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
  inline: { start: item.inline.start, end: Math.min(item.inline.end, start) },
  span: { start: item.span.start, end: item.span.end - (end - start) },
});
