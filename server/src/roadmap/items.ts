import type { List, ListItem, Paragraph, Table, TableRow } from 'mdast';
import type { DateContext } from './dates/formats.ts';
import { linesOf, spanOf, type Line } from './markdown/mask.ts';
import { plainText, plainTitle } from './markdown/text.ts';
import type {
  Box,
  FieldName,
  Inherited,
  InheritedFields,
  InvalidDate,
  ItemKind,
  Span,
  Stated,
  Status,
} from './model.ts';
import { isOnlyFields, readCell, readLine, withoutFields, type FieldsOfLine } from './notations/index.ts';
import { statusOfMark } from './notations/status.ts';
import type { ItemDraft, SectionDraft } from './drafts.ts';
import { cellsOf, workTable, type WorkTable } from './tables.ts';
import { isDetailLabel, kindOfTitle } from './words.ts';

/** A bullet or number, and the box or mark behind it. */
const MARKER =
  /(?:[-*+]|\d{1,9}[.)])(?:[ \t]+|(?=\r?\n|$))(?:\[(?<inner>.)\](?=\s|$)[ \t]*|(?<mark>[☐☑☒✓✔⬜])\ufe0f?[ \t]+)?/uy;
/** A bullet with a sign that may stand for a box. */
const SIGN_MARKER = /[-*+][ \t]+(?<mark>✅|❌|⚠|🚧|⏳|🔄|⬜|☑|✔|🎯|📋|🔜|⏸)\ufe0f?[ \t]+/uy;
const LEGEND =
  /^[-*+]\s+[*_`]*(?:(?:critical|urgent|high|medium|low|P[0-4]|must|should|could|done|in progress|todo|blocked)(?:\s+priority)?|[^\p{L}\p{N}\s[(]{1,4})[*_`]*\s?[:：=]/iu;
const POINTER = /^[-*+][ \t]+[^*_\ufffc:：\r\n]{2,30}[:：][ \t]*\ufffc/u;
const STRUCK = /^~~.*~~[\s.]*$/u;
const REFERENCE =
  /(?<![\p{L}\p{N}/&#])#\d+(?![\p{L}\p{N}])|(?<![\p{L}\p{N}-])(?!(?:SHA|UTF|ISO|ADR|RFC|AES|MD|HTTP|TLS|P)-)[A-Z][A-Z0-9]+-\d+(?![\p{L}\p{N}-])/gu;
const TAG = /(?<![\p{L}\p{N}/&#])#(?=[\p{L}_-]*\p{L})[\p{L}\p{N}_/-]+/gu;

const NAMED_TASK =
  /^(?:[-*+]|\d+[.)])\s+(?:\P{L}{0,4}\s)?[*_]*(?:task|tâche|tarea|tarefa|aufgabe|block|story|epic|задача|завдання|任务|タスク|작업|subtask)\s*#?\d+[A-Z\d.]*[*_]*\s?[*_]*[:：.–—-]/iu;
const LABELLED_BULLET = /^[-*+]\s+[*_]*([^:：*_[\r\n]{2,30})[*_]*[:：]/u;
const CODE_BULLET = /^[-*+]\s+\ufffc/u;
const TOPIC_WORDS = 4;
const TOPIC_LENGTH = 32;

/** A line such as "Risk: …" beneath a title says something else of the item, field or not. */
const LABELLED = /^[*_]*\p{L}[\p{L} ]{1,24}[*_]*\s?[:：]/u;

/** Finds the items of lists, and reads what each says. */
export class ItemReader {
  readonly all: ItemDraft[] = [];

  readonly #text: string;
  readonly #masked: string;
  readonly #context: DateContext;
  /** Plain bullets in a section that doesn't speak of work are remarks. */
  readonly #remarksStand: boolean;
  /** Bullets that tell of the heading above them. */
  readonly #details: ReadonlySet<ListItem>;
  readonly #invalidDates: InvalidDate[];

  constructor(
    text: string,
    masked: string,
    context: DateContext,
    remarksStand: boolean,
    details: ReadonlySet<ListItem>,
    invalidDates: InvalidDate[],
  ) {
    this.#text = text;
    this.#masked = masked;
    this.#context = context;
    this.#remarksStand = remarksStand;
    this.#details = details;
    this.#invalidDates = invalidDates;
  }

  /** A heading that is itself an item. */
  heading(section: SectionDraft): ItemDraft {
    const { content } = section;
    const line = linesOf(this.#masked, content)[0];
    const read = line && readLine(line, this.#context, 'inline');
    const parent = section.parent && enclosingItem(section.parent);
    const item = this.#create('heading', section.span, section.heading, content, section.parent, parent);
    item.title = section.title;
    if (read) this.#collect(item, read);
    item.fields = { ...item.fields, ...section.fields };
    return item;
  }

  /** Completes an item that is a heading, once all that stands beneath it has been read. */
  closeHeading(item: ItemDraft, section: SectionDraft): void {
    item.span = section.span;
    const { status, completed } = item.fields;
    item.status = status?.value ?? (completed ? 'done' : (meaningOf(section) ?? 'todo'));
  }

  /** Hands down what sections and parents say, once all of it has been read: it may stand beneath what inherits it. */
  inherit(): void {
    for (const item of this.all) item.inherited = inheritedFields(item.section, item.parent);
  }

  /** The items of a list that stands in a section; how many there are. */
  list(list: List, section: SectionDraft | undefined, introduced?: string, quoted = false): number {
    const before = this.all.length;
    // What is quoted is a remark, but for its boxes.
    const counts = !quoted && this.#plainBulletsCount(list, section, introduced);
    const marked = counts && this.#tellsStates(list);
    for (const node of list.children)
      this.#listItem(node, list, section, section && enclosingItem(section), counts, marked);
    return this.all.length - before;
  }

  /** The items of a table that lists work; how many there are. */
  table(node: Table, section: SectionDraft | undefined): number {
    const table = workTable(node, this.#text, this.#masked, this.#context, section?.kind ?? 'neutral');
    if (!table) return 0;
    for (const row of node.children.slice(1)) this.#row(row, table, section);
    return node.children.length - 1;
  }

  #row(row: TableRow, { columns, header }: WorkTable, section: SectionDraft | undefined): void {
    const cells = cellsOf(row, this.#text);
    const title = cells[columns.indexOf('title')];
    if (!title || title.start === title.end) return;
    const item = this.#create(
      'row',
      spanOf(row),
      spanOf(row),
      title,
      section,
      section && enclosingItem(section),
    );
    const places: Partial<Record<FieldName, Span>> = {};
    this.#readOwnLines(item, title);
    for (const [index, column] of columns.entries()) {
      const cell = cells[index];
      if (column === undefined || column === 'title' || column === 'id' || !cell) continue;
      places[column] ??= cell;
      const line = linesOf(this.#masked, cell)[0];
      const found = line && readCell(column, line, header[index] ?? '', this.#context);
      if (!found) continue;
      if ('stated' in found) item.fields = { ...item.fields, [found.field]: found.stated };
      else this.#invalidDates.push({ ...found, item: item.key });
    }
    item.cells = places;
    item.status = statusOf(item, this.#text);
  }

  /** Whether a bullet is a field of what is around it, and nothing else. */
  isFieldBullet(node: ListItem): boolean {
    const [paragraph] = node.children;
    return paragraph?.type === 'paragraph' && !this.#marker(node).box && this.#isField(paragraph);
  }

  /** Whether the outermost bullets of the list are work, box or not. */
  #plainBulletsCount(list: List, section: SectionDraft | undefined, introduced: string | undefined): boolean {
    if (list.children.some((node) => this.#marker(node).box)) return true;
    if (!section) return false;
    const kind =
      introduced === undefined ? 'neutral' : isDetailLabel(introduced) ? 'other' : kindOfTitle(introduced);
    if (kind === 'other' || (kind === 'neutral' && section.kind === 'other')) return false;
    if (kind !== 'neutral' || this.#isTicked(list)) return true;
    // Beneath a heading that is work itself, numbers are its steps, and bullets tell more of it.
    const told = section.isBoldLine && !section.speaksOfWork ? section.parent : section;
    if (this.#points(list) || this.#isLegend(list)) return false;
    if (section.isStep && Object.keys(section.fields).length === 0) return true;
    if (section.item ?? told?.item)
      return list.ordered === true && !list.children.some((node) => this.isFieldBullet(node));
    return section.kind !== 'neutral' || !this.#remarksStand;
  }

  /** Whether all bullets begin with a tick: praise in a chapter on benefits, things done elsewhere. */
  #isTicked(list: List): boolean {
    return list.children.every((node) => this.#signMarker(node).box);
  }

  /** Whether the signs before bullets tell done from open: more than one kind of them stands there. */
  #tellsStates(list: List): boolean {
    const marks = new Set(list.children.map((node) => this.#signMarker(node).box?.mark));
    return !marks.has(undefined) && (marks.size > 1 || (list.children.length > 1 && !marks.has('✅')));
  }

  /** "**High:** critical for users" or "📝: in progress" for every bullet: a key to what is said elsewhere. */
  #isLegend(list: List): boolean {
    return (
      list.children.length > 1 &&
      list.children.every((node) => {
        const { start } = spanOf(node);
        return LEGEND.test(this.#text.slice(start, start + 60));
      })
    );
  }

  /** Bullets that point to places, most of a list: "Architecture: `OVERVIEW.md`". */
  #points(list: List): boolean {
    const pointing = list.children.filter((node) => {
      const { start, end } = spanOf(node);
      return POINTER.test(this.#masked.slice(start, end));
    });
    return pointing.length * 3 >= list.children.length * 2;
  }

  /** A bullet that refers rather than says what to do: to a file, to a place in this document; or a labelled remark. */
  #isReference(paragraph: Paragraph): boolean {
    const { start, end } = spanOf(paragraph);
    const words = this.#text.slice(start, end);
    // A link to a place in this document, or to another of the repository, and nothing else.
    if (/^\[[^\]]*\]\((?:#[^)]*|(?!\w+:)[^)]*\.md(?:#[^)]*)?)\)$/u.test(words.trim())) return true;
    if (!/[\p{L}\p{N}]/u.test(this.#masked.slice(start, end))) return true;
    if (isMeasure(words)) return true;
    const label = /^[*_]*([\p{L} ]{2,30}?)[*_]*\s?[:：]/u.exec(plainTitle(words));
    return label !== null && isDetailLabel(label[1] ?? '');
  }

  #listItem(
    node: ListItem,
    list: List,
    section: SectionDraft | undefined,
    parent: ItemDraft | undefined,
    plainCounts: boolean,
    marked = false,
  ): void {
    const { box, contentStart } = marked ? this.#signMarker(node) : this.#marker(node);
    const paragraph = node.children[0]?.type === 'paragraph' ? node.children[0] : undefined;
    const nested = node.children.filter((child) => child.type === 'list');
    const category =
      !box && paragraph !== undefined && nested.length > 0 ? this.#categoryLabel(paragraph) : undefined;

    const isCategory = category !== undefined && nested.some((inner) => this.#holdsWork(inner));
    if (
      !box &&
      (!plainCounts ||
        !paragraph ||
        this.#details.has(node) ||
        this.#isField(paragraph) ||
        this.#isReference(paragraph) ||
        isCategory ||
        (category !== undefined && isDetailLabel(category)))
    ) {
      const below = plainCounts && category !== undefined && !isDetailLabel(category);
      for (const inner of nested)
        for (const child of inner.children) this.#listItem(child, inner, section, parent, below);
      return;
    }

    const span = spanOf(node);
    const firstLineEnd = this.#endOfLine(contentStart);
    const own = {
      start: span.start,
      end: Math.max(paragraph ? spanOf(paragraph).end : contentStart, contentStart),
    };
    const kind: ItemKind = box ? 'task' : list.ordered ? 'numbered' : 'bullet';
    const item = this.#create(kind, span, own, { start: contentStart, end: firstLineEnd }, section, parent);
    if (box) item.box = box;
    this.#readOwnLines(item, { start: contentStart, end: own.end });

    for (const child of node.children.slice(paragraph ? 1 : 0)) {
      if (child.type === 'paragraph') this.#readBelow(item, spanOf(child));
      else if (child.type === 'list') {
        const marked = box !== undefined && this.#isMarked(child);
        // What has a name of its own counts beneath a bullet, too; and so do the parts of a mere topic.
        const named =
          !box &&
          plainCounts &&
          (child.children.some((inner) => this.#isNamedTask(inner)) || this.#isTopic(item, child));
        for (const inner of child.children) {
          if (!this.#readFieldBullet(item, inner)) this.#listItem(inner, child, section, item, named, marked);
          // Beneath a field there may be boxes, which always count.
          else
            for (const list of inner.children.filter((block) => block.type === 'list'))
              for (const below of list.children) this.#listItem(below, list, section, item, false);
        }
      }
    }
    item.status = statusOf(item, this.#text);
  }

  #create(
    kind: ItemKind,
    span: Span,
    own: Span,
    content: Span,
    section: SectionDraft | undefined,
    parent: ItemDraft | undefined,
  ): ItemDraft {
    const item: ItemDraft = {
      key: `item-${this.all.length}`,
      id: '',
      kind,
      title: '',
      titleSpan: content,
      span,
      own,
      content,
      inlineEnd: content.end,
      status: 'todo',
      fields: {},
      inherited: {},
      refs: [],
      tags: [],
      ...(section ? { section } : {}),
      ...(parent ? { parent } : {}),
    };
    this.all.push(item);
    return item;
  }

  /** The item's first paragraph: a title with fields in it, wrapped or not, and perhaps lines of fields beneath. */
  #readOwnLines(item: ItemDraft, span: Span): void {
    const title: string[] = [];
    let inTitle = true;
    for (const [index, line] of linesOf(this.#masked, span).entries()) {
      const below = index > 0 ? readLine(line, this.#context, 'below') : undefined;
      const read = below?.leads ? below : readLine(line, this.#context, 'inline');
      this.#collect(item, read);
      inTitle &&= !below?.leads && (index === 0 || !LABELLED.test(line.text));
      if (!inTitle) continue;
      if (index === 0) item.titleSpan = titleSpan(line, read);
      title.push(withoutFields(this.#text, line, read));
      item.refs = unique([...item.refs, ...(line.text.match(REFERENCE) ?? [])]);
      item.tags = unique([...item.tags, ...(line.text.match(TAG) ?? [])]);
      item.inlineEnd = line.sourceOffset(line.text.length);
      // What stands behind a forced break is a text beneath the title.
      inTitle = !/^ {2,}[\r\n]/u.test(this.#text.slice(item.inlineEnd)) && !line.text.endsWith('\\');
    }
    const words = plainText(title.join(' ')).replace(/[\s:：]+$|\s+[-–—|·]+$/gu, '');
    item.title = words || plainText(this.#text.slice(item.content.start, item.content.end));
  }

  #readBelow(item: ItemDraft, span: Span): boolean {
    let any = false;
    for (const line of linesOf(this.#masked, span)) {
      const read = readLine(line, this.#context, 'below');
      if (!read.leads) continue;
      // Signs count where the line says nothing else: "✅ Easy to use" is praise.
      const signs = isOnlyFields(this.#text, line, read);
      this.#collect(item, { ...read, fields: read.fields.filter(({ stated }) => stated.labelled || signs) });
      item.own = { start: item.own.start, end: Math.max(item.own.end, span.end) };
      any = true;
    }
    return any;
  }

  /** `- Owner: @a` beneath an item says something of it. */
  #readFieldBullet(item: ItemDraft, node: ListItem): boolean {
    const paragraph = node.children[0];
    if (paragraph?.type !== 'paragraph' || this.#marker(node).box) return false;
    return this.#readBelow(item, spanOf(paragraph));
  }

  #collect(item: ItemDraft, read: FieldsOfLine): void {
    for (const { field, stated } of read.fields)
      if (item.fields[field] === undefined) item.fields = { ...item.fields, [field]: stated };
    for (const date of read.invalid) this.#invalidDates.push({ ...date, item: item.key });
  }

  #marker(node: ListItem): { box?: Box; contentStart: number } {
    const { start } = spanOf(node);
    MARKER.lastIndex = start;
    const match = MARKER.exec(this.#text);
    if (!match) return { contentStart: start };
    const contentStart = start + match[0].length;
    const { inner, mark } = match.groups ?? {};
    const found = inner ?? mark;
    if (found === undefined || statusOfMark(found) === undefined)
      return { contentStart: found === undefined ? contentStart : start + match[0].search(/[[☐-✔⬜]/u) };
    const at =
      start + match[0].indexOf(inner === undefined ? found : `[${found}]`) + (inner === undefined ? 0 : 1);
    return { box: { mark: found, span: { start: at, end: at + found.length } }, contentStart };
  }

  /** Whether signs stand for boxes beneath an item: all have one, and the document doesn't use them for praise alone. */
  #isMarked(list: List): boolean {
    return (
      /^[ \t]*[-*+] (?:❌|⚠)/mu.test(this.#masked) &&
      list.children.every((node) => this.#signMarker(node).box)
    );
  }

  #signMarker(node: ListItem): { box?: Box; contentStart: number } {
    const { start } = spanOf(node);
    SIGN_MARKER.lastIndex = start;
    const match = SIGN_MARKER.exec(this.#text);
    const mark = match?.groups?.['mark'];
    if (!match || mark === undefined) return { contentStart: start };
    const at = start + match[0].indexOf(mark);
    return {
      box: { mark, span: { start: at, end: at + mark.length } },
      contentStart: start + match[0].length,
    };
  }

  /** "**Task 1.1:** …" among bullets. */
  #isNamedTask(node: ListItem): boolean {
    const { start, end } = spanOf(node);
    return NAMED_TASK.test(this.#text.slice(start, Math.min(end, start + 60)));
  }

  /** A few words over several bullets that tell no details: the topic of what is to be done, rather than one thing. */
  #isTopic({ title, section }: ItemDraft, list: List): boolean {
    const short = title.split(/\s+/u).length <= TOPIC_WORDS && title.length <= TOPIC_LENGTH;
    if (!short || list.children.length < 2 || meaningOf(section) === 'done' || !this.#holdsWork(list))
      return false;
    return !list.children.some((node) => {
      const { start } = spanOf(node);
      const label = LABELLED_BULLET.exec(this.#text.slice(start, start + 60))?.[1];
      return (
        this.#details.has(node) ||
        CODE_BULLET.test(this.#masked.slice(start, start + 8)) ||
        (label !== undefined && isDetailLabel(label))
      );
    });
  }

  #isField(paragraph: Paragraph): boolean {
    const [line] = linesOf(this.#masked, spanOf(paragraph));
    if (!line) return false;
    const read = readLine(line, this.#context, 'below');
    return read.leads && isOnlyFields(this.#text, line, read);
  }

  /** The label of a bullet that is nothing but one: `**Terraform Modules:**`, `Tools:`. The colon makes it one. */
  #categoryLabel(paragraph: Paragraph): string | undefined {
    const { start, end } = spanOf(paragraph);
    const words = plainTitle(this.#text.slice(start, end));
    const bold = paragraph.children.length === 1 && paragraph.children[0]?.type === 'strong';
    if (/[:：]$/u.test(words) && words.split(/\s+/u).length <= (bold ? 8 : 2))
      return words.slice(0, -1).trim();
    return undefined;
  }

  /** Whether a nested list says what is to be done, rather than naming parts or tools. */
  #holdsWork(list: List): boolean {
    return list.children.some((node) => {
      const [first] = node.children;
      if (first?.type !== 'paragraph') return false;
      const bareName =
        first.children.length === 1 && first.children[0]?.type === 'strong' && node.children.length === 1;
      return !bareName;
    });
  }

  #endOfLine(offset: number): number {
    const found = /[\r\n]|$/u.exec(this.#text.slice(offset));
    return offset + (found?.index ?? 0);
  }
}

/** "99.9 % uptime", "1,000+ stars", "**API** - 25 % coverage", "latency < 200 ms": a figure to reach or reached. */
const isMeasure = (words: string): boolean =>
  /^[^\p{L}\d]*[<>≥≤~]?\s?\d[\d,.]*(?:\s?%|\+)(?![\p{L}\d])/u.test(words) ||
  /(?:^|\s)[<>≥≤]\s?\d[\d,.]*\s?(?:%|m?s|min|[kmg]b|seconds?|minutes?|hours?)(?!\p{L})[^\p{L}]*$/iu.test(
    words,
  ) ||
  /\s[-–—:]\s~?\d[\d,.]*\s?%\s\p{L}+\s*$/u.test(words);

const unique = <T>(values: readonly T[]): T[] => [...new Set(values)];

/** A title's first line, up to its first field. */
function titleSpan(line: Line, { taken }: FieldsOfLine): Span {
  const fields = taken.map(({ start }) => start).filter((start) => start > 0);
  return { start: line.sourceOffset(0), end: line.sourceOffset(Math.min(line.text.length, ...fields)) };
}

/** The nearest heading upwards that is an item. */
function enclosingItem(section: SectionDraft): ItemDraft | undefined {
  return section.item ?? (section.parent && enclosingItem(section.parent));
}

/** In the order of precedence: a word that is said outweighs an empty box, a ticked box outweighs the words. */
function statusOf(item: ItemDraft, text: string): Status {
  const ticked = item.box && statusOfMark(item.box.mark);
  if (ticked && item.box?.mark.trim() !== '' && ticked !== 'todo') return ticked;
  if (item.fields.status) return item.fields.status.value;
  const meaning = meaningOf(item.section);
  const inDone = meaning === 'done';
  if (STRUCK.test(text.slice(item.content.start, item.content.end))) return inDone ? 'done' : 'cancelled';
  if (item.box) return 'todo';
  if (item.fields.completed) return 'done';
  if (meaning === undefined && /^✅/u.test(text.slice(item.content.start, item.content.start + 2)))
    return item.section?.kind === 'neutral' || isWithinDone(item.section) ? 'done' : 'todo';
  return meaning ?? 'todo';
}

/** What the nearest section says of the state of all that stands in it; a section of work within one of done things says nothing. */
function meaningOf(section: SectionDraft | undefined): Status | undefined {
  for (let around = section; around && around.depth > 1; around = around.parent) {
    if (around.gives.status) return around.gives.status.value;
    if (around.speaksOfWork) return undefined;
  }
  return undefined;
}

const isWithinDone = (section: SectionDraft | undefined): boolean =>
  section !== undefined && (section.gives.status?.value === 'done' || isWithinDone(section.parent));

/** What holds for everything in a section or beneath a parent: the nearest statement wins. */
function inheritedFields(section: SectionDraft | undefined, parent: ItemDraft | undefined): InheritedFields {
  const result: { -readonly [K in keyof InheritedFields]: InheritedFields[K] } = {};
  const from = <T>(stated: Stated<T>, title: string): Inherited<T> => ({
    value: stated.value,
    text: stated.text,
    from: title,
    span: stated.span,
  });
  for (let above: ItemDraft | undefined = parent; above; above = above.parent) {
    const { owners, due, priority } = above.fields;
    if (owners && owners.value.length > 0) result.owners ??= from(owners, above.title);
    if (due) result.due ??= from(due, above.title);
    if (priority) result.priority ??= from(priority, above.title);
  }
  for (let around = section; around; around = around.parent) {
    const { owners, due, priority } = around.fields;
    // The lines beneath a document's title speak of the document; but who owns that, answers for all of it.
    const own = around.depth > 1;
    if (owners && owners.value.length > 0) result.owners ??= from(owners, around.title);
    if (own && due) result.due ??= from(due, around.title);
    if (own && priority) result.priority ??= from(priority, around.title);
    if (around.gives.priority) result.priority ??= around.gives.priority;
    if (around.gives.due) result.due ??= around.gives.due;
    if (around.gives.status) result.status ??= around.gives.status;
  }
  return result;
}
