import type { TextDocumentsConfiguration } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { TextChange } from '../roadmap/markdown/incremental/document.ts';

/** Keeps the documents of an editor, and what has changed in each since somebody looked. */
export class ChangeLog implements TextDocumentsConfiguration<TextDocument> {
  /** Nothing is known of a document that isn't there. */
  readonly #changes = new WeakMap<TextDocument, TextChange[]>();

  create(uri: string, languageId: string, version: number, content: string): TextDocument {
    return TextDocument.create(uri, languageId, version, content);
  }

  update(
    document: TextDocument,
    changes: Parameters<typeof TextDocument.update>[1],
    version: number,
  ): TextDocument {
    // One by one, as each speaks of the text that the one before has left.
    for (const change of changes) {
      if (!('range' in change)) this.#changes.delete(document);
      else
        this.#changes.get(document)?.push({
          start: document.offsetAt(change.range.start),
          end: document.offsetAt(change.range.end),
          text: change.text,
        });
      TextDocument.update(document, [change], version);
    }
    return TextDocument.update(document, [], version);
  }

  /** The changes since this was last asked; `undefined` the first time, and where the whole text was replaced. */
  take(document: TextDocument): readonly TextChange[] | undefined {
    const changes = this.#changes.get(document);
    this.#changes.set(document, []);
    return changes;
  }
}
