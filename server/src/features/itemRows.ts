import { canToggle } from '../edits/status.ts';
import type { FileItems, ItemRow } from '../protocol.ts';
import { daysBetween, type CivilDate } from '../roadmap/dates/civil.ts';
import { effective, isOverdue, sectionPath, type Item } from '../roadmap/model.ts';
import type { RoadmapDocument } from '../workspace/document.ts';

/** A document's items as a tree or a list shows them. */
export function fileItems(document: RoadmapDocument, today: CivilDate): FileItems {
  const { uri, version, roadmap } = document;
  return { uri, version, items: roadmap.items.map((item) => itemRow(document, item, today)) };
}

function itemRow({ lines }: RoadmapDocument, item: Item, today: CivilDate): ItemRow {
  const owners = effective(item, 'owners');
  const priority = effective(item, 'priority');
  const due = effective(item, 'due');
  return {
    id: item.id,
    title: item.title,
    status: item.status,
    owners: owners?.value ?? [],
    ownersInherited: owners?.inheritedFrom !== undefined,
    priority: priority?.value ?? null,
    priorityInherited: priority?.inheritedFrom !== undefined,
    due: due ? { start: due.value.start, end: due.value.end, text: due.text } : null,
    dueInherited: due?.inheritedFrom !== undefined,
    daysLeft: due ? daysBetween(today, due.value.end) : null,
    overdue: isOverdue(item, today),
    toggleable: canToggle(item),
    section: sectionPath(item.section),
    range: lines.rangeOf(item.own),
    selectionRange: lines.rangeOf(item.titleSpan),
  };
}

/** The innermost item at an offset. */
export function itemAt({ roadmap }: RoadmapDocument, offset: number): Item | undefined {
  return roadmap.items.findLast(
    ({ own, content }) => own.start <= offset && offset <= Math.max(own.end, content.end),
  );
}
