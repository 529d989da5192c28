import { daysBetween, type CivilDate } from '../roadmap/dates/civil.ts';
import { LineIndex } from '../roadmap/lines.ts';
import { effective, isOpen, type Item, type Roadmap } from '../roadmap/model.ts';
import { count, distance } from '../roadmap/wording.ts';
import { columns } from './table.ts';

/** Items by file for people to read: line, status, priority, due, owners, title. What is inherited stands in brackets. */
export function itemsTable(files: readonly { file: string; roadmap: Roadmap }[], today: CivilDate): string {
  return files
    .map(({ file, roadmap }) => {
      const lines = new LineIndex(roadmap.text);
      const done = roadmap.items.filter(({ status }) => status === 'done').length;
      const rows = roadmap.items.map((item) => row(item, lines, today));
      return [`${file}: ${count(roadmap.items.length, 'item')}, ${done} done`, ...columns(rows), ''].join(
        '\n',
      );
    })
    .join('\n');
}

function row(item: Item, lines: LineIndex, today: CivilDate): string[] {
  const due = effective(item, 'due');
  const owners = effective(item, 'owners');
  const priority = effective(item, 'priority');
  const mark = (text: string, from: { inheritedFrom?: string } | undefined): string =>
    from?.inheritedFrom === undefined ? text : `(${text})`;
  const dueText =
    due && mark(due.text, due) + (isOpen(item) ? `, ${distance(daysBetween(today, due.value.end))}` : '');
  return [
    String(lines.positionAt(item.own.start).line + 1).padStart(5),
    item.status,
    priority ? mark(priority.value, priority) : '-',
    dueText ?? '-',
    owners && owners.value.length > 0 ? mark(owners.value.join(', '), owners) : '-',
    item.title,
  ];
}
