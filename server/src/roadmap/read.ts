import type { Heading, List, Nodes, Paragraph, Root, RootContent } from 'mdast';
import { readDocument } from './document.ts';
import type { SectionDraft } from './drafts.ts';
import { identify } from './identity.ts';
import { ItemCollector } from './items/collector.ts';
import { readFrontMatter } from './items/frontMatter.ts';
import { leadOf, ListReader } from './items/lists.ts';
import { RowReader } from './items/rows.ts';
import { codeSpans, linesOf, maskMarkup, spanOf } from './markdown/mask.ts';
import { parseMarkdown } from './markdown/parse.ts';
import { plainText } from './markdown/text.ts';
import type { InvalidDate, Roadmap, Span } from './model.ts';
import { decodeMojibake, findMojibake } from './mojibake.ts';
import { readLine } from './notations/index.ts';
import type { ItemReason } from './reasons.ts';
import { readOutline } from './outline.ts';
import { relocate } from './relocate.ts';
import { forget } from './remember.ts';
import { SectionReader } from './sections.ts';
import { isBareBucket, isBucketTitle, isDetailHeading, isDetailLabel, NUMBERED_WORK } from './words.ts';

/**
 * Reads a roadmap. Never throws: what can't be read leaves the rest as it is, or gives a roadmap without items that
 * says why.
 */
export function readRoadmap(text: string): Roadmap {
  try {
    const mojibake = findMojibake(text, () => codeSpans(parseMarkdown(text).root));
    if (mojibake.length === 0) return read(text);
    // Read as it was meant: so nothing changes its name or its place among the others once it has been repaired.
    const { text: decoded, sourceOffset } = decodeMojibake(text, mojibake);
    return { ...relocate(read(decoded), sourceOffset), text, mojibake };
  } catch (error) {
    // A tree that the parser could build may still be too deep to walk.
    const unreadable = error instanceof RangeError ? 'it is nested too deeply' : String(error);
    return {
      text,
      items: [],
      sections: [],
      document: {},
      invalidDates: [],
      passedOver: [],
      mojibake: [],
      unreadable,
    };
  } finally {
    forget();
  }
}

function read(text: string): Roadmap {
  const { root, unreadable } = parseMarkdown(text);
  const masked = maskMarkup(text, root);
  const { fields: document, invalid, context, matter } = readDocument(masked, root);

  const invalidDates: InvalidDate[] = [...invalid];
  const chapters = root.children.filter((node) => node.type === 'heading' && node.depth === 1);
  const sections = new SectionReader(text, masked, context, chapters.length > 1);
  const outline = readOutline(root, text);
  const items = new ItemCollector(text, masked, context, invalidDates);
  const rows = new RowReader(items);
  const lists = new ListReader(items, {
    remarksStand: countsRemarks(root, text),
    hasNoHeadings: !root.children.some(({ type }) => type === 'heading'),
    details: outline.details,
  });
  readFrontMatter(items, matter);
  /** The paragraph that ends in a colon right before a list says what the list holds. */
  let lead: string | undefined;
  for (const node of root.children) if (spanOf(node).start >= matter.end) readBlock(node);
  sections.close(text.length);
  promoteLeaves();
  for (const section of sections.all) if (section.item) items.closeHeading(section.item, section);
  items.inherit();

  const identified = identify(items.all);
  const idOf = new Map(items.all.map(({ key, id }) => [key, id]));
  return {
    text,
    items: identified,
    sections: sections.all,
    document,
    passedOver: items.passedOver,
    invalidDates: invalidDates.map((date) => ({ ...date, item: date.item && idOf.get(date.item) })),
    mojibake: [],
    ...(unreadable === undefined ? {} : { unreadable }),
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
    section.isNumbered = node.type === 'heading' && outline.numbered.has(node);
    const placed =
      (node.type === 'heading' && outline.work.has(node)) ||
      (section.isNumbered && section.statesField && section.kind !== 'other');
    section.isLabel =
      node.type === 'paragraph' && /[:：]\W*$/u.test(text.slice(spanOf(node).start, spanOf(node).end));
    if (!section.isTitle && (sections.hasId(section) || placed)) {
      promote(section, placed ? 'heading-place' : 'heading-id');
      section.isStep =
        node.type === 'heading' &&
        outline.steps.has(node) &&
        Object.keys(section.item?.fields ?? {}).length === 0;
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
      (outline.leaves.has(section.heading.start) ||
        !isBucketTitle(section.title) ||
        (section.fields.owners !== undefined && section.fields.status !== undefined));
    if (
      mayBeWork &&
      (section.says !== 'other' || section.isNumbered) &&
      found.some(({ field }) => field !== 'owners')
    )
      promote(section);
    const { item } = section;
    for (const date of lines.flatMap(({ invalid }) => invalid))
      invalidDates.push({ ...date, item: item?.key });
    if (item && found.length > 0) {
      item.fields = { ...item.fields, ...section.fields };
      item.own = { start: item.own.start, end: Math.max(item.own.end, span.end) };
    }
  }

  function promote(section: SectionDraft, reason: ItemReason = 'heading-fields'): void {
    section.item ??= items.heading(section, { reason });
  }

  /** Where most headings of a row ("1. …", "2. …" or "Phase A", "Phase B") are items, the others are too. */
  function promoteSeries(): void {
    const rows = new Map<string, SectionDraft[]>();
    for (const section of sections.all) {
      const series = /^(?:\d+(?=[.)]\s)|\p{L}+(?=\s[\dA-Z]\b))/u.exec(section.title)?.[0];
      if (series === undefined || section.isTitle) continue;
      const key = `${section.depth} ${series.replace(/\d+/u, '')}`;
      const row = rows.get(key) ?? [];
      if (row.push(section) === 1) rows.set(key, row);
    }
    for (const row of rows.values())
      if (row.filter(({ item }) => item).length * 2 > row.length)
        row.forEach((section) => promote(section, 'heading-place'));
  }

  /** A heading with an owner or a status and no items beneath it is one itself. */
  function promoteLeaves(): void {
    promoteSeries();
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
      if (!section.isTitle && section.kind !== 'other' && says && names && !holders.has(section))
        promote(section);
    }
    items.all.sort((a, b) => a.own.start - b.own.start);
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

/** "1.2 Audit log": a part of something numbered. */
const isNumberedPart = (title: string): boolean => /^\d{1,2}\.\d{1,2}[.):：]?\s+\P{L}*\p{L}/u.test(title);

/** Bold lines that stand for headings are deeper than any real one. */
const BOLD_LINE_DEPTH = 7;

/**
 * Whether people tick boxes or keep tables here: then a plain bullet in a section that doesn't speak of work is a
 * remark. Boxes beneath plain bullets are their steps, so those bullets are cards.
 */
function countsRemarks(root: Root, text: string): boolean {
  return root.children.some(
    (node) =>
      node.type === 'table' ||
      (node.type === 'list' &&
        node.children.some((item) =>
          /^(?:[-*+]|\d+[.)])[ \t]+\[[ xX]\][ \t]/u.test(
            text.slice(spanOf(item).start, spanOf(item).start + 20),
          ),
        )),
  );
}

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
