import type { Nodes, RootContent } from 'mdast';
import type { Point } from 'unist';
import type { Unread } from './limits.ts';

/** A text without the stretches of it that can't be read. */
export class Shortened {
  readonly text: string;
  readonly unread: readonly Unread[];
  /** For each stretch: where it was taken out of `text`, and what is missing up to there and with it. */
  readonly #gaps: readonly { readonly at: number; readonly length: number; readonly lines: number }[];

  constructor(text: string, unread: readonly Unread[]) {
    this.unread = unread;
    let shortened = '';
    let [done, length, lines] = [0, 0, 0];
    this.#gaps = this.unread.map(({ start, end }) => {
      shortened += text.slice(done, start);
      length += end - start;
      lines += countLines(text.slice(start, end));
      done = end;
      return { at: shortened.length, length, lines };
    });
    this.text = shortened + text.slice(done);
  }

  /** A place in the whole text. What ends where something was taken out ends before that. */
  place({ line, column, offset = 0 }: Point): Point {
    const gap = this.#gaps.findLast(({ at }) => at < offset);
    return gap ? { line: line + gap.lines, column, offset: offset + gap.length } : { line, column, offset };
  }

  /** The nodes, moved to where they are in the whole text. */
  relocate(nodes: RootContent[]): RootContent[] {
    if (this.#gaps.length > 0) nodes.forEach((node) => this.#move(node));
    return nodes;
  }

  #move(node: Nodes): void {
    if (node.position)
      node.position = { start: this.place(node.position.start), end: this.place(node.position.end) };
    if ('children' in node) for (const child of node.children) this.#move(child);
  }
}

/** How many lines end in a text. */
export function countLines(text: string): number {
  let lines = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++;
  for (let at = text.indexOf('\r'); at >= 0; at = text.indexOf('\r', at + 1))
    if (text[at + 1] !== '\n') lines++;
  return lines;
}
