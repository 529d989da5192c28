/** Comments by which people silence findings: `<!-- roadmap-disable-next-line past-due, missing-owner -->`. */
import type { RootContent } from 'mdast';
import { nodesOf, spanOf } from './markdown/mask.ts';
import type { Span } from './model.ts';

/** `begin` and `end` are what `roadmap-disable` and `roadmap-enable` do. */
export type DirectiveKind = 'next-line' | 'file' | 'begin' | 'end';

export interface Directive {
  readonly kind: DirectiveKind;
  /** The comment. */
  readonly span: Span;
  /** The rules that it names, as they stand; none where it means all of them. */
  readonly rules: readonly { readonly name: string; readonly span: Span }[];
  /** Of `next-line`: the next line that isn't empty. Of all others, where the comment stands. */
  readonly covers: Span;
}

const KINDS: Readonly<Record<string, DirectiveKind>> = {
  'disable-next-line': 'next-line',
  'disable-file': 'file',
  disable: 'begin',
  enable: 'end',
};

const COMMENT =
  /<!--[ \t]*roadmap-(?<kind>disable-next-line|disable-file|disable|enable)(?![\w-])(?<rules>[^<>\r\n]*?)-->/gu;

/** The directives in a text, with positions in it; of `next-line`, what it covers is not known yet. */
export function directivesIn(text: string, nodes: readonly RootContent[]): Directive[] {
  // Few documents have any, and looking at all nodes takes its time.
  if (!text.includes('roadmap-')) return [];
  const found: Directive[] = [];
  // What is shown as code is no comment.
  for (const node of nodesOf(nodes)) {
    if (node.type !== 'html') continue;
    const { start, end } = spanOf(node);
    for (const { 0: comment, index, groups = {} } of text.slice(start, end).matchAll(COMMENT)) {
      const span = { start: start + index, end: start + index + comment.length };
      const kind = KINDS[groups['kind'] ?? ''];
      if (!kind) continue;
      const rulesStart = span.end - '-->'.length - (groups['rules']?.length ?? 0);
      const rules = Array.from((groups['rules'] ?? '').matchAll(/[^\s,]+/gu), ({ 0: name, index: at }) => ({
        name,
        span: { start: rulesStart + at, end: rulesStart + at + name.length },
      }));
      found.push({ kind, span, rules, covers: span });
    }
  }
  return found.sort((a, b) => a.span.start - b.span.start);
}

/** What is read one after the other: chapters, each with its place in the document. */
interface Placed {
  readonly text: string;
  readonly offset: number;
  readonly directives: readonly Directive[];
}

/** The directives of a document, with positions in it. */
export function placedDirectives(chapters: readonly Placed[]): Directive[] {
  return chapters.flatMap(({ directives, offset }, index) =>
    directives.map(({ kind, span, rules }) => ({
      kind,
      span: moved(span, offset),
      rules: rules.map((rule) => ({ ...rule, span: moved(rule.span, offset) })),
      covers: kind === 'next-line' ? nextLine(chapters, index, span.end) : moved(span, offset),
    })),
  );
}

const moved = ({ start, end }: Span, by: number): Span => ({ start: start + by, end: end + by });

/** The next line that isn't empty, behind the one that an offset in a chapter stands in; nothing at the document's end. */
function nextLine(chapters: readonly Placed[], index: number, from: number): Span {
  let inLine = true;
  let start = from;
  for (const { text, offset } of chapters.slice(index)) {
    const pattern = inLine
      ? /[^\r\n]*[\r\n]\s*?(?<line>[^\r\n]*\S[^\r\n]*)/uy
      : /\s*?(?<line>[^\r\n]*\S[^\r\n]*)/uy;
    pattern.lastIndex = start;
    const found = pattern.exec(text);
    const line = found?.groups?.['line'];
    if (line !== undefined)
      return { start: offset + pattern.lastIndex - line.length, end: offset + pattern.lastIndex };
    // A chapter ends with a line break, but for the last one.
    inLine = false;
    start = 0;
  }
  const last = chapters.at(-1);
  const end = last ? last.offset + last.text.length : 0;
  return { start: end, end };
}
