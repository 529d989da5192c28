/** Why a line is an item, or is none: noted where it is decided, told by `roadmap explain` and the hover. */

/** What makes a line an item. */
export type ItemReason =
  | 'box'
  | 'among-boxes'
  | 'sign'
  | 'section'
  | 'lead'
  | 'ticks'
  | 'step'
  | 'plain'
  | 'scheduled'
  | 'named'
  | 'topic'
  | 'row'
  | 'column'
  | 'heading-id'
  | 'heading-place'
  | 'heading-fields'
  | 'front-matter';

/** What makes a line none, though it has the look of one. */
export type OtherReason =
  | 'field'
  | 'detail'
  | 'reference'
  | 'category'
  | 'nested'
  | 'quoted'
  | 'no-section'
  | 'other-section'
  | 'other-lead'
  | 'heading-item'
  | 'remark'
  | 'legend'
  | 'pointers'
  | 'other-table'
  | 'empty-row'
  | 'code'
  | 'comment';

export interface Because<R extends ItemReason | OtherReason = ItemReason> {
  readonly reason: R;
  /** The words that decided it, for display: a section's title, a lead, a label. */
  readonly about?: string | undefined;
}

/** A place that was looked at and is no item. */
export interface PassedOver extends Because<OtherReason> {
  readonly span: { readonly start: number; readonly end: number };
}
