import type { CivilDate } from '../roadmap/dates/civil.ts';
import type { Item, Span } from '../roadmap/model.ts';

/** An item with what it can't say itself. */
export interface Subject {
  readonly item: Item;
  /** The file's path or address, with slashes. */
  readonly file: string;
}

export interface QueryContext {
  readonly today: CivilDate;
  /** The names that `me` stands for; without any, nothing is mine. */
  readonly me: readonly string[];
}

/** Whether an item is asked for. */
export type Matches = (subject: Subject) => boolean;

/** A question that can't be asked: where in it, and what would be possible instead. */
export class QueryError extends Error {
  readonly span: Span;
  constructor(message: string, span: Span) {
    super(message);
    this.name = 'QueryError';
    this.span = span;
  }
}
