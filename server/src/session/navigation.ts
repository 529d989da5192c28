/** What leads from one place of the workspace's roadmaps to others. */
import {
  LSPErrorCodes,
  ResponseError,
  type CallHierarchyItem,
  type LocationLink,
} from 'vscode-languageserver';
import {
  dependedOn,
  dependenciesOf,
  hierarchyItem,
  hierarchyTarget,
  shownItem,
  waitingFor,
  type Dependency,
} from '../features/callHierarchy.ts';
import { definitions, ownPlace, toLocation } from '../features/definition.ts';
import { documentLinks, resolveLink } from '../features/documentLinks.ts';
import { renamedAddresses } from '../features/fileRename.ts';
import { targetAt } from '../features/places.ts';
import { highlights, references } from '../features/references.ts';
import { prepareRename, renamableAt, Rename } from '../features/rename.ts';
import { annotatedEdit, documentEdits, type DocumentEdits } from '../features/workspaceEdits.ts';
import { WorkspaceSymbols } from '../features/workspaceSymbols.ts';
import { itemsNamed } from '../roadmap/names.ts';
import type { RoadmapDocument } from '../workspace/document.ts';
import { editSupport } from './commands.ts';
import type { Session } from './context.ts';
import { ofDocument } from './reading.ts';

/** What each roadmap of the workspace, and a document that is open besides, gives; until nobody wants it any more. */
async function everywhere<T>(
  { workspace }: Session,
  open: RoadmapDocument,
  give: (document: RoadmapDocument) => readonly T[],
  isCancelled: () => boolean = () => false,
): Promise<T[]> {
  const found: T[] = [];
  let sawOpen = false;
  for await (const document of workspace.documents()) {
    if (isCancelled()) return found;
    sawOpen ||= document.uri === open.uri;
    found.push(...give(document));
  }
  return sawOpen ? found : [...give(open), ...found];
}

export function serveDefinition(session: Session): void {
  const hasLinks = session.client.textDocument?.definition?.linkSupport === true;
  const answer = (links: LocationLink[]): LocationLink[] | ReturnType<typeof toLocation>[] =>
    hasLinks ? links : links.map(toLocation);
  session.connection.onDefinition(
    ofDocument(session, null, async (document, { position }) => {
      const target = targetAt(document, position);
      if (!target) return null;
      // What the document itself calls so is what it speaks of.
      const here = definitions(document, target);
      const links =
        here.length > 0 || target.named.kind === 'owner'
          ? here
          : await everywhere(session, document, (other) => definitions(other, target));
      return answer(links.length > 0 ? links : ownPlace(document, target)) as LocationLink[];
    }),
  );
}

export function serveReferences(session: Session): void {
  session.connection.onReferences((params, token) => {
    const document = session.workspace.opened(params.textDocument.uri);
    const target = document && targetAt(document, params.position);
    if (!target) return null;
    const { includeDeclaration } = params.context;
    return everywhere(
      session,
      document,
      (other) => references(other, target.named, includeDeclaration),
      () => token.isCancellationRequested,
    );
  });
}

export function serveHighlights(session: Session): void {
  session.connection.onDocumentHighlight(
    ofDocument(session, null, (document, { position }) => {
      const target = targetAt(document, position);
      return target ? highlights(document, target) : null;
    }),
  );
}

export function serveRename(session: Session): void {
  session.connection.onPrepareRename(
    ofDocument(session, null, (document, { position }) => prepareRename(document, position)),
  );
  session.connection.onRenameRequest(
    ofDocument(session, null, async (document, { position, newName }) => {
      const name = renamableAt(document, position);
      if (!name)
        throw new ResponseError(LSPErrorCodes.RequestFailed, 'Neither an owner nor an id stands here.');
      const renaming = new Rename(name, newName);
      await everywhere(
        session,
        document,
        (other) => (renaming.add(other), []),
        () => renaming.refused !== undefined,
      );
      if (renaming.refused !== undefined)
        throw new ResponseError(LSPErrorCodes.RequestFailed, renaming.refused);
      return renaming.edit(editSupport(session));
    }),
  );
}

export function serveLinks(session: Session): void {
  const { connection, workspace } = session;
  connection.onDocumentLinks(
    ofDocument(session, [], (document) => documentLinks(document, session.settings(document.uri).links)),
  );
  connection.onDocumentLinkResolve((link) => resolveLink(link, (uri) => workspace.latest(uri)));
}

export function serveFileRename(session: Session): void {
  session.connection.workspace.onWillRenameFiles(async ({ files }) => {
    const all: DocumentEdits[] = [];
    for await (const document of session.workspace.documents()) {
      const edits = renamedAddresses(document, files);
      if (edits.length > 0) all.push(documentEdits(document, edits));
    }
    const label = 'Update links to what is renamed';
    return all.length > 0 ? annotatedEdit(all, { label }, editSupport(session)) : null;
  });
}

export function serveWorkspaceSymbols(session: Session): void {
  const tags = session.client.workspace?.symbol?.tagSupport !== undefined;
  session.connection.onWorkspaceSymbol(async ({ query }, token) => {
    const symbols = new WorkspaceSymbols(query, tags);
    for await (const document of session.workspace.documents()) {
      if (token.isCancellationRequested) return [];
      symbols.add(document);
    }
    return symbols.best();
  });
}

export function serveCallHierarchy(session: Session): void {
  const { connection, workspace } = session;
  const { callHierarchy } = connection.languages;
  callHierarchy.onPrepare(
    ofDocument(session, null, async (document, { position }) => {
      const target = hierarchyTarget(document, position);
      if (!target) return null;
      if ('item' in target) return [hierarchyItem(document, target.item)];
      const itemsOf = (other: RoadmapDocument): CallHierarchyItem[] =>
        itemsNamed(other.roadmap, target.named).map((item) => hierarchyItem(other, item));
      const here = itemsOf(document);
      return here.length > 0 ? here : everywhere(session, document, itemsOf);
    }),
  );
  callHierarchy.onIncomingCalls(async ({ item: shown }) => {
    const document = workspace.get(shown.uri);
    const item = document && shownItem(document, shown);
    return item ? everywhere(session, document, (other) => waitingFor(other, item)) : null;
  });
  callHierarchy.onOutgoingCalls(async ({ item: shown }) => {
    const document = workspace.get(shown.uri);
    const item = document && shownItem(document, shown);
    if (!item) return null;
    const dependencies = dependenciesOf(document, item);
    const isHere = ({ named }: Dependency): boolean => itemsNamed(document.roadmap, named).length > 0;
    const here = dependedOn(document, dependencies.filter(isHere));
    const elsewhere = dependencies.filter((dependency) => !isHere(dependency));
    if (elsewhere.length === 0) return here;
    return [...here, ...(await everywhere(session, document, (other) => dependedOn(other, elsewhere)))];
  });
}
