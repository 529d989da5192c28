/**
 * What a text defines for others, and what it asks of others: the labels of links and of footnotes. They are all that one
 * top-level block of markdown can know of another.
 */
export interface Labels {
  /** Labels that the text defines, normalized. */
  readonly defines: ReadonlySet<string>;
  /** Labels that the text might refer to, and whether they were defined when it was read. */
  readonly asks: ReadonlyMap<string, boolean>;
}

/** The labels that a document defines. */
export type Defined = Pick<ReadonlySet<string>, 'has'>;

export const NO_LABELS: Labels = { defines: new Set(), asks: new Map() };

/** Labels of footnotes live apart from those of links; no normalized label contains a line break. */
export const footnoteLabel = (label: string): string => `\n${label}`;

/** A label as CommonMark compares them. */
export const normalizeLabel = (label: string): string =>
  label
    .replace(/[\t\n\r ]+/gu, ' ')
    .replace(/^ | $/gu, '')
    .toLowerCase()
    .toUpperCase();

const BRACKETS = /\\.|[[\]\r\n]/gu;
/** Longer labels are none. */
const LONGEST_LABEL = 999;

/** The labels that a text seems to define: a guess, so that most pieces need to be read once only. */
export function guessDefinitions(text: string): Set<string> {
  const labels = new Set<string>();
  if (!text.includes(']:')) return labels;
  let start = Infinity;
  for (const { 0: sign, index } of text.matchAll(BRACKETS)) {
    if (sign.startsWith('\\')) continue;
    if (sign === ']' && index > start && index - start <= LONGEST_LABEL && text[index + 1] === ':') {
      const label = text.slice(start, index);
      labels.add(
        label.startsWith('^') ? footnoteLabel(normalizeLabel(label.slice(1))) : normalizeLabel(label),
      );
    }
    start = sign === '[' ? index + 1 : Infinity;
  }
  return labels;
}

/** Collects the labels of one text while it is read. */
export class LabelCollector implements Labels {
  readonly defines = new Set<string>();
  readonly asks = new Map<string, boolean>();
  readonly #elsewhere: Defined;

  /** @param elsewhere labels that the rest of the document defines */
  constructor(elsewhere: Defined) {
    this.#elsewhere = elsewhere;
  }

  /** The same for labels as they are written, where definitions are met between what may ask for them. */
  readonly plain = {
    define: (label: string): boolean => {
      const normalized = normalizeLabel(label);
      this.define(normalized);
      return this.asks.get(normalized) !== false;
    },
    isDefined: (label: string): boolean => this.isDefined(normalizeLabel(label)),
  };

  define(label: string): void {
    this.defines.add(label);
  }

  isDefined(label: string): boolean {
    const isDefined = this.defines.has(label) || this.#elsewhere.has(label);
    this.asks.set(label, isDefined);
    return isDefined;
  }
}
