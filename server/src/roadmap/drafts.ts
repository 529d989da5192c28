/** Items and sections while they are read: what `model.ts` shows to others as finished. */
import type { Period } from './dates/period.ts';
import type { Inherited, Item, Priority, Section, SectionKind, Span, StatedFields, Status } from './model.ts';

/** An item while it is read. */
export type ItemDraft = { -readonly [K in keyof Item]: Item[K] } & {
  section?: SectionDraft;
  parent?: ItemDraft;
};

/** A section while it is read. */
export interface SectionDraft extends Section {
  heading: Span;
  span: Span;
  /** The heading's words, without hashes or emphasis. */
  content: Span;
  fields: StatedFields;
  readonly isDocumentTitle: boolean;
  /** The document's first heading, where it is of the first level: what it says, it says of the document. */
  readonly isTitle: boolean;
  parent?: SectionDraft;
  /** What its own words say that it holds, whatever the sections around it do. */
  readonly says: SectionKind;
  /** Its own words say that what it lists is to come. */
  readonly liesAhead: boolean;
  /** The heading says of itself how far it is: "Import — DONE". */
  readonly statesStatus: boolean;
  /** The heading is a numbered step without fields: bullets beneath it may be work as well. */
  isStep: boolean;
  /** The heading is numbered. */
  isNumbered: boolean;
  /** No other heading stands beneath it. */
  isLeaf: boolean;
  /** The heading says how urgent it is, how long it takes or who does it. */
  readonly statesField: boolean;
  /** A rule has been drawn beneath it: what follows speaks of something larger. */
  isClosed: boolean;
  /** The heading is a bold line; it structures what stands beneath a real one. */
  readonly isBoldLine: boolean;
  /** The heading is a bold line that ends in a colon. */
  isLabel: boolean;
  /** `Label: value` lines that come now are the section's; no more once its items have begun. */
  fieldsMayFollow: boolean;
  /** The heading as an item of its own. */
  item?: ItemDraft;
  /** It turned out to be one only when all else had been read: what stands in it has no part in that. */
  isLateItem?: boolean;
  /** What the heading's words give to everything beneath it. */
  readonly gives: {
    readonly priority?: Inherited<Priority>;
    readonly due?: Inherited<Period>;
    readonly status?: Inherited<Status>;
  };
}
