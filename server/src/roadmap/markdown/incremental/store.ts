import type { ReadPiece } from './pieces.ts';

/** How many characters of pieces are kept for when their text comes back: after an undo, or when a fence is closed again. */
const CAPACITY = 4_000_000;

/** Pieces that are in no current version, by their text; those that were put here first go first. */
export class PieceStore {
  readonly #pieces = new Map<string, ReadPiece>();
  #size = 0;

  add(piece: ReadPiece): void {
    this.take(piece.text);
    if (piece.text.length > CAPACITY) return;
    this.#pieces.set(piece.text, piece);
    this.#size += piece.text.length;
    for (const text of this.#pieces.keys()) {
      if (this.#size <= CAPACITY) break;
      this.take(text);
    }
  }

  take(text: string): ReadPiece | undefined {
    const piece = this.#pieces.get(text);
    if (piece && this.#pieces.delete(text)) this.#size -= text.length;
    return piece;
  }
}
