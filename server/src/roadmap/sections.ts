import type { DateContext } from './dates/formats.ts';
import { readHeading } from './dates/horizons.ts';
import type { SectionDraft } from './drafts.ts';
import { linesOf } from './markdown/mask.ts';
import { plainTitle } from './markdown/text.ts';
import type { SectionKind, Span, Status } from './model.ts';
import { readLine, withoutFields, type FoundField } from './notations/index.ts';
import { readHeadingPriority } from './notations/priority.ts';
import { readStatus } from './notations/status.ts';
import { isDetailHeading, kindOfTitle, liesAhead } from './words.ts';

/** An id before the title: `TASK-007`, `P0-1:`, `#12: `. */
const ID = /^(?:[^\w#]*#\d{1,6}\s?[:–—-]\s|\W*(?:[A-Z][A-Z0-9]{1,9}-\d+|P[0-4]-\d+)\b)/u;
/** What a heading says in brackets at its end of when or how urgent; no part of its name. */
const URGENCY = /\s*\((?:immediate\b|asap\b|within\b|(?:in the )?(?:last|next)\s+\d+\s)[^()]*\)\s*$/iu;

/** What a chapter's sections stand in. */
export interface Surroundings {
  /** The section of the first level that the chapter belongs to, if it doesn't begin with one. */
  readonly above: SectionDraft | undefined;
  readonly hasSectionsBefore: boolean;
  /** The document has several headings of the first level. */
  readonly hasSeveralTitles: boolean;
}

/** Builds the tree of a chapter's sections from its headings, in their order. */
export class SectionReader {
  readonly all: SectionDraft[] = [];
  current: SectionDraft | undefined;

  readonly #text: string;
  readonly #masked: string;
  readonly #context: DateContext;
  readonly #around: Surroundings;

  constructor(text: string, masked: string, context: DateContext, around: Surroundings) {
    this.#text = text;
    this.#masked = masked;
    this.#context = context;
    this.#around = around;
    this.current = around.above;
  }

  /** The innermost open section that a heading of this depth would stand in. */
  enclosing(depth: number): SectionDraft | undefined {
    let section = this.current;
    while (section && section.depth >= depth) section = section.parent;
    return section;
  }

  open(heading: Span, content: Span, depth: number): SectionDraft {
    const parent = this.enclosing(depth);
    this.#end(heading.start, parent);
    const words = cleanTitle(this.#text.slice(content.start, content.end));
    const [line] = linesOf(this.#masked, content);
    const read = line && readLine(line, this.#context, 'inline');
    const found = read?.fields ?? [];
    const named = read ? cleanTitle(withoutFields(this.#text, line, read)).replace(URGENCY, '') : '';
    const title = named === '' ? words : named;
    const from = { text: words, from: title, span: content };

    const stated = found.find(({ field }) => field === 'priority');
    const priority = stated?.field === 'priority' ? stated.stated.value : readHeadingPriority(words);
    const due = found.find(({ field }) => field === 'due');
    const dates = readHeading(words, this.#context, titlesFrom(parent));
    const period = due?.field === 'due' ? due.stated.value : dates.due;
    const horizon = dates.horizon === dates.due ? period : dates.horizon;
    const own = kindOfTitle(words);
    const state = stateOf(this.#text.slice(content.start, content.end), words, own, found);

    const { hasSectionsBefore, hasSeveralTitles } = this.#around;
    const isFirst = depth === 1 && this.all.length === 0 && !hasSectionsBefore;
    const section: SectionDraft = {
      title,
      depth,
      heading,
      content,
      span: { start: heading.start, end: this.#text.length },
      kind: kindOf(own, state, priority !== undefined || horizon !== undefined || liesAhead(words), parent),
      says: own,
      liesAhead: own === 'work' && liesAhead(words),
      statesStatus: found.some(
        ({ field, stated }) => field === 'status' && stated.notation !== 'tick-behind',
      ),
      isStep: false,
      isNumbered: false,
      isClosed: false,
      isLabel: false,
      statesField: found.some(
        ({ field, stated }) =>
          ['priority', 'effort', 'owners', 'status'].includes(field) && stated.notation !== 'tick-behind',
      ),
      isBoldLine: depth > MARKDOWN_DEPTHS,
      fields: {},
      isLeaf: false,
      isDocumentTitle: isFirst && !hasSeveralTitles,
      // Of several columns, the first is no title.
      isTitle: isFirst && !(hasSeveralTitles && state !== undefined),
      fieldsMayFollow: true,
      gives: {
        ...(priority ? { priority: { ...from, value: priority } } : {}),
        ...(period ? { due: { ...from, text: due?.stated.text ?? words, value: period } } : {}),
        ...(state ? { status: { ...from, value: state } } : {}),
      },
      ...(parent ? { parent } : {}),
      ...(horizon ? { horizon: { ...from, value: horizon } } : {}),
    };
    this.all.push(section);
    this.current = section;
    return section;
  }

  /** Ends the sections that are still open; what belongs to one of the first level may go on behind, in other chapters. */
  close(end: number, goesOn: boolean): void {
    const { above } = this.#around;
    for (let section = this.current; section && section !== above; section = section.parent)
      section.span = { start: section.span.start, end: goesOn && section.depth === 1 ? Infinity : end };
  }

  hasId(section: SectionDraft): boolean {
    return ID.test(plainTitle(this.#text.slice(section.content.start, section.content.end)));
  }

  /** Whether the heading is a field of the heading above rather than a section: `### Estimate plan : 10-15 days`. */
  isFieldOf(content: Span, above: SectionDraft): boolean {
    const title = plainTitle(this.#text.slice(content.start, content.end));
    if (!above.isTitle && isDetailHeading(title)) return true;
    const [line] = linesOf(this.#masked, content);
    const read = line && readLine(line, this.#context, 'below');
    return (
      !above.isTitle &&
      read?.leads === true &&
      read.fields.some(({ field }) => field === 'effort' || field === 'owners')
    );
  }

  #end(offset: number, upTo: SectionDraft | undefined): void {
    // Where what is above ends, its own chapter knows.
    const { above } = this.#around;
    for (
      let section = this.current;
      section && section !== upTo && section !== above;
      section = section.parent
    )
      section.span = { start: section.span.start, end: offset };
    this.current = upTo;
  }
}

/** Titles of a section and of those around it, but for the document's. */
function* titlesFrom(section: SectionDraft | undefined): Iterable<string> {
  for (let around = section; around && !around.isTitle; around = around.parent) yield around.title;
}

const cleanTitle = (written: string): string => plainTitle(written).replace(/\s*[:：]$/u, '');

/** A deeper section is made of a bold line. */
const MARKDOWN_DEPTHS = 6;

/** Signs at a heading's end, or before a title that says nothing else: `Phase 1 ✅`, `✅ Foundation`. */
const STATE_SIGNS: readonly (readonly [Status, RegExp, RegExp])[] = [
  ['done', /[✅✔☑]\ufe0f?[\s*_]*$/u, /^[\s*_]*[✅✔☑]/u],
  ['in-progress', /(?:🚧|🔄|⏳)\ufe0f?[\s*_]*$/u, /^[\s*_]*(?:🚧|🔄|⏳)/u],
  ['blocked', /(?:🚫|⛔)\ufe0f?[\s*_]*$/u, /^[\s*_]*(?:🚫|⛔)/u],
];

/** How far along all is that stands beneath the heading: by a field or sign in it, or where it is named for a column. */
function stateOf(
  written: string,
  words: string,
  kind: SectionKind,
  found: readonly FoundField[],
): Status | undefined {
  const stated = found.find(({ field }) => field === 'status');
  if (stated?.field === 'status') return stated.stated.value;
  if (found.some(({ field }) => field === 'completed')) return 'done';
  if (kind === 'other') return undefined;
  const sign = STATE_SIGNS.find(
    ([, behind, before]) => behind.test(written) || (kind === 'neutral' && before.test(written)),
  );
  if (sign) return sign[0];
  if (kind === 'done') return 'done';
  const column = readStatus(words);
  return column && 'value' in column && column.start <= 3 && isColumnName(words, column.end)
    ? column.value
    : undefined;
}

/** "In progress", "Doing (max 3)", "En cours de développement": the state and hardly more. */
function isColumnName(words: string, end: number): boolean {
  const more = words
    .slice(end)
    .replace(/\([^()]*\)/gu, '')
    .split(/\s+/u)
    .filter((word) => /\p{L}/u.test(word)).length;
  // "Current roadmap", "Open questions", "New features" speak of what is there, not of how far it is.
  return (
    more === 0 ||
    (more <= 2 &&
      !/^\P{L}*(?:complete|current|active|open|new|live|started|partial|later|closed)(?!\p{L})/iu.test(words))
  );
}

/**
 * A section within a risk register is about risks, whatever its own title says; otherwise its own words decide, then its
 * state, then whether it groups by phase, time or urgency.
 */
function kindOf(
  own: SectionKind,
  state: Status | undefined,
  groups: boolean,
  parent: SectionDraft | undefined,
): SectionKind {
  // "Completed" within a chapter on the state of things is still a list of things done.
  if (state === 'done' && own !== 'other') return 'done';
  // What lies ahead by time is planned, even in a chapter on the vision.
  if (own === 'work' && groups) return 'work';
  if (parent?.kind === 'other' && !parent.isTitle) return 'other';
  if (own !== 'neutral') return own;
  if (state !== undefined) return 'work';
  if (parent && !parent.isTitle && parent.kind !== 'neutral') return parent.kind;
  return groups ? 'work' : 'neutral';
}
