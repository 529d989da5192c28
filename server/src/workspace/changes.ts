import type { Position, TextDocumentsConfiguration } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { unitsIn, type PositionEncoding } from '../roadmap/columns.ts';
import type { TextChange } from '../roadmap/markdown/incremental/document.ts';

/** Keeps the documents of an editor, and what has changed in each since somebody looked. */
export class ChangeLog implements TextDocumentsConfiguration<TextDocument> {
  /** Nothing is known of a document that isn't there. */
  readonly #changes = new WeakMap<TextDocument, TextChange[]>();
  readonly #encoding: PositionEncoding;

  constructor(encoding: PositionEncoding = 'utf-16') {
    this.#encoding = encoding;
  }

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
      if ('range' in change) {
        const { text } = change;
        const start = this.#inUnits(document, change.range.start);
        const end = this.#inUnits(document, change.range.end);
        this.#changes
          .get(document)
          ?.push({ start: document.offsetAt(start), end: document.offsetAt(end), text });
        TextDocument.update(document, [{ range: { start, end }, text }], version);
      } else {
        this.#changes.delete(document);
        TextDocument.update(document, [change], version);
      }
    }
    return TextDocument.update(document, [], version);
  }

  /** As documents count their columns. */
  #inUnits(document: TextDocument, { line, character }: Position): Position {
    if (this.#encoding === 'utf-16') return { line, character };
    const text = document.getText({ start: { line, character: 0 }, end: { line: line + 1, character: 0 } });
    return { line, character: unitsIn(text, 0, text.length, character) };
  }

  /** The changes since this was last asked; `undefined` the first time, and where the whole text was replaced. */
  take(document: TextDocument): readonly TextChange[] | undefined {
    const changes = this.#changes.get(document);
    this.#changes.set(document, []);
    return changes;
  }
}
