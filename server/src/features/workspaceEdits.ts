import {
  SnippetTextEdit,
  StringValue,
  TextDocumentEdit,
  AnnotatedTextEdit,
  type ChangeAnnotation,
  type OptionalVersionedTextDocumentIdentifier,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { Edit } from '../edits/edit.ts';
import type { RoadmapDocument } from '../workspace/document.ts';

/** What the client can do with an edit. */
export interface EditSupport {
  readonly documentChanges: boolean;
  readonly snippets: boolean;
  /** Edits may say what they are for, so that the client can show them before they are made. */
  readonly annotations?: boolean;
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

/** What is to be done in one version of a document; the document itself may have moved on since. */
export interface DocumentEdits {
  readonly textDocument: OptionalVersionedTextDocumentIdentifier;
  readonly edits: readonly TextEdit[];
}

export const documentEdits = (
  { uri, version, lines }: RoadmapDocument,
  edits: readonly Edit[],
): DocumentEdits => ({
  textDocument: { uri, version },
  edits: edits.map(({ span, text }) => ({ range: lines.rangeOf(span), newText: text })),
});

/** Edits of several documents for one purpose, which a client shows before they are made where it can. */
export function annotatedEdit(
  all: readonly DocumentEdits[],
  annotation: ChangeAnnotation,
  support: EditSupport,
): WorkspaceEdit {
  if (!support.documentChanges)
    return {
      changes: Object.fromEntries(all.map(({ textDocument, edits }) => [textDocument.uri, [...edits]])),
    };
  if (!support.annotations)
    return { documentChanges: all.map(({ textDocument, edits }) => ({ textDocument, edits: [...edits] })) };
  return {
    documentChanges: all.map(({ textDocument, edits }) => ({
      textDocument,
      edits: edits.map(({ range, newText }) => AnnotatedTextEdit.replace(range, newText, ANNOTATION)),
    })),
    changeAnnotations: { [ANNOTATION]: annotation },
  };
}

/** All edits of one answer have the same purpose. */
const ANNOTATION = 'roadmap';
