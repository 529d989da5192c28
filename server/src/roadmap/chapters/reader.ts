import type { Heading, List, ListItem, Nodes, Paragraph, RootContent } from 'mdast';
import type { DateContext } from '../dates/formats.ts';
import type { ItemDraft, SectionDraft } from '../drafts.ts';
import { ItemCollector, type InvalidOf } from '../items/collector.ts';
import { readFrontMatter } from '../items/frontMatter.ts';
import { leadOf, ListReader } from '../items/lists.ts';
import { RowReader } from '../items/rows.ts';
import { linesOf, spanOf } from '../markdown/mask.ts';
import { plainText } from '../markdown/text.ts';
import type { Span } from '../model.ts';
import { readLine } from '../notations/index.ts';
import type { ItemReason, PassedOver } from '../reasons.ts';
import { SectionReader } from '../sections.ts';
import { isBareBucket, isBucketTitle, isDetailHeading, isDetailLabel, NUMBERED_WORK } from '../words.ts';
import type { Chapter } from './chapter.ts';
import type { Verdict } from './outline.ts';
import { Placer } from './place.ts';

/** What holds in the whole document. */
export interface DocumentView {
  readonly context: DateContext;
  readonly remarksStand: boolean;
  readonly hasNoHeadings: boolean;
  readonly hasCrosses: boolean;
  /** There are several headings of the first level. */
  readonly hasSeveralTitles: boolean;
}

/** What a chapter is read in the light of. */
export interface ChapterView {
  readonly document: DocumentView;
  /** Of each of the chapter's headings. */
  readonly verdicts: readonly Verdict[];
  /** The section of the first level that the chapter stands in, when it begins with a deeper one. */
  readonly above: SectionDraft | undefined;
  /** Sections stand before the chapter. */
  readonly hasSectionsBefore: boolean;
  /** Items stand in later chapters that belong to a section of the first level that begins here. */
  readonly isHeldBelow: boolean;
  /** Rows of headings of which most are items, so the others are too; what is the whole document knows them itself. */
  readonly series: ReadonlySet<string>;
  /** Edits may move the chapter. What is the whole document has plain spans, as nothing moves it. */
  readonly moves: boolean;
}

/** A heading in a row of alike ones. */
export interface SeriesMember {
  readonly key: string;
  readonly isItem: boolean;
}

/** What was read of a chapter; its positions are those in the document. */
export interface ChapterReading {
  readonly items: readonly ItemDraft[];
  readonly sections: readonly SectionDraft[];
  readonly passedOver: readonly PassedOver[];
  readonly invalid: readonly InvalidOf[];
  readonly series: readonly SeriesMember[];
  /** Later chapters stand in it. */
  readonly open: SectionDraft | undefined;
}

/** Reads the items and sections of a chapter. */
export function readChapter(chapter: Chapter, view: ChapterView): ChapterReading {
  const { text, nodes, matter, survey } = chapter;
  const { masked } = survey;
  const { context, hasSeveralTitles, ...lists_ } = view.document;
  const verdicts = new Map(survey.blocks.map(({ heading }, nth) => [heading, view.verdicts[nth]]));
  const details = detailsOf(chapter, view.verdicts);

  const invalid: InvalidOf[] = [];
  const sections = new SectionReader(text, masked, context, {
    above: view.above,
    hasSectionsBefore: view.hasSectionsBefore,
    hasSeveralTitles,
  });
  const items = new ItemCollector(text, masked, context, invalid);
  const rows = new RowReader(items);
  const lists = new ListReader(items, { ...lists_, details });
  readFrontMatter(items, matter);
  /** The paragraph that ends in a colon right before a list says what the list holds. */
  let lead: string | undefined;
  for (const node of nodes) if (spanOf(node).start >= matter.end) readBlock(node);
  sections.close(text.length, view.moves);

  const series = sections.all.flatMap((section) => {
    const key = seriesOf(section);
    return key === undefined ? [] : [{ key, isItem: section.item !== undefined }];
  });
  const promoted = view.moves ? view.series : promotedAmong(series);
  for (const section of sections.all)
    if (promoted.has(seriesOf(section) ?? '')) promoteLate(section, 'heading-place');
  promoteLeaves();
  items.all.sort((a, b) => a.own.start - b.own.start);
  for (const section of sections.all) if (section.item) items.closeHeading(section.item, section);

  if (view.moves) {
    const placer = new Placer(chapter.place);
    for (const section of sections.all) placer.section(section);
    for (const item of items.all) placer.item(item);
    for (const { date } of invalid) placer.invalid(date);
    for (const passed of items.passedOver) placer.passedOver(passed);
  }
  // What stands above has its place already.
  items.inherit();
  return {
    items: items.all,
    sections: sections.all,
    passedOver: items.passedOver,
    invalid,
    series,
    open: sections.all.findLast(({ depth }) => depth === 1),
  };

  function readBlock(node: RootContent): void {
    const introduced = lead;
    lead = undefined;
    switch (node.type) {
      case 'heading':
        readHeading(node, contentOf(node), node.depth);
        break;
      case 'paragraph': {
        const words = plainText(text.slice(spanOf(node).start, spanOf(node).end));
        const bold = isDetailLabel(words.replace(/[\s:：]+$/u, '')) ? undefined : boldLine(node, text);
        const named = namedWork(node, text);
        const marked = lists.lines(node, sections.current);
        if (marked > 0 && sections.current) sections.current.fieldsMayFollow = false;
        if (named) readNamedWork(node, named);
        else if (marked > 0) break;
        else if (bold) readHeading(node, bold, BOLD_LINE_DEPTH);
        else readFieldBlock(spanOf(node));
        if (!bold) lead = leadOf(text, spanOf(node));
        break;
      }
      case 'list':
        readList(node, introduced);
        break;
      case 'table':
        if (rows.read(node, sections.current) > 0 && sections.current)
          sections.current.fieldsMayFollow = false;
        break;
      case 'blockquote':
        for (const child of node.children)
          if (child.type === 'list') lists.read(child, sections.current, undefined, true);
          else if (child.type === 'blockquote') readBlock(child);
          else if (child.type === 'paragraph') readFieldBlock(spanOf(child));
        break;
      case 'code':
        items.passOver(spanOf(node), 'code');
        break;
      case 'html':
        // A comment between a list and what says what it holds.
        if (node.value.startsWith('<!--')) lead = introduced;
        items.passOver(spanOf(node), 'comment');
        readFieldBlock(spanOf(node));
        break;
      case 'thematicBreak':
        if (sections.current) {
          sections.current.fieldsMayFollow = false;
          sections.current.isClosed = true;
        }
        break;
    }
  }

  function readHeading(node: Heading | Paragraph, content: Span, depth: number): void {
    const above = sections.enclosing(depth);
    if (above && sections.isFieldOf(content, above)) {
      addFields(above, readFields(content), spanOf(node));
      return;
    }
    const section = sections.open(spanOf(node), content, depth);
    const verdict = node.type === 'heading' ? verdicts.get(node) : undefined;
    section.isNumbered = verdict?.isNumbered === true;
    section.isLeaf = verdict?.isLeaf === true;
    const placed =
      verdict?.isWork === true || (section.isNumbered && section.statesField && section.kind !== 'other');
    section.isLabel =
      node.type === 'paragraph' && /[:：]\W*$/u.test(text.slice(spanOf(node).start, spanOf(node).end));
    if (!section.isTitle && (sections.hasId(section) || placed)) {
      promote(section, placed ? 'heading-place' : 'heading-id');
      section.isStep = verdict?.isStep === true && Object.keys(section.item?.fields ?? {}).length === 0;
    }
  }

  /** `Label: value` lines beneath a heading are the section's own. */
  function readFieldBlock(span: Span): void {
    const current = sections.current;
    // A bold label over code or steps is no heading that could have fields.
    const section = current?.isLabel ? current.parent : current;
    if (!section) return;
    // Behind its items, only a numbered heading is still told of: "**Estimate:** 3 days" at a chapter's end.
    if (!section.fieldsMayFollow && !(section.isNumbered && !section.isClosed)) return;
    // "Status: first draft is usable" is a field, though no status can be read from it.
    if (linesOf(masked, span).some(({ text: line }) => isDetailHeading(line))) section.isStep = false;
    addFields(section, readFields(span), span);
  }

  function readFields(span: Span): ReturnType<typeof readLine>[] {
    return linesOf(masked, span)
      .map((line) => readLine(line, context, 'below'))
      .filter(({ leads }) => leads);
  }

  function addFields(section: SectionDraft, lines: ReturnType<typeof readLine>[], span: Span): void {
    const found = lines.flatMap(({ fields }) => fields);
    for (const { field, stated } of found) section.fields = { [field]: stated, ...section.fields };
    // The document's own title block speaks of the document, not of work. Who owns a section may be said of a mere
    // bucket too.
    const mayBeWork =
      !section.isTitle &&
      (section.isLeaf ||
        !isBucketTitle(section.title) ||
        (section.fields.owners !== undefined && section.fields.status !== undefined));
    if (
      mayBeWork &&
      (section.says !== 'other' || section.isNumbered) &&
      found.some(({ field }) => field !== 'owners')
    )
      promote(section);
    const { item } = section;
    for (const date of lines.flatMap(({ invalid }) => invalid)) invalid.push({ date, item });
    if (item && found.length > 0) {
      item.fields = { ...item.fields, ...section.fields };
      item.own = { start: item.own.start, end: Math.max(item.own.end, span.end) };
    }
  }

  function promote(section: SectionDraft, reason: ItemReason = 'heading-fields'): void {
    section.item ??= items.heading(section, { reason });
  }

  /** A heading with an owner or a status and no items beneath it is one itself. */
  function promoteLeaves(): void {
    const holders = new Set<SectionDraft>();
    for (const item of items.all)
      for (let around = item.section; around && !holders.has(around); around = around.parent)
        holders.add(around);
    for (const section of sections.all) {
      const says =
        Object.keys(section.fields).length > 0 ||
        (section.statesStatus && !isBareBucket(section.title)) ||
        (section.isBoldLine && isNumberedPart(section.title));
      // A bold line that is a sentence is no heading.
      const names = !section.isBoldLine || (section.title.length <= 60 && !/[.!。！]$/u.test(section.title));
      const holds = holders.has(section) || (section.depth === 1 && view.isHeldBelow);
      if (!section.isTitle && section.kind !== 'other' && says && names && !holds) promoteLate(section);
    }
  }

  function promoteLate(section: SectionDraft, reason?: ItemReason): void {
    if (!section.item) section.isLateItem = true;
    promote(section, reason);
  }

  /** "**Task 1.1:** Run the tests" is a heading whose title stands behind its id. */
  function readNamedWork(node: Paragraph, content: Span): void {
    const section = sections.open(spanOf(node), content, BOLD_LINE_DEPTH);
    promote(section, 'named');
    readFieldBlock({ start: content.end, end: spanOf(node).end });
  }

  function readList(list: List, introduced?: string): void {
    const section = sections.current;
    // Fields may stand among the details of a heading, or at the head of a list of work.
    const work = section?.item ? -1 : list.children.findIndex((item) => !lists.isFieldBullet(item));
    for (const item of list.children.slice(0, work < 0 ? undefined : work))
      if (lists.isFieldBullet(item))
        for (const child of item.children) if (child.type === 'paragraph') readFieldBlock(spanOf(child));
    if (lists.read(list, section, introduced) > 0 && section) section.fieldsMayFollow = false;
  }
}

/** Bullets that tell a detail of the heading or bullet above them. */
function detailsOf({ survey }: Chapter, verdicts: readonly Verdict[]): ReadonlySet<ListItem> {
  const details = new Set<ListItem>();
  for (const [nth, { bullets, nestedBullets }] of survey.blocks.entries()) {
    const verdict = verdicts[nth];
    if (verdict?.hasDetails) for (const bullet of bullets) details.add(bullet);
    for (const [index, list] of nestedBullets.entries())
      if (verdict?.nestedDetails[index]) for (const bullet of list) details.add(bullet);
  }
  return details;
}

/** Which row of alike headings a section stands in: "1. …" and "2. …", or "Phase A" and "Phase B". */
function seriesOf({ title, depth, isTitle }: SectionDraft): string | undefined {
  const series = /^(?:\d+(?=[.)]\s)|\p{L}+(?=\s[\dA-Z]\b))/u.exec(title)?.[0];
  return series === undefined || isTitle ? undefined : `${depth} ${series.replace(/\d+/u, '')}`;
}

/** Rows of headings ("1. …", "2. …" or "Phase A", "Phase B") of which most are items. */
export function promotedAmong(series: readonly SeriesMember[]): Set<string> {
  const rows = new Map<string, { all: number; items: number }>();
  for (const { key, isItem } of series) {
    const row = rows.get(key) ?? { all: 0, items: 0 };
    if (row.all === 0) rows.set(key, row);
    row.all++;
    if (isItem) row.items++;
  }
  const promoted = new Set<string>();
  for (const [key, { all, items }] of rows) if (items * 2 > all) promoted.add(key);
  return promoted;
}

/** "1.2 Audit log": a part of something numbered. */
const isNumberedPart = (title: string): boolean => /^\d{1,2}\.\d{1,2}[.):：]?\s+\P{L}*\p{L}/u.test(title);

/** Bold lines that stand for headings are deeper than any real one. */
const BOLD_LINE_DEPTH = 7;

const NAMED_WORK = new RegExp(
  `^(?:\\*\\*|__)(?:task|issue|story|epic|item|ticket|feature|bug|action|todo|${NUMBERED_WORK})\\s*#?\\d+(?:\\.\\d+)*\\s*[:：.–—-]\\s*(?:\\*\\*|__)?\\s*(?=\\S)`,
  'iu',
);

/** A paragraph that begins with a bold id, "**Task 1.1:** …" or "**Issue #1: …**": where its words stand. */
function namedWork(node: Paragraph, text: string): Span | undefined {
  const [strong] = node.children;
  if (strong?.type !== 'strong') return undefined;
  const span = spanOf(node);
  const firstLine = /^[^\r\n]*/u.exec(text.slice(span.start, span.end))?.[0] ?? '';
  const id = NAMED_WORK.exec(firstLine);
  if (!id) return undefined;
  const words = firstLine.slice(id[0].length).replace(/(?:\*\*|__)?\s*$/u, '');
  return words === ''
    ? undefined
    : { start: span.start + id[0].length, end: span.start + id[0].length + words.length };
}

function contentOf(node: Heading): Span {
  const [first, last] = [node.children[0], node.children.at(-1)];
  return first && last
    ? { start: spanOf(first).start, end: spanOf(last).end }
    : { ...spanOf(node), start: spanOf(node).end };
}

/** A paragraph of one bold line and nothing else, but for a colon: people use it as a heading. */
function boldLine(node: Paragraph, text: string): Span | undefined {
  const [strong, colon, ...rest] = node.children as (Nodes | undefined)[];
  if (strong?.type !== 'strong' || rest.length > 0) return undefined;
  if (colon && !(colon.type === 'text' && /^\s*:?\s*$/u.test(colon.value))) return undefined;
  const span = spanOf(strong);
  const inner = text.slice(span.start + 2, span.end - 2).replace(/[\s:：]+$/u, '');
  // "**Status: planned**" is a field.
  if (/[:：]\s*\S|\n/u.test(inner)) return undefined;
  return { start: span.start + 2, end: span.start + 2 + inner.length };
}
