import type { ItemDraft, SectionDraft } from '../drafts.ts';
import type { DateContext } from '../dates/formats.ts';
import { linesOf, type Line } from '../markdown/mask.ts';
import { plainText } from '../markdown/text.ts';
import type { InvalidDate, ItemKind, Span } from '../model.ts';
import {
  isOnlyFields,
  readLine,
  readListField,
  withoutFields,
  type FieldsOfLine,
  type FoundField,
  type FoundInvalid,
} from '../notations/index.ts';
import type { Because, OtherReason, PassedOver } from '../reasons.ts';
import { enclosingHeading, inheritedFields, meaningOf } from './states.ts';

const REFERENCE =
  /(?<![\p{L}\p{N}/&#])#\d+(?![\p{L}\p{N}])|(?<![\p{L}\p{N}-])(?!(?:SHA|UTF|ISO|ADR|RFC|AES|MD|HTTP|TLS|P)-)[A-Z][A-Z0-9]+-\d+(?![\p{L}\p{N}-])/gu;
const TAG = /(?<![\p{L}\p{N}/&#])#(?=[\p{L}_-]*\p{L})[\p{L}\p{N}_/-]+/gu;
/** A line such as "Risk: …" beneath a title says something else of the item, field or not. */
const LABELLED = /^[*_]*\p{L}[\p{L} ]{1,24}[*_]*\s?[:：]/u;

const FORCED_BREAK = / {2,}[\r\n]/uy;

/** What an item is made of, before its words are read. */
export interface ItemPlace {
  readonly kind: ItemKind;
  readonly span: Span;
  readonly own: Span;
  readonly content: Span;
  readonly section: SectionDraft | undefined;
  readonly parent: ItemDraft | undefined;
  readonly because: Because;
}

/** A date that can't be, and the item it is said of. */
export interface InvalidOf {
  readonly date: InvalidDate;
  readonly item: ItemDraft | undefined;
}

/** Holds the items of a chapter while it is read, and reads what their own lines say. */
export class ItemCollector {
  readonly all: ItemDraft[] = [];
  readonly passedOver: PassedOver[] = [];
  readonly text: string;
  readonly masked: string;
  readonly context: DateContext;
  readonly #invalid: InvalidOf[];

  constructor(text: string, masked: string, context: DateContext, invalid: InvalidOf[]) {
    this.text = text;
    this.masked = masked;
    this.context = context;
    this.#invalid = invalid;
  }

  create({ kind, span, own, content, section, parent, because }: ItemPlace): ItemDraft {
    const item: ItemDraft = {
      id: '',
      kind,
      title: '',
      titleSpan: content,
      span,
      own,
      content,
      inline: content,
      status: 'todo',
      fields: {},
      inherited: {},
      refs: [],
      tags: [],
      because,
      ...(section ? { section } : {}),
      ...(parent ? { parent } : {}),
    };
    this.all.push(item);
    return item;
  }

  /** Notes that something with the look of work is none. */
  passOver(span: Span, reason: OtherReason, about?: string): void {
    this.passedOver.push({ span, reason, about });
  }

  /** A heading that is itself an item. */
  heading(section: SectionDraft, because: Because): ItemDraft {
    const { content, span, heading } = section;
    const line = linesOf(this.masked, content)[0];
    const read = line && readLine(line, this.context, 'inline');
    const parent = enclosingHeading(section.parent);
    const item = this.create({
      kind: 'heading',
      span,
      own: heading,
      content,
      section: section.parent,
      parent,
      because,
    });
    item.title = section.title;
    if (read) this.collect(item, read);
    item.fields = { ...item.fields, ...section.fields };
    return item;
  }

  /** Completes an item that is a heading, once all that stands beneath it has been read. */
  closeHeading(item: ItemDraft, section: SectionDraft): void {
    item.span = section.span;
    const { status, completed } = item.fields;
    item.status =
      status?.value ??
      (completed ? 'done' : (section.gives.status?.value ?? meaningOf(section.parent) ?? 'todo'));
  }

  /** Hands down what sections and parents say, once all of it has been read: it may stand beneath what inherits it. */
  inherit(): void {
    for (const item of this.all) item.inherited = inheritedFields(item.section, item.parent);
  }

  /** The item's first paragraph: a title with fields in it, wrapped or not, and perhaps lines of fields beneath. */
  readOwnLines(item: ItemDraft, span: Span): void {
    const title: string[] = [];
    let inTitle = true;
    for (const [index, line] of linesOf(this.masked, span).entries()) {
      const below = index > 0 ? readLine(line, this.context, 'below') : undefined;
      const read = below?.leads ? below : readLine(line, this.context, 'inline');
      this.collect(item, read);
      inTitle &&= !below?.leads && (index === 0 || !LABELLED.test(line.text));
      if (!inTitle) continue;
      if (index === 0) item.titleSpan = titleSpan(line, read);
      title.push(withoutFields(this.text, line, read).replace(/\\$/u, ''));
      if (/#|-\d/.test(line.text)) {
        item.refs = unique([...item.refs, ...(line.text.match(REFERENCE) ?? [])]);
        item.tags = unique([...item.tags, ...(line.text.match(TAG) ?? [])]);
      }
      const end = line.sourceOffset(line.text.length);
      item.inline = { start: item.content.start, end };
      // What stands behind a forced break is a text beneath the title.
      FORCED_BREAK.lastIndex = end;
      inTitle = !FORCED_BREAK.test(this.text) && !line.text.endsWith('\\');
    }
    const words = plainText(title.join(' ')).replace(/[\s:：]+$|\s+[-–—|·]+$/gu, '');
    item.title = words || plainText(this.text.slice(item.content.start, item.content.end));
  }

  /** Lines of fields beneath an item; whether there were any. */
  readBelow(item: ItemDraft, span: Span): boolean {
    let any = false;
    for (const line of linesOf(this.masked, span)) {
      const read = readLine(line, this.context, 'below');
      if (!read.leads) continue;
      // Signs count where the line says nothing else: "✅ Easy to use" is praise.
      const signs = isOnlyFields(this.text, line, read);
      this.collect(item, { ...read, fields: read.fields.filter(({ stated }) => stated.labelled || signs) });
      item.own = { start: item.own.start, end: Math.max(item.own.end, span.end) };
      any = true;
    }
    return any;
  }

  /** A label alone over a list of values: the field's value is the list. */
  readListField(item: ItemDraft, label: Span, values: Span): boolean {
    const line = linesOf(this.masked, label)[0];
    const found = line && readListField(line, this.masked, values);
    if (!found) return false;
    this.collect(item, { fields: [found], invalid: [] });
    item.own = { start: item.own.start, end: Math.max(item.own.end, values.end) };
    return true;
  }

  /** Adds what a line says to the item; what it has stated already stays. */
  collect(item: ItemDraft, { fields, invalid }: Pick<FieldsOfLine, 'fields' | 'invalid'>): void {
    for (const found of fields) if (item.fields[found.field] === undefined) this.add(item, found);
    for (const date of invalid) this.add(item, date);
  }

  add(item: ItemDraft, found: FoundField | FoundInvalid): void {
    if ('stated' in found) Object.assign(item.fields, { [found.field]: found.stated });
    else this.#invalid.push({ date: found, item });
  }
}

const unique = <T>(values: readonly T[]): T[] => [...new Set(values)];

/** A title's first line, up to its first field. */
function titleSpan(line: Line, { taken }: FieldsOfLine): Span {
  const fields = taken.map(({ start }) => start).filter((start) => start > 0);
  return { start: line.sourceOffset(0), end: line.sourceOffset(Math.min(line.text.length, ...fields)) };
}
