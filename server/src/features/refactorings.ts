import {
  CodeActionKind,
  type ClientCapabilities,
  type CodeAction,
  type CodeActionParams,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { canBeBullet, canBeTask, toBullet, toTask } from '../edits/convertItem.ts';
import type { Edit } from '../edits/edit.ts';
import { normalizeDates } from '../edits/isoDates.ts';
import { doneItems, moveDone } from '../edits/moveDone.ts';
import { convertNotation, mayConvert, type TargetNotation } from '../edits/notation.ts';
import { isSorted, sortItems, type Order } from '../edits/sort.ts';
import { mergeable, mergeItems, splitItem } from '../edits/split.ts';
import type { Item, Roadmap, Section } from '../roadmap/model.ts';
import type { RoadmapDocument } from '../workspace/document.ts';
import { ORGANIZE_ITEMS } from './codeActionKinds.ts';
import { itemsIn } from './itemsIn.ts';
import { workspaceEdit, type EditSupport } from './workspaceEdits.ts';

/** Where the cursor is, and what stands there. */
interface Cursor {
  readonly roadmap: Roadmap;
  readonly offset: number;
  readonly item: Item | undefined;
  /** Whose heading it is on, or which it stands in, where refactorings are asked for by name. */
  readonly section: Section | undefined;
  /** On a heading, or asked for by name: what is about more than an item is offered there only. */
  readonly isBroad: boolean;
}

interface Refactoring {
  readonly kind: string;
  readonly title: (cursor: Cursor) => string;
  /** Quickly told: the edits are made once somebody wants them. */
  readonly applies: (cursor: Cursor) => boolean;
  readonly edits: (cursor: Cursor) => readonly Edit[];
}

const rewrite = (title: string, others: Pick<Refactoring, 'applies' | 'edits'>): Refactoring => ({
  kind: CodeActionKind.RefactorRewrite,
  title: () => title,
  ...others,
});

const sort = (by: Order, words: string): Refactoring => ({
  kind: CodeActionKind.RefactorMove,
  title: ({ section }) => `Sort the items of "${section?.title ?? ''}" by ${words}`,
  applies: ({ roadmap, section, isBroad }) =>
    isBroad && section !== undefined && !isSorted(roadmap, by, section),
  edits: ({ roadmap, section }) => (section ? sortItems(roadmap, by, section) : []),
});

const convert = (to: TargetNotation, words: string): Refactoring =>
  rewrite(`Write all fields as ${words}`, {
    applies: ({ roadmap, isBroad }) => isBroad && mayConvert(roadmap, to),
    edits: ({ roadmap }) => convertNotation(roadmap, to),
  });

/** What can be done to an item. */
const ofItem = (
  title: string,
  may: (item: Item, cursor: Cursor) => boolean,
  edits: (roadmap: Roadmap, item: Item, offset: number) => readonly Edit[],
): Refactoring =>
  rewrite(title, {
    applies: (cursor) => cursor.item !== undefined && may(cursor.item, cursor),
    edits: ({ roadmap, item, offset }) => (item ? edits(roadmap, item, offset) : []),
  });

/** All that can be rewritten or moved, by the names that a client brings back when it wants the edits. */
const REFACTORINGS: Readonly<Record<string, Refactoring>> = {
  toTask: ofItem('Make it a task with a box', canBeTask, toTask),
  toBullet: ofItem('Make it a bullet without a box', canBeBullet, toBullet),
  split: ofItem(
    'Split the item here',
    (item, { roadmap, offset }) => splitItem(roadmap, item, offset).length > 0,
    splitItem,
  ),
  merge: ofItem(
    'Merge with the next item',
    (item, { roadmap }) => mergeable(roadmap, item) !== undefined,
    mergeItems,
  ),
  sortByPriority: sort('priority', 'priority'),
  sortByDue: sort('due', 'due date'),
  sortByStatus: sort('status', 'status'),
  moveDone: {
    kind: CodeActionKind.RefactorMove,
    title: ({ roadmap }) => {
      const section = roadmap.sections.find(({ kind }) => kind === 'done');
      return `Move done items to "${section?.title ?? 'Completed'}"`;
    },
    applies: ({ roadmap, isBroad }) => isBroad && doneItems(roadmap).length > 0,
    edits: ({ roadmap }) => moveDone(roadmap),
  },
  toTasks: convert('tasks', 'emoji of Obsidian Tasks'),
  toDataview: convert('dataview', 'inline fields of Dataview'),
  toLabels: convert('labels', 'labels in parentheses'),
  isoDates: rewrite('Write all days as 2025-07-28', {
    applies: ({ roadmap, isBroad }) => isBroad && normalizeDates(roadmap).length > 0,
    edits: ({ roadmap }) => normalizeDates(roadmap),
  }),
  organize: {
    kind: ORGANIZE_ITEMS,
    title: () => 'Organize items: open ones first, by priority and due date',
    applies: ({ roadmap }) => !isSorted(roadmap, 'organized'),
    edits: ({ roadmap }) => sortItems(roadmap, 'organized'),
  },
};

/** What a client brings back when it wants the edits. */
export interface RefactoringData {
  readonly uri: string;
  readonly version: number | null;
  readonly refactoring: string;
  readonly offset: number;
}

/** Whether the client asks for an action's edits only when it is chosen. */
export const resolvesEdits = ({ textDocument }: ClientCapabilities): boolean =>
  textDocument?.codeAction?.dataSupport === true &&
  textDocument.codeAction.resolveSupport?.properties.includes('edit') === true;

/** `isLazy`: the edits are made once the client asks for them. */
export function refactorings(
  document: RoadmapDocument,
  { range, context: { only } }: Pick<CodeActionParams, 'range' | 'context'>,
  support: EditSupport,
  isLazy: boolean,
): CodeAction[] {
  const isWanted = ({ kind }: Refactoring): boolean =>
    only?.some((wanted) => kind === wanted || kind.startsWith(`${wanted}.`)) ??
    !kind.startsWith(CodeActionKind.Source);
  const wanted = Object.entries(REFACTORINGS).filter(([, refactoring]) => isWanted(refactoring));
  if (wanted.length === 0) return [];
  const offset = document.lines.offsetAt(range.start);
  const cursor = cursorAt(document, offset, only !== undefined);
  return wanted
    .filter(([, refactoring]) => refactoring.applies(cursor))
    .flatMap(([name, { kind, title, edits }]): CodeAction[] => {
      const action = { title: title(cursor), kind };
      const { uri, version } = document;
      if (isLazy)
        return [{ ...action, data: { uri, version, refactoring: name, offset } satisfies RefactoringData }];
      const made = edits(cursor);
      return made.length === 0 ? [] : [{ ...action, edit: workspaceEdit(document, made, support) }];
    });
}

export const isRefactoringData = (data: unknown): data is RefactoringData =>
  typeof data === 'object' && data !== null && 'refactoring' in data && 'offset' in data;

/** The edits of an action that was chosen; `undefined` where there is nothing to change after all. */
export function refactoringEdit(
  document: RoadmapDocument,
  { refactoring, offset }: RefactoringData,
  support: EditSupport,
): WorkspaceEdit | undefined {
  const edits = REFACTORINGS[refactoring]?.edits(cursorAt(document, offset, true)) ?? [];
  return edits.length === 0 ? undefined : workspaceEdit(document, edits, support);
}

function cursorAt(document: RoadmapDocument, offset: number, isAsked: boolean): Cursor {
  const { roadmap } = document;
  const item = itemsIn(document, { start: offset, end: offset }).findLast(
    ({ own, content }) => own.start <= offset && offset <= content.end,
  );
  const on = roadmap.sections.find(({ heading }) => heading.start <= offset && offset <= heading.end);
  const around = roadmap.sections.findLast(({ span }) => span.start <= offset && offset <= span.end);
  const section = on ?? (isAsked ? around : undefined);
  return { roadmap, offset, item, section, isBroad: isAsked || on !== undefined };
}
