import type { DateContext } from './dates/formats.ts';
import { readHeading } from './dates/horizons.ts';
import type { SectionDraft } from './drafts.ts';
import { linesOf } from './markdown/mask.ts';
import { plainTitle } from './markdown/text.ts';
import type { SectionKind, Span } from './model.ts';
import { readLine, withoutFields } from './notations/index.ts';
import { readHeadingPriority } from './notations/priority.ts';
import { isDetailHeading, kindOfTitle } from './words.ts';

/** An id before the title: `TASK-007`, `P0-1:`. */
const ID = /^\W*(?:[A-Z][A-Z0-9]{1,9}-\d+|P[0-4]-\d+)\b/u;
/** What a heading says in brackets at its end of when or how urgent; no part of its name. */
const URGENCY = /\s*\((?:immediate\b|asap\b|within\b|(?:in the )?(?:last|next)\s+\d+\s)[^()]*\)\s*$/iu;

/** Builds the tree of sections from headings in document order. */
export class SectionReader {
  readonly all: SectionDraft[] = [];
  current: SectionDraft | undefined;

  readonly #text: string;
  readonly #masked: string;
  readonly #context: DateContext;

  constructor(text: string, masked: string, context: DateContext) {
    this.#text = text;
    this.#masked = masked;
    this.#context = context;
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
    const state = found.find(({ field }) => field === 'status');
    const due = found.find(({ field }) => field === 'due');
    const dates = readHeading(words, this.#context, titlesFrom(parent));
    const period = due?.field === 'due' ? due.stated.value : dates.due;
    const horizon = dates.horizon === dates.due ? period : dates.horizon;
    const own = kindOfTitle(words);

    const section: SectionDraft = {
      title,
      depth,
      heading,
      content,
      span: { start: heading.start, end: this.#text.length },
      kind: inheritedKind(own === 'neutral' && (priority || horizon) ? 'work' : own, parent),
      fields: {},
      isDocumentTitle: false,
      fieldsMayFollow: true,
      gives: {
        ...(priority ? { priority: { ...from, value: priority } } : {}),
        ...(period ? { due: { ...from, text: due?.stated.text ?? words, value: period } } : {}),
        ...(state?.field === 'status' ? { status: { ...from, value: state.stated.value } } : {}),
      },
      ...(parent ? { parent } : {}),
      ...(horizon ? { horizon: { ...from, value: horizon } } : {}),
    };
    this.all.push(section);
    this.current = section;
    return section;
  }

  /** Ends the sections that are still open. */
  close(end: number): void {
    this.#end(end, undefined);
    const [first, ...others] = this.all;
    if (first?.depth === 1 && others.every(({ depth }) => depth > 1)) first.isDocumentTitle = true;
  }

  hasId(section: SectionDraft): boolean {
    return ID.test(plainTitle(this.#text.slice(section.content.start, section.content.end)));
  }

  /** Whether the heading is a field of the heading above rather than a section: `### Estimate plan : 10-15 days`. */
  isFieldOf(content: Span, above: SectionDraft): boolean {
    const title = plainTitle(this.#text.slice(content.start, content.end));
    if (above.depth > 1 && isDetailHeading(title)) return true;
    const [line] = linesOf(this.#masked, content);
    const read = line && readLine(line, this.#context, 'below');
    return (
      above.depth > 1 &&
      read?.leads === true &&
      read.fields.some(({ field }) => field === 'effort' || field === 'owners')
    );
  }

  #end(offset: number, upTo: SectionDraft | undefined): void {
    for (let section = this.current; section && section !== upTo; section = section.parent)
      section.span = { start: section.span.start, end: offset };
    this.current = upTo;
  }
}

/** Titles of a section and of those around it, but for the document's. */
function* titlesFrom(section: SectionDraft | undefined): Iterable<string> {
  for (let around = section; around && around.depth > 1; around = around.parent) yield around.title;
}

const cleanTitle = (written: string): string => plainTitle(written).replace(/\s*[:：]$/u, '');

/** A section within a risk register is about risks, whatever its own title says; otherwise its own words decide. */
function inheritedKind(own: SectionKind, parent: SectionDraft | undefined): SectionKind {
  if (parent?.kind === 'other' && parent.depth > 1) return 'other';
  if (own !== 'neutral') return own;
  return parent && parent.depth > 1 ? parent.kind : 'neutral';
}
