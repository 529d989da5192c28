import type { Table, TableRow } from 'mdast';
import type { DateContext } from '../dates/formats.ts';
import type { FieldName, SectionKind, Span, Status } from '../model.ts';
import { linesOf, spanOf, type Line } from '../markdown/mask.ts';
import { plainTitle } from '../markdown/text.ts';
import { readCell, readLine } from '../notations/index.ts';
import { readStatus } from '../notations/status.ts';
import { columnOf, isMeasureColumn, type Column } from '../words.ts';

/** A table whose rows are work, and what each of its columns holds. */
export interface WorkTable {
  /** By the index of the column. */
  readonly columns: readonly (Column | undefined)[];
  readonly header: readonly string[];
}

/** In a header, these leave hardly a doubt that the rows are work; the second ones leave none. */
const TASK_WORDS = /(?<!\p{L})(?:tasks?|actions?|items?|features?)(?!\p{L})/iu;
const STRONG_WORDS =
  /(?<!\p{L})(?:tasks?|goals?|initiatives?|improvements?|enhancements?|epics?|milestones?|deliverables?|action items?|tickets?|work items?|to-?dos?|stor(?:y|ies)|aufgaben?|tâches?|tareas?|tarefas?|uppgift(?:er)?|задач[аи]|завдання|görev(?:ler)?)(?!\p{L})|工作项|任务|待办|タスク|작업/iu;

/** What nothing but work has, whatever its values look like. */
const OF_WORK = /^\W*(?:owner(?:ship)?|assignee|difficulty|effort|estimate|due(?: date)?|deadline)\W*$/iu;

/** How many of a column's cells, empty ones aside, have to be values before its header is believed. */
const BELIEVED = 0.5;

/** The content of a row's cells, without the white space around it. A row may have fewer cells than the header. */
export function cellsOf(row: TableRow, text: string): Span[] {
  return row.children.map((cell) => {
    const [first, last] = [cell.children[0], cell.children.at(-1)];
    if (first && last) return { start: spanOf(first).start, end: spanOf(last).end };
    // An empty cell has a place too: between its bars.
    const span = spanOf(cell);
    const bar = text[span.start] === '|' ? 1 : 0;
    const inner = text.slice(span.start + bar, span.end).replace(/\|?\s*$/u, '');
    const start =
      span.start +
      bar +
      (/^[ \t]?/u.exec(inner === '' ? text.slice(span.start + bar, span.end) : inner)?.[0].length ?? 0);
    return { start: Math.min(start, span.end), end: Math.min(start, span.end) };
  });
}

/**
 * The states of a board's columns, `| To do | Doing | Done |`; `undefined` for a table whose header names anything else.
 * A column without a name takes part and says nothing.
 */
export function boardColumns(table: Table, text: string): Status[] | undefined {
  const [head] = table.children;
  if (!head) return undefined;
  const names = cellsOf(head, text).map(({ start, end }) => plainTitle(text.slice(start, end)));
  const states = names.map((name) => stateNamed(name));
  return states.length > 1 && states.every((state) => state !== undefined) && new Set(states).size > 1
    ? states
    : undefined;
}

function stateNamed(name: string): Status | undefined {
  const words = name.replace(/\([^()]*\)|\d+/gu, '').trim();
  if (/^(?:review|testing|verify|next|ready|backlog|ideas|inbox)$/iu.test(words)) return 'todo';
  const read = readStatus(words);
  return read && 'value' in read && !/\p{L}/u.test(words.slice(read.end)) ? read.value : undefined;
}

/**
 * Tells whether a table lists work, by its header and by what its cells hold: in any order, in several languages.
 * `kind`: what the section around it holds.
 */
export function workTable(
  table: Table,
  text: string,
  masked: string,
  context: DateContext,
  kind: SectionKind,
): WorkTable | undefined {
  const [head, ...rows] = table.children;
  if (!head || rows.length === 0) return undefined;
  const header = cellsOf(head, text).map(({ start, end }) => plainTitle(text.slice(start, end)));
  const cells = rows.map((row) => cellsOf(row, text).map((span) => linesOf(masked, span)[0]));
  const columns = header.map((words, index) => {
    const column = columnOf(words);
    const filled = cells.flatMap((row) => row[index] ?? []);
    if (column === 'title') return column;
    if (column !== undefined && column !== 'id') {
      // "Estimativa" may be how long it takes, or when it is done.
      const meant = [
        column,
        ...(column === 'effort' ? (['due'] as const) : column === 'status' ? (['progress'] as const) : []),
      ];
      const field = meant.find((candidate) => holds(candidate, filled, words, context));
      if (field) return field;
    }
    return filled.length > 0 && filled.every(({ text: cell }) => ID_CELL.test(cell)) ? 'id' : undefined;
  });
  const named = columns.includes('title');
  const saysWhat = columns.some(
    (column, index) => column === 'title' && !DESCRIPTION.test(header[index] ?? ''),
  );
  withTitle(columns, header, cells);
  const fields = columns.filter((column) => column !== undefined && column !== 'title' && column !== 'id');
  const measures = header.filter(
    (words, index) =>
      isMeasureColumn(words) ||
      (columns[index] === undefined && isMeasured(cells.flatMap((row) => row[index] ?? []))),
  ).length;
  const says = fields.some(
    (field) => field === 'status' || field === 'owners' || field === 'priority' || field === 'due',
  );
  const speaksOfTasks = header.some(
    (words) => TASK_WORDS.test(words) && !/(?<!\p{L})id(?!\p{L})/iu.test(words),
  );
  const hasIds = columns.includes('id');
  const title = columns.indexOf('title');
  // "Metric | Before | After" tells of figures, "3 items" counts work, and names none.
  if (/^(?:metrics?|kpis?|指标|指標|метрик[аи]|métriques?|métricas?|지표)$/iu.test(header[title] ?? ''))
    return undefined;
  if (title < 0 || cells.every((row) => COUNT.test(row[title]?.text ?? ''))) return undefined;
  // Where the section speaks of something else, the table itself has to speak of tasks, or tell how far each of them is.
  if (kind === 'other' && !speaksOfTasks && !(fields.includes('status') && measures <= 1)) return undefined;
  // Beneath "Shipped" or "High priority", a table needs no field of its own to be a list of work.
  const listed =
    (kind === 'work' || kind === 'done') &&
    measures * 2 < header.length &&
    (hasIds ||
      (kind === 'done' && (fields.length > 0 || (saysWhat && measures === 0))) ||
      (named && fields.length === 0));
  const tellsState = (row: readonly (Line | undefined)[]): boolean =>
    row.some(
      (line) => line && readLine(line, context, 'cell').fields.some(({ field }) => field === 'status'),
    );
  // Where a title stands beside what only work has, its cells needn't be understood: "Item | Ownership | Difficulty".
  const ofWork = named && measures === 0 && speaksOfTasks && header.some((words) => OF_WORK.test(words));
  const isWork =
    listed ||
    ofWork ||
    (measures === 0 && ((hasIds && speaksOfTasks) || header.some((words) => STRONG_WORDS.test(words)))) ||
    (measures === 0 && cells.filter(tellsState).length >= cells.length * BELIEVED) ||
    (fields.length > 0 &&
      (measures < 2 || fields.length > measures) &&
      (says || measures === 0) &&
      (says || speaksOfTasks) &&
      (measures === 0 || fields.some((field) => field !== 'due' && field !== 'effort')));
  return isWork ? { columns, header } : undefined;
}

/** "1,200 ops/sec", "< 5 ms", "97 %": what a column of measurements holds. */
const MEASURED =
  /^\W{0,4}[<>≥≤~]?\s?\d[\d,.]*(?:\s?[-–]\s?\d[\d,.]*)?\s?(?:%|x|k|[mµn]?s|[kmgt]i?b|(?:ops|req(?:uests)?|bytes|msgs?|tx)(?:\s?\/\s?\p{L}+)?)(?![\p{L}\d])/iu;
const isMeasured = (cells: readonly Line[]): boolean =>
  cells.length > 1 && cells.filter(({ text }) => MEASURED.test(text)).length >= cells.length * BELIEVED;

const COUNT = /^[^\p{L}\d]*\d+\s+\p{L}{2,}[^\p{L}\d]*$/u;

/** `TASK-7`, `C1`, `1.2`: what a column of ids holds. */
const ID_CELL = /^[*_`]*(?:[A-Z]{1,10}-?\d+(?:\.\d+)*[a-z]?|\d+(?:\.\d+)+)[*_`]*$/u;

function holds(field: FieldName, cells: readonly Line[], words: string, context: DateContext): boolean {
  // An empty column is still to be filled in.
  if (cells.length === 0) return field === 'owners' || field === 'status';
  // Signs of the document's own, with a key somewhere, are a status too.
  if (field === 'status' && cells.every(({ text }) => /^(?::[a-z_]+:|[^\p{L}\p{N}])+$/u.test(text)))
    return true;
  const read = cells.filter((line) => readCell(field, line, words, context) !== undefined).length;
  return read / cells.length >= BELIEVED;
}

const DESCRIPTION = /descri|beschreibung|detail|beskrivning|описание|опис|内容|描述|説明|내용|설명/iu;

/** Where no header names the work, it is the first column of words. */
function withTitle(
  columns: (Column | undefined)[],
  header: readonly string[],
  cells: readonly (readonly (Line | undefined)[])[],
): void {
  const titles = columns.flatMap((column, index) => (column === 'title' ? index : []));
  const [best, ...others] = titles;
  for (const other of others) columns[other] = undefined;
  const free = columns.findIndex(
    (column, index) =>
      column === undefined &&
      !/^(?:#|no\.?|nr\.?|№|id)?$/iu.test(header[index] ?? '') &&
      cells.some((row) => /\p{L}{2}/u.test(row[index]?.text ?? '')),
  );
  // A description stands behind the name that it describes.
  const filled = cells.every((row) => (row[free]?.text ?? '') !== '');
  const describes = best !== undefined && DESCRIPTION.test(header[best] ?? '') && free < best && filled;
  if (free >= 0 && (best === undefined || describes)) {
    if (best !== undefined) columns[best] = undefined;
    columns[free] = 'title';
  }
}
