import type { Item, Roadmap, Status } from '../roadmap/model.ts';
import { markFor } from '../roadmap/notations/status.ts';
import { insertAt, type Edit } from './edit.ts';
import { keepingMeaning } from './meaning.ts';
import { writeField } from './value.ts';

/** A bullet or number becomes a task: it gets a box, which tells what the item's status is. */
export function toTask(roadmap: Roadmap, item: Item): Edit[] {
  if (!canBeTask(item)) return [];
  const told: Status = item.fields.status && item.status !== 'done' ? 'todo' : item.status;
  const mark = markFor(told, ' ') ?? ' ';
  return keepingMeaning(roadmap, [{ item, edits: [insertAt(item.content.start, `[${mark}] `)] }]);
}

export const canBeTask = ({ kind, box, because }: Item): boolean =>
  (kind === 'bullet' || kind === 'numbered') && box === undefined && because.reason !== 'front-matter';

/** A task becomes a bullet: what its box told is said in words, where nothing else says it. */
export function toBullet(roadmap: Roadmap, item: Item): Edit[] {
  const { box, content, status, section, fields } = item;
  if (!box || !canBeBullet(item)) return [];
  const start = roadmap.text.lastIndexOf('[', box.span.start);
  const says =
    fields.status !== undefined || status === 'todo' || (status === 'done' && section?.kind === 'done');
  const words = says ? [] : writeField(roadmap, item, 'status', status);
  const edits = [{ span: { start, end: content.start }, text: '' }, ...words];
  return keepingMeaning(roadmap, [{ item, edits }]);
}

/** Only a box in brackets, and where a bullet without one is work as well. */
export const canBeBullet = ({ kind, box, section, content, because }: Item): boolean =>
  kind === 'task' &&
  box !== undefined &&
  box.span.end < content.start &&
  because.reason !== 'column' &&
  (section?.kind === 'work' || section?.kind === 'done');
