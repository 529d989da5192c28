import { CodeActionKind, type CodeAction, type Diagnostic } from 'vscode-languageserver';
import type { Edit } from '../edits/edit.ts';
import { isInTable, suppressHere, suppressInFile } from '../edits/suppress.ts';
import type { Roadmap } from '../roadmap/model.ts';
import { RULES } from '../rules/index.ts';
import type { RoadmapDocument } from '../workspace/document.ts';
import { workspaceEdit, type EditSupport } from './workspaceEdits.ts';

/** Rules about what silences and settles: silencing those mends nothing. */
const NEVER_SILENCED: ReadonlySet<string> = new Set(['unused-suppression', 'configuration']);

/** For a finding: comments that silence its rule, here and in the whole document. */
export function suppressions(
  document: RoadmapDocument,
  diagnostic: Diagnostic,
  support: EditSupport,
): CodeAction[] {
  const rule = String(diagnostic.code);
  if (diagnostic.source !== 'roadmap' || !RULES.some(({ id }) => id === rule)) return [];
  const offset = document.lines.offsetAt(diagnostic.range.start);
  return suppressionsFor(document.roadmap, rule, offset).map(({ title, edits }) => ({
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnostic],
    edit: workspaceEdit(document, edits, support),
  }));
}

/** One finding for many places: it would only move to the next one. */
const ONLY_IN_DOCUMENT: ReadonlySet<string> = new Set(['mojibake']);

export function suppressionsFor(
  roadmap: Roadmap,
  rule: string,
  offset: number,
): { readonly title: string; readonly edits: readonly Edit[] }[] {
  if (NEVER_SILENCED.has(rule)) return [];
  const place = isInTable(roadmap, offset) ? 'table' : 'line';
  return [
    {
      title: `Silence ${rule} for this ${place}`,
      edits: ONLY_IN_DOCUMENT.has(rule) ? [] : suppressHere(roadmap, rule, offset),
    },
    { title: `Silence ${rule} in this document`, edits: suppressInFile(roadmap, rule) },
  ].filter(({ edits }) => edits.length > 0);
}
