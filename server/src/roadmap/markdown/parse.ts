import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

const processor = unified().use(remarkParse).use(remarkGfm).freeze();

export type ParsedMarkdown = { readonly root: Root; readonly unreadable?: string };

/**
 * Markdown as mdast, with GitHub's extensions. Never throws: text that is nested more deeply than the parser's
 * stack allows gives an empty tree, and says why.
 */
export function parseMarkdown(text: string): ParsedMarkdown {
  try {
    // A byte order mark is dropped by the parser, and all offsets would be one too small; a space keeps its place.
    return { root: processor.parse(text.replace(/^\ufeff/u, ' ')) };
  } catch (error) {
    const reason =
      error instanceof RangeError
        ? 'it is nested too deeply'
        : error instanceof Error
          ? error.message
          : String(error);
    return { root: { type: 'root', children: [] }, unreadable: reason };
  }
}
