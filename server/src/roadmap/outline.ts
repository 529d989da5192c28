import type { Heading, List, ListItem, Root, RootContent } from 'mdast';
import { markerOf } from './items/bullets.ts';
import { plainTitle } from './markdown/text.ts';
import { spanOf } from './markdown/mask.ts';
import { isBucketTitle, isDetailLabel, kindOfTitle } from './words.ts';

interface Block {
  /** The document's own heading, rather than one of its chapters. */
  readonly isTitle: boolean;
  readonly heading: Heading;
  readonly title: string;
  readonly parent: Block | undefined;
  readonly children: Block[];
  readonly content: RootContent[];
}

/** What the shape of a document says of its headings, before its fields are read. */
export interface Outline {
  /** Headings that are work by where they stand: cards of a column, numbered steps, holders of a block of details. */
  readonly work: ReadonlySet<Heading>;
  /** Of these, the numbered ones: bullets beneath them may be work of their own. */
  readonly steps: ReadonlySet<Heading>;
  /** All headings that are numbered: with a field of its own, one is work whatever stands beneath it. */
  readonly numbered: ReadonlySet<Heading>;
  /** Where the headings start beneath which no other heading stands. */
  readonly leaves: ReadonlySet<number>;
  /** Bullets that tell a detail of the heading above, as the same label does beneath its neighbours. */
  readonly details: ReadonlySet<ListItem>;
}

export function readOutline(root: Root, text: string): Outline {
  const blocks = blocksOf(root, text);
  const details = recurringDetails(blocks, text);
  const held = blocks.filter(({ content }) => details.holders.has(content));
  const numbered = steps(blocks, text);
  const rated = blocks.filter(
    (block) => RATED.test(block.title) && !groupsWork(block, text) && !explains(block),
  );
  return {
    work: new Set([
      ...cards(blocks, text),
      ...numbered,
      ...[...rated, ...held].map(({ heading }) => heading),
    ]),
    steps: new Set(numbered),
    numbered: new Set(blocks.filter(isNumbered).map(({ heading }) => heading)),
    leaves: new Set(
      blocks.filter(({ children }) => children.length === 0).map(({ heading }) => spanOf(heading).start),
    ),
    details: details.bullets,
  };
}

/** A column needs more than one card, else any chapter with a sub-chapter would be one. */
const CARDS_OF_A_COLUMN = 2;

/**
 * Beneath a column or a version ("v2.4", "Completed", "Backlog"), which holds nothing else, headings with a text
 * beneath each rather than a list.
 */
function cards(blocks: readonly Block[], text: string): Heading[] {
  const rows = new Map<number, Block[]>();
  for (const block of blocks) {
    if (!isColumn(block, text)) continue;
    const { heading, children } = block;
    const leaves = children.filter(
      (child) =>
        child.children.length === 0 &&
        !isChapter(child.title) &&
        (!block.isTitle || toldIn([child], text) > 0),
    );
    if (!leaves.some(({ title }) => isBucketTitle(title)))
      rows.set(heading.depth, [...(rows.get(heading.depth) ?? []), ...leaves]);
  }
  return [...rows.values()].flatMap((leaves) => {
    const told = leaves.filter((leaf) => isTold(leaf, text));
    const isRow = leaves.length >= CARDS_OF_A_COLUMN && told.length * 2 >= leaves.length;
    return isRow ? leaves.map(({ heading }) => heading) : [];
  });
}

/** A text stands beneath it, rather than fields or the lead of a list. */
const isTold = ({ content: [first] }: Block, text: string): boolean =>
  first?.type === 'paragraph' &&
  first.children[0]?.type !== 'strong' &&
  !(first.children.length === 1 && first.children[0]?.type === 'emphasis') &&
  !endsInColon(first, text);

/** "Resources", "Exit criteria", "About this document": told of the column, not done in it. */
const isChapter = (title: string): boolean =>
  (title.split(/\s+/u).length <= 2 && kindOfTitle(title) === 'other') ||
  /^\P{L}*(?:about|how|why|what|when|who|where|current)(?!\p{L})|\?\s*$/iu.test(title) ||
  isDetailLabel(title) ||
  /^\P{L}*tasks?$/iu.test(title);

function isColumn(block: Block, text: string): boolean {
  const { title, content, children } = block;
  const kind = kindOfTitle(title);
  if (!isBucketTitle(title) && kind !== 'done' && kind !== 'work') return false;
  // A document of nothing but a text for each heading tells its work in them.
  if (block.isTitle)
    return toldIn(children, text) >= CARDS_OF_A_DOCUMENT && toldIn(children, text) * 2 > children.length;
  return content.every(
    (node) => node.type !== 'table' && (node.type !== 'list' || restates(node, children, text)),
  );
}

/** More than a column needs, as any document has chapters. */
const CARDS_OF_A_DOCUMENT = 4;

const toldIn = (blocks: readonly Block[], text: string): number =>
  blocks.filter(
    (block) => isTold(block, text) && block.content.every(({ type }) => type !== 'table' && type !== 'list'),
  ).length;

/** A list of what the headings below are about. */
const restates = (list: List, children: readonly Block[], text: string): boolean => {
  const titles = children.map(({ title }) => title.toLowerCase());
  const same = list.children.filter((item) => {
    const words = plainTitle(
      text.slice(spanOf(item).start, spanOf(item).end).replace(/^\S+\s+/u, ''),
    ).toLowerCase();
    return titles.some((title) => title.startsWith(words) || words.startsWith(title));
  });
  return same.length * 2 >= list.children.length;
};

const endsInColon = (node: RootContent, text: string): boolean =>
  /[:：]\s*$/u.test(text.slice(spanOf(node).start, spanOf(node).end).replace(/[*_]+$/u, ''));

/** Ways to number headings: `1. Fix it`, `2.3 Fix it`, `① …`, `Step 4: …`. */
const NUMBERED: readonly RegExp[] = [
  /^\P{L}*?\d{1,3}(?:\.\d{1,3})+[.):：]?\s\P{L}*\p{L}/u,
  /^[^\p{L}\d]*\d{1,3}[.)]\s\P{L}*\p{L}/u,
  /^[^\p{L}\d]*[①-⑳]/u,
  /^\P{L}*(?:step|schritt|étape|paso|passo|steg|шаг|крок)\s*\d+/iu,
];
const STEP = NUMBERED.length - 1;
/** Above this depth, numbers count chapters, not work. */
const STEP_DEPTH = 3;
const numberingOf = (title: string): number => NUMBERED.findIndex((pattern) => pattern.test(title));

/** "P1: Logs" rates one thing; "P0: Critical issues" groups several. */
const RATED =
  /^\P{L}*P[0-4]\s*[:：–—-]\s(?!\P{L}*(?:critical|high|medium|low|must|should|could|urgent|nice|immediate|blockers?|issues?|items?|tasks?|fixes|features?|bugs?)(?:[\s/&,]+\p{L}+)?\P{L}*$)/iu;

const isNumbered = ({ heading, title }: Block): boolean => {
  const numbering = numberingOf(title);
  return numbering >= 0 && heading.depth >= (numbering === STEP ? 2 : STEP_DEPTH);
};

/** Headings numbered in one way, unless boxes or tables beneath them are the work that they only group. */
function steps(blocks: readonly Block[], text: string): Heading[] {
  const rows = new Map<string, Block[]>();
  for (const block of blocks) {
    if (!isNumbered(block) || explains(block)) continue;
    const key = `${numberingOf(block.title)} ${block.heading.depth}`;
    const row = rows.get(key) ?? [];
    if (row.push(block) === 1) rows.set(key, row);
  }
  return [...rows.values()]
    .filter(
      (row) =>
        row.length > 1 && row.filter(({ title }) => kindOfTitle(title) === 'other').length * 2 < row.length,
    )
    .flatMap((row) => row.filter((block) => !groupsWork(block, text)))
    .map(({ heading }) => heading);
}

/** It, or a chapter around it, speaks of something else than work. */
function explains(block: Block): boolean {
  for (let around = block.parent; around && !around.isTitle; around = around.parent)
    if (kindOfTitle(around.title) === 'other') return true;
  return false;
}

function groupsWork(block: Block, text: string): boolean {
  return (
    block.content.some(
      (node) => node.type === 'table' || (node.type === 'list' && hasBoxes(node.children, text)),
    ) || block.children.some((child) => groupsWork(child, text) || numberingOf(child.title) >= 0)
  );
}

const hasBoxes = (items: readonly ListItem[], text: string): boolean =>
  items.some(
    (item) =>
      markerOf(item, text).box !== undefined ||
      item.children.some((child) => child.type === 'list' && hasBoxes(child.children, text)),
  );

const LABEL = /^[*_]*(?<label>\p{L}[\p{L}\d /-]{0,30}?)[*_]*\s?[:：][*_]*\s*\S/u;

/**
 * Labels that stand in the lists beneath most headings of a chapter, once in each and in the same order, are the fields of
 * those headings, whatever they are called.
 */
function recurringDetails(
  blocks: readonly Block[],
  text: string,
): { holders: ReadonlySet<readonly RootContent[]>; bullets: ReadonlySet<ListItem> } {
  const holders = new Set<readonly RootContent[]>();
  const bullets = new Set<ListItem>();
  const chapters = new Map<Block | undefined, Block[]>();
  for (const block of blocks)
    if (
      !block.isTitle &&
      block.children.length === 0 &&
      !explains(block) &&
      kindOfTitle(block.title) !== 'other' &&
      !isBucketTitle(block.title)
    ) {
      const row = chapters.get(block.parent) ?? [];
      if (row.push(block) === 1) chapters.set(block.parent, row);
    }
  for (const row of chapters.values()) {
    for (const { content } of toldAlike(row, text)) holders.add(content);
    const labelled = row.map((block) => ({ block, found: labelsOf(fieldList(block), text) }));
    const lists = labelled.filter(({ found }) => found.length > 0);
    if (lists.length < 2 || lists.length * 2 <= row.length) continue;
    const [first] = lists;
    const names = (first?.found ?? []).map(({ label }) => label);
    const fields = names.filter(
      (name) =>
        lists.filter(({ found }) => found.some(({ label }) => label === name)).length === lists.length,
    );
    const inOrder = lists.every(
      ({ found }) =>
        found.flatMap(({ label }) => (fields.includes(label) ? label : [])).join() === fields.join(),
    );
    if (fields.length < 2 || !inOrder) continue;
    for (const { block, found } of lists) {
      holders.add(block.content);
      for (const { item } of found) bullets.add(item);
    }
  }
  for (const bullet of recurringBelowBullets(blocks, text)) bullets.add(bullet);
  return { holders, bullets };
}

/** A row of this many headings with the same first label is no accident. */
const ALIKE = 3;

/** Headings of a chapter that are all told of in one way: `**What:** …` first beneath each. */
function toldAlike(row: readonly Block[], text: string): Block[] {
  const labelOf = ({ content: [first] }: Block): string | undefined => {
    if (first?.type !== 'paragraph' || first.children[0]?.type !== 'strong') return undefined;
    const { start, end } = spanOf(first);
    return LABEL.exec(text.slice(start, end))?.groups?.['label']?.toLowerCase();
  };
  const alike = row.filter((block) => !isBucketTitle(block.title) && labelOf(block) !== undefined);
  const label = alike[0] && labelOf(alike[0]);
  return alike.length >= ALIKE &&
    alike.length * 2 > row.length &&
    alike.every((block) => labelOf(block) === label)
    ? alike
    : [];
}

/** The same beneath bullets: lists of labels, most of which stand beneath other bullets as well. */
function recurringBelowBullets(blocks: readonly Block[], text: string): ListItem[] {
  const lists: { label: string; item: ListItem }[][] = [];
  const collect = (nodes: readonly RootContent[], nested: boolean): void => {
    for (const node of nodes) {
      if (node.type !== 'list') continue;
      const found = nested ? labelsOf(node, text) : [];
      if (found.length > 1) lists.push(found);
      for (const item of node.children) collect(item.children, true);
    }
  };
  for (const { content } of blocks) collect(content, false);
  const times = new Map<string, number>();
  for (const list of lists)
    for (const label of new Set(list.map((one) => one.label))) times.set(label, (times.get(label) ?? 0) + 1);
  return lists
    .filter((list) => list.filter(({ label }) => (times.get(label) ?? 0) > 1).length * 2 > list.length)
    .flatMap((list) => list.map(({ item }) => item));
}

/** A field block comes first, or is all that there is of lists. */
function fieldList({ content }: Block): RootContent | undefined {
  const lists = content.filter(({ type }) => type === 'list');
  return lists.length === 1 || lists[0] === content[0] ? lists[0] : undefined;
}

/** The labelled bullets of a list; none where other bullets stand among them. */
function labelsOf(list: RootContent | undefined, text: string): { label: string; item: ListItem }[] {
  if (list?.type !== 'list') return [];
  const found = list.children.map((item) => {
    const [paragraph] = item.children;
    if (paragraph?.type !== 'paragraph') return undefined;
    const { start, end } = spanOf(paragraph);
    const label = LABEL.exec(text.slice(start, end))?.groups?.['label'];
    return label === undefined ? undefined : { label: label.toLowerCase(), item };
  });
  const named = found.flatMap((one) => one ?? []);
  return named.length === found.length ? named : [];
}

function blocksOf(root: Root, text: string): Block[] {
  const blocks: Block[] = [];
  let current: Block | undefined;
  for (const node of root.children) {
    if (node.type !== 'heading') {
      current?.content.push(node);
      continue;
    }
    let parent = current;
    while (parent && parent.heading.depth >= node.depth) parent = parent.parent;
    const { start, end } = spanOf(node);
    const title = plainTitle(text.slice(start, end).replace(/^\s*#+\s*|\s*#*\s*$/gu, ''));
    const isTitle = node.depth === 1 && blocks.length === 0;
    current = { heading: node, title, parent, isTitle, children: [], content: [] };
    parent?.children.push(current);
    blocks.push(current);
  }
  return blocks;
}
