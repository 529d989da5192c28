/** Comments that silence a rule: written where they change nothing else, and taken out again. */
import { frontMatter } from '../roadmap/chapters/document.ts';
import type { Directive, DirectiveKind } from '../roadmap/directives.ts';
import type { Roadmap, Span } from '../roadmap/model.ts';
import { insertAt, type Edit } from './edit.ts';

/** What a line begins with: quotes and white space around it, then perhaps the mark of a list. */
const LINE_START = /^(?<lead>(?:[ \t]*>)*[ \t]*)(?<mark>(?:[-*+]|\d{1,9}[.)])[ \t]{1,4})?/u;
/** Nothing can be added to such a line without its being something else: a heading, a row, a rule, HTML, code. */
const STANDS_ALONE = /^[ \t>]*(?:$|#{1,6}(?:[ \t]|$)|\||([-=*_])(?:[ \t]*\1)+[ \t]*$|`{3}|~{3}|<)|\|[ \t]*$/u;

const HEADING = /^[ \t>]*(?:#{1,6}(?:[ \t]|$)|=+[ \t]*$|-{2,}[ \t]*$)/u;

type Text = Pick<Roadmap, 'text' | 'directives' | 'items'>;

/**
 * Silences a rule in the line at an offset; in a table, which a comment would cut in two, in all of it. Nothing where no
 * comment may stand, as in front matter.
 */
export function suppressHere(roadmap: Text, rule: string, offset: number): Edit[] {
  const { text, directives } = roadmap;
  if (offset < frontMatter(text).end) return [];
  const line = lineAt(text, offset);
  const before = directives.find(
    ({ kind, covers }) => kind === 'next-line' && covers.start <= offset && offset <= covers.end,
  );
  if (before) return addTo(before, rule);
  const table = isInTable(roadmap, offset) ? tableAround(text, line) : undefined;
  if (table) return around(text, table, rule);
  const comment = commentOf('disable-next-line', rule);
  const { lead, mark } = startOf(text.slice(line.start, line.end));
  const above = lineBefore(text, line);
  const aboveText = above && text.slice(above.start, above.end);
  // Within a paragraph, a line of its own would cut it in two.
  if (
    above &&
    aboveText !== undefined &&
    mark === '' &&
    !STANDS_ALONE.test(aboveText) &&
    !/^[ \t>]*#/u.test(text.slice(line.start, line.end))
  )
    return [insertAt(above.start + aboveText.replace(/(?:\\|[ \t]+)$/u, '').length, ` ${comment}`)];
  const indent = mark === '' ? lead : indentInList(text, line);
  return [insertAt(line.start, `${indent}${comment}${lineBreakOf(text)}`)];
}

/** Whether the rule would be silenced for a whole table. */
export const isInTable = ({ items }: Pick<Roadmap, 'items'>, offset: number): boolean =>
  items.some(({ kind, span }) => kind === 'row' && span.start <= offset && offset <= span.end);

/** Silences a rule in all of the document. */
export function suppressInFile({ text, directives }: Text, rule: string): Edit[] {
  const before = directives.find(({ kind }) => kind === 'file');
  if (before) return addTo(before, rule);
  const { end } = frontMatter(text);
  const comment = commentOf('disable-file', rule);
  const eol = lineBreakOf(text);
  if (end > 0) return [insertAt(end, `${eol}${eol}${comment}`)];
  return [insertAt(text.startsWith('\ufeff') ? 1 : 0, `${comment}${eol}${eol}`)];
}

/** Takes a comment out, or only one rule from it. */
export function unsuppress({ text, directives }: Text, comment: Span, rule: string | undefined): Edit[] {
  const directive = directives.find(({ span }) => span.start === comment.start && span.end === comment.end);
  if (!directive) return [];
  const { rules, span } = directive;
  const index = rules.findIndex(({ name }) => name === rule);
  const own = rules[index];
  if (own && rules.length > 1) {
    const [before, after] = [rules[index - 1], rules[index + 1]];
    const from = before ? before.span.end : own.span.start;
    const to = before ? own.span.end : (after?.span.start ?? own.span.end);
    return [{ span: { start: from, end: to }, text: '' }];
  }
  const line = lineAt(text, span.start);
  const isAlone =
    /^[ \t>]*$/u.test(text.slice(line.start, span.start)) && text.slice(span.end, line.end).trim() === '';
  if (!isAlone)
    return [{ span: { start: span.start - spaceBefore(text, span.start), end: span.end }, text: '' }];
  return [{ span: wholeLines(text, line, directive.kind), text: '' }];
}

const commentOf = (kind: string, rule: string): string => `<!-- roadmap-${kind} ${rule} -->`;

/** One that names no rule silences all of them. */
function addTo({ rules }: Directive, rule: string): Edit[] {
  const last = rules.at(-1);
  return last && !rules.some(({ name }) => name === rule) ? [insertAt(last.span.end, `, ${rule}`)] : [];
}

function around(text: string, table: Span, rule: string): Edit[] {
  const { lead } = startOf(text.slice(table.start, lineAt(text, table.start).end));
  const eol = lineBreakOf(text);
  return [
    insertAt(table.start, `${lead}${commentOf('disable', rule)}${eol}`),
    insertAt(table.end, `${eol}${lead}${commentOf('enable', rule)}`),
  ];
}

/** The lines around one that are of the same table. */
function tableAround(text: string, line: Span): Span {
  const isRow = ({ start, end }: Span): boolean => text.slice(start, end).includes('|');
  let { start, end } = line;
  for (let above = lineBefore(text, line); above && isRow(above); above = lineBefore(text, above))
    start = above.start;
  for (let below = lineAfter(text, line); below && isRow(below); below = lineAfter(text, below))
    end = below.end;
  return { start, end };
}

/**
 * Where a comment before a bullet is indented to, to stay in the list: beneath the bullet before it, or, before the
 * first one, as that is.
 */
function indentInList(text: string, line: Span): string {
  const { lead } = startOf(text.slice(line.start, line.end));
  for (let above = lineBefore(text, line), isBroken = false; above; above = lineBefore(text, above)) {
    const other = text.slice(above.start, above.end);
    if (/^[ \t>]*$/u.test(other)) {
      isBroken = true;
      continue;
    }
    if (HEADING.test(other)) return lead;
    const start = startOf(other);
    if (start.mark !== '' && start.lead === lead) return lead + start.mark.replace(/\S/gu, ' ');
    // Further left stands what the list is in, or, behind an empty line, what it isn't in any more.
    if (start.lead.length < lead.length && start.mark !== '') return lead;
    if (start.lead.length <= lead.length && isBroken) return lead;
  }
  return lead;
}

function startOf(line: string): { readonly lead: string; readonly mark: string } {
  const { lead = '', mark = '' } = LINE_START.exec(line)?.groups ?? {};
  return { lead, mark };
}

/** With the line break behind it, and for one above the whole document, the empty line that sets it off. */
function wholeLines(text: string, line: Span, kind: DirectiveKind): Span {
  const after = /^(?:\r\n|\r|\n)/u.exec(text.slice(line.end, line.end + 2))?.[0].length ?? 0;
  const matter = frontMatter(text).end;
  if (kind === 'file' && matter > 0) return { start: matter, end: line.end };
  const blank =
    kind === 'file'
      ? (/^(?:\r\n|\r|\n)/u.exec(text.slice(line.end + after, line.end + after + 2))?.[0].length ?? 0)
      : 0;
  // At the document's end, the break before it.
  if (after === 0) return { start: lineBefore(text, line)?.end ?? line.start, end: line.end };
  return { start: line.start, end: line.end + after + blank };
}

const spaceBefore = (text: string, offset: number): number => (text[offset - 1] === ' ' ? 1 : 0);

/** The line that an offset stands in, without its break and without a byte order mark. */
function lineAt(text: string, offset: number): Span {
  let start = offset;
  while (start > 0 && !isBreak(text[start - 1])) start--;
  if (start === 0 && text.startsWith('\ufeff')) start = 1;
  let end = offset;
  while (end < text.length && !isBreak(text[end])) end++;
  return { start, end };
}

function lineBefore(text: string, { start }: Span): Span | undefined {
  if (start === 0 || !isBreak(text[start - 1])) return undefined;
  return lineAt(text, start - (text.slice(start - 2, start) === '\r\n' ? 2 : 1));
}

function lineAfter(text: string, { end }: Span): Span | undefined {
  if (end === text.length) return undefined;
  return lineAt(text, end + (text.slice(end, end + 2) === '\r\n' ? 2 : 1));
}

const isBreak = (character: string | undefined): boolean => character === '\n' || character === '\r';

const lineBreakOf = (text: string): string => /\r\n|\n|\r/u.exec(text)?.[0] ?? '\n';
