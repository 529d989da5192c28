import type { WorkspaceEdit } from 'vscode-languageserver';
import { toggleStatus } from '../edits/status.ts';
import type { ItemReference } from '../protocol.ts';
import type { CivilDate } from '../roadmap/dates/civil.ts';
import type { Item, Roadmap } from '../roadmap/model.ts';
import type { RoadmapDocument } from '../workspace/document.ts';
import { workspaceEdit, type EditSupport } from './workspaceEdits.ts';

export type ToggleResult = { readonly edit: WorkspaceEdit } | { readonly refused: string };

/** The edit that flips an item's status, or why there is none. */
export function toggle(
  document: RoadmapDocument | undefined,
  { id, version }: ItemReference,
  today: CivilDate,
  support: EditSupport,
): ToggleResult {
  const item = document?.roadmap.items.find((candidate) => candidate.id === id);
  const movedOn = document?.version !== version;
  if (!document || !item || (movedOn && hasNamesake(document.roadmap, item)))
    return { refused: 'The item is no longer there: the document has changed.' };
  const edits = toggleStatus(document.roadmap, item, today);
  if (!edits)
    return { refused: `"${item.title}" is done because of the section it stands in: move it to reopen it.` };
  return { edit: workspaceEdit(document, edits, support) };
}

/** Items of one name in one section are told apart by their order, which another version may have changed. */
const hasNamesake = ({ items }: Roadmap, { id, title, section }: Item): boolean =>
  items.some((other) => other.id !== id && other.title === title && other.section === section);

/** Whether an argument from outside has the shape of a reference. */
export function isItemReference(value: unknown): value is ItemReference {
  const reference = value as Partial<ItemReference> | null;
  return (
    typeof reference === 'object' && typeof reference?.uri === 'string' && typeof reference.id === 'string'
  );
}
