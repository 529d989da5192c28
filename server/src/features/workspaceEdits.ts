import {
  SnippetTextEdit,
  StringValue,
  TextDocumentEdit,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { Edit } from '../edits/edit.ts';
import type { RoadmapDocument } from '../workspace/document.ts';

/** What the client can do with an edit. */
export interface EditSupport {
  readonly documentChanges: boolean;
  readonly snippets: boolean;
}

/** An edit whose `snippet` text has places for the user to fill in, in the syntax of LSP snippets. */
export interface SnippetEdit extends Edit {
  readonly snippet?: string;
}

/** Edits of one document, bound to the version that they were made for: a client that has moved on refuses them. */
export function workspaceEdit(
  document: RoadmapDocument,
  edits: readonly SnippetEdit[],
  support: EditSupport,
): WorkspaceEdit {
  const { uri, version, lines } = document;
  const plain = (edit: Edit): TextEdit => ({ range: lines.rangeOf(edit.span), newText: edit.text });
  if (!support.documentChanges) return { changes: { [uri]: edits.map(plain) } };
  const changes = edits.map((edit) =>
    edit.snippet !== undefined && support.snippets
      ? ({
          range: lines.rangeOf(edit.span),
          snippet: StringValue.createSnippet(edit.snippet),
        } satisfies SnippetTextEdit)
      : plain(edit),
  );
  return { documentChanges: [TextDocumentEdit.create({ uri, version }, changes)] };
}
