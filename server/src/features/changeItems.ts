import type { TextDocumentEdit } from 'vscode-languageserver';
import type { Edit } from '../edits/edit.ts';
import { setField } from '../edits/fields.ts';
import { isTicked, toggleStatus } from '../edits/status.ts';
import type { ChangeItemsParams, ItemChange } from '../protocol.ts';
import { isCivilDate, type CivilDate } from '../roadmap/dates/civil.ts';
import { periodFrom } from '../roadmap/dates/period.ts';
import { effective, type Item, type Roadmap, type Status } from '../roadmap/model.ts';
import { isSameValue } from '../roadmap/notations/index.ts';
import { STATUS_WORDS } from '../roadmap/wording.ts';
import type { RoadmapDocument } from '../workspace/document.ts';
import { GONE, isItemReference, itemOf, type CommandResult } from './itemReferences.ts';
import { workspaceEdit, type EditSupport } from './workspaceEdits.ts';

const PRIORITIES: readonly unknown[] = ['P0', 'P1', 'P2', 'P3', 'P4'];

/** The edit that says something else of the items, or why there is none. */
export function changeItems(
  documentOf: (uri: string) => RoadmapDocument | undefined,
  { items: references, changes }: ChangeItemsParams,
  today: CivilDate,
  support: EditSupport,
): CommandResult {
  // A file that isn't open is made ready whenever it is asked for: once for all its items.
  const byDocument = new Map<string, { document: RoadmapDocument; edits: Edit[] }>();
  for (const reference of references) {
    const { uri } = reference;
    const document = byDocument.get(uri)?.document ?? documentOf(uri);
    const item = document && itemOf(document, reference);
    if (!item) return { refused: GONE };
    const edits: Edit[] = byDocument.get(uri)?.edits ?? [];
    byDocument.set(uri, { document, edits });
    for (const change of changes) {
      const more = editsFor(document.roadmap, item, change, today);
      if (!more) return { refused: `"${item.title}" has no place for ${NOUNS[change.field]}.` };
      edits.push(...more);
    }
  }
  const changed = [...byDocument.values()].filter(({ edits }) => edits.length > 0);
  if (changed.some(({ edits }) => overlap(edits)))
    return { refused: 'These items can only be changed one by one.' };
  return { edit: joined(changed.map(({ document, edits }) => workspaceEdit(document, edits, support))) };
}

const NOUNS: Readonly<Record<ItemChange['field'], string>> = {
  due: 'a due date',
  start: 'a start',
  owners: 'an owner',
  priority: 'a priority',
  status: 'a status',
};

/** Nothing to edit where it holds already; `undefined` where the item has no place for it. */
function editsFor(
  roadmap: Roadmap,
  item: Item,
  change: ItemChange,
  today: CivilDate,
): readonly Edit[] | undefined {
  switch (change.field) {
    case 'due':
    case 'start': {
      const period = periodFrom(change.value.start, change.value.end);
      return (
        period &&
        unless(item.fields[change.field]?.value, period, setField(roadmap, item, change.field, period))
      );
    }
    case 'owners':
      return unless(
        effective(item, 'owners')?.value,
        change.value,
        setField(roadmap, item, 'owners', change.value),
      );
    case 'priority':
      return unless(
        effective(item, 'priority')?.value,
        change.value,
        setField(roadmap, item, 'priority', change.value),
      );
    case 'status':
      return unless(item.status, change.value, statusEdits(roadmap, item, change.value, today));
  }
}

/** A tick and its removal are what a toggle does, with the date that the document notes. */
function statusEdits(roadmap: Roadmap, item: Item, status: Status, today: CivilDate): readonly Edit[] {
  const isToggle =
    status === (isTicked(item) ? 'todo' : 'done') && (status === 'done' || item.status === 'done');
  return (
    (isToggle ? toggleStatus(roadmap, item, today) : undefined) ?? setField(roadmap, item, 'status', status)
  );
}

function unless(now: unknown, wanted: unknown, edits: readonly Edit[]): readonly Edit[] | undefined {
  if (isSameValue(now, wanted)) return [];
  return edits.length > 0 ? edits : undefined;
}

function overlap(edits: readonly Edit[]): boolean {
  const spans = edits.map(({ span }) => span).sort((a, b) => a.start - b.start || a.end - b.end);
  return spans.some(({ start }, index) => index > 0 && start < (spans[index - 1]?.end ?? 0));
}

function joined(edits: readonly ReturnType<typeof workspaceEdit>[]): ReturnType<typeof workspaceEdit> {
  const documentChanges = edits.flatMap((edit) => (edit.documentChanges ?? []) as TextDocumentEdit[]);
  return documentChanges.length > 0
    ? { documentChanges }
    : { changes: Object.assign({}, ...edits.map(({ changes }) => changes)) as Record<string, never> };
}

/** Whether arguments from outside have the shape of a change. */
export function isChangeItemsParams(value: unknown): value is ChangeItemsParams {
  const params = value as Partial<ChangeItemsParams> | null;
  return (
    typeof params === 'object' &&
    Array.isArray(params?.items) &&
    params.items.every(isItemReference) &&
    Array.isArray(params.changes) &&
    params.changes.every(isChange)
  );
}

function isChange(value: unknown): value is ItemChange {
  const change = value as Partial<ItemChange> | null;
  switch (change?.field) {
    case 'due':
    case 'start':
      return isCivilDate(change.value?.start ?? '') && isCivilDate(change.value?.end ?? '');
    case 'owners':
      return (
        Array.isArray(change.value) &&
        change.value.every((owner) => typeof owner === 'string' && owner !== '')
      );
    case 'priority':
      return PRIORITIES.includes(change.value);
    case 'status':
      return change.value !== undefined && Object.hasOwn(STATUS_WORDS, change.value);
    default:
      return false;
  }
}
