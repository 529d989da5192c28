import { SymbolKind, SymbolTag, type SymbolInformation } from 'vscode-languageserver';
import { effective, sectionPath, type Item } from '../roadmap/model.ts';
import { STATUS_WORDS } from '../roadmap/wording.ts';
import type { RoadmapDocument } from '../workspace/document.ts';
import { fuzzyScore } from './fuzzy.ts';

/** Nobody looks through more, and a client would have to take them in at every key stroke. */
const MOST = 500;

interface Found {
  readonly score: number;
  readonly document: RoadmapDocument;
  readonly item: Item;
}

/**
 * The items of a workspace by what is typed of their titles, the best first. Nothing is left to be resolved: where an item
 * stands is known as soon as its file is read.
 */
export class WorkspaceSymbols {
  readonly #query: string;
  readonly #found: Found[] = [];
  readonly #tags: boolean;

  /** @param tags - whether the client can show what is dropped. */
  constructor(query: string, tags: boolean) {
    this.#query = query.toLowerCase().replace(/\s+/gu, '');
    this.#tags = tags;
  }

  add(document: RoadmapDocument): void {
    for (const item of document.roadmap.items) {
      const score = fuzzyScore(item.title, this.#query);
      if (score !== undefined) this.#found.push({ score, document, item });
    }
  }

  best(): SymbolInformation[] {
    const best = this.#found.sort((a, b) => b.score - a.score).slice(0, MOST);
    return best.map(({ document, item }) => ({
      name: item.title || UNTITLED,
      kind: SymbolKind.Boolean,
      containerName: containerOf(item),
      location: { uri: document.uri, range: document.lines.rangeOf(item.titleSpan) },
      ...(this.#tags && item.status === 'cancelled' ? { tags: [SymbolTag.Deprecated] } : {}),
    }));
  }
}

const UNTITLED = '–';

/** "To do, due 2025-07-28 · Next steps": there is no other place for it. */
function containerOf(item: Item): string {
  const due = effective(item, 'due');
  const state = STATUS_WORDS[item.status] + (due ? `, due ${due.value.end}` : '');
  return [state, ...sectionPath(item.section).slice(-1)].join(' · ');
}
