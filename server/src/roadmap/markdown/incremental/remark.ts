import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { footnoteLabel, LabelCollector } from './labels.ts';

/** A list of labels in micromark's parser, of which only these two methods are used. */
type LabelList = Pick<string[], 'includes' | 'push'>;
interface Parser {
  defined: LabelList;
  gfmFootnotes?: LabelList;
}
type State = (code: number | null) => State | undefined;

/** Whose labels the parser at work looks up. Parsing is synchronous, so there is one at a time. */
let collector = new LabelCollector(new Set());

const defining = (key: (label: string) => string): LabelList => ({
  // A footnote isn't noted twice; whether others define it doesn't matter here.
  includes: (label) => collector.defines.has(key(label)),
  push(...labels) {
    for (const label of labels) collector.define(key(label));
    return labels.length;
  },
});
const asking = (key: (label: string) => string): LabelList => ({
  includes: (label) => collector.isDefined(key(label)),
  push: () => 0,
});
const linkLabel = (label: string): string => label;
const DEFINING = { defined: defining(linkLabel), gfmFootnotes: defining(footnoteLabel) };
const ASKING = { defined: asking(linkLabel), gfmFootnotes: asking(footnoteLabel) };

/** Takes no character: it only sees to it, before a label is noted or looked up, that this is done here. */
const withLists = (lists: Parser) => ({
  partial: true,
  tokenize(this: { readonly parser: Parser }, _effects: unknown, _ok: State, nok: State): State {
    Object.assign(this.parser, lists);
    return nok;
  },
});
const [LEFT, RIGHT] = [91, 93];
/** Wherever micromark reads a definition (blocks) or asks for one (text, which is read last). What is added last is tried first. */
const labelLookup = {
  document: { [LEFT]: withLists(DEFINING) },
  contentInitial: { [LEFT]: withLists(DEFINING) },
  text: { [LEFT]: withLists(ASKING), [RIGHT]: withLists(ASKING) },
};

const processor = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(function (this: { data(): { micromarkExtensions?: unknown[] } }) {
    (this.data().micromarkExtensions ??= []).push(labelLookup);
  })
  .freeze();

/**
 * Markdown as mdast, with GitHub's extensions, where labels are looked up in `labels` too.
 * @throws RangeError where it is nested more deeply than the stack allows.
 */
export function parseWithLabels(text: string, labels: LabelCollector): Root {
  collector = labels;
  return processor.parse(text);
}
