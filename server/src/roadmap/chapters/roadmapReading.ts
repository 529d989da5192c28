import { placedDirectives, type Directive } from '../directives.ts';
import { carriedOver, differenceOf, isSameList, type Difference } from '../difference.ts';
import type { ItemDraft, SectionDraft } from '../drafts.ts';
import { identify, type Identified } from '../identity.ts';
import { configurationIn } from '../items/frontMatter.ts';
import { inheritedFields } from '../items/states.ts';
import type { MarkdownDocument } from '../markdown/incremental/document.ts';
import type { DocumentFields, InvalidDate, Item, Roadmap, RoadmapPart, Section } from '../model.ts';
import type { PassedOver } from '../reasons.ts';
import { divide, undivided, type Chapter, type Division } from './chapter.ts';
import { Lights, NO_LIGHT, promotedIn, type Light } from './light.ts';
import { readOutline, type Outline, type OutlinedChapter } from './outline.ts';
import type { Place } from './place.ts';
import { readChapter, type ChapterReading, type DocumentView } from './reader.ts';
import type { Shape } from './shapes.ts';
import { placedFields, placedInvalid, wholeOf, type Whole } from './whole.ts';

/** A chapter of a roadmap, read. The same from one version to the next unless the edit is about it. */
export interface ReadChapter {
  readonly chapter: Chapter;
  readonly reading: ChapterReading;
  readonly part: RoadmapPart;
}

/** What a chapter was read in the light of, to tell whether it has to be read again. */
interface Known extends ReadChapter {
  readonly document: DocumentView;
  readonly verdicts: string;
  readonly above: SectionDraft | undefined;
  readonly aboveKey: string;
  readonly hasSectionsBefore: boolean;
  readonly isHeldBelow: boolean;
  readonly series: string;
}

/** What the chapters before hand down to a chapter; the same object where it is the same. */
interface Standing {
  /** The section of the first level that the chapter stands in. */
  readonly above: SectionDraft | undefined;
  readonly hasSectionsBefore: boolean;
}

/** All chapters, read in one light. */
interface Pass {
  readonly known: readonly Known[];
  /** Before each chapter, and behind the last. */
  readonly standings: readonly Standing[];
  readonly outlined: readonly OutlinedChapter[];
  readonly document: DocumentView | undefined;
  readonly light: Light;
}

const NO_PASS: Pass = {
  known: [],
  standings: [{ above: undefined, hasSectionsBefore: false }],
  outlined: [],
  document: undefined,
  light: NO_LIGHT,
};

/**
 * A roadmap that is read chapter by chapter, and after an edit only where that matters. The next version takes the
 * chapters over and moves them, so an earlier version must not be used any more.
 */
export class RoadmapReading {
  readonly markdown: MarkdownDocument;
  readonly chapters: readonly ReadChapter[];
  readonly document: DocumentFields;
  /** How many chapters had to be read for this version. */
  readonly chaptersRead: number;

  readonly #moves: boolean;
  // By chapter: what stays is taken over without being looked at, as there may be very many.
  readonly #division: Division;
  readonly #places: readonly Place[];
  readonly #titles: readonly number[];
  readonly #garbled: readonly boolean[];
  readonly #directives: readonly (readonly Directive[])[];
  readonly #shapeKeys: readonly string[];
  readonly #shapes: readonly (readonly Shape[])[];
  readonly #parts: readonly RoadmapPart[];
  readonly #whole: Whole;
  readonly #outline: Outline;
  readonly #pass: Pass;
  /** These go on to the next version. */
  readonly #lights: Lights;
  readonly #ids: Identified;

  /** `moves`: there will be a next version. Positions that stay are plain values. */
  static of(markdown: MarkdownDocument, moves: boolean): RoadmapReading {
    return new RoadmapReading(markdown, moves, undefined);
  }

  private constructor(markdown: MarkdownDocument, moves: boolean, earlier: RoadmapReading | undefined) {
    this.markdown = markdown;
    this.#moves = moves;
    this.#division = moves ? divide(markdown, earlier && earlier.#division) : undivided(markdown);
    const { chapters, change } = this.#division;
    const known = <T>(before: readonly T[] | undefined, make: (chapter: Chapter) => T): T[] =>
      carriedOver(change, before ?? [], chapters, make);
    // Nobody asks again what is known of a document that is read once.
    const key = <T>(before: readonly T[] | undefined, make: (chapter: Chapter) => T): T[] =>
      moves ? known(before, make) : [];
    this.#places = known(earlier && earlier.#places, ({ place }) => place);
    this.#titles = known(earlier && earlier.#titles, ({ survey }) => survey.titles[0] ?? -1);
    layOut(this.#division, this.#places, this.#titles, markdown.length);

    this.#directives = known(earlier && earlier.#directives, ({ survey }) => survey.directives);
    this.#garbled = key(earlier && earlier.#garbled, ({ survey }) => survey.hasMojibake);
    const wholeKeys = key(earlier && earlier.#whole.keys, ({ survey }) => survey.wholeKey);
    this.#whole = wholeOf(chapters, wholeKeys, earlier && earlier.#whole);
    this.#shapeKeys = key(earlier && earlier.#shapeKeys, ({ survey }) => survey.shapeKey);
    this.#shapes = known(earlier && earlier.#shapes, ({ survey }) => survey.shapes);
    this.#outline =
      earlier && isSameList(this.#shapeKeys, earlier.#shapeKeys)
        ? earlier.#outline
        : readOutline(this.#shapes, change, earlier && earlier.#outline);

    this.#lights = earlier ? earlier.#lights : new Lights();
    const { pass, read } = this.#read(earlier ? earlier.#pass : NO_PASS);
    this.chaptersRead = read;
    const before = earlier ? earlier.#pass.known : [];
    const items = earlier ? earlier.#ids.chapters : [];
    const itemsOf = ({ reading }: Known): readonly ItemDraft[] => reading.items;
    this.#ids = identify(
      carriedOver(differenceOf(before, pass.known), items, pass.known, itemsOf),
      earlier && earlier.#ids,
    );
    const { renumbered } = this.#ids;
    // What has another id is another thing to all who remember something of it.
    this.#pass =
      renumbered.size === 0 ? pass : { ...pass, known: pass.known.map((one) => renewed(one, renumbered)) };
    this.chapters = this.#pass.known;
    const partsBefore = earlier ? earlier.#parts : [];
    this.#parts = carriedOver(
      differenceOf(before, this.#pass.known),
      partsBefore,
      this.#pass.known,
      ({ part }) => part,
    );
    this.document = placedFields(this.#whole.document, chapters, moves);
  }

  /** The reading of a later version of the document. */
  next(markdown: MarkdownDocument): RoadmapReading {
    return markdown === this.markdown ? this : new RoadmapReading(markdown, this.#moves, this);
  }

  /** Something in the document was decoded wrongly: it has to be read as it was meant, and not chapter by chapter. */
  get hasMojibake(): boolean {
    return this.#garbled.includes(true);
  }

  /** The whole roadmap; its lists are put together when they are asked for. */
  get roadmap(): Roadmap {
    const { chapters, markdown, document } = this;
    const lazy = <T>(make: () => readonly T[]): (() => readonly T[]) => {
      let made: readonly T[] | undefined;
      return () => (made ??= make());
    };
    const items = lazy<Item>(() => chapters.flatMap(({ reading }) => reading.items));
    const sections = lazy<Section>(() => chapters.flatMap(({ reading }) => reading.sections));
    const passedOver = lazy<PassedOver>(() => chapters.flatMap(({ reading }) => reading.passedOver));
    const ownInvalidDates = placedInvalid(this.#whole.document, this.#division.chapters, this.#moves);
    const invalidDates = lazy<InvalidDate>(() => [
      ...ownInvalidDates,
      ...chapters.flatMap(({ part }) => part.invalidDates),
    ]);
    const directives = lazy<Directive>(() =>
      this.#directives.some((own) => own.length > 0)
        ? placedDirectives(
            chapters.map(({ chapter }) => ({ ...chapter.survey, ...chapter.place, text: chapter.text })),
          )
        : [],
    );
    const first = chapters[0]?.chapter;
    const configuration = first && configurationIn(first.text, first.matter);
    const pieces = markdown.unreadable > 0 ? markdown.pieces : [];
    const unreadable = pieces.flatMap((piece, index) => {
      const start = markdown.starts[index] ?? 0;
      return piece.unread.map((one) => ({
        span: { start: start + one.start, end: start + one.end },
        reason: one.reason,
      }));
    });
    return {
      get text() {
        return markdown.text;
      },
      get items() {
        return items();
      },
      get sections() {
        return sections();
      },
      get passedOver() {
        return passedOver();
      },
      get invalidDates() {
        return invalidDates();
      },
      document,
      mojibake: [],
      unreadable,
      get directives() {
        return directives();
      },
      ...(configuration ? { configuration } : {}),
      ...(this.#moves ? { parts: this.#parts, ownInvalidDates } : {}),
    };
  }

  /**
   * Reads the chapters that aren't known in this light. Whether a row of headings is work depends on all of its members,
   * so that is found out by reading, and what it changes is read once more.
   */
  #read(earlier: Pass): { pass: Pass; read: number } {
    let before = earlier;
    let { change } = this.#division;
    let read = 0;
    // What is read at first tells the rows; those tell what is to be read again. A row doesn't depend on itself, so that is all.
    for (let round = 0; ; round++) {
      const { light } = this.#lights;
      const pass = this.#readIn(light, before, change);
      const changed = differenceOf(before.known, pass.known);
      for (let index = changed.start; index < changed.newEnd; index++) {
        const was = index < change.newEnd ? undefined : before.known[index - change.newEnd + change.end];
        if (pass.known[index]?.reading !== (index < change.start ? before.known[index] : was)?.reading)
          read++;
      }
      if (!this.#moves || this.#lights.follow(pass.known) === light || round === ROUNDS)
        return { pass, read };
      before = pass;
      change = { start: pass.known.length, end: pass.known.length, newEnd: pass.known.length };
    }
  }

  #readIn(light: Light, before: Pass, { start, end, newEnd }: Difference): Pass {
    const { chapters } = this.#division;
    const outlined = this.#outline.chapters;
    const document = this.#whole.view;
    const known: Known[] = [];
    const standings = [...NO_PASS.standings];
    const isSameLight = before.light === light && before.document === document;
    let [standing] = NO_PASS.standings as [Standing];
    for (let index = 0; index < chapters.length; index++) {
      const was = index < start ? index : index < newEnd ? -1 : index - newEnd + end;
      let one = before.known[was];
      const verdicts = outlined[index];
      if (one && isSameLight && before.standings[was] === standing && before.outlined[was] === verdicts)
        standing = before.standings[was + 1] ?? standing;
      else {
        const chapter = chapters[index];
        if (!chapter || !verdicts) break;
        if (chapter.survey.blocks[0]?.heading.depth === 1) standing = standingOf(standing, undefined, false);
        one = this.#readOne(chapter, one, verdicts, standing, light);
        const { open, sections } = one.reading;
        standing = standingOf(standing, open ?? standing.above, sections.length > 0);
      }
      known.push(one);
      standings.push(standing);
    }
    return { known, standings, outlined, document, light };
  }

  #readOne(
    chapter: Chapter,
    known: Known | undefined,
    { verdicts, key }: OutlinedChapter,
    { above, hasSectionsBefore }: Standing,
    light: Light,
  ): Known {
    const document = this.#whole.view;
    const aboveKey = keyOf(above);
    const isHeldBelow = light.held.has(chapter);
    if (
      known?.document === document &&
      known.verdicts === key &&
      known.hasSectionsBefore === hasSectionsBefore &&
      known.aboveKey === aboveKey &&
      known.isHeldBelow === isHeldBelow &&
      known.series === promotedIn(known.reading, light)
    ) {
      if (known.above === above) return known;
      relink(known, above);
      return { ...known, above };
    }
    const view = { document, verdicts, above, hasSectionsBefore, isHeldBelow, series: light.promoted };
    const reading = readChapter(chapter, { ...view, moves: this.#moves });
    return {
      ...{ chapter, reading, part: partOf(reading), document, verdicts: key, above, aboveKey },
      ...{ hasSectionsBefore, isHeldBelow, series: promotedIn(reading, light) },
    };
  }
}

const renewed = (one: Known, renumbered: Identified['renumbered']): Known =>
  renumbered.has(one.reading.items) ? { ...one, part: partOf(one.reading) } : one;

function standingOf(standing: Standing, above: SectionDraft | undefined, hasSections: boolean): Standing {
  const hasSectionsBefore = standing.hasSectionsBefore || hasSections;
  return standing.above === above && standing.hasSectionsBefore === hasSectionsBefore
    ? standing
    : { above, hasSectionsBefore };
}

/** As others see it. Ids are given later, so they are asked for only then. */
function partOf({ items, sections, invalid }: ChapterReading): RoadmapPart {
  let dates: readonly InvalidDate[] | undefined;
  return {
    items,
    sections,
    get invalidDates() {
      return (dates ??= invalid.map(({ date, item }) => ({ ...date, item: item?.id })));
    },
  };
}

/** Reading once more finds rows; once again, nothing new. */
const ROUNDS = 3;

/** The section above was read again, and says the same: what stands in it takes it from there now. */
function relink(
  { above: before, reading: { items, sections } }: Known,
  above: SectionDraft | undefined,
): void {
  if (!above) return;
  for (const section of sections) if (section.parent === before) section.parent = above;
  for (const item of items) if (item.section === before) item.section = above;
  for (const item of items) item.inherited = inheritedFields(item.section, item.parent);
}

/** Tells each chapter where it stands now. */
function layOut(
  { chapters, change }: Division,
  places: readonly Place[],
  titles: readonly number[],
  length: number,
): void {
  const last = chapters[change.start - 1];
  let offset = last ? last.place.offset + last.text.length : 0;
  let line = last ? last.place.line + last.lineBreaks : 0;
  for (const { place, text, lineBreaks } of chapters.slice(change.start, change.newEnd)) {
    place.offset = offset;
    place.line = line;
    offset += text.length;
    line += lineBreaks;
  }
  const next = places[change.newEnd];
  const [byOffset, byLines] = next ? [offset - next.offset, line - next.line] : [0, 0];
  if (byOffset !== 0 || byLines !== 0)
    for (let index = change.newEnd; index < places.length; index++) {
      const place = places[index];
      if (!place) break;
      place.offset += byOffset;
      place.line += byLines;
    }
  let reach = length;
  for (let index = chapters.length - 1; index >= 0; index--) {
    const [title = -1, place] = [titles[index], places[index]];
    if (title < 0 || !place) continue;
    place.reach = reach;
    reach = place.offset + title;
  }
}

/** What a section says to the chapters that stand in it. */
const KEYS = new WeakMap<SectionDraft, string>();
function keyOf(section: SectionDraft | undefined): string {
  if (!section) return '';
  const known = KEYS.get(section);
  if (known !== undefined) return known;
  const { title, depth, kind, says, liesAhead, isTitle, isDocumentTitle, fields, gives, horizon, item } =
    section;
  // A heading that is work is the parent of what stands in it: another one each time it is read.
  const parent = item ? `${KEY_OF_ITEM++}` : '';
  const key = JSON.stringify([
    title,
    depth,
    kind,
    says,
    liesAhead,
    isTitle,
    isDocumentTitle,
    parent,
    fields,
    gives,
    horizon,
  ]);
  KEYS.set(section, key);
  return key;
}
let KEY_OF_ITEM = 1;
