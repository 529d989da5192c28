/** A document's fields in another notation: emoji of Obsidian Tasks, inline fields of Dataview, or labels. */
import { isCivilDate } from '../roadmap/dates/civil.ts';
import type { Period } from '../roadmap/dates/period.ts';
import type { FieldName, FieldValues, Item, Roadmap, Span, Stated } from '../roadmap/model.ts';
import { labelForm } from '../roadmap/notations/forms.ts';
import { defaultLabel } from '../roadmap/notations/index.ts';
import { writeLike, type Example } from './example.ts';
import type { Edit } from './edit.ts';
import { keepingMeaning, type ItemEdits } from './meaning.ts';

/** The notations that a document can be converted to. */
export type TargetNotation = 'tasks' | 'dataview' | 'labels';

interface Target {
  /** Forms and signs that are of this notation already. */
  readonly own: (stated: Stated<unknown>) => boolean;
  /** The field with its value; `undefined` where the notation can't say it. */
  readonly write: <F extends FieldName>(field: F, stated: Stated<FieldValues[F]>) => string | undefined;
}

/** The fields that notations differ in. A status stands in the box; a bare id belongs to the title. */
const FIELDS = ['owners', 'due', 'start', 'completed', 'priority', 'effort', 'id', 'dependsOn'] as const;

const EMOJI: Readonly<Partial<Record<FieldName, string>>> = {
  due: '📅',
  start: '🛫',
  completed: '✅',
  id: '🆔',
  dependsOn: '⛔',
};
const PRIORITY_EMOJI: Example = { text: '⏫', notation: 'emoji-priority' };
const WORD = /^[\w-]+$/u;

/** What an emoji can stand before: a day, or words without spaces. */
function behindEmoji(field: FieldName, value: unknown): string | undefined {
  if (field === 'id') return WORD.test(value as string) ? (value as string) : undefined;
  if (field === 'dependsOn') {
    const ids = value as readonly string[];
    return ids.length > 0 && ids.every((id) => WORD.test(id)) ? ids.join(',') : undefined;
  }
  const { start, precision } = value as Period;
  return precision === 'day' && isCivilDate(start) ? start : undefined;
}

const inForm = (form: string): Target => ({
  own: ({ notation }) => notation === form,
  write: (field, stated) => {
    const text = stated.labelled ? stated.text : writeLike(field, stated.value, undefined);
    return labelForm(form).write(defaultLabel(field), text);
  },
});

const TARGETS: Readonly<Record<TargetNotation, Target>> = {
  tasks: {
    own: ({ notation }) => notation.startsWith('emoji-'),
    write: (field, { value }) => {
      if (field === 'priority')
        return writeLike('priority', value as FieldValues['priority'], PRIORITY_EMOJI);
      const emoji = EMOJI[field];
      const text = emoji === undefined ? undefined : behindEmoji(field, value);
      return text === undefined ? undefined : `${emoji ?? ''} ${text}`;
    },
  },
  dataview: inForm('inline-field'),
  labels: inForm('parentheses'),
};

/** Writes the fields of all items of lists in the notation, where it can say them; what they mean stays. */
export const convertNotation = (roadmap: Roadmap, to: TargetNotation): Edit[] =>
  keepingMeaning(roadmap, convertible(roadmap, to));

/** Whether anything is written otherwise. */
export const mayConvert = (roadmap: Roadmap, to: TargetNotation): boolean =>
  roadmap.items.some((item) => isInList(item) && fieldsToWrite(item, TARGETS[to]).length > 0);

const isInList = ({ kind, because }: Item): boolean =>
  kind !== 'row' && kind !== 'heading' && because.reason !== 'front-matter';

const convertible = (roadmap: Roadmap, to: TargetNotation): ItemEdits[] =>
  roadmap.items
    .filter(isInList)
    .map((item) => ({ item, edits: editsOf(roadmap, item, fieldsToWrite(item, TARGETS[to])) }));

interface Written {
  readonly stated: Stated<unknown>;
  readonly text: string;
}

function fieldsToWrite({ fields }: Item, { own, write }: Target): Written[] {
  return FIELDS.flatMap((field) => {
    const stated = fields[field];
    if (!stated || own(stated) || stated.notation === 'id-in-front') return [];
    const text = write(field, stated as Stated<never>);
    return text === undefined ? [] : [{ stated, text }];
  });
}

/** In the line each stands where it stood; what had lines of its own goes behind the title. */
function editsOf({ text }: Roadmap, { inline, content }: Item, written: readonly Written[]): Edit[] {
  const behind = written.filter(({ stated }) => stated.placement === 'below');
  const edits = written.map(({ stated, text: said }): Edit => {
    const { whole, placement } = stated;
    if (placement === 'below') return { span: lineWithBreak(text, whole), text: '' };
    const isFirst = whole.start <= content.start;
    return { span: whole, text: isFirst ? `${said} ` : ` ${said}` };
  });
  const added = behind.map(({ text: said }) => ` ${said}`).join('');
  if (added !== '') edits.push({ span: { start: inline.end, end: inline.end }, text: added });
  // What is added behind the title stands behind what is changed there.
  return edits.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

/** The line of a field, from the end of the line before. */
function lineWithBreak(text: string, { start, end }: Span): Span {
  let from = start;
  while (from > 0 && !/[\r\n]/u.test(text.charAt(from - 1))) from--;
  if (text.charAt(from - 1) === '\n') from--;
  if (text.charAt(from - 1) === '\r') from--;
  return { start: from, end };
}
