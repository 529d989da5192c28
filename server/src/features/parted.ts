declare global {
  /**
   * Where texts are put that stand ready, while a message is written (`node/encoder.ts`); else there is nothing here. Global,
   * as what writes and what answers are bundles of their own.
   */
  var roadmapTexts: Uint8Array[][] | undefined;
}

/** What stands in a message for a list whose text is ready. */
export const PLACEHOLDER = 'roadmap: text that stands ready';

interface DocumentVersion {
  readonly uri: string;
  readonly version: number | null;
}

/** Stays the same object as long as what it says is the same. */
export interface Part<T> {
  readonly values: readonly T[];
  /** What in it refers to its document. */
  readonly references?: readonly object[];
}

/**
 * A list that is put together of parts, most of which are the same as in the answer before: their JSON is, too. Sent as
 * text, it is written only for what has changed; to all others it is a list like any other.
 */
export class PartedList<T> {
  readonly #parts: readonly Part<T>[];
  readonly #document: DocumentVersion | undefined;

  /** @param document what references in it are made to point at */
  constructor(parts: readonly Part<T>[], document?: DocumentVersion) {
    this.#parts = parts.filter(({ values }) => values.length > 0);
    this.#document = document;
  }

  get isEmpty(): boolean {
    return this.#parts.length === 0;
  }

  /** The list itself. */
  get all(): T[] {
    return this.#parts.flatMap(({ values, references = [] }) => {
      for (const reference of references) Object.assign(reference, this.#document);
      return values;
    });
  }

  /** As it is given to a connection that writes text, or that doesn't. */
  sent(asText: boolean): T[] {
    return asText ? (this as unknown as T[]) : this.all;
  }

  toJSON(): unknown {
    if (!globalThis.roadmapTexts) return this.all;
    const texts = this.#parts.map((part) => textOf(part, this.#document));
    globalThis.roadmapTexts.push(texts.flatMap((text, index) => (index === 0 ? [text] : [COMMA, text])));
    return PLACEHOLDER;
  }
}

/** Stands for the version of a document, which changes while the rest stays: no version is longer. */
const VERSION_SLOT = 2_147_483_647;

interface Text {
  readonly bytes: Uint8Array;
  /** Where versions stand in it. */
  readonly slots: readonly number[];
}

const ENCODER = new TextEncoder();
const COMMA = ENCODER.encode(',');
/** Within a string, quotes would be escaped. */
const SLOT = `"version":${VERSION_SLOT}`;
const SLOT_LENGTH = `${VERSION_SLOT}`.length;

const TEXTS = new WeakMap<readonly unknown[], Text>();

function textOf(part: Part<unknown>, document: DocumentVersion | undefined): Uint8Array {
  const text = TEXTS.get(part.values) ?? write(part, document);
  TEXTS.set(part.values, text);
  if (text.slots.length > 0) {
    // Spaces may stand behind a number.
    const digits = ENCODER.encode(`${document?.version ?? null}`.padEnd(SLOT_LENGTH));
    for (const slot of text.slots) text.bytes.set(digits, slot);
  }
  return text.bytes;
}

function write({ values, references = [] }: Part<unknown>, document: DocumentVersion | undefined): Text {
  for (const reference of references) Object.assign(reference, document, { version: VERSION_SLOT });
  const json = JSON.stringify(values).slice(1, -1);
  const slots: number[] = [];
  let bytes = 0;
  let from = 0;
  for (let at = json.indexOf(SLOT); at >= 0; at = json.indexOf(SLOT, from)) {
    const digits = at + SLOT.length - SLOT_LENGTH;
    bytes += ENCODER.encode(json.slice(from, digits)).length;
    slots.push(bytes);
    bytes += SLOT_LENGTH;
    from = digits + SLOT_LENGTH;
  }
  return { bytes: ENCODER.encode(json), slots };
}
