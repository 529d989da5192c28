import type { Heading, List, ListItem, RootContent } from 'mdast';
import { markerOf } from '../items/bullets.ts';
import { spanOf } from '../markdown/mask.ts';
import { effort } from '../notations/effort.ts';
import { owners } from '../notations/owners.ts';
import { priority } from '../notations/priority.ts';
import { status } from '../notations/status.ts';
import { plainTitle } from '../markdown/text.ts';
import type { SectionKind } from '../model.ts';
import { isBucketTitle, isDetailLabel, kindOfTitle } from '../words.ts';

/**
 * A heading and what stands right beneath it, as far as the shape of a document is told from it. Plain data: where it is
 * the same as before, so is the outline.
 */
export interface Shape {
  readonly title: string;
  readonly depth: number;
  readonly kind: SectionKind;
  readonly isBucket: boolean;
  /** In which of the ways it is numbered; -1 in none. */
  readonly numbering: number;
  /** A text stands beneath it, rather than fields or the lead of a list. */
  readonly isTold: boolean;
  readonly hasTable: boolean;
  readonly hasList: boolean;
  readonly hasBoxes: boolean;
  /** What the bullets of its lists say, where cards may stand beneath it that they restate. */
  readonly lists: readonly (readonly string[])[];
  /** The bold label with which the text beneath begins. */
  readonly firstLabel: string | undefined;
  /** The labels of the list that may be its fields. */
  readonly labels: readonly string[];
  /** The labels of each list that stands beneath a bullet. */
  readonly nested: readonly (readonly string[])[];
}

/** A shape, and the nodes that it was told from. */
export interface Block {
  readonly shape: Shape;
  readonly heading: Heading;
  /** The bullets that bear its labels. */
  readonly bullets: readonly ListItem[];
  readonly nestedBullets: readonly (readonly ListItem[])[];
}

/** What the shape of a document says of one of its headings, before its fields are read. */
export interface Verdict {
  /** It is work by where it stands: a card of a column, a numbered step, the holder of a block of details. */
  readonly isWork: boolean;
  /** It is so as a numbered step: bullets beneath it may be work of their own. */
  readonly isStep: boolean;
  /** It is numbered: with a field of its own, it is work whatever stands beneath it. */
  readonly isNumbered: boolean;
  /** No other heading stands beneath it. */
  readonly isLeaf: boolean;
  /** Its labelled bullets tell details of it, as the same labels do beneath its neighbours. */
  readonly hasDetails: boolean;
  /** Which of the lists beneath its bullets tell details of those. */
  readonly nestedDetails: readonly boolean[];
}

/** A heading among the others. */
interface Node {
  readonly shape: Shape;
  /** The document's own heading, rather than one of its chapters. */
  readonly isTitle: boolean;
  readonly parent: Node | undefined;
  readonly children: Node[];
}

export function readOutline(shapes: readonly Shape[]): Verdict[] {
  const nodes = nodesOf(shapes);
  const { holders, withDetails } = recurringDetails(nodes);
  const nestedDetails = recurringBelowBullets(shapes);
  const numbered = steps(nodes);
  const work = new Set([...cards(nodes), ...numbered, ...holders]);
  for (const node of nodes)
    if (RATED.test(node.shape.title) && !groupsWork(node) && !explains(node)) work.add(node);
  return nodes.map((node) => ({
    isWork: work.has(node),
    isStep: numbered.has(node),
    isNumbered: isNumbered(node),
    isLeaf: node.children.length === 0,
    hasDetails: withDetails.has(node),
    nestedDetails: node.shape.nested.map((labels) => nestedDetails.has(labels)),
  }));
}

function nodesOf(shapes: readonly Shape[]): Node[] {
  const nodes: Node[] = [];
  let current: Node | undefined;
  for (const shape of shapes) {
    let parent = current;
    while (parent && parent.shape.depth >= shape.depth) parent = parent.parent;
    current = { shape, parent, isTitle: shape.depth === 1 && nodes.length === 0, children: [] };
    parent?.children.push(current);
    nodes.push(current);
  }
  return nodes;
}

/** A column needs more than one card, else any chapter with a sub-chapter would be one. */
const CARDS_OF_A_COLUMN = 2;

/**
 * Beneath a column or a version ("v2.4", "Completed", "Backlog"), which holds nothing else, headings with a text
 * beneath each rather than a list.
 */
function cards(nodes: readonly Node[]): Node[] {
  const rows = new Map<number, Node[]>();
  for (const node of nodes) {
    if (node.children.length === 0 || !isColumn(node)) continue;
    const leaves = node.children.filter(
      (child) =>
        child.children.length === 0 && !isChapter(child.shape) && (!node.isTitle || isToldOnly(child)),
    );
    if (leaves.some(({ shape }) => shape.isBucket)) continue;
    const row = rows.get(node.shape.depth) ?? [];
    if (row.length === 0) rows.set(node.shape.depth, row);
    for (const leaf of leaves) row.push(leaf);
  }
  return [...rows.values()].flatMap((leaves) => {
    const told = leaves.filter(({ shape }) => shape.isTold);
    return leaves.length >= CARDS_OF_A_COLUMN && told.length * 2 >= leaves.length ? leaves : [];
  });
}

/** "Resources", "Exit criteria", "About this document": told of the column, not done in it. */
const isChapter = ({ title, kind }: Shape): boolean =>
  (title.split(/\s+/u).length <= 2 && kind === 'other') ||
  /^\P{L}*(?:about|how|why|what|when|who|where|current)(?!\p{L})|\?\s*$/iu.test(title) ||
  isDetailLabel(title) ||
  /^\P{L}*tasks?$/iu.test(title);

const mayBeColumn = ({ isBucket, kind }: Pick<Shape, 'isBucket' | 'kind'>): boolean =>
  isBucket || kind === 'done' || kind === 'work';

function isColumn({ shape, isTitle, children }: Node): boolean {
  if (!mayBeColumn(shape)) return false;
  // A document of nothing but a text for each heading tells its work in them.
  if (isTitle) {
    const told = children.filter(isToldOnly).length;
    return told >= CARDS_OF_A_DOCUMENT && told * 2 > children.length;
  }
  return !shape.hasTable && shape.lists.every((words) => restates(words, children));
}

/** More than a column needs, as any document has chapters. */
const CARDS_OF_A_DOCUMENT = 4;

const isToldOnly = ({ shape }: Node): boolean => shape.isTold && !shape.hasTable && !shape.hasList;

/** A list of what the headings below are about. */
function restates(words: readonly string[], children: readonly Node[]): boolean {
  const titles = children.map(({ shape }) => shape.title.toLowerCase());
  const same = words.filter((word) =>
    titles.some((title) => title.startsWith(word) || word.startsWith(title)),
  );
  return same.length * 2 >= words.length;
}

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

/** "P1: Logs" rates one thing; "P0: Critical issues" groups several. */
const RATED =
  /^\P{L}*P[0-4]\s*[:：–—-]\s(?!\P{L}*(?:critical|high|medium|low|must|should|could|urgent|nice|immediate|blockers?|issues?|items?|tasks?|fixes|features?|bugs?)(?:[\s/&,]+\p{L}+)?\P{L}*$)/iu;

const isNumbered = ({ shape }: Node): boolean =>
  shape.numbering >= 0 && shape.depth >= (shape.numbering === STEP ? 2 : STEP_DEPTH);

/** Headings numbered in one way, unless boxes or tables beneath them are the work that they only group. */
function steps(nodes: readonly Node[]): Set<Node> {
  const rows = new Map<string, Node[]>();
  for (const node of nodes) {
    if (!isNumbered(node) || explains(node)) continue;
    const key = `${node.shape.numbering} ${node.shape.depth}`;
    const row = rows.get(key) ?? [];
    if (row.push(node) === 1) rows.set(key, row);
  }
  const found = new Set<Node>();
  for (const row of rows.values()) {
    const others = row.filter(({ shape }) => shape.kind === 'other').length;
    if (row.length > 1 && others * 2 < row.length)
      for (const node of row) if (!groupsWork(node)) found.add(node);
  }
  return found;
}

/** It, or a chapter around it, speaks of something else than work. */
function explains(node: Node): boolean {
  for (let around = node.parent; around && !around.isTitle; around = around.parent)
    if (around.shape.kind === 'other') return true;
  return false;
}

const groupsWork = ({ shape, children }: Node): boolean =>
  shape.hasTable ||
  shape.hasBoxes ||
  hasWorkInBullets(shape) ||
  children.some((child) => child.shape.numbering >= 0 || groupsWork(child));

const FIELDS_OF_WORK = new Set(
  [owners, effort, priority, status].flatMap(({ labels }) => Object.values(labels).flat()),
);

/** Several bullets have owners, efforts or the like beneath them: they are the work. */
const hasWorkInBullets = ({ nested }: Shape): boolean =>
  nested.filter((labels) => labels.some((label) => FIELDS_OF_WORK.has(label))).length > 1;

/**
 * Labels that stand in the lists beneath most headings of a chapter, once in each and in the same order, are the fields of
 * those headings, whatever they are called.
 */
function recurringDetails(nodes: readonly Node[]): { holders: Set<Node>; withDetails: Set<Node> } {
  const holders = new Set<Node>();
  const withDetails = new Set<Node>();
  const chapters = new Map<Node | undefined, Node[]>();
  for (const node of nodes)
    if (
      !node.isTitle &&
      node.children.length === 0 &&
      !explains(node) &&
      node.shape.kind !== 'other' &&
      !node.shape.isBucket
    ) {
      const row = chapters.get(node.parent) ?? [];
      if (row.push(node) === 1) chapters.set(node.parent, row);
    }
  for (const row of chapters.values()) {
    for (const node of toldAlike(row)) holders.add(node);
    const lists = row.filter(({ shape }) => shape.labels.length > 0);
    const [first] = lists;
    if (!first || lists.length < 2 || lists.length * 2 <= row.length) continue;
    const fields = first.shape.labels.filter((name) =>
      lists.every(({ shape }) => shape.labels.includes(name)),
    );
    const inOrder = lists.every(
      ({ shape }) => shape.labels.filter((label) => fields.includes(label)).join() === fields.join(),
    );
    if (fields.length < 2 || !inOrder) continue;
    for (const node of lists) {
      holders.add(node);
      withDetails.add(node);
    }
  }
  return { holders, withDetails };
}

/** A row of this many headings with the same first label is no accident. */
const ALIKE = 3;

/** Headings of a chapter that are all told of in one way: `**What:** …` first beneath each. */
function toldAlike(row: readonly Node[]): Node[] {
  const alike = row.filter(({ shape }) => shape.firstLabel !== undefined && !hasWorkInBullets(shape));
  const same = (label: string | undefined): number =>
    alike.filter(({ shape }) => shape.firstLabel === label).length;
  const most = Math.max(0, ...alike.map(({ shape }) => same(shape.firstLabel)));
  // One or another may have a line before it, such as its status.
  return most >= ALIKE && alike.length * 2 > row.length && most * 3 >= alike.length * 2 ? alike : [];
}

/** The same beneath bullets: lists of labels, most of which stand beneath other bullets as well. */
function recurringBelowBullets(shapes: readonly Shape[]): Set<readonly string[]> {
  const lists = shapes.flatMap(({ nested }) => nested);
  const times = new Map<string, number>();
  for (const labels of lists)
    for (const label of new Set(labels)) times.set(label, (times.get(label) ?? 0) + 1);
  return new Set(
    lists.filter(
      (labels) => labels.filter((label) => (times.get(label) ?? 0) > 1).length * 2 > labels.length,
    ),
  );
}

/** The headings of a chapter with what stands beneath each. */
export function blocksOf(nodes: readonly RootContent[], text: string): Block[] {
  const found: { heading: Heading; content: RootContent[] }[] = [];
  for (const node of nodes)
    if (node.type === 'heading') found.push({ heading: node, content: [] });
    else found.at(-1)?.content.push(node);
  return found.map(({ heading, content }, index) => {
    const next = found[index + 1]?.heading.depth ?? (heading.depth === 1 ? Infinity : 0);
    return blockOf(heading, content, text, next > heading.depth);
  });
}

function blockOf(
  heading: Heading,
  content: readonly RootContent[],
  text: string,
  mayHaveCards: boolean,
): Block {
  const { start, end } = spanOf(heading);
  const title = plainTitle(text.slice(start, end).replace(/^\s*#+\s*|\s*#*\s*$/gu, ''));
  const [first] = content;
  const lists = content.filter((node) => node.type === 'list');
  const kind = kindOfTitle(title);
  const isBucket = isBucketTitle(title);
  // A field block comes first, or is all that there is of lists.
  const fields = labelsOf(lists.length === 1 || lists[0] === first ? lists[0] : undefined, text);
  const nested = lists.flatMap((list) => labelledBelow(list, text));
  return {
    heading,
    shape: {
      title,
      depth: heading.depth,
      kind,
      isBucket,
      numbering: NUMBERED.findIndex((pattern) => pattern.test(title)),
      isTold: isTold(first, text),
      hasTable: content.some(({ type }) => type === 'table'),
      hasList: lists.length > 0,
      hasBoxes: lists.some((list) => hasBoxes(list.children, text)),
      lists: mayHaveCards && mayBeColumn({ isBucket, kind }) ? lists.map((list) => wordsOf(list, text)) : [],
      firstLabel:
        first?.type === 'paragraph' && first.children[0]?.type === 'strong'
          ? labelAt(first, text)
          : undefined,
      labels: fields.map(({ label }) => label),
      nested: nested.map((found) => found.map(({ label }) => label)),
    },
    bullets: fields.map(({ item }) => item),
    nestedBullets: nested.map((found) => found.map(({ item }) => item)),
  };
}

const isTold = (first: RootContent | undefined, text: string): boolean =>
  first?.type === 'paragraph' &&
  first.children[0]?.type !== 'strong' &&
  !(first.children.length === 1 && first.children[0]?.type === 'emphasis') &&
  !endsInColon(first, text);

const endsInColon = (node: RootContent, text: string): boolean =>
  /[:：]\s*$/u.test(text.slice(spanOf(node).start, spanOf(node).end).replace(/[*_]+$/u, ''));

const wordsOf = (list: List, text: string): string[] =>
  list.children.map((item) =>
    plainTitle(text.slice(spanOf(item).start, spanOf(item).end).replace(/^\S+\s+/u, '')).toLowerCase(),
  );

const hasBoxes = (items: readonly ListItem[], text: string): boolean =>
  items.some(
    (item) =>
      markerOf(item, text).box !== undefined ||
      item.children.some((child) => child.type === 'list' && hasBoxes(child.children, text)),
  );

const LABEL =
  /^[*_]*(?<label>\p{L}[\p{L}\d /-]{0,30}?)[*_]*\s?[:：][*_]*\s*\S|^(?:\*\*|__)(?<asked>\p{L}[\p{L} ]{1,30}\?)(?:\*\*|__)\s*\S/u;

function labelAt(node: RootContent, text: string): string | undefined {
  const { start, end } = spanOf(node);
  const { label, asked } = LABEL.exec(text.slice(start, end))?.groups ?? {};
  return (label ?? asked)?.toLowerCase();
}

interface Labelled {
  readonly label: string;
  readonly item: ListItem;
}

/** The labelled bullets of a list; none where other bullets stand among them. */
function labelsOf(list: List | undefined, text: string): Labelled[] {
  const found: Labelled[] = [];
  for (const item of list?.children ?? []) {
    const [paragraph] = item.children;
    const label = paragraph?.type === 'paragraph' ? labelAt(paragraph, text) : undefined;
    if (label === undefined) return [];
    found.push({ label, item });
  }
  return found;
}

/** The labelled bullets of each list beneath the bullets of a list, where there are several. */
function labelledBelow(list: List, text: string): Labelled[][] {
  return list.children.flatMap((item) =>
    item.children.flatMap((child) => {
      if (child.type !== 'list') return [];
      const found = labelsOf(child, text);
      return [...(found.length > 1 ? [found] : []), ...labelledBelow(child, text)];
    }),
  );
}
