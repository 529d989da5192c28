import type { ItemDraft, SectionDraft } from '../drafts.ts';
import type { InvalidDate, Span, Stated, StatedFields } from '../model.ts';
import type { PassedOver } from '../reasons.ts';

/** Where a chapter stands in its document, as edits move it: offsets in UTF-16 units, lines from 0. */
export interface Place {
  offset: number;
  line: number;
  /** Where the section of the first level ends that begins in the chapter: perhaps some chapters later. */
  reach: number;
}

/** A span of a chapter: it goes where its chapter goes. */
export class PlacedSpan implements Span {
  readonly place: Place;
  /** Offset within the chapter. */
  readonly from: number;
  /** The same; infinite for a section that other chapters belong to. */
  readonly to: number;

  constructor(place: Place, from: number, to: number) {
    this.place = place;
    this.from = from;
    this.to = to;
  }

  get start(): number {
    return this.place.offset + this.from;
  }

  get end(): number {
    return this.to === Infinity ? this.place.reach : this.place.offset + this.to;
  }

  toJSON(): Span {
    return { start: this.start, end: this.end };
  }
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** Gives all that was read of a chapter its place in the document. */
export class Placer {
  readonly #place: Place;
  readonly #moves: boolean;
  /** Items share what sections state, and spans with one another: each is given its place once. */
  readonly #placed = new Map<Span, Span>();

  /** `moves`: edits may move the chapter. What stays where it is has plain spans. */
  constructor(place: Place, moves: boolean) {
    this.#place = place;
    this.#moves = moves;
  }

  span(span: Span): Span {
    const known = this.#placed.get(span);
    if (known) return known;
    const moving = new PlacedSpan(this.#place, span.start, span.end);
    const placed = this.#moves ? moving : moving.toJSON();
    this.#placed.set(span, placed);
    this.#placed.set(placed, placed);
    return placed;
  }

  item(item: ItemDraft): void {
    item.titleSpan = this.span(item.titleSpan);
    item.span = this.span(item.span);
    item.own = this.span(item.own);
    item.content = this.span(item.content);
    item.inline = this.span(item.inline);
    if (item.box) item.box = { ...item.box, span: this.span(item.box.span) };
    if (item.cells) {
      const cells: Record<string, Span> = {};
      for (const [field, cell] of Object.entries(item.cells)) cells[field] = this.span(cell);
      item.cells = cells;
    }
    this.fields(item.fields);
  }

  section(section: Writable<SectionDraft>): void {
    section.heading = this.span(section.heading);
    section.content = this.span(section.content);
    section.span = this.span(section.span);
    this.fields(section.fields);
    for (const given of Object.values(section.gives)) this.#at(given);
    if (section.horizon) this.#at(section.horizon);
  }

  fields(fields: StatedFields): void {
    for (const stated of Object.values(fields)) this.stated(stated);
  }

  stated(stated: Stated<unknown>): void {
    this.#at(stated);
    const placed = stated as Writable<Stated<unknown>>;
    placed.whole = this.span(stated.whole);
    if (stated.parts) placed.parts = stated.parts.map((part) => this.span(part));
  }

  invalid(date: InvalidDate): void {
    this.#at(date);
  }

  passedOver(passed: PassedOver): void {
    this.#at(passed);
  }

  #at(value: { readonly span: Span }): void {
    (value as { span: Span }).span = this.span(value.span);
  }
}
