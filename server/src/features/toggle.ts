import { toggleStatus } from '../edits/status.ts';
import type { ItemReference } from '../protocol.ts';
import type { CivilDate } from '../roadmap/dates/civil.ts';
import type { RoadmapDocument } from '../workspace/document.ts';
import { GONE, itemOf, type CommandResult } from './itemReferences.ts';
import { workspaceEdit, type EditSupport } from './workspaceEdits.ts';

/** The edit that flips an item's status, or why there is none. */
export function toggle(
  document: RoadmapDocument | undefined,
  reference: ItemReference,
  today: CivilDate,
  support: EditSupport,
): CommandResult {
  const item = document && itemOf(document, reference);
  if (!item) return { refused: GONE };
  const edits = toggleStatus(document.roadmap, item, today);
  if (!edits)
    return { refused: `"${item.title}" is done because of the section it stands in: move it to reopen it.` };
  return { edit: workspaceEdit(document, edits, support) };
}
