import type { FileItems, ItemRow } from '../../server/src/protocol.ts';

const RANGE = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };

/** An item that says nothing but its title, and what the test is about. */
export function item(title: string, rest: Partial<ItemRow> = {}): ItemRow {
  return {
    id: title,
    title,
    status: 'todo',
    owners: [],
    ownersInherited: false,
    priority: null,
    priorityInherited: false,
    due: null,
    dueInherited: false,
    daysLeft: null,
    overdue: false,
    toggleable: true,
    section: [],
    range: RANGE,
    selectionRange: RANGE,
    ...rest,
  };
}

/** The fields of an item due on a day, so many days from today. */
export function due(day: string, daysLeft: number): Partial<ItemRow> {
  return { due: { start: day, end: day, text: day }, daysLeft, overdue: daysLeft < 0 };
}

export function file(name: string, ...items: ItemRow[]): FileItems {
  return { uri: `file:///work/${name}`, version: null, items };
}
