import type { SectionDraft } from '../drafts.ts';
import { identify, type Identified } from '../identity.ts';
import { inheritedFields } from '../items/states.ts';
import type { MarkdownDocument } from '../markdown/incremental/document.ts';
import { spanOf } from '../markdown/mask.ts';
import type { DocumentFields, InvalidDate, Item, Roadmap, RoadmapPart, Section } from '../model.ts';
import type { PassedOver } from '../reasons.ts';
import { Chapter, chaptersOf } from './chapter.ts';
import { readDocument, type DocumentReading } from './document.ts';
import { readOutline, type Verdict } from './outline.ts';
import { Placer } from './place.ts';
import { readChapter, type ChapterReading, type ChapterView, type DocumentView } from './reader.ts';

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

/** What the document as a whole says, and what it was told from. */
interface Whole {
  readonly key: string;
  readonly view: DocumentView;
  readonly document: DocumentReading;
}

interface Outlined {
  readonly key: readonly string[];
  /** By chapter. */
  readonly verdicts: readonly (readonly Verdict[])[];
  readonly verdictKeys: readonly string[];
}

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

  readonly #known: readonly Known[];
  readonly #whole: Whole;
  readonly #outline: Outlined;
  readonly #ids: Identified;
  readonly #light: Light;
  readonly #moves: boolean;

  /** `moves`: there will be a next version. Positions that stay are plain values. */
  static of(markdown: MarkdownDocument, moves: boolean): RoadmapReading {
    return new RoadmapReading(markdown, moves, undefined);
  }

  private constructor(markdown: MarkdownDocument, moves: boolean, earlier: RoadmapReading | undefined) {
    this.markdown = markdown;
    this.#moves = moves;
    const chapters = chaptersOf(
      markdown,
      earlier?.chapters.map(({ chapter }) => chapter),
    );
    layOut(chapters, markdown.length);
    this.#whole = wholeOf(chapters, earlier && earlier.#whole);
    this.#outline = outlineOf(chapters, earlier && earlier.#outline);
    const known = new Map((earlier ? earlier.#known : []).map((one) => [one.chapter, one]));
    const { read, readings, light } = this.#read(chapters, known, earlier ? earlier.#light : NO_LIGHT);
    this.#light = light;
    this.chaptersRead = read;
    this.#ids = identify(
      readings.map(({ reading }) => reading.items),
      earlier && earlier.#ids,
    );
    const { renumbered } = this.#ids;
    // What has another id is another thing to all who remember something of it.
    this.#known = readings.map((one) =>
      renumbered.has(one.reading.items) ? { ...one, part: partOf(one.reading) } : one,
    );
    this.chapters = this.#known;
    this.document = placedFields(this.#whole.document, chapters, moves);
  }

  /** The reading of a later version of the document. */
  next(markdown: MarkdownDocument): RoadmapReading {
    return markdown === this.markdown ? this : new RoadmapReading(markdown, this.#moves, this);
  }

  /** Something in the document was decoded wrongly: it has to be read as it was meant, and not chapter by chapter. */
  get hasMojibake(): boolean {
    return this.chapters.some(({ chapter }) => chapter.survey.hasMojibake);
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
    const ownInvalidDates = this.#whole.document.invalid.map(({ date, chapter }) =>
      placedInvalid(date, chapters[chapter]?.chapter, this.#moves),
    );
    const invalidDates = lazy<InvalidDate>(() => [
      ...ownInvalidDates,
      ...chapters.flatMap(({ part }) => part.invalidDates),
    ]);
    const unreadable = markdown.pieces.flatMap((piece, index) => {
      const start = markdown.starts[index] ?? 0;
      return piece.unreadable === undefined
        ? []
        : [{ span: { start, end: start + piece.text.length }, reason: piece.unreadable }];
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
      ...(this.#moves ? { parts: chapters.map(({ part }) => part), ownInvalidDates } : {}),
    };
  }

  /**
   * Reads the chapters that aren't known in this light. Whether a row of headings is work depends on all of its members,
   * so that is found out by reading, and what it changes is read once more.
   */
  #read(
    chapters: readonly Chapter[],
    earlier: ReadonlyMap<Chapter, Known>,
    before: Light,
  ): { read: number; readings: Known[]; light: Light } {
    let known = earlier;
    let light = before;
    let read = 0;
    // What is read at first tells the rows; those tell what is to be read again. A row doesn't depend on itself, so that is all.
    for (let round = 0; ; round++) {
      const readings: Known[] = [];
      let above: SectionDraft | undefined;
      let hasSectionsBefore = false;
      for (const [index, chapter] of chapters.entries()) {
        const isTop = chapter.survey.blocks[0]?.heading.depth === 1;
        const one = this.#readOne(chapter, known.get(chapter), {
          document: this.#whole.view,
          verdicts: this.#outline.verdicts[index] ?? [],
          verdictKey: this.#outline.verdictKeys[index] ?? '',
          above: isTop ? undefined : above,
          hasSectionsBefore,
          isHeldBelow: light.held.has(chapter),
          promoted: light.promoted,
        });
        if (one.reading !== known.get(chapter)?.reading) read++;
        readings.push(one);
        above = one.reading.open ?? (isTop ? undefined : above);
        hasSectionsBefore ||= one.reading.sections.length > 0;
      }
      const after = lightOf(readings);
      const isSettled = readings.every(
        ({ chapter, reading, series, isHeldBelow }) =>
          series === promotedIn(reading, after.promoted) && isHeldBelow === after.held.has(chapter),
      );
      if (isSettled || round === ROUNDS) return { read, readings, light: after };
      light = after;
      known = new Map(readings.map((one) => [one.chapter, one]));
    }
  }

  #readOne(
    chapter: Chapter,
    known: Known | undefined,
    view: Omit<ChapterView, 'series' | 'moves'> & { verdictKey: string; promoted: ReadonlySet<string> },
  ): Known {
    const { document, verdictKey, above, hasSectionsBefore, isHeldBelow, promoted } = view;
    const aboveKey = keyOf(above);
    if (
      known?.document === document &&
      known.verdicts === verdictKey &&
      known.aboveKey === aboveKey &&
      known.hasSectionsBefore === hasSectionsBefore &&
      known.isHeldBelow === isHeldBelow &&
      known.series === promotedIn(known.reading, promoted)
    ) {
      if (known.above === above) return known;
      relink(known, above);
      return { ...known, above };
    }
    const reading = readChapter(chapter, { ...view, series: promoted, moves: this.#moves });
    return {
      chapter,
      reading,
      part: partOf(reading),
      document,
      verdicts: verdictKey,
      above,
      aboveKey,
      hasSectionsBefore,
      isHeldBelow,
      series: promotedIn(reading, promoted),
    };
  }
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

/** Where each chapter stands. */
function layOut(chapters: readonly Chapter[], length: number): void {
  let offset = 0;
  let line = 0;
  for (const { place, text, lineBreaks } of chapters) {
    place.offset = offset;
    place.line = line;
    offset += text.length;
    line += lineBreaks;
  }
  let reach = length;
  for (const { place, survey } of [...chapters].reverse()) {
    place.reach = reach;
    const title = survey.blocks.find(({ heading }) => heading.depth === 1);
    if (title) reach = place.offset + spanOf(title.heading).start;
  }
}

/** What readings tell of others: which rows of headings are work, and what holds items in later chapters. */
interface Light {
  readonly promoted: ReadonlySet<string>;
  readonly held: ReadonlySet<Chapter>;
}

const NO_LIGHT: Light = { promoted: new Set(), held: new Set() };

function lightOf(readings: readonly Known[]): Light {
  const rows = new Map<string, { all: number; items: number }>();
  const held = new Set<Chapter>();
  let open: Chapter | undefined;
  for (const { chapter, reading, above } of readings) {
    for (const { key, isItem } of reading.series) {
      const row = rows.get(key) ?? { all: 0, items: 0 };
      if (row.all === 0) rows.set(key, row);
      row.all++;
      if (isItem) row.items++;
    }
    if (open && above && reading.items.length > 0) held.add(open);
    // What a document's title says, it says of the document: it is no work, whatever stands beneath it.
    if (reading.open) open = reading.open.isTitle ? undefined : chapter;
  }
  const promoted = new Set<string>();
  for (const [key, { all, items }] of rows) if (items * 2 > all) promoted.add(key);
  return { promoted, held };
}

/** Which of the chapter's rows are work. */
const promotedIn = ({ series }: ChapterReading, promoted: ReadonlySet<string>): string =>
  series.length === 0 ? '' : series.flatMap(({ key }) => (promoted.has(key) ? key : [])).join();

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

function wholeOf(chapters: readonly Chapter[], earlier: Whole | undefined): Whole {
  const surveys = chapters.map(({ survey }) => survey);
  const shape = {
    remarksStand: surveys.some(({ hasTicks }) => hasTicks),
    hasNoHeadings: surveys.every(({ blocks }) => blocks.length === 0),
    hasCrosses: surveys.some(({ hasCrosses }) => hasCrosses),
    hasSeveralTitles: surveys.reduce((sum, { titles }) => sum + titles, 0) > 1,
  };
  const document = readDocument(surveys.map(({ sayings }) => sayings));
  const key = JSON.stringify([shape, document.context]);
  // The same view, so that what was read in its light is known by it.
  const view = earlier?.key === key ? earlier.view : { ...shape, context: document.context };
  return { key, view, document };
}

function outlineOf(chapters: readonly Chapter[], earlier: Outlined | undefined): Outlined {
  const key = chapters.map(({ survey }) => survey.shapeKey);
  if (earlier?.key.length === key.length && key.every((shape, index) => shape === earlier.key[index]))
    return { ...earlier, key };
  const all = readOutline(chapters.flatMap(({ survey }) => survey.blocks.map(({ shape }) => shape)));
  let next = 0;
  const verdicts = chapters.map(({ survey }) => all.slice(next, (next += survey.blocks.length)));
  return { key, verdicts, verdictKeys: verdicts.map((own) => JSON.stringify(own)) };
}

function placedFields(
  { fields }: DocumentReading,
  chapters: readonly Chapter[],
  moves: boolean,
): DocumentFields {
  const placed: Record<string, unknown> = {};
  for (const [field, { stated, chapter }] of Object.entries(fields)) {
    const place = chapters[chapter]?.place;
    if (!place) continue;
    const copy = { ...stated };
    new Placer(place, moves).stated(copy);
    placed[field] = copy;
  }
  return placed;
}

function placedInvalid(date: InvalidDate, chapter: Chapter | undefined, moves: boolean): InvalidDate {
  const copy = { ...date };
  if (chapter) new Placer(chapter.place, moves).invalid(copy);
  return copy;
}
