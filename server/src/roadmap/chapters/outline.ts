import type { Difference } from '../difference.ts';
import { effort } from '../notations/effort.ts';
import { owners } from '../notations/owners.ts';
import { priority } from '../notations/priority.ts';
import { status } from '../notations/status.ts';
import { isDetailLabel } from '../words.ts';
import { mayBeColumn, STEP, type Shape } from './shapes.ts';

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

/** The verdicts of a chapter; where the key is the same, so are they. */
export interface OutlinedChapter {
  readonly verdicts: readonly Verdict[];
  readonly key: string;
}

/** A heading among the others. */
interface Node {
  readonly shape: Shape;
  /** The document's own heading, rather than one of its chapters. */
  readonly isTitle: boolean;
  /** A chapter around it speaks of something else than work. */
  readonly isExplained: boolean;
  readonly parent: Node | undefined;
  /** Those in the same chapter: beneath a heading of the first level, there may be more in later ones. */
  readonly children: Node[];
}

/** A row of alike headings or labels, as far as it stands in one chapter or in all. */
interface Row {
  readonly all: number;
  /** Those that speak for the row, or against it. */
  readonly marked: number;
}

/** The headings of a chapter, and what they contribute to rows that go through the whole document. */
interface Part {
  readonly isFirst: boolean;
  readonly isExplained: boolean;
  readonly nodes: readonly Node[];
  /** Headings of the first level, and those that stand in none but these. */
  readonly tops: readonly Node[];
  /** All that other chapters can know of these. */
  readonly topKey: string;
  readonly cards: ReadonlyMap<string, readonly Node[]>;
  readonly steps: ReadonlyMap<string, readonly Node[]>;
  readonly details: Details;
  /** By what makes them a row; see `ROWS`. */
  readonly rows: ReadonlyMap<string, Row>;
}

/** A column needs more than one card, else any chapter with a sub-chapter would be one. */
const CARDS_OF_A_COLUMN = 2;

/** The kinds of rows, by what their keys begin with, and when their members are what they look like. */
const ROWS = {
  /** Texts beneath the columns of one depth: those that are told of are marked. */
  cards: ({ all, marked }: Row) => all >= CARDS_OF_A_COLUMN && marked * 2 >= all,
  /** Headings numbered in one way: those that speak of something else than work are marked. */
  steps: ({ all, marked }: Row) => all > 1 && marked * 2 < all,
  /** Lists beneath bullets in which a label stands. */
  label: ({ all }: Row) => all > 1,
};

const holds = (rows: Rows, key: string): boolean =>
  ROWS[key.slice(0, 5) as keyof typeof ROWS](rows.get(key) ?? { all: 0, marked: 0 });

/** The rows of the whole document. */
type Rows = ReadonlyMap<string, Row>;

/** The verdicts of all chapters, and what those of the next version are told from. */
export interface Outline {
  readonly chapters: readonly OutlinedChapter[];
  readonly parts: readonly Part[];
  /** Goes on to the next version. */
  readonly rows: Map<string, Row>;
  /** What the document answers to the tops of each chapter. */
  readonly tops: readonly string[];
}

/**
 * Tells the verdicts of each chapter. What is told of a chapter by itself is taken over from the version before, and so are
 * its verdicts as long as the rows that go through the whole document say the same.
 */
export function readOutline(
  chapters: readonly (readonly Shape[])[],
  { start, end, newEnd }: Difference = { start: 0, end: 0, newEnd: chapters.length },
  earlier: Outline = { chapters: [], parts: [], rows: new Map(), tops: [] },
): Outline {
  const parts = earlier.parts.slice(0, start);
  const first = earlier.parts[start];
  let isFirst = first?.isFirst ?? parts.every(({ nodes }) => nodes.length === 0);
  let isExplained = first?.isExplained ?? explainsBelow(parts.findLast(hasTitle));
  let next = start;
  for (; next < chapters.length; next++) {
    const known = next < newEnd ? undefined : earlier.parts[next - newEnd + end];
    if (known?.isFirst === isFirst && known.isExplained === isExplained) break;
    const part = partOf(chapters[next] ?? [], isFirst, isExplained);
    parts.push(part);
    isFirst &&= part.nodes.length === 0;
    if (hasTitle(part)) isExplained = explainsBelow(part);
  }
  const same = chapters.length - next;
  const gone = earlier.parts.slice(start, earlier.parts.length - same);
  const rest = earlier.parts.slice(earlier.parts.length - same);
  const all = parts.concat(rest);
  const { rows } = earlier;
  const haveChanged = addUp(rows, gone, parts.slice(start));
  const isSameTop =
    gone.length === parts.length - start &&
    gone.every(({ topKey }, nth) => topKey === parts[start + nth]?.topKey);
  const tops = isSameTop ? earlier.tops : acrossChapters(all);
  const outlined = (part: Part, index: number, known?: OutlinedChapter): OutlinedChapter => {
    const verdicts = verdictsOf(part, rows, tops[index] ?? '');
    const key = JSON.stringify(verdicts);
    return known?.key === key ? known : { verdicts, key };
  };
  if (haveChanged || !isSameTop) {
    const was = (index: number): OutlinedChapter | undefined =>
      earlier.chapters[index < start ? index : index - all.length + earlier.parts.length];
    return { chapters: all.map((part, index) => outlined(part, index, was(index))), parts: all, rows, tops };
  }
  const told = parts.slice(start).map((part, nth) => outlined(part, start + nth));
  const before = earlier.chapters.slice(0, start);
  return {
    chapters: before.concat(told, earlier.chapters.slice(earlier.parts.length - same)),
    parts: all,
    rows,
    tops,
  };
}

const isTop = ({ shape }: Node): boolean => shape.depth === 1;
const hasTitle = ({ tops }: Part): boolean => tops.some(isTop);

/** Whether the last section of the first level speaks of something else than work. */
function explainsBelow(part: Part | undefined): boolean {
  const title = part?.tops.findLast(isTop);
  return title !== undefined && !title.isTitle && title.shape.kind === 'other';
}

/** Whether any row is another one now. */
function addUp(rows: Map<string, Row>, gone: readonly Part[], added: readonly Part[]): boolean {
  const held = new Map<string, boolean>();
  for (const [parts, sign] of [
    [gone, -1],
    [added, 1],
  ] as const)
    for (const part of parts)
      for (const [key, row] of part.rows) {
        if (!held.has(key)) held.set(key, holds(rows, key));
        const { all, marked } = rows.get(key) ?? { all: 0, marked: 0 };
        if (all + sign * row.all === 0) rows.delete(key);
        else rows.set(key, { all: all + sign * row.all, marked: marked + sign * row.marked });
      }
  for (const [key, before] of held) if (holds(rows, key) !== before) return true;
  return false;
}

/** @param isExplained the section of the first level that the chapter stands in speaks of something else than work */
function partOf(shapes: readonly Shape[], isFirst: boolean, isExplained: boolean): Part {
  const nodes = nodesOf(shapes, isFirst, isExplained);
  const within = nodes.filter((node) => !isTop(node));
  const tops = nodes.filter((node) => isTop(node) || !node.parent || isTop(node.parent));
  const cards = new Map<string, Node[]>();
  const steps = new Map<string, Node[]>();
  const rows = new Map<string, Row>();
  const addRow = (key: string, isMarked: boolean): void => {
    const { all, marked } = rows.get(key) ?? { all: 0, marked: 0 };
    rows.set(key, { all: all + 1, marked: marked + (isMarked ? 1 : 0) });
  };
  for (const node of within) {
    const { depth, numbering, kind } = node.shape;
    for (const leaf of cardsOf(node, node.children)) {
      addTo(cards, `cards${depth}`, leaf);
      addRow(`cards${depth}`, leaf.shape.isTold);
    }
    if (!isNumbered(node) || node.isExplained) continue;
    addTo(steps, `steps${numbering} ${depth}`, node);
    addRow(`steps${numbering} ${depth}`, kind === 'other');
  }
  for (const { nested } of shapes)
    for (const list of nested) for (const label of new Set(list)) addRow(`label${label}`, false);
  const topKey = JSON.stringify(
    tops.map((node) => [
      { ...node.shape, nested: undefined },
      node.isTitle,
      node.isExplained,
      node.children.length === 0,
      groupsWork(node, node.children),
    ]),
  );
  const details = recurringDetails(
    within.map(({ children }) => children.filter((node) => mayHold(node, true))),
  );
  return { isFirst, isExplained, nodes, tops, topKey, cards, steps, details, rows };
}

function addTo<K, V>(rows: Map<K, V[]>, key: K, value: V): void {
  const row = rows.get(key);
  if (row) row.push(value);
  else rows.set(key, [value]);
}

function nodesOf(shapes: readonly Shape[], isFirst: boolean, isExplained: boolean): Node[] {
  const nodes: Node[] = [];
  let current: Node | undefined;
  for (const shape of shapes) {
    let parent = current;
    while (parent && parent.shape.depth >= shape.depth) parent = parent.parent;
    current = {
      shape,
      parent,
      isTitle: shape.depth === 1 && isFirst && nodes.length === 0,
      isExplained: parent
        ? !parent.isTitle && (parent.shape.kind === 'other' || parent.isExplained)
        : isExplained && shape.depth > 1,
      children: [],
    };
    parent?.children.push(current);
    nodes.push(current);
  }
  return nodes;
}

/**
 * Rows whose members stand in several chapters, beneath a heading of the first level or none. For each top of a chapter:
 * whether it is work, whether it has details, and whether nothing stands in it.
 */
function acrossChapters(parts: readonly Part[]): string[] {
  const below = new Map<Node | undefined, Node[]>();
  let title: Node | undefined;
  for (const { tops } of parts)
    for (const node of tops) {
      addTo(below, isTop(node) ? undefined : title, node);
      if (isTop(node)) title = node;
    }
  const isLeaf = (node: Node): boolean => (isTop(node) ? !below.has(node) : node.children.length === 0);
  const { holders, withDetails } = recurringDetails(
    [...below.values()].map((row) => row.filter((node) => mayHold(node, isLeaf(node)))),
  );
  const work = new Set(holders);
  const titles = (below.get(undefined) ?? []).filter(isTop);
  const cards = titles.flatMap((node) => cardsOf(node, below.get(node) ?? []));
  const marked = cards.filter(({ shape }) => shape.isTold).length;
  if (ROWS.cards({ all: cards.length, marked })) for (const card of cards) work.add(card);
  for (const node of titles) if (isRated(node, below.get(node) ?? [])) work.add(node);
  return parts.map(({ tops }) =>
    tops.map((node) => [work.has(node), withDetails.has(node), isLeaf(node)].map(Number).join('')).join(''),
  );
}

function verdictsOf(part: Part, rows: Rows, answers: string): Verdict[] {
  const steps = new Set<Node>();
  for (const [key, row] of part.steps)
    if (holds(rows, key)) for (const node of row) if (!groupsWork(node, node.children)) steps.add(node);
  const work = new Set([...steps, ...part.details.holders]);
  for (const [key, row] of part.cards) if (holds(rows, key)) for (const card of row) work.add(card);
  const withDetails = new Set(part.details.withDetails);
  const leaves = new Set(part.nodes.filter((node) => !isTop(node) && node.children.length === 0));
  for (const [nth, node] of part.tops.entries()) {
    if (answers[3 * nth] === '1') work.add(node);
    if (answers[3 * nth + 1] === '1') withDetails.add(node);
    if (answers[3 * nth + 2] === '1') leaves.add(node);
  }
  // Labels beneath a bullet, most of which stand beneath other bullets as well.
  const recur = (labels: readonly string[]): boolean =>
    labels.filter((label) => holds(rows, `label${label}`)).length * 2 > labels.length;
  return part.nodes.map((node) => ({
    isWork: work.has(node) || (!isTop(node) && isRated(node, node.children)),
    isStep: steps.has(node),
    isNumbered: isNumbered(node),
    isLeaf: leaves.has(node),
    hasDetails: withDetails.has(node),
    nestedDetails: node.shape.nested.map(recur),
  }));
}

/**
 * Beneath a column or a version ("v2.4", "Completed", "Backlog"), which holds nothing else, headings with a text
 * beneath each rather than a list. They are cards where that is so of the columns of one depth together.
 */
function cardsOf(node: Node, children: readonly Node[]): readonly Node[] {
  if (children.length === 0 || !isColumn(node, children)) return [];
  const leaves = children.filter(
    (child) => child.children.length === 0 && !isChapter(child.shape) && (!node.isTitle || isToldOnly(child)),
  );
  return leaves.some(({ shape }) => shape.isBucket) ? [] : leaves;
}

/** "Resources", "Exit criteria", "About this document": told of the column, not done in it. */
const isChapter = ({ title, kind }: Shape): boolean =>
  (title.split(/\s+/u).length <= 2 && kind === 'other') ||
  /^\P{L}*(?:about|how|why|what|when|who|where|current)(?!\p{L})|\?\s*$/iu.test(title) ||
  isDetailLabel(title) ||
  /^\P{L}*tasks?$/iu.test(title);

function isColumn({ shape, isTitle }: Node, children: readonly Node[]): boolean {
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

/** Above this depth, numbers count chapters, not work. */
const STEP_DEPTH = 3;

/** "P1: Logs" rates one thing; "P0: Critical issues" groups several. */
const RATED =
  /^\P{L}*P[0-4]\s*[:：–—-]\s(?!\P{L}*(?:critical|high|medium|low|must|should|could|urgent|nice|immediate|blockers?|issues?|items?|tasks?|fixes|features?|bugs?)(?:[\s/&,]+\p{L}+)?\P{L}*$)/iu;

const isNumbered = ({ shape }: Node): boolean =>
  shape.numbering >= 0 && shape.depth >= (shape.numbering === STEP ? 2 : STEP_DEPTH);

const isRated = (node: Node, children: readonly Node[]): boolean =>
  RATED.test(node.shape.title) && !groupsWork(node, children) && !node.isExplained;

/** Numbered headings are steps unless boxes or tables beneath them are the work that they only group. */
const groupsWork = ({ shape }: Node, children: readonly Node[]): boolean =>
  shape.hasTable ||
  shape.hasBoxes ||
  hasWorkInBullets(shape) ||
  children.some((child) => child.shape.numbering >= 0 || groupsWork(child, child.children));

const FIELDS_OF_WORK = new Set(
  [owners, effort, priority, status].flatMap(({ labels }) => Object.values(labels).flat()),
);

/** Several bullets have owners, efforts or the like beneath them: they are the work. */
const hasWorkInBullets = ({ nested }: Shape): boolean =>
  nested.filter((labels) => labels.some((label) => FIELDS_OF_WORK.has(label))).length > 1;

interface Details {
  readonly holders: ReadonlySet<Node>;
  readonly withDetails: ReadonlySet<Node>;
}

const mayHold = ({ shape, isTitle, isExplained, children }: Node, isLeaf: boolean): boolean =>
  isLeaf && children.length === 0 && !isTitle && !isExplained && shape.kind !== 'other' && !shape.isBucket;

/**
 * Labels that stand in the lists beneath most headings of a chapter, once in each and in the same order, are the fields of
 * those headings, whatever they are called.
 */
function recurringDetails(rows: readonly (readonly Node[])[]): Details {
  const holders = new Set<Node>();
  const withDetails = new Set<Node>();
  for (const row of rows) {
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
