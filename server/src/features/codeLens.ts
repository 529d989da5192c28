import type { CodeLens } from 'vscode-languageserver';
import { canToggle, isTicked } from '../edits/status.ts';
import { TOGGLE_STATUS_COMMAND, type ItemReference } from '../protocol.ts';
import { daysBetween, type CivilDate } from '../roadmap/dates/civil.ts';
import { effective, isOpen, isOverdue, type Item, type Section } from '../roadmap/model.ts';
import { distance, STATUS_WORDS } from '../roadmap/wording.ts';
import type { RoadmapDocument } from '../workspace/document.ts';

/** Lenses on items, to toggle them and to tell how late they are, and on sections, to tell how far along they are. */
export function codeLenses(document: RoadmapDocument, today: CivilDate): CodeLens[] {
  return [
    ...sectionLenses(document, today),
    ...document.roadmap.items.flatMap((item) => itemLenses(document, item, today)),
  ];
}

function itemLenses(document: RoadmapDocument, item: Item, today: CivilDate): CodeLens[] {
  const range = document.lines.rangeOf({ start: item.own.start, end: item.content.end });
  const lenses: CodeLens[] = [];
  const reference: ItemReference = { uri: document.uri, id: item.id, version: document.version };
  const title = `${isTicked(item) ? '☑' : '☐'} ${STATUS_WORDS[item.status]}`;
  // A lens that could change nothing still tells the status.
  const command = canToggle(item) ? TOGGLE_STATUS_COMMAND : '';
  lenses.push({ range, command: { title, command, arguments: [reference] } });

  const due = effective(item, 'due');
  if (due && isOpen(item))
    lenses.push({ range, command: { title: distance(daysBetween(today, due.value.end)), command: '' } });
  return lenses;
}

function sectionLenses({ roadmap, lines }: RoadmapDocument, today: CivilDate): CodeLens[] {
  const counts = new Map<Section, { all: number; done: number; overdue: number }>();
  for (const item of roadmap.items)
    for (let section = item.section; section; section = section.parent) {
      const count = counts.get(section) ?? { all: 0, done: 0, overdue: 0 };
      counts.set(section, count);
      count.all++;
      if (item.status === 'done') count.done++;
      if (isOverdue(item, today)) count.overdue++;
    }
  return [...counts].map(([section, { all, done, overdue }]) => ({
    range: lines.rangeOf(section.heading),
    command: { title: `${done} of ${all} done${overdue > 0 ? `, ${overdue} overdue` : ''}`, command: '' },
  }));
}
