/** Documents as features see them, and edits as clients apply them. */
import assert from 'node:assert/strict';
import type { CodeAction, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { codeActions, type CodeActionContext } from '../../../server/src/features/codeActions.ts';
import { diagnostics } from '../../../server/src/features/diagnostics.ts';
import { readDocument, type RoadmapDocument } from '../../../server/src/workspace/document.ts';
import { text } from '../roadmap/read.ts';

export const TODAY = '2025-07-28';
export const URI = 'file:///plans/roadmap.md';
export const SUPPORT = { documentChanges: true, snippets: true };

export const open = (...lines: string[]): RoadmapDocument => readDocument(URI, 7, text(...lines));

/** Where the words stand first. */
export function rangeOf(
  { roadmap, lines }: RoadmapDocument,
  words: string,
): ReturnType<typeof lines.rangeOf> {
  const start = roadmap.text.indexOf(words);
  assert.ok(start >= 0, words);
  return lines.rangeOf({ start, end: start + words.length });
}

/** The actions that a client would be offered for all findings of the document. */
export function offered(
  document: RoadmapDocument,
  context: Partial<CodeActionContext> = {},
  only?: string[],
): CodeAction[] {
  const found = diagnostics(document, { today: TODAY }).all;
  const range = found[0]?.range ?? rangeOf(document, document.roadmap.text.slice(0, 1));
  // What silences is offered for each, and tested by itself.
  return codeActions(
    document,
    { textDocument: { uri: URI }, range, context: { diagnostics: found, ...(only ? { only } : {}) } },
    { today: TODAY, owners: [], support: SUPPORT, ...context },
  ).filter(({ title }) => !title.startsWith('Silence '));
}

/** The document's text after a workspace edit, as a client applies it. */
export function applied({ roadmap, version }: RoadmapDocument, edit: WorkspaceEdit | undefined): string {
  const [change, ...others] = edit?.documentChanges ?? [];
  assert.ok(change && 'textDocument' in change && others.length === 0, 'one change of one document');
  assert.deepEqual(change.textDocument, { uri: URI, version });
  return TextDocument.applyEdits(
    TextDocument.create(URI, 'markdown', 7, roadmap.text),
    change.edits as TextEdit[],
  );
}
