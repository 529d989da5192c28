import type { LinkedItem } from './workspaceFacts.ts';

/** Items by a key, for questions that few ask: nothing is kept until somebody does. */
export class LinkIndex {
  readonly #keyOf: (link: LinkedItem) => string | undefined;
  #byKey: Map<string, LinkedItem[]> | undefined;

  constructor(keyOf: (link: LinkedItem) => string | undefined) {
    this.#keyOf = keyOf;
  }

  /** @param all - all items that there are: asked for once. */
  get(key: string, all: () => Iterable<LinkedItem>): readonly LinkedItem[] {
    if (!this.#byKey) {
      this.#byKey = new Map();
      for (const link of all()) this.add(link);
    }
    return this.#byKey.get(key) ?? [];
  }

  /** @returns the key of which something else is to be said now. */
  add(link: LinkedItem): string | undefined {
    const key = this.#byKey && this.#keyOf(link);
    if (key === undefined) return undefined;
    const same = this.#byKey?.get(key) ?? [];
    if (same.push(link) === 1) this.#byKey?.set(key, same);
    return key;
  }

  /** What comes is added before what goes is removed: of two in one place, the one that was there before goes. */
  remove(link: LinkedItem): string | undefined {
    const key = this.#byKey && this.#keyOf(link);
    if (key === undefined) return undefined;
    const same = this.#byKey?.get(key) ?? [];
    const index = same.findIndex(({ uri, item }) => uri === link.uri && item === link.item);
    if (index >= 0) same.splice(index, 1);
    if (same.length === 0) this.#byKey?.delete(key);
    return key;
  }
}
