import type { Position, TextEdit } from 'vscode-languageserver';
import { lineAround } from '../edits/example.ts';
import { isMarkup } from '../roadmap/markdown/nodesAt.ts';
import { spanOf } from '../roadmap/markdown/mask.ts';
import { markFor } from '../roadmap/notations/status.ts';
import type { RoadmapDocument } from '../workspace/document.ts';
import { markupAt } from '../workspace/markup.ts';
import { itemsIn } from './itemsIn.ts';

/** What a line of a list begins with: quote marks and indentation, bullet, box. */
const MARKER =
  /^(?<before>[ \t>]*)(?<bullet>[-*+]|(?<number>\d{1,9})(?<delimiter>[.)]))(?<gap>[ \t]+|$)(?<box>\[(?<mark>.)\](?:[ \t]+|$)|[☐☑☒✓✔⬜]\ufe0f?(?:[ \t]+|$))?/u;

/** After a line break: the next item of a list, or its end, where the item before is left empty. */
export function onTypeFormatting(document: RoadmapDocument, position: Position): TextEdit[] {
  const { lines, roadmap } = document;
  const { text } = roadmap;
  const offset = lines.offsetAt(position);
  const line = lineAround(text, { start: offset, end: offset });
  // Broken in the middle, the line's end is text of the same item.
  if (position.line === 0 || text.slice(line.start, line.end).trim() !== '') return [];
  const above = lines.offsetAt({ line: position.line - 1, character: 0 });
  const previous = text.slice(above, line.start).replace(/[\r\n]+$/u, '');
  const trimmed = above + previous.trimEnd().length;
  const { path, base } = markupAt(document, trimmed);
  if (isMarkup(path, trimmed - base)) return [];
  const own = MARKER.exec(previous);
  if (own?.[0].length === previous.length) {
    const isOurs = path.some((node) => {
      const { start, end: to } = spanOf(node);
      const first = { start: start + base, end: to + base };
      return node.type === 'list' && itemsIn(document, first).some((item) => item.own.start >= first.start);
    });
    // The empty item goes, and the new line takes its place.
    return isOurs ? [{ range: lines.rangeOf({ start: above, end: line.end }), newText: '' }] : [];
  }
  const item = itemsIn(document, { start: trimmed, end: trimmed }).at(-1);
  if (!item || item.kind === 'row' || item.kind === 'heading' || item.because.reason === 'front-matter')
    return [];
  // A field beneath the item, or the last line of its own words.
  const first = own ? previous : titleLine(text, item.own.start, item.inline.end, trimmed);
  const marker = first === undefined ? null : MARKER.exec(first);
  return marker
    ? [{ range: lines.rangeOf({ start: line.start, end: line.end }), newText: next(marker) }]
    : [];
}

/** The line that an item begins with, where its words end at the place. */
function titleLine(text: string, start: number, inlineEnd: number, at: number): string | undefined {
  const { start: from, end } = lineAround(text, { start, end: start });
  return inlineEnd === at ? text.slice(from, end) : undefined;
}

/** The same once more: numbers count on, boxes are empty. */
function next({ groups = {} }: RegExpExecArray): string {
  const { before = '', bullet = '', number, delimiter = '', gap = ' ', box = '', mark } = groups;
  const counted = number === undefined ? bullet : `${Number(number) + 1}${delimiter}`;
  const sign = box.trim();
  const empty = mark === undefined ? (markFor('todo', sign.replace('\ufe0f', '')) ?? '') : '[ ]';
  return before + counted + gap + (sign === '' ? '' : `${empty} `);
}
