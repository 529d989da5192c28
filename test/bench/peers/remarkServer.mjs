// A language server as one makes it with unified: remark with GFM, and a plugin that looks at each item.
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { createUnifiedLanguageServer } from 'unified-language-server';

/** The server never answers once its report fills a stream that nobody reads (16 kB), so it is told of few only. */
const MOST = 20;

function lintItems() {
  return (tree, file) => {
    const open = [...itemsOf(tree)].filter(({ checked }) => !checked);
    for (const { position } of open.slice(0, MOST)) file.info('still to be done', position);
  };
}

function* itemsOf(node) {
  if (typeof node.checked === 'boolean') yield node;
  for (const child of node.children ?? []) yield* itemsOf(child);
}

createUnifiedLanguageServer({
  configurationSection: 'remark',
  processorName: 'none-in-the-workspace',
  defaultProcessor: unified().use(remarkParse).use(remarkGfm).use(remarkStringify),
  plugins: [lintItems],
});
