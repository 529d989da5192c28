import { LineIndex } from '../roadmap/lines.ts';
import type { CivilDate } from '../roadmap/dates/civil.ts';
import type { Inherited, Item, Roadmap, Stated } from '../roadmap/model.ts';
import { horizonOf, sectionPath } from '../roadmap/model.ts';
import type { Period } from '../roadmap/dates/period.ts';

/** Raised when a key changes its meaning or goes; a new key leaves it as it is. */
const SCHEMA_VERSION = 1;

/** The items of several files as JSON: what `roadmap list --format json` prints, a public contract. */
export function itemsJson(files: readonly { file: string; roadmap: Roadmap }[], today: CivilDate): string {
  const items = files.flatMap(({ file, roadmap }) => {
    const lines = new LineIndex(roadmap.text);
    return roadmap.items.map((item) => itemJson(item, file, lines));
  });
  return JSON.stringify({ schemaVersion: SCHEMA_VERSION, today, items }, null, 2);
}

function itemJson(item: Item, file: string, lines: LineIndex): object {
  const { fields, inherited, section } = item;
  const horizon = horizonOf(item);
  return {
    id: item.id,
    file,
    line: lines.positionAt(item.own.start).line + 1,
    endLine: lines.positionAt(item.own.end).line + 1,
    title: item.title,
    kind: item.kind,
    status: item.status,
    owners: fields.owners?.value ?? [],
    due: fields.due ? periodJson(fields.due) : null,
    priority: fields.priority?.value ?? null,
    // A size ("Large") has no hours.
    effort: fields.effort
      ? { text: fields.effort.text, minHours: null, maxHours: null, ...fields.effort.value }
      : null,
    completed: fields.completed?.value.end ?? null,
    key: fields.id?.value ?? null,
    progress: fields.progress?.value ?? null,
    dependsOn: fields.dependsOn?.value ?? [],
    refs: item.refs,
    tags: item.tags,
    section: sectionPath(section),
    parentLine: item.parent ? lines.positionAt(item.parent.own.start).line + 1 : null,
    inherited: {
      ...(inherited.status ? { status: inherited.status.value } : {}),
      ...(inherited.owners ? { owners: inherited.owners.value } : {}),
      ...(inherited.due ? { due: periodJson(inherited.due) } : {}),
      ...(inherited.priority ? { priority: inherited.priority.value } : {}),
      ...(horizon ? { horizon: periodJson(horizon) } : {}),
    },
  };
}

function periodJson({ value, text }: Stated<Period> | Inherited<Period>): object {
  return { start: value.start, end: value.end, text };
}
