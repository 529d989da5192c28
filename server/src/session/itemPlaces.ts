import type { Location, Range } from 'vscode-languageserver';
import type { ItemLinks } from '../roadmap/links.ts';
import type { Item, RoadmapPart } from '../roadmap/model.ts';
import type { RelatedItem } from '../rules/rule.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** Where items stand that a finding in another place is about. */
export class ItemPlaces {
  readonly #workspace: Workspace;
  /** Of files that aren't open: by what others know of them, which is another list whenever they are read anew. */
  readonly #inFiles = new WeakMap<readonly ItemLinks[], ReadonlyMap<string, Range>>();
  readonly #inParts = new WeakMap<RoadmapPart, ReadonlyMap<string, Item>>();

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  locate({ uri, item }: Pick<RelatedItem, 'uri' | 'item'>): Location | undefined {
    // Nobody waits for a document that takes long to read.
    if (this.#workspace.isBeingRead(uri)) return undefined;
    const range = this.#inOpen(uri, item) ?? this.#inFile(uri, item);
    return range && { uri, range };
  }

  #inOpen(uri: string, id: string): Range | undefined {
    const document = this.#workspace.opened(uri);
    if (!document) return undefined;
    for (const part of document.roadmap.parts ?? [document.roadmap]) {
      const items = this.#inParts.get(part) ?? new Map(part.items.map((item) => [item.id, item]));
      this.#inParts.set(part, items);
      const found = items.get(id);
      if (found) return document.lines.rangeOf(found.titleSpan);
    }
    return undefined;
  }

  #inFile(uri: string, id: string): Range | undefined {
    const [links] = this.#workspace.links(uri);
    if (!links) return undefined;
    const known = this.#inFiles.get(links) ?? this.#rangesIn(uri);
    this.#inFiles.set(links, known);
    return known.get(id);
  }

  #rangesIn(uri: string): ReadonlyMap<string, Range> {
    const document = this.#workspace.get(uri);
    return new Map(
      document?.roadmap.items.map(({ id, titleSpan }) => [id, document.lines.rangeOf(titleSpan)]),
    );
  }
}
