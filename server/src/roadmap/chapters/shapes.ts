import type { Heading, List, ListItem, RootContent } from 'mdast';
import { markerOf } from '../items/bullets.ts';
import { spanOf } from '../markdown/mask.ts';
import { plainTitle } from '../markdown/text.ts';
import type { SectionKind } from '../model.ts';
import { isBucketTitle, kindOfTitle } from '../words.ts';

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

/** Ways to number headings: `1. Fix it`, `2.3 Fix it`, `① …`, `Step 4: …`. */
const NUMBERED: readonly RegExp[] = [
  /^\P{L}*?\d{1,3}(?:\.\d{1,3})+[.):：]?\s\P{L}*\p{L}/u,
  /^[^\p{L}\d]*\d{1,3}[.)]\s\P{L}*\p{L}/u,
  /^[^\p{L}\d]*[①-⑳]/u,
  /^\P{L}*(?:step|schritt|étape|paso|passo|steg|шаг|крок)\s*\d+/iu,
];
/** The last of them: steps. */
export const STEP = NUMBERED.length - 1;

/** A column of a board, or a version. */
export const mayBeColumn = ({ isBucket, kind }: Pick<Shape, 'isBucket' | 'kind'>): boolean =>
  isBucket || kind === 'done' || kind === 'work';

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
