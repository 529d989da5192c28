import {
  CodeActionKind,
  type CodeAction,
  type CodeActionParams,
  type Diagnostic,
} from 'vscode-languageserver';
import type { Edit } from '../edits/edit.ts';
import { assign, assignSection, bumpReview, nextReviewDate, setDue, setField } from '../edits/fields.ts';
import { repairMojibake } from '../edits/mojibake.ts';
import { isTicked, markAs, toggleStatus, wordsLikeBox } from '../edits/status.ts';
import { unsuppress } from '../edits/suppress.ts';
import { addTo, nextMonday, type CivilDate } from '../roadmap/dates/civil.ts';
import { day } from '../roadmap/dates/period.ts';
import { isOpen, type Item, type Priority, type Roadmap, type Span } from '../roadmap/model.ts';
import { count } from '../roadmap/wording.ts';
import { check, type CheckContext } from '../rules/index.ts';
import type { FixData, MarkChoice } from '../rules/rule.ts';
import type { RoadmapDocument } from '../workspace/document.ts';
import { FIX_ALL } from './codeActionKinds.ts';
import type { DiagnosticData } from './diagnostics.ts';
import { suppressions } from './suppressions.ts';
import { workspaceEdit, type EditSupport, type SnippetEdit } from './workspaceEdits.ts';

/** More would make a menu that nobody reads. */
const MAX_OWNERS = 5;

/** A proposal: what the menu says, and what it changes. */
interface Proposal {
  readonly title: string;
  readonly edits: readonly SnippetEdit[];
}

export interface CodeActionContext extends CheckContext {
  /** Owners to propose, the likeliest first. */
  readonly owners: readonly string[];
  readonly support: EditSupport;
}

export function codeActions(
  document: RoadmapDocument,
  params: CodeActionParams,
  context: CodeActionContext,
): CodeAction[] {
  const wanted = (kind: string): boolean =>
    params.context.only?.some((only) => kind === only || kind.startsWith(`${only}.`)) ?? kind !== FIX_ALL;
  const actions: CodeAction[] = [];
  if (wanted(CodeActionKind.QuickFix))
    for (const diagnostic of params.context.diagnostics)
      actions.push(...quickFixes(document, diagnostic, context));
  // Behind all that mends.
  if (wanted(CodeActionKind.QuickFix))
    for (const diagnostic of params.context.diagnostics)
      actions.push(...suppressions(document, diagnostic, context.support));
  if (wanted(CodeActionKind.RefactorRewrite)) actions.push(...rewrites(document, params, context));
  if (wanted(FIX_ALL)) actions.push(...fixAll(document, context));
  return actions;
}

function quickFixes(
  document: RoadmapDocument,
  diagnostic: Diagnostic,
  context: CodeActionContext,
): CodeAction[] {
  const data = diagnostic.data as DiagnosticData | undefined;
  if (diagnostic.source !== 'roadmap' || !data?.fix) return [];
  const span = {
    start: document.lines.offsetAt(diagnostic.range.start),
    end: document.lines.offsetAt(diagnostic.range.end),
  };
  const proposals = proposalsFor(document.roadmap, data.fix, span, context);
  return proposals.map(({ title, edits }) => ({
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnostic],
    edit: workspaceEdit(document, edits, context.support),
    // Preferred means "run it without looking": only where there is nothing to choose.
    ...(proposals.length === 1 ? { isPreferred: true } : {}),
  }));
}

/** The fixes of a finding. Pure: what the tests apply is what the editor is sent. */
export function proposalsFor(
  roadmap: Roadmap,
  fix: FixData,
  span: Span,
  { today, owners }: Pick<CodeActionContext, 'today' | 'owners'>,
): Proposal[] {
  const byId = new Map(roadmap.items.map((item) => [item.id, item]));
  // A table without a column for it can't take the value.
  const possible = (proposals: Proposal[]): Proposal[] => proposals.filter(({ edits }) => edits.length > 0);
  switch (fix.kind) {
    case 'assign': {
      const items = fix.items.flatMap((id) => byId.get(id) ?? []);
      return items.length === fix.items.length
        ? possible(assignments(roadmap, items, fix.section, owners))
        : [];
    }
    case 'reschedule': {
      const item = byId.get(fix.item);
      return item ? possible([...dueDates(roadmap, item, today), ...markDone(roadmap, item, today)]) : [];
    }
    case 'prioritise': {
      const item = byId.get(fix.item);
      return item ? possible(priorities(roadmap, item)) : [];
    }
    case 'move-due': {
      const item = byId.get(fix.item);
      const title = `Move due date to ${fix.to}`;
      return item ? possible([{ title, edits: setDue(roadmap, item, fix.to) }]) : [];
    }
    case 'agree': {
      const item = byId.get(fix.item);
      return item ? possible(agreements(roadmap, item, fix.done, today)) : [];
    }
    case 'mark':
      return possible(fix.choices.map(({ items, done }) => marking(roadmap, { items, done }, byId, today)));
    case 'date-completed': {
      const item = byId.get(fix.item);
      const title = `Set completion date to ${today} (today)`;
      return item ? possible([{ title, edits: setField(roadmap, item, 'completed', day(today)) }]) : [];
    }
    case 'set-priority': {
      const item = byId.get(fix.item);
      const title = `Change priority to ${fix.to}`;
      return item ? possible([{ title, edits: setField(roadmap, item, 'priority', fix.to) }]) : [];
    }
    case 'replace':
      return fix.candidates.map((text) => ({ title: `Change to ${text}`, edits: [{ span, text }] }));
    case 'review':
      return reviews(roadmap, today);
    case 'repair':
      return possible(repairs(roadmap));
    case 'unsuppress': {
      const title = fix.rule === undefined ? 'Remove the comment' : `Don’t silence ${fix.rule}`;
      return possible([{ title, edits: unsuppress(roadmap, fix.comment, fix.rule) }]);
    }
    case 'none':
      return [];
  }
}

function assignments(
  roadmap: Roadmap,
  items: readonly Item[],
  section: Span | undefined,
  owners: readonly string[],
): Proposal[] {
  const heading = section && roadmap.sections.find((candidate) => candidate.heading.start === section.start);
  const [first] = items;
  const edits = (owner: string): Edit[] => {
    if (heading) return assignSection(roadmap, heading, owner);
    const each = items.map((item) => assign(roadmap, item, owner));
    // All or nothing: the finding would stay for a row of a table without a column for owners.
    return each.every((edits) => edits.length > 0) ? each.flat() : [];
  };
  const whom = heading
    ? `"${heading.title}"`
    : items.length === 1 && first
      ? `"${first.title}"`
      : `${items.length} items`;
  if (owners.length === 0)
    return [{ title: `Assign ${whom} to an owner`, edits: edits(NEW_OWNER).map(withPlaceholder) }];
  return owners.slice(0, MAX_OWNERS).map((owner) => ({ title: `Assign to ${owner}`, edits: edits(owner) }));
}

/** Stands where nobody is known yet; in editors that can, it is selected to be typed over. */
const NEW_OWNER = '@owner';

function withPlaceholder(edit: Edit, index: number): SnippetEdit {
  const at = edit.text.lastIndexOf(NEW_OWNER);
  const escape = (text: string): string => text.replace(/[\\$}]/gu, '\\$&');
  // The same place number everywhere, so that one name fills all of them.
  const place = index === 0 ? '${1:owner}' : '$1';
  return {
    ...edit,
    snippet: `${escape(edit.text.slice(0, at))}@${place}${escape(edit.text.slice(at + NEW_OWNER.length))}`,
  };
}

function dueDates(roadmap: Roadmap, item: Item, today: CivilDate): Proposal[] {
  const days: readonly (readonly [string, CivilDate])[] = [
    ['today', today],
    ['next Monday', nextMonday(today)],
    ['in 1 week', addTo(today, { weeks: 1 })],
    ['in 2 weeks', addTo(today, { weeks: 2 })],
    ['in 1 month', addTo(today, { months: 1 })],
  ];
  const verb = item.fields.due ? 'Move due date to' : 'Set due date to';
  return days.map(([name, date]) => ({
    title: `${verb} ${date} (${name})`,
    edits: setDue(roadmap, item, date),
  }));
}

/** Priorities that a document without any has to choose from; lower ones are seldom meant. */
const USUAL_PRIORITIES: readonly Priority[] = ['P0', 'P1', 'P2', 'P3'];

/** Those that the document gives, the highest first, in its own words. */
function priorities(roadmap: Roadmap, item: Item): Proposal[] {
  const words = new Map<Priority, string>();
  for (const { fields } of roadmap.items)
    if (fields.priority?.labelled && !words.has(fields.priority.value))
      words.set(fields.priority.value, fields.priority.text);
  const values = words.size > 0 ? [...words.keys()].sort() : USUAL_PRIORITIES;
  return values.map((priority) => ({
    title: `Set priority to ${words.get(priority) ?? priority}`,
    edits: setField(roadmap, item, 'priority', priority, words.get(priority)),
  }));
}

function markDone(roadmap: Roadmap, item: Item, today: CivilDate): Proposal[] {
  return isOpen(item) ? [{ title: 'Mark as done', edits: markAs(roadmap, item, true, today) }] : [];
}

/** Either of the box and the words changes to what the other says. */
function agreements(roadmap: Roadmap, item: Item, onlyDone: boolean, today: CivilDate): Proposal[] {
  const box = (title: string): Proposal => ({ title, edits: toggleStatus(roadmap, item, today) ?? [] });
  const words = (title: string): Proposal => ({ title, edits: wordsLikeBox(roadmap, item) });
  const [back, done] = isTicked(item)
    ? [box('Untick the box'), words('Change the words to done')]
    : [words('Take back that it is done'), box('Tick the box')];
  return onlyDone ? [done] : [done, back];
}

/** All items or none: the finding would stay for one that can't say it. */
function marking(
  roadmap: Roadmap,
  { items: ids, done }: MarkChoice,
  byId: ReadonlyMap<string, Item>,
  today: CivilDate,
): Proposal {
  const items = ids.flatMap((id) => byId.get(id) ?? []);
  const [first] = items;
  const each = items.map((item) => markAs(roadmap, item, done, today));
  const whole = items.length === ids.length && each.every((edits) => edits.length > 0);
  const what = items.length === 1 && first ? `"${first.title}"` : `${items.length} items`;
  return { title: done ? `Mark ${what} as done` : `Reopen ${what}`, edits: whole ? each.flat() : [] };
}

function reviews(roadmap: Roadmap, today: CivilDate): Proposal[] {
  const own = nextReviewDate(roadmap, today);
  const week = addTo(today, { weeks: 1 });
  const month = addTo(today, { months: 1 });
  return [...new Set([own, week, month])].map((next) => ({
    title: `Reviewed today: next review ${next}`,
    edits: bumpReview(roadmap, today, next),
  }));
}

function repairs(roadmap: Roadmap): Proposal[] {
  const edits = repairMojibake(roadmap);
  return [{ title: `Repair the encoding of this document (${count(edits.length, 'place')})`, edits }];
}

/** For the item at the cursor that has no due date: the days to choose from. */
function rewrites(
  document: RoadmapDocument,
  params: CodeActionParams,
  context: CodeActionContext,
): CodeAction[] {
  const offset = document.lines.offsetAt(params.range.start);
  const { roadmap } = document;
  const item = roadmap.items.find(({ content }) => content.start <= offset && offset <= content.end);
  if (!item || item.fields.due || !isOpen(item)) return [];
  const possible = dueDates(roadmap, item, context.today).filter(({ edits }) => edits.length > 0);
  return possible.map(({ title, edits }) => ({
    title,
    kind: CodeActionKind.RefactorRewrite,
    edit: workspaceEdit(document, edits, context.support),
  }));
}

/**
 * The edits of all findings that have one answer only. A repaired encoding isn't among them: it changes the document
 * all over, which nobody expects of saving it.
 */
export function unambiguousFixes(roadmap: Roadmap, context: CheckContext): Edit[] {
  return check(roadmap, context).flatMap(({ fix, span }) =>
    fix.kind === 'replace' && fix.candidates.length === 1 && fix.candidates[0] !== undefined
      ? [{ span, text: fix.candidates[0] }]
      : [],
  );
}

function fixAll(document: RoadmapDocument, context: CodeActionContext): CodeAction[] {
  const { support } = context;
  const edits = unambiguousFixes(document.roadmap, context);
  if (edits.length === 0) return [];
  return [
    { title: 'Fix all unambiguous problems', kind: FIX_ALL, edit: workspaceEdit(document, edits, support) },
  ];
}
