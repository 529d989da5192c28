import type { WorkspaceEdit } from 'vscode-languageserver';
import type { ItemReference } from '../protocol.ts';
import type { Item, Roadmap } from '../roadmap/model.ts';
import type { RoadmapDocument } from '../workspace/document.ts';

/** What a command does to documents, or why it does nothing. */
export type CommandResult = { readonly edit: WorkspaceEdit } | { readonly refused: string };

export const GONE = 'The item is no longer there: the document has changed.';

/** The item that a reference points at, as the document is now; none where it isn't sure to be the same one. */
export function itemOf(document: RoadmapDocument, { id, version }: ItemReference): Item | undefined {
  const item = document.roadmap.items.find((candidate) => candidate.id === id);
  const movedOn = document.version !== version;
  return item && movedOn && hasNamesake(document.roadmap, item) ? undefined : item;
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
