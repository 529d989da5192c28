/**
 * A roadmap as it was understood: an immutable value, made once for each version of a document and used by every
 * feature. Positions are offsets in UTF-16 code units into the text that was read.
 */
import type { CivilDate } from './dates/civil.ts';
import type { Period } from './dates/period.ts';
import type { Because, PassedOver } from './reasons.ts';
import type { Directive } from './directives.ts';
import type { MojibakeRun } from './mojibake.ts';

/** A stretch of the text: `end` is the offset behind its last character. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export type Status = 'todo' | 'in-progress' | 'done' | 'blocked' | 'cancelled' | 'deferred';
/** P0 is critical, P1 high, P2 medium, P3 low, P4 lowest. */
export type Priority = 'P0' | 'P1' | 'P2' | 'P3' | 'P4';

export interface Effort {
  /** Hours, at 8 a day, 40 a week and 160 a month; missing where the text says a size or points instead. */
  readonly minHours?: number;
  readonly maxHours?: number;
  /** A size without hours, in lower case: `large`, `xl`; stars as they stand. */
  readonly size?: string;
  /** Story points. */
  readonly points?: number;
}

/** Values by the name of their field. */
export interface FieldValues {
  readonly owners: readonly string[];
  readonly due: Period;
  readonly start: Period;
  readonly priority: Priority;
  readonly status: Status;
  readonly effort: Effort;
  readonly completed: Period;
  /** What the document calls the item: `TASK-7`, `P0-1`. */
  readonly id: string;
  /** Ids or titles of what has to be done before. */
  readonly dependsOn: readonly string[];
  /** Per cent done, from 0 to 100. */
  readonly progress: number;
}
export type FieldName = keyof FieldValues;

/** Where in the text a field stands relative to its item. */
export type Placement =
  /** in the item's first line or paragraph */
  | 'inline'
  /** on a line or bullet of its own beneath */
  | 'below'
  /** in a column of its own */
  | 'cell';

/** The rows of the table of notations: forms of labels, signs, and places that need neither. */
export type NotationId = string;

/** A field as the document states it, with all that is needed to write another value in the same notation. */
export interface Stated<T> {
  readonly value: T;
  /** What the document says, as it stands. */
  readonly text: string;
  /** The value's own characters: the token that an edit replaces. */
  readonly span: Span;
  /** The value with its label and marks; for a field with a line of its own, the line without its break. */
  readonly whole: Span;
  readonly placement: Placement;
  /** Said with a label (`Status: done`), not by a sign alone (`(done)`). */
  readonly labelled: boolean;
  /** The id of the notation that it is written in, as in `docs/notations.md`. */
  readonly notation: NotationId;
  /** Of a date: the form it is written in. */
  readonly format?: string;
  /** Of several values, or one that is only a part of the token: each one's own characters, in their order. */
  readonly parts?: readonly Span[];
}

/** Where each value of a list stands. */
export const partsOf = ({ value, span, parts }: Stated<readonly string[]>): readonly Span[] =>
  parts ?? value.map(() => span);

export type StatedFields = { readonly [F in FieldName]?: Stated<FieldValues[F]> };

/** A value that a section or a parent gives to what stands in it. */
export interface Inherited<T> {
  readonly value: T;
  readonly text: string;
  /** The title of the section or parent that says so. */
  readonly from: string;
  readonly span: Span;
}

export type InheritedFields = {
  readonly [F in 'owners' | 'due' | 'priority' | 'status']?: Inherited<FieldValues[F]>;
};

/** A date that can't be: what a rule needs in order to say so, and to mend it. */
export interface InvalidDate {
  readonly text: string;
  readonly span: Span;
  /** Days that may have been meant, each written as the text writes its date; the likeliest first. */
  readonly candidates: readonly string[];
  /** The item it is said of, and as what; none for a date of the document. */
  readonly item?: string | undefined;
  readonly field?: FieldName;
}

export type ItemKind = 'task' | 'bullet' | 'numbered' | 'row' | 'heading';

/** The box or mark that stands before a task: `[ ]`, `[x]`, `☐`. */
export interface Box {
  /** The characters that change when the item is ticked: what stands between the brackets, or the mark itself. */
  readonly span: Span;
  readonly mark: string;
}

export interface Item {
  /** Stable within the document while the title and the sections above stay as they are. */
  readonly id: string;
  readonly kind: ItemKind;
  readonly title: string;
  readonly titleSpan: Span;
  /** The item with everything that belongs to it, children included. */
  readonly span: Span;
  /** The item's own lines: without its children. */
  readonly own: Span;
  /** The first line's content: after bullet, number, box or hashes, up to the end of the line. */
  readonly content: Span;
  /** The title, wrapped lines included: one more inline field goes behind it. */
  readonly inline: Span;
  readonly box?: Box;
  /** Of a row: the content of the cells in which its fields stand, or would. */
  readonly cells?: Readonly<Partial<Record<FieldName, Span>>>;
  readonly status: Status;
  readonly fields: StatedFields;
  readonly inherited: InheritedFields;
  readonly section?: Section;
  readonly parent?: Item;
  /** Issue and pull request numbers and ticket keys in the title: `#123`, `ABC-1`. */
  readonly refs: readonly string[];
  readonly tags: readonly string[];
  /** Why it is an item. */
  readonly because: Because;
}

/** What a section's plain bullets are. */
export type SectionKind = 'work' | 'done' | 'other' | 'neutral';

export interface Section {
  /** Decoded and without marks, for display. */
  readonly title: string;
  readonly depth: number;
  /** The heading's own characters. */
  readonly heading: Span;
  /** The heading and everything beneath it, sections of a deeper level included. */
  readonly span: Span;
  readonly kind: SectionKind;
  /** The one heading of the first level, with which the document begins. */
  readonly isDocumentTitle: boolean;
  readonly parent?: Section;
  readonly fields: StatedFields;
  /** The period that the section promises. */
  readonly horizon?: Inherited<Period>;
}

/** Dates of the document itself. */
export interface DocumentFields {
  readonly lastUpdated?: Stated<Period>;
  readonly nextReview?: Stated<Period>;
}

/** A stretch of the document that was left out, as reading it would take too long. */
export interface Unreadable {
  readonly span: Span;
  /** For display: "nested too deeply to read". */
  readonly reason: string;
}

/** Items and sections that are judged by themselves: a chapter of a roadmap, or all of it. */
export interface RoadmapPart {
  readonly items: readonly Item[];
  readonly sections: readonly Section[];
  readonly invalidDates: readonly InvalidDate[];
}

/** A block of the front matter, YAML in itself. */
export interface MatterBlock {
  readonly text: string;
  readonly span: Span;
}

export interface Roadmap extends RoadmapPart {
  /** The text that all positions refer to. */
  readonly text: string;
  readonly document: DocumentFields;
  /** What was looked at and is no item, in no order. */
  readonly passedOver: readonly PassedOver[];
  /** Characters that were decoded wrongly: everything else is said as if they had been decoded rightly. */
  readonly mojibake: readonly MojibakeRun[];
  /** What of the document could not be read, and why. */
  readonly unreadable: readonly Unreadable[];
  /** Comments that silence findings. */
  readonly directives: readonly Directive[];
  /** What the front matter says beneath `roadmap:`. */
  readonly configuration?: MatterBlock | undefined;
  /**
   * Of a document that is edited: its chapters, which stay the same objects from one version to the next unless the edit is
   * about them. What isn't in any of them is said of the document.
   */
  readonly parts?: readonly RoadmapPart[];
  /** Of a document that is edited: impossible dates that it states of itself. */
  readonly ownInvalidDates?: readonly InvalidDate[];
}

/** Titles from the outermost section to the item's own, without the document's title, which tells nothing apart. */
export function sectionPath(section: Section | undefined): string[] {
  if (!section) return [];
  return [...sectionPath(section.parent), ...(section.isDocumentTitle ? [] : [section.title])];
}

/** A field's value, own or inherited, and whether it is inherited. */
export interface Effective<T> {
  readonly value: T;
  readonly text: string;
  readonly span: Span;
  /** Title of the section or parent that it comes from. */
  readonly inheritedFrom?: string;
}

/** What holds for the item: its own statement, else what its section or parent says. */
export function effective<F extends 'owners' | 'due' | 'priority'>(
  item: Item,
  field: F,
): Effective<FieldValues[F]> | undefined {
  const own: Stated<FieldValues[F]> | undefined = item.fields[field];
  // A placeholder ("Owner: TBD") names nobody, so whoever the section names still holds.
  const isPlaceholder = field === 'owners' && (own?.value as readonly string[] | undefined)?.length === 0;
  if (own && !(isPlaceholder && item.inherited[field])) return own;
  const inherited: Inherited<FieldValues[F]> | undefined = item.inherited[field];
  return inherited && { ...inherited, inheritedFrom: inherited.from };
}

/** The period that the innermost section with one promises. */
export function horizonOf(item: Item): Inherited<Period> | undefined {
  for (let section = item.section; section; section = section.parent)
    if (section.horizon) return section.horizon;
  return undefined;
}

/** Work that may still be late: neither done nor dropped nor put off. */
export const isOpen = (item: Item): boolean =>
  item.status !== 'done' && item.status !== 'cancelled' && item.status !== 'deferred';

/** Whether the item is open and the last day of its due, own or inherited, lies before today. */
export function isOverdue(item: Item, today: CivilDate): boolean {
  const due = effective(item, 'due');
  return due !== undefined && isOpen(item) && due.value.end < today;
}
