import type { Heading, Root, RootContent } from 'mdast';
import { plainTitle } from './markdown/text.ts';
import { spanOf } from './markdown/mask.ts';
import { isBucketTitle, isDetailLabel, kindOfTitle } from './words.ts';

interface Block {
  readonly heading: Heading;
  readonly title: string;
  readonly parent: Block | undefined;
  readonly children: Block[];
  readonly content: RootContent[];
}

/** A column needs more than one card, else any chapter with a sub-chapter would be one. */
const CARDS_OF_A_COLUMN = 2;

/**
 * Headings that are work by where they stand: beneath a column or a version ("v2.4", "Completed", "Backlog"), which holds
 * nothing else, with a text beneath each rather than a list.
 */
export function cardHeadings(root: Root, text: string): ReadonlySet<Heading> {
  const blocks = outline(root, text);
  const cards = new Set<Heading>();
  for (const block of blocks) {
    if (!isColumn(block)) continue;
    const leaves = block.children.filter((child) => child.children.length === 0 && !isChapter(child.title));
    const told = leaves.filter(
      ({ content: [first] }) =>
        first?.type === 'paragraph' && first.children[0]?.type !== 'strong' && !endsInColon(first, text),
    );
    if (leaves.length < CARDS_OF_A_COLUMN || told.length * 2 < leaves.length) continue;
    if (leaves.some(({ title }) => isBucketTitle(title))) continue;
    for (const { heading } of leaves) cards.add(heading);
  }
  return cards;
}

/** "Resources", "Exit criteria", "Objective": told of the column, not done in it. */
const isChapter = (title: string): boolean =>
  (title.split(/\s+/u).length <= 2 && kindOfTitle(title) === 'other') ||
  isDetailLabel(title) ||
  /^\P{L}*tasks?$/iu.test(title);

/** Where the headings start beneath which no other heading stands. */
export function leafHeadings(root: Root): ReadonlySet<number> {
  const headings = root.children.filter((node) => node.type === 'heading');
  return new Set(
    headings
      .filter((heading, index) => (headings[index + 1]?.depth ?? 0) <= heading.depth)
      .map((heading) => spanOf(heading).start),
  );
}

function isColumn({ heading, title, content }: Block): boolean {
  const kind = kindOfTitle(title);
  const holdsWork = content.some(({ type }) => type === 'list' || type === 'table');
  return heading.depth > 1 && !holdsWork && (isBucketTitle(title) || kind === 'done' || kind === 'work');
}

const endsInColon = (node: RootContent, text: string): boolean =>
  /[:：]\s*$/u.test(text.slice(spanOf(node).start, spanOf(node).end).replace(/[*_]+$/u, ''));

function outline(root: Root, text: string): Block[] {
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
    current = { heading: node, title, parent, children: [], content: [] };
    parent?.children.push(current);
    blocks.push(current);
  }
  return blocks;
}
