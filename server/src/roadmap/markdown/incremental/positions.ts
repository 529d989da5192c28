import type { Nodes, RootContent } from 'mdast';
import type { Point } from 'unist';

/** How far a piece stands from the beginning of its document. */
export interface Shift {
  readonly lines: number;
  readonly offset: number;
}

const movedPoint = ({ line, column, offset = 0 }: Point, by: Shift): Point => ({
  line: line + by.lines,
  column,
  offset: offset + by.offset,
});

function movePoint(point: Point, by: Shift): void {
  point.line += by.lines;
  if (point.offset !== undefined) point.offset += by.offset;
}

/** Moves a tree to another place, all of whose points are its own. */
export function move(node: Nodes, by: Shift): void {
  if (node.position) {
    movePoint(node.position.start, by);
    movePoint(node.position.end, by);
  }
  if ('children' in node) for (const child of node.children) move(child, by);
}

/** The same tree elsewhere. Pieces begin where lines do, so columns stay. */
export function moved<T extends RootContent>(node: T, by: Shift): T {
  const copy: Nodes = { ...node };
  if (copy.position)
    copy.position = { start: movedPoint(copy.position.start, by), end: movedPoint(copy.position.end, by) };
  if ('children' in copy) copy.children = copy.children.map((child) => moved(child, by)) as never;
  return copy as T;
}
