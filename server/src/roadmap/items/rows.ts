import type { Table, TableRow } from 'mdast';
import type { SectionDraft } from '../drafts.ts';
import { linesOf, spanOf } from '../markdown/mask.ts';
import type { FieldName, Span, Status } from '../model.ts';
import { readCell } from '../notations/index.ts';
import { statusOfMark } from '../notations/status.ts';
import type { ItemCollector } from './collector.ts';
import { enclosingItem, statusOf } from './states.ts';
import { boardColumns, cellsOf, workTable, type WorkTable } from './tables.ts';

/** The row that sums up the others. */
const TOTAL =
  /^[*_\s]*(?:(?:grand|sub)[- ]?)?(?:total|totals|gesamt|summe|итого|разом|всього|合计|总计|合計|합계)[*_\s:]*$/iu;

/** Finds the items of tables: rows of work, and cards in the columns of a board. */
export class RowReader {
  readonly #items: ItemCollector;

  constructor(items: ItemCollector) {
    this.#items = items;
  }

  /** The items of a table; how many there are. */
  read(node: Table, section: SectionDraft | undefined): number {
    const before = this.#items.all.length;
    const { text, masked, context } = this.#items;
    const columns = boardColumns(node, text);
    if (columns) for (const row of node.children.slice(1)) this.#cards(row, columns, section);
    else {
      const table = workTable(node, text, masked, context, section?.kind ?? 'neutral');
      for (const row of node.children.slice(1))
        if (table) this.#row(row, table, section);
        else this.#items.passOver(spanOf(row), 'other-table');
    }
    return this.#items.all.length - before;
  }

  #row(row: TableRow, { columns, header }: WorkTable, section: SectionDraft | undefined): void {
    const { text, masked, context } = this.#items;
    const cells = cellsOf(row, text);
    const title = cells[columns.indexOf('title')];
    if (title && TOTAL.test(text.slice(title.start, title.end))) {
      this.#items.passOver(spanOf(row), 'detail');
      return;
    }
    if (!title || title.start === title.end) {
      this.#items.passOver(spanOf(row), 'empty-row');
      return;
    }
    const item = this.#items.create({
      kind: 'row',
      span: spanOf(row),
      own: spanOf(row),
      content: title,
      section,
      parent: enclosingItem(section),
      because: { reason: 'row' },
    });
    const places: Partial<Record<FieldName, Span>> = {};
    this.#items.readOwnLines(item, title);
    for (const [index, column] of columns.entries()) {
      const cell = cells[index];
      if (column === undefined || column === 'title' || !cell) continue;
      // In a table of things done, the date is the day on which they were.
      const field =
        column === 'due' && section?.kind === 'done' && !DUE.test(header[index] ?? '') ? 'completed' : column;
      places[field] ??= cell;
      const line = linesOf(masked, cell)[0];
      const found = line && readCell(field, line, header[index] ?? '', context);
      if (found) this.#items.add(item, found);
    }
    item.cells = places;
    item.status = statusOf(item, text);
  }

  /** The cards of one row of a board: each cell holds one, or several with breaks between them. */
  #cards(row: TableRow, columns: readonly Status[], section: SectionDraft | undefined): void {
    const { text } = this.#items;
    for (const [index, cell] of cellsOf(row, text).entries()) {
      const status = columns[index];
      for (const span of cardsIn(cell, text)) {
        const content = {
          start: span.start + (BOX.exec(text.slice(span.start, span.end))?.[0].length ?? 0),
          end: span.end,
        };
        const item = this.#items.create({
          kind: 'row',
          span,
          own: span,
          content,
          section,
          parent: enclosingItem(section),
          because: { reason: 'column' },
        });
        const mark = content.start > span.start ? text.charAt(text.indexOf('[', span.start) + 1) : undefined;
        if (mark !== undefined && statusOfMark(mark) !== undefined) {
          const at = text.indexOf('[', span.start) + 1;
          item.box = { mark, span: { start: at, end: at + 1 } };
        }
        this.#items.readOwnLines(item, content);
        const own = statusOf(item, text);
        // Struck through in a column of things done, it is done.
        const leaves = own === 'todo' || (own === 'cancelled' && status === 'done');
        item.status = leaves && !item.box && !item.fields.status && status ? status : own;
      }
    }
  }
}

const DUE = /due|deadline|target|frist|fällig|échéance|prazo|límite|срок|термін|截止|期限|마감/iu;
const BOX = /^(?:[-*+]\s+)?\[.\]\s+/u;

function cardsIn(cell: Span, text: string): Span[] {
  const cards: Span[] = [];
  let start = cell.start;
  const add = (end: number): void => {
    const piece = text.slice(start, end);
    const from = start + piece.length - piece.trimStart().length;
    const to = start + piece.trimEnd().length;
    if (/[\p{L}\p{N}]/u.test(text.slice(from, to))) cards.push({ start: from, end: to });
  };
  for (const { index, 0: lineBreak } of text.slice(cell.start, cell.end).matchAll(/<br\s*\/?>/giu)) {
    add(cell.start + index);
    start = cell.start + index + lineBreak.length;
  }
  add(cell.end);
  return cards;
}
