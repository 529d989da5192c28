import type { Nodes } from 'mdast';
import { spanOf } from './mask.ts';

/** The nodes that hold a place, ends included, the outermost first. */
export function nodesAt(roots: readonly Nodes[], offset: number): Nodes[] {
  const path: Nodes[] = [];
  for (let level = roots; level.length > 0;) {
    const node = level.find((candidate) => {
      const { start, end } = spanOf(candidate);
      return start <= offset && offset <= end;
    });
    if (!node) break;
    path.push(node);
    level = 'children' in node ? node.children : [];
  }
  return path;
}

/** Whether what is typed at the place would be no prose: code, markup, an address. A labelled comment may hold fields. */
export function isMarkup(path: readonly Nodes[], offset: number): boolean {
  return path.some((node) => {
    const { start, end } = spanOf(node);
    const inside = start < offset && offset < end;
    switch (node.type) {
      case 'code':
      case 'definition':
        return true;
      case 'html':
        return !node.value.startsWith('<!--');
      case 'inlineCode':
      case 'image':
      case 'imageReference':
        return inside;
      case 'link': {
        const last = node.children.at(-1);
        return inside && (!last || offset > spanOf(last).end);
      }
      default:
        return false;
    }
  });
}
