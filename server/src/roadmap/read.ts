import type { Heading, List, Nodes, Paragraph, RootContent } from 'mdast';
import type { DateContext } from './dates/formats.ts';
import { readDocumentFields } from './document.ts';
import type { SectionDraft } from './drafts.ts';
import { identify } from './identity.ts';
import { ItemReader } from './items.ts';
import { linesOf, maskMarkup, spanOf } from './markdown/mask.ts';
import { parseMarkdown } from './markdown/parse.ts';
import type { InvalidDate, Roadmap, Span } from './model.ts';
import { readLine } from './notations/index.ts';
import { SectionReader } from './sections.ts';

/**
 * Reads a roadmap. Never throws: what can't be read leaves the rest as it is, or gives a roadmap without items that
 * says why.
 */
export function readRoadmap(text: string): Roadmap {
  try {
    return read(text);
  } catch (error) {
    // A tree that the parser could build may still be too deep to walk.
    const unreadable = error instanceof RangeError ? 'it is nested too deeply' : String(error);
    return { text, items: [], sections: [], document: {}, invalidDates: [], unreadable };
  }
}

function read(text: string): Roadmap {
  const { root, unreadable } = parseMarkdown(text);
  const masked = maskMarkup(text, root);
  const { fields: document, invalid } = readDocumentFields(masked, root);
  const context: DateContext = { reference: document.lastUpdated?.value.end };

  const invalidDates: InvalidDate[] = [...invalid];
  const sections = new SectionReader(text, masked, context);
  const items = new ItemReader(text, masked, context, hasBoxes(masked), invalidDates);

  for (const node of root.children) readBlock(node);
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
    invalidDates: invalidDates.map((date) => ({ ...date, item: date.item && idOf.get(date.item) })),
    ...(unreadable === undefined ? {} : { unreadable }),
  };

  function readBlock(node: RootContent): void {
    switch (node.type) {
      case 'heading':
        readHeading(node, contentOf(node), node.depth);
        break;
      case 'paragraph': {
        const bold = boldLine(node, text);
        if (bold) readHeading(node, bold, BOLD_LINE_DEPTH);
        else readFieldBlock(spanOf(node));
        break;
      }
      case 'list':
        readList(node);
        break;
      case 'blockquote':
        for (const child of node.children)
          if (child.type === 'list' || child.type === 'blockquote') readBlock(child);
        break;
      case 'thematicBreak':
        if (sections.current) sections.current.fieldsMayFollow = false;
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
    if (depth > 1 && sections.hasId(section)) promote(section);
  }

  /** `Label: value` lines beneath a heading are the section's own. */
  function readFieldBlock(span: Span): void {
    const section = sections.current;
    if (section?.fieldsMayFollow) addFields(section, readFields(span), span);
  }

  function readFields(span: Span): ReturnType<typeof readLine>[] {
    return linesOf(masked, span)
      .map((line) => readLine(line, context, 'below'))
      .filter(({ leads }) => leads);
  }

  function addFields(section: SectionDraft, lines: ReturnType<typeof readLine>[], span: Span): void {
    const found = lines.flatMap(({ fields }) => fields);
    if (found.length === 0) return;
    for (const { field, stated } of found) section.fields = { [field]: stated, ...section.fields };
    // The document's own title block speaks of the document, not of work. Who owns a section, and how it stands, may
    // be said of a mere bucket too.
    if (section.depth > 1 && found.some(({ field }) => !['owners', 'status', 'priority'].includes(field)))
      promote(section);
    if (section.item) {
      section.item.fields = { ...section.item.fields, ...section.fields };
      section.item.own = { start: section.item.own.start, end: Math.max(section.item.own.end, span.end) };
      for (const { invalid } of lines)
        for (const date of invalid) invalidDates.push({ ...date, item: section.item.key });
    }
  }

  function promote(section: SectionDraft): void {
    section.item ??= items.heading(section);
  }

  /** A heading with an owner or a status and no items beneath it is one itself. */
  function promoteLeaves(): void {
    const holders = new Set<SectionDraft>();
    for (const item of items.all)
      for (let around = item.section; around && !holders.has(around); around = around.parent)
        holders.add(around);
    for (const section of sections.all)
      if (section.depth > 1 && Object.keys(section.fields).length > 0 && !holders.has(section))
        promote(section);
    items.all.sort((a, b) => a.own.start - b.own.start);
  }

  function readList(list: List): void {
    const section = sections.current;
    // Fields may stand at the head of a list of work; as items they don't count.
    const work = list.children.findIndex((item) => !items.isFieldBullet(item));
    for (const item of list.children.slice(0, work < 0 ? undefined : work))
      for (const child of item.children) if (child.type === 'paragraph') readFieldBlock(spanOf(child));
    if (items.list(list, section) > 0 && section) section.fieldsMayFollow = false;
  }
}

/** Bold lines that stand for headings are deeper than any real one. */
const BOLD_LINE_DEPTH = 7;

/** Whether people tick boxes here: then a plain bullet in a section that doesn't speak of work is a remark. */
const hasBoxes = (masked: string): boolean => /^[ \t>]*(?:[-*+]|\d+[.)])[ \t]+\[[ xX]\][ \t]/mu.test(masked);

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
