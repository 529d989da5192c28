import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  CallHierarchyIncomingCallsRequest,
  CallHierarchyOutgoingCallsRequest,
  CallHierarchyPrepareRequest,
  DefinitionRequest,
  DocumentHighlightRequest,
  DocumentLinkRequest,
  DocumentLinkResolveRequest,
  FoldingRangeRequest,
  LSPErrorCodes,
  PrepareRenameRequest,
  ReferencesRequest,
  RenameRequest,
  ResponseError,
  SelectionRangeRequest,
  WillRenameFilesRequest,
  WorkspaceSymbolRequest,
  type ClientCapabilities,
  type Location,
  type LocationLink,
  type Position,
  type TextDocumentEdit,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { build } from '../built.ts';
import { marked, type Marked } from '../markers.ts';
import { Client, endServers, PULL } from './client.ts';

const SETTINGS = {
  today: '2025-07-28',
  links: { issues: 'https://example.org/issues/{id}', tickets: { TASK: 'https://example.org/browse/{id}' } },
};

const ABLE: ClientCapabilities = {
  ...PULL,
  workspace: {
    ...PULL.workspace,
    workspaceEdit: { documentChanges: true, changeAnnotationSupport: { groupsOnLabel: true } },
    fileOperations: { willRename: true },
  },
  textDocument: {
    ...PULL.textDocument,
    definition: { linkSupport: true },
    rename: { prepareSupport: true },
    callHierarchy: {},
  },
};

/** In the order of their names. */
const FILES: Readonly<Record<string, Marked>> = {
  'PLAN.md': marked('- [ ] Build it - Depends on: TASK-1 - Owner: Ann', '- [ ] Ask Annette'),
  'ROADMAP.md': marked(
    '# Plan',
    '',
    '- [ ] TASK-1: Dig - Owner: ‸Ann, Bob',
    '- [ ] Plant - Depends on: ‸TASK-1, TASK-7',
    '- [ ] Water - Depends on: TASK-‸2',
  ),
  'TODO.md': marked('| Id | Task | Owner |', '| --- | --- | --- |', '| TASK-2 | Buy seeds | ann |'),
};

describe('navigation, through the protocol', () => {
  let folder: string;
  let client: Client;
  const uri = (name: string): string => pathToFileURL(path.join(folder, name)).href;
  const nameOf = (file: string): string => file.split('/').pop() ?? '';
  const open = FILES['ROADMAP.md']!;
  const [owner, dependency, elsewhere] = open.cursors as [Position, Position, Position];
  const at = (position: Position) => ({ textDocument: { uri: uri('ROADMAP.md') }, position });

  before(build);
  before(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'roadmap-navigation-'));
    for (const [name, { text }] of Object.entries(FILES)) await writeFile(path.join(folder, name), text);
    client = await started(ABLE);
  });
  after(() => rm(folder, { recursive: true }));
  endServers();

  async function started(capabilities: ClientCapabilities): Promise<Client> {
    const starting = await Client.start({ folders: [uri('')], settings: SETTINGS, capabilities });
    await starting.open(uri('ROADMAP.md'), open.text, 3);
    return starting;
  }

  /** `file:line:column words`. */
  const shown = (locations: readonly Location[]): string[] =>
    locations.map(({ uri: file, range }) => {
      const { text } = FILES[nameOf(file)]!;
      return `${nameOf(file)}:${range.start.line} ${TextDocument.create('', '', 1, text).getText(range)}`;
    });

  it('finds who and what is named, in every file', async () => {
    const references = async (position: Position, includeDeclaration = true): Promise<string[]> =>
      shown(
        (await client.connection.sendRequest(ReferencesRequest.type, {
          ...at(position),
          context: { includeDeclaration },
        })) ?? [],
      );
    assert.deepEqual(await references(owner), ['PLAN.md:0 Ann', 'ROADMAP.md:2 Ann', 'TODO.md:2 ann']);
    assert.deepEqual(await references(dependency), [
      'PLAN.md:0 TASK-1',
      'ROADMAP.md:2 TASK-1',
      'ROADMAP.md:3 TASK-1',
    ]);
    assert.deepEqual(await references(dependency, false), ['PLAN.md:0 TASK-1', 'ROADMAP.md:3 TASK-1']);
    const highlights = await client.connection.sendRequest(DocumentHighlightRequest.type, at(dependency));
    assert.deepEqual(
      highlights?.map(({ range, kind }) => [range.start.line, kind]),
      [
        [2, 3],
        [3, 2],
      ],
    );
  });

  it('leads to what is depended on, here or in another file', async () => {
    const definition = async (position: Position): Promise<string[]> => {
      const links = await client.connection.sendRequest(DefinitionRequest.type, at(position));
      return shown(
        (links as LocationLink[]).map((link) => ({ uri: link.targetUri, range: link.targetSelectionRange })),
      );
    };
    assert.deepEqual(await definition(dependency), ['ROADMAP.md:2 TASK-1: Dig']);
    assert.deepEqual(await definition(elsewhere), ['TODO.md:2 Buy seeds']);
    // Of what is defined nowhere, the place itself: editors offer the references then.
    assert.deepEqual(await definition(owner), ['ROADMAP.md:2 Ann']);
    assert.equal(
      await client.connection.sendRequest(DefinitionRequest.type, at({ line: 1, character: 0 })),
      null,
    );
  });

  /** The texts after a rename, by file, with the version it was made for. */
  function applied(changes: readonly TextDocumentEdit[]): Record<string, [number | null, string]> {
    return Object.fromEntries(
      changes.map(({ textDocument, edits }) => {
        const before = TextDocument.create('', '', 1, FILES[nameOf(textDocument.uri)]!.text);
        return [
          nameOf(textDocument.uri),
          [
            textDocument.version,
            TextDocument.applyEdits(before, edits as Parameters<typeof TextDocument.applyEdits>[1]),
          ],
        ];
      }),
    );
  }

  it('renames in every file, after a preview', async () => {
    assert.deepEqual(await client.connection.sendRequest(PrepareRenameRequest.type, at(owner)), {
      range: { start: owner, end: { ...owner, character: owner.character + 3 } },
      placeholder: 'Ann',
    });
    const edit = await client.connection.sendRequest(RenameRequest.type, { ...at(owner), newName: 'Cleo' });
    assert.deepEqual(edit?.changeAnnotations, {
      roadmap: { label: 'Rename Ann to Cleo', description: '3 places in 3 files', needsConfirmation: true },
    });
    const changes = edit.documentChanges as TextDocumentEdit[];
    assert.ok(changes.every(({ edits }) => edits.every((one) => 'annotationId' in one)));
    assert.deepEqual(applied(changes), {
      'PLAN.md': [null, FILES['PLAN.md']!.text.replace('Owner: Ann', 'Owner: Cleo')],
      'ROADMAP.md': [3, open.text.replace('Owner: Ann', 'Owner: Cleo')],
      'TODO.md': [null, FILES['TODO.md']!.text.replace('ann', 'Cleo')],
    });
  });

  it('renames an id where it stands alone, without a preview', async () => {
    const edit = await client.connection.sendRequest(RenameRequest.type, {
      ...at(elsewhere),
      newName: 'TASK-20',
    });
    assert.deepEqual(Object.keys(applied(edit?.documentChanges as TextDocumentEdit[])), [
      'ROADMAP.md',
      'TODO.md',
    ]);
  });

  it('says why it renames nothing', async () => {
    const refused = (position: Position, newName: string, message: RegExp) =>
      assert.rejects(
        client.connection.sendRequest(RenameRequest.type, { ...at(position), newName }),
        (error) => {
          assert.ok(error instanceof ResponseError);
          assert.equal(error.code, LSPErrorCodes.RequestFailed);
          assert.match(error.message, message);
          return true;
        },
      );
    await refused(owner, 'Bob, Cleo', /"Bob, Cleo" can't be read as one owner/);
    await refused({ line: 0, character: 3 }, 'Bob', /Neither an owner nor an id/);
    assert.equal(
      await client.connection.sendRequest(PrepareRenameRequest.type, at({ line: 0, character: 3 })),
      null,
    );
  });

  it('gives a client of few abilities what it can take', async () => {
    const simple = await started({ workspace: { configuration: true } });
    const edit = await simple.connection.sendRequest(RenameRequest.type, { ...at(owner), newName: 'Cleo' });
    assert.deepEqual(Object.keys(edit ?? {}), ['changes']);
    assert.deepEqual(Object.keys(edit?.changes ?? {}).map(nameOf), ['PLAN.md', 'ROADMAP.md', 'TODO.md']);
    const [location] = (await simple.connection.sendRequest(
      DefinitionRequest.type,
      at(dependency),
    )) as Location[];
    assert.deepEqual(shown([location!]), ['ROADMAP.md:2 TASK-1: Dig']);
    const folds = await simple.connection.sendRequest(FoldingRangeRequest.type, {
      textDocument: { uri: uri('ROADMAP.md') },
    });
    assert.deepEqual(folds, [{ startLine: 0, endLine: 4, kind: 'region' }]);
  });

  it('finds items by pieces of their titles', async () => {
    const symbols = async (query: string): Promise<unknown[]> =>
      ((await client.connection.sendRequest(WorkspaceSymbolRequest.type, { query })) ?? []).map(
        ({ name, location, containerName }) => [name, nameOf(location.uri), containerName],
      );
    assert.deepEqual(await symbols('bsd'), [['Buy seeds', 'TODO.md', 'To do']]);
    assert.equal((await symbols('')).length, 6);
  });

  it('shows what waits for an item, over files, and what it depends on', async () => {
    const prepare = async (position: Position) =>
      (await client.connection.sendRequest(CallHierarchyPrepareRequest.type, at(position)))![0]!;
    const dig = await prepare(dependency);
    assert.equal(dig.name, 'TASK-1: Dig');
    const incoming = await client.connection.sendRequest(CallHierarchyIncomingCallsRequest.type, {
      item: dig,
    });
    assert.deepEqual(
      incoming?.map(({ from }) => [nameOf(from.uri), from.name]),
      [
        ['PLAN.md', 'Build it'],
        ['ROADMAP.md', 'Plant'],
      ],
    );
    const water = await prepare({ line: 4, character: 7 });
    const outgoing = await client.connection.sendRequest(CallHierarchyOutgoingCallsRequest.type, {
      item: water,
    });
    assert.deepEqual(
      outgoing?.map(({ to, fromRanges }) => [nameOf(to.uri), to.name, fromRanges[0]?.start.line]),
      [['TODO.md', 'Buy seeds', 4]],
    );
  });

  describe('links', () => {
    const LINKED = marked('- [ ] 🦀 ⟦#12⟧ and ⟦TASK-7⟧, see [there](⟦TODO.md#to-do⟧)', '', '## To do');
    const links = async () =>
      (await client.connection.sendRequest(DocumentLinkRequest.type, {
        textDocument: { uri: uri('docs-TODO.md') },
      })) ?? [];
    before(() => client.open(uri('docs-TODO.md'), LINKED.text));
    after(() => client.close(uri('docs-TODO.md')));

    it('lead where the settings say, and to other files once they are followed', async () => {
      const found = await links();
      assert.deepEqual(
        found.map(({ range, target }) => [range, target]),
        [
          [LINKED.ranges[0], 'https://example.org/issues/12'],
          [LINKED.ranges[1], 'https://example.org/browse/TASK-7'],
          [LINKED.ranges[2], undefined],
        ],
      );
      const resolved = await client.connection.sendRequest(DocumentLinkResolveRequest.type, found[2]!);
      assert.equal(resolved.target, `${uri('TODO.md')}#to-do`);
    });

    it('follow a file that is renamed, after a preview where the client can show one', async () => {
      const files = [{ oldUri: uri('TODO.md'), newUri: uri('plans/LATER.md') }];
      const edit = await client.connection.sendRequest(WillRenameFilesRequest.type, { files });
      const [change] = edit?.documentChanges as TextDocumentEdit[];
      assert.deepEqual(change?.textDocument, { uri: uri('docs-TODO.md'), version: 1 });
      assert.equal(
        TextDocument.applyEdits(
          TextDocument.create('', '', 1, LINKED.text),
          change.edits as Parameters<typeof TextDocument.applyEdits>[1],
        ),
        LINKED.text.replace('TODO.md', 'plans/LATER.md'),
      );
      assert.equal(edit?.documentChanges?.length, 1);
      const others = [{ oldUri: uri('PLAN.md'), newUri: uri('plans/PLAN.md') }];
      assert.equal(await client.connection.sendRequest(WillRenameFilesRequest.type, { files: others }), null);
    });
  });

  it('grows selections', async () => {
    const [range] =
      (await client.connection.sendRequest(SelectionRangeRequest.type, {
        textDocument: { uri: uri('ROADMAP.md') },
        positions: [owner],
      })) ?? [];
    const document = TextDocument.create('', '', 1, open.text);
    assert.equal(document.getText(range?.range), 'Ann');
    assert.equal(document.getText(range?.parent?.range), 'Ann, Bob');
  });
});
