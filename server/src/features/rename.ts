import type { Position, PrepareRenameResult, WorkspaceEdit } from 'vscode-languageserver';
import { rename, renamedSpan, type Renaming } from '../edits/rename.ts';
import type { Name } from '../roadmap/names.ts';
import { count } from '../roadmap/wording.ts';
import type { RoadmapDocument } from '../workspace/document.ts';
import { nameAt } from './places.ts';
import { annotatedEdit, documentEdits, type DocumentEdits, type EditSupport } from './workspaceEdits.ts';

/** What can be renamed at a position: an owner or an id, but not what is depended on by its title. */
export function renamableAt(document: RoadmapDocument, position: Position): Name | undefined {
  const name = nameAt(document, position);
  return name && (name.role !== 'dependsOn' || /^\S*\d\S*$/u.test(name.text)) ? name : undefined;
}

export function prepareRename(document: RoadmapDocument, position: Position): PrepareRenameResult | null {
  const name = renamableAt(document, position);
  if (!name) return null;
  return {
    range: document.lines.rangeOf(renamedSpan(name)),
    placeholder: name.text.replace(/^@/u, ''),
  };
}

/** Gathers what a rename does to one document after another; ends with the first that refuses it. */
export class Rename {
  readonly #name: Name;
  readonly #to: string;
  readonly #all: DocumentEdits[] = [];
  refused: string | undefined;

  constructor(name: Name, to: string) {
    this.#name = name;
    this.#to = to;
  }

  /** Whether to go on. */
  add(document: RoadmapDocument): boolean {
    const renaming: Renaming = rename(document.roadmap, this.#name, this.#to);
    if ('refused' in renaming) this.refused = renaming.refused;
    else if (renaming.edits.length > 0) this.#all.push(documentEdits(document, renaming.edits));
    return this.refused === undefined;
  }

  /** In one file the change is seen at once; of several, a preview is asked for. */
  edit(support: EditSupport): WorkspaceEdit {
    const places = this.#all.reduce((sum, { edits }) => sum + edits.length, 0);
    const annotation = {
      label: `Rename ${this.#name.text} to ${this.#to.trim()}`,
      description: `${count(places, 'place')} in ${count(this.#all.length, 'file')}`,
      needsConfirmation: this.#all.length > 1,
    };
    return annotatedEdit(this.#all, annotation, support);
  }
}
