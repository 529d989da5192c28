import { SymbolKind, type DocumentSymbol, type SymbolInformation } from 'vscode-languageserver';
import type { Lines, Position } from '../roadmap/lines.ts';
import { effective, type Item, type Section, type Span } from '../roadmap/model.ts';
import { STATUS_WORDS } from '../roadmap/wording.ts';
import { chapterwise } from './chapterwise.ts';
import { endOfLines } from './extents.ts';
import { PartedList, type Part } from './parted.ts';
import type { RoadmapDocument } from '../workspace/document.ts';

/**
 * Sections and the items in them, as an outline shows them: items tell their status and when they are due. A heading
 * that is an item itself is one symbol.
 */
export const documentSymbols = (document: RoadmapDocument): DocumentSymbol[] =>
  shown(inParts(document), ({ all }) => all);

/** The same, to be sent as text after each key stroke: one walk over the chapters, and nothing is searched. */
export function symbolsInParts(document: RoadmapDocument): DocumentSymbol[] | PartedList<DocumentSymbol> {
  const all = inParts(document);
  const isFlat = !all.some(({ values }) => values.some(({ parts }) => parts));
  return isFlat ? new PartedList(all) : shown(all, (list) => list as unknown as DocumentSymbol[]);
}

const shown = (
  all: readonly Part<OpenSymbol>[],
  childrenOf: (list: PartedList<DocumentSymbol>) => DocumentSymbol[],
): DocumentSymbol[] =>
  all.flatMap(({ values }) =>
    values.map((value) => {
      if (!value.parts) return value;
      const { parts, ...symbol } = value;
      const list = new PartedList(parts);
      return list.isEmpty ? symbol : { ...symbol, children: childrenOf(list) };
    }),
  );

/** A symbol in which chapters stand: its children, part by part. */
interface OpenSymbol extends DocumentSymbol {
  readonly parts?: Part<DocumentSymbol>[];
}

function inParts(document: RoadmapDocument): Part<OpenSymbol>[] {
  const { roadmap, lines, chapters } = document;
  if (!chapters) {
    const { roots } = symbolsOf({ ...roadmap, lines, start: 0 });
    return [{ values: roots.map(({ symbol }) => symbol) }];
  }
  const all: Part<OpenSymbol>[] = [];
  /** The section of the first level in which chapters stand, and where it would end with the last of them. */
  let open: (OpenSymbol & { readonly parts: Part<DocumentSymbol>[] }) | undefined;
  let last: Position | undefined;
  const close = (): void => {
    if (open && last) open.range = { start: open.range.start, end: last };
  };
  for (const read of chapters) {
    const { before, within, opened, others, untilTitle, end } = ofChapter(read, document);
    if (opened) {
      last = untilTitle ?? last;
      close();
    }
    if (open) open.parts.push({ values: within });
    else all.push({ values: within });
    all.push({ values: before });
    if (opened) {
      open = { ...opened, parts: [{ values: opened.children ?? [] }] };
      all.push({ values: [open] });
    }
    all.push({ values: others });
    last = end ?? last;
  }
  close();
  return all;
}

/** Items and sections of a document or of a chapter, whose text begins at `start`. */
interface Unit {
  readonly items: readonly Item[];
  readonly sections: readonly Section[];
  readonly lines: Lines;
  readonly text: string;
  readonly start: number;
}

interface UnitSymbols {
  /** The outermost symbols; `isWithin`: of something that stands in a section of another chapter. */
  readonly roots: readonly { symbol: DocumentSymbol; isWithin: boolean }[];
  readonly known: ReadonlyMap<Section | Item, DocumentSymbol>;
}

const ofChapter = chapterwise(({ chapter, reading }, lines) => {
  const { text, place } = chapter;
  const { roots, known } = symbolsOf({ ...reading, lines, text, start: place.offset });
  const title = reading.sections.find(({ depth }) => depth === 1);
  /** Where the words of the chapter's beginning end; nothing where there are none. */
  const endOf = (beginning: string): Position | undefined => {
    const length = endOfLines(beginning, 0, beginning.length);
    return beginning.trim() === '' ? undefined : lines.positionAt(place.offset + length);
  };
  const opened = reading.open && known.get(reading.open);
  const own = roots.flatMap(({ symbol, isWithin }) => (isWithin && symbol !== opened ? [] : symbol));
  const at = opened ? own.indexOf(opened) : -1;
  return {
    /** What stands in a section of another chapter. */
    within: roots.flatMap(({ symbol, isWithin }) => (isWithin && symbol !== opened ? symbol : [])),
    before: at < 0 ? [] : own.slice(0, at),
    opened,
    others: own.slice(at + 1),
    /** Where what was open before ends. */
    untilTitle: title && endOf(text.slice(0, title.heading.start - place.offset)),
    end: endOf(text),
  };
});

function symbolsOf(unit: Unit): UnitSymbols {
  const { sections, items } = unit;
  const roots: { symbol: DocumentSymbol; isWithin: boolean }[] = [];
  const known = new Map<Section | Item, DocumentSymbol>();
  const add = (symbol: DocumentSymbol, parent: Section | Item | undefined): DocumentSymbol => {
    const around = parent && known.get(parent);
    if (!around) roots.push({ symbol, isWithin: parent !== undefined });
    else (around.children ??= []).push(symbol);
    return symbol;
  };

  let next = 0;
  const addSections = (end: number): void => {
    for (let section = sections[next]; section && section.heading.start < end; section = sections[++next])
      known.set(section, add(sectionSymbol(unit, section), section.parent));
  };
  for (const item of items) {
    addSections(item.own.start);
    const symbol = add(itemSymbol(unit, item), innermost(item));
    known.set(item, symbol);
    const section = sections[next];
    if (section?.heading.start !== item.own.start) continue;
    known.set(section, symbol);
    next++;
  }
  addSections(Infinity);
  return { roots, known };
}

/** What an item stands in: a bullet of another one, a section, or a section of a heading that is an item itself. */
const innermost = ({ parent, section }: Item): Item | Section | undefined =>
  parent && section && parent.own.start < section.heading.start ? section : (parent ?? section);

/** The same without nesting, for clients that know no other outline. */
export function flatSymbols(uri: string, symbols: readonly DocumentSymbol[]): SymbolInformation[] {
  const flat: SymbolInformation[] = [];
  const visit = (siblings: readonly DocumentSymbol[], containerName?: string): void => {
    for (const { name, kind, range, children = [] } of siblings) {
      flat.push({ name, kind, location: { uri, range }, ...(containerName ? { containerName } : {}) });
      visit(children, name);
    }
  };
  visit(symbols);
  return flat;
}

function sectionSymbol(unit: Unit, { title, heading, span }: Section): DocumentSymbol {
  return { name: title || UNTITLED, kind: SymbolKind.String, ...ranges(unit, span, heading) };
}

function itemSymbol(unit: Unit, item: Item): DocumentSymbol {
  const due = effective(item, 'due');
  const status = STATUS_WORDS[item.status];
  return {
    name: item.title || UNTITLED,
    detail: due ? `${status}, due ${due.value.end}` : status,
    kind: SymbolKind.Boolean,
    ...ranges(unit, item.span, item.titleSpan),
  };
}

/** An outline without a name is refused as a whole. */
const UNTITLED = '–';

/** Without empty lines at their ends, so that a cursor in these is in nothing. */
function ranges(
  { lines, text, start: base }: Unit,
  { start, end }: Span,
  selection: Span,
): Pick<DocumentSymbol, 'range' | 'selectionRange'> {
  // What goes on in other chapters is given its end where these are known.
  const goesOn = end > base + text.length;
  const last = base + endOfLines(text, selection.start - base, Math.min(end - base, text.length));
  return {
    range: lines.rangeOf({ start, end: last }),
    selectionRange: lines.rangeOf({
      start: selection.start,
      end: goesOn ? selection.end : Math.min(selection.end, last),
    }),
  };
}
