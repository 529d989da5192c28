import assert from 'node:assert/strict';
import {
  type ApplyWorkspaceEditParams,
  CodeActionRequest,
  CodeLensRequest,
  DocumentSymbolRequest,
  ErrorCodes,
  ExecuteCommandRequest,
  HoverRequest,
  MarkupContent,
  ResponseError,
  TextDocumentEdit,
  type CodeAction,
  type CodeLens,
  type DocumentSymbol,
  type ShowMessageParams,
  type TextEdit,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { build } from '../built.ts';
import { Client, endServers } from './client.ts';

const URI = 'untitled:ROADMAP.md';
const SETTINGS = { today: '2025-07-28' };
const TEXT = '# T\r\n\r\n- [ ] a - *Due: 2025-07-25*\r\n- [x] b - *Completed: 2025-07-20*\r\n';

const lensesOf = async (client: Client): Promise<CodeLens[]> =>
  (await client.connection.sendRequest(CodeLensRequest.type, { textDocument: { uri: URI } })) ?? [];

function execute(client: Client, ...args: unknown[]): Promise<unknown> {
  return client.connection.sendRequest(ExecuteCommandRequest.type, {
    command: 'roadmap.toggleStatus',
    arguments: args,
  });
}

/** The text after the one edit of one document. */
function apply(
  text: string,
  { edit }: ApplyWorkspaceEditParams,
  uri: string,
  version: number | null,
): string {
  const [change] = edit.documentChanges ?? [];
  assert.ok(TextDocumentEdit.is(change));
  assert.deepEqual(change.textDocument, { uri, version });
  return TextDocument.applyEdits(TextDocument.create(uri, 'markdown', 1, text), change.edits as TextEdit[]);
}

describe('features, through the protocol', () => {
  before(build);
  endServers();
  let client: Client;
  before(async () => {
    client = await Client.start({ settings: SETTINGS });
    await client.next('workspace/diagnostic/refresh');
  });
  beforeEach(() => {
    client.onApplyEdit = () => ({ applied: true });
  });
  afterEach(async () => {
    client.taken('workspace/applyEdit');
    await client.close(URI);
  });

  it('toggle from a lens, there and back', async () => {
    await client.open(URI, TEXT, 5);
    const lenses = await lensesOf(client);
    assert.deepEqual(
      lenses.map(({ command, range }) => [range.start.line, command?.title]),
      [
        [0, '1 of 2 done, 1 overdue'],
        [2, '☐ To do'],
        [2, '3 days overdue'],
        [3, '☑ Done'],
      ],
    );
    const toggle = lenses[1]?.command;
    assert.equal(toggle?.command, 'roadmap.toggleStatus');
    assert.equal(await execute(client, ...(toggle.arguments ?? [])), true);
    const once = apply(TEXT, await client.next('workspace/applyEdit'), URI, 5);
    assert.equal(
      once,
      TEXT.replace('[ ] a - *Due: 2025-07-25*', '[x] a - *Due: 2025-07-25* - *Completed: 2025-07-28*'),
    );

    await client.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: URI, version: 6 },
      contentChanges: [{ text: once }],
    });
    const [, again] = await lensesOf(client);
    assert.equal(again?.command?.title, '☑ Done');
    assert.equal(await execute(client, ...(again.command.arguments ?? [])), true);
    assert.equal(apply(once, await client.next('workspace/applyEdit'), URI, 6), TEXT);
  });

  it('say so where the client refuses the edit', async () => {
    client.onApplyEdit = () => ({ applied: false, failureReason: 'The document is read-only.' });
    await client.open(URI, TEXT);
    const [, lens] = await lensesOf(client);
    assert.equal(await execute(client, ...(lens?.command?.arguments ?? [])), false);
    const { message } = await client.next<ShowMessageParams>('window/showMessage');
    assert.equal(message, 'The document is read-only.');
  });

  it('say so where the item is gone', async () => {
    await client.open(URI, TEXT);
    for (const reference of [
      { uri: URI, id: 'gone', version: 1 },
      { uri: 'untitled:none', id: 'gone', version: 1 },
    ]) {
      assert.equal(await execute(client, reference), false);
      assert.match((await client.next<ShowMessageParams>('window/showMessage')).message, /no longer there/);
    }
    assert.deepEqual(client.taken('workspace/applyEdit'), []);
  });

  for (const [what, ...args] of [['no argument'], ['a wrong argument', { uri: 1 }], ['null', null]] as const)
    it(`refuse a command with ${what}`, async () => {
      await assert.rejects(execute(client, ...args), (error) => {
        assert.ok(error instanceof ResponseError);
        assert.equal(error.code, ErrorCodes.InvalidParams);
        return true;
      });
    });

  it('have no lenses where they are switched off', async () => {
    await client.open(URI, TEXT);
    client.taken('workspace/codeLens/refresh');
    for (const [enabled, lenses] of [
      [false, 0],
      [true, 4],
    ] as const) {
      client.settings = { ...SETTINGS, codeLens: { enabled } };
      await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
      await client.next('workspace/codeLens/refresh');
      assert.equal((await lensesOf(client)).length, lenses);
    }
  });

  it('show an outline, nested where the client can', async () => {
    await client.open(URI, TEXT);
    const symbolsFor = (asked: Client) =>
      asked.connection.sendRequest(DocumentSymbolRequest.type, { textDocument: { uri: URI } });
    assert.deepEqual(
      (await symbolsFor(client))?.map((symbol) => ('location' in symbol ? symbol.containerName : 'nested')),
      [undefined, 'T', 'T'],
    );
    const nesting = await Client.start({
      settings: SETTINGS,
      capabilities: { textDocument: { documentSymbol: { hierarchicalDocumentSymbolSupport: true } } },
    });
    await nesting.open(URI, TEXT);
    const [root, ...others] = ((await symbolsFor(nesting)) ?? []) as DocumentSymbol[];
    assert.deepEqual([root?.name, others], ['T', []]);
    assert.deepEqual(
      root?.children?.map(({ name, detail }) => [name, detail]),
      [
        ['a', 'To do, due 2025-07-25'],
        ['b', 'Done'],
      ],
    );
  });

  it('hover', async () => {
    await client.open(URI, TEXT);
    const at = (line: number, character: number) =>
      client.connection.sendRequest(HoverRequest.type, {
        textDocument: { uri: URI },
        position: { line, character },
      });
    const hover = await at(2, 20);
    assert.ok(hover && MarkupContent.is(hover.contents));
    assert.match(
      hover.contents.value,
      /^\*\*Due Friday, 2025-07-25\*\* {2}\n3 days overdue \(1 working day\)/,
    );
    assert.equal(await at(2, 1), null);
    assert.equal(await at(99, 99), null);
  });

  it('offer fixes of what was found, and they mend it', async () => {
    await client.open(URI, '- [x] a - *Due: 2025-25-07*\n', 3);
    const report = await client.pull(URI);
    assert.equal(report.kind, 'full');
    const actions = await client.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri: URI },
      range: report.items[0]!.range,
      context: { diagnostics: report.items, only: ['quickfix'] },
    });
    const [action, ...others] = (actions ?? []) as CodeAction[];
    assert.deepEqual([action?.title, action?.isPreferred], ['Change to 2025-07-25', true]);
    assert.deepEqual(
      others.map(({ title }) => title),
      ['Silence invalid-date for this line', 'Silence invalid-date in this document'],
    );
    assert.ok(action?.edit);
    assert.equal(
      apply('- [x] a - *Due: 2025-25-07*\n', { edit: action.edit }, URI, 3),
      '- [x] a - *Due: 2025-07-25*\n',
    );
  });

  it('answer of documents that are not open with nothing', async () => {
    const textDocument = { uri: 'file:///none/TODO.md' };
    const [position, range] = [
      { line: 0, character: 0 },
      { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
    ];
    assert.deepEqual(await client.connection.sendRequest(CodeLensRequest.type, { textDocument }), []);
    assert.deepEqual(await client.connection.sendRequest(DocumentSymbolRequest.type, { textDocument }), []);
    assert.equal(await client.connection.sendRequest(HoverRequest.type, { textDocument, position }), null);
    assert.deepEqual(
      await client.connection.sendRequest(CodeActionRequest.type, {
        textDocument,
        range,
        context: { diagnostics: [] },
      }),
      [],
    );
    assert.equal(
      await client.connection.sendRequest('roadmap/itemAt', { uri: textDocument.uri, position }),
      null,
    );
  });

  it('watch files and settings where the client can', async () => {
    const registered: string[] = [];
    for (let n = 0; n < 2; n++) {
      const { registrations } = await client.next<{ registrations: { method: string }[] }>(
        'client/registerCapability',
      );
      registered.push(...registrations.map(({ method }) => method));
    }
    for (const method of ['workspace/didChangeConfiguration', 'workspace/didChangeWatchedFiles'])
      assert.ok(registered.includes(method), method);
  });
});
