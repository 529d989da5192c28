import { SymbolKind, type DocumentSymbol, type SymbolInformation } from 'vscode-languageserver';
import { effective, type Item, type Section, type Span } from '../roadmap/model.ts';
import { STATUS_WORDS } from '../roadmap/wording.ts';
import type { RoadmapDocument } from '../workspace/document.ts';

/**
 * Sections and the items in them, as an outline shows them: items tell their status and when they are due. A heading
 * that is an item itself is one symbol. Asked for after each key stroke: one walk over both, and nothing is searched.
 */
export function documentSymbols(document: RoadmapDocument): DocumentSymbol[] {
  const { sections, items } = document.roadmap;
  const roots: DocumentSymbol[] = [];
  const known = new Map<Section | Item, DocumentSymbol>();
  const add = (symbol: DocumentSymbol, parent: Section | Item | undefined): DocumentSymbol => {
    const around = parent && known.get(parent);
    if (!around) roots.push(symbol);
    else (around.children ??= []).push(symbol);
    return symbol;
  };

  let next = 0;
  const addSections = (end: number): void => {
    for (let section = sections[next]; section && section.heading.start < end; section = sections[++next])
      known.set(section, add(sectionSymbol(document, section), section.parent));
  };
  for (const item of items) {
    addSections(item.own.start);
    const symbol = add(itemSymbol(document, item), innermost(item));
    known.set(item, symbol);
    const section = sections[next];
    if (section?.heading.start !== item.own.start) continue;
    known.set(section, symbol);
    next++;
  }
  addSections(Infinity);
  return roots;
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

function sectionSymbol(document: RoadmapDocument, { title, heading, span }: Section): DocumentSymbol {
  return { name: title || UNTITLED, kind: SymbolKind.String, ...ranges(document, span, heading) };
}

function itemSymbol(document: RoadmapDocument, item: Item): DocumentSymbol {
  const due = effective(item, 'due');
  const status = STATUS_WORDS[item.status];
  return {
    name: item.title || UNTITLED,
    detail: due ? `${status}, due ${due.value.end}` : status,
    kind: SymbolKind.Boolean,
    ...ranges(document, item.span, item.titleSpan),
  };
}

/** An outline without a name is refused as a whole. */
const UNTITLED = '–';

/** Without white space at their ends, so that a cursor in the empty lines behind is in nothing. */
function ranges(
  { lines, roadmap: { text } }: RoadmapDocument,
  { start, end }: Span,
  selection: Span,
): Pick<DocumentSymbol, 'range' | 'selectionRange'> {
  let last = end;
  while (last > selection.start && isSpace(text.charCodeAt(last - 1))) last--;
  return {
    range: lines.rangeOf({ start, end: last }),
    selectionRange: lines.rangeOf({ start: selection.start, end: Math.min(selection.end, last) }),
  };
}

const isSpace = (code: number): boolean => code === 10 || code === 13 || code === 32 || code === 9;
