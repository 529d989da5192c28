import assert from 'node:assert/strict';
import {
  CodeActionRequest,
  CodeActionResolveRequest,
  CompletionRequest,
  CompletionResolveRequest,
  DocumentOnTypeFormattingRequest,
  InlayHintRequest,
  InlayHintResolveRequest,
  SemanticTokensDeltaRequest,
  SemanticTokensRangeRequest,
  SemanticTokensRequest,
  type CompletionItem,
  type InlayHint,
  type Range,
} from 'vscode-languageserver-protocol/node';
import { build } from '../built.ts';
import { Client, endServers, PULL, PUSH } from './client.ts';

const URI = 'untitled:ROADMAP.md';
const SETTINGS = { today: '2025-07-28' } as const;
const TEXT = '## A\r\n**Owner:** Ann\r\n\r\n- [ ] a (Due: 2025-07-25)\r\n- [x] b\r\n';
const ALL: Range = { start: { line: 0, character: 0 }, end: { line: 6, character: 0 } };
const textDocument = { uri: URI };

async function completions(client: Client, line: number, character: number): Promise<CompletionItem[]> {
  const position = { line, character };
  const list = await client.connection.sendRequest(CompletionRequest.type, { textDocument, position });
  return Array.isArray(list) ? list : (list?.items ?? []);
}
const hints = async (client: Client): Promise<InlayHint[]> =>
  (await client.connection.sendRequest(InlayHintRequest.type, { textDocument, range: ALL })) ?? [];

describe('help while typing, through the protocol', () => {
  before(build);
  endServers();
  let client: Client;
  before(async () => {
    client = await Client.start({ settings: SETTINGS });
    await client.next('workspace/inlayHint/refresh');
    await client.next('workspace/semanticTokens/refresh');
  });
  afterEach(() => client.close(URI));

  it('completes a date in words, and tells of it when somebody looks', async () => {
    await client.open(URI, TEXT);
    await client.edit(URI, 2, 4, 7, 7, ' (Due: fri');
    const friday = (await completions(client, 4, 17)).find(({ label }) => label === 'friday');
    assert.equal(friday?.detail, 'Friday, 2025-08-01');
    assert.deepEqual(friday.textEdit, {
      range: { start: { line: 4, character: 14 }, end: { line: 4, character: 17 } },
      newText: '2025-08-01',
    });
    const resolved = await client.connection.sendRequest(CompletionResolveRequest.type, friday);
    assert.equal(resolved.documentation, 'Friday, 2025-08-01: 4 days left (4 working days)');
  });

  it('completes nothing in other files', async () => {
    const uri = 'untitled:README.md';
    await client.open(uri, TEXT);
    const position = { line: 1, character: 11 };
    assert.equal(
      await client.connection.sendRequest(CompletionRequest.type, { textDocument: { uri }, position }),
      null,
    );
    const tokens = await client.connection.sendRequest(SemanticTokensRequest.type, { textDocument: { uri } });
    assert.deepEqual(tokens?.data, []);
    await client.close(uri);
  });

  it('hints as the settings say', async () => {
    await client.open(URI, TEXT);
    assert.deepEqual(await hints(client), []);
    client.settings = { ...SETTINGS, inlayHints: { due: 'near' } };
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await client.next('workspace/inlayHint/refresh');
    assert.deepEqual(
      (await hints(client)).map(({ label }) => label),
      ['3 days overdue'],
    );
    client.settings = { ...SETTINGS, inlayHints: { inherited: true, due: 'off' } };
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await client.next('workspace/inlayHint/refresh');
    const [owner, ...others] = await hints(client);
    assert.ok(owner && others.length === 0);
    assert.deepEqual(
      [owner.label, owner.position, owner.tooltip],
      ['owner: Ann', { line: 3, character: 25 }, undefined],
    );
    const resolved = await client.connection.sendRequest(InlayHintResolveRequest.type, owner);
    assert.equal(resolved.tooltip, 'Inherited from "A" (line 2)');
    client.settings = SETTINGS;
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await client.next('workspace/semanticTokens/refresh');
  });

  it('colours fields, and after a key stroke tells what has changed', async () => {
    await client.open(URI, TEXT);
    const full = await client.connection.sendRequest(SemanticTokensRequest.type, { textDocument });
    assert.equal(full?.data.length, 5 * 5);
    const range = { start: { line: 4, character: 0 }, end: { line: 4, character: 7 } };
    const part = await client.connection.sendRequest(SemanticTokensRangeRequest.type, {
      textDocument,
      range,
    });
    assert.deepEqual(part?.data.slice(0, 3), [4, 3, 1]);
    await client.edit(URI, 2, 4, 3, 4, ' ');
    const delta = await client.connection.sendRequest(SemanticTokensDeltaRequest.type, {
      textDocument,
      previousResultId: full.resultId ?? '',
    });
    assert.ok(delta && 'edits' in delta);
    assert.deepEqual(delta.edits, [{ start: 20, deleteCount: 5, data: [] }]);
  });

  it('tells the edits of a refactoring when it is chosen, and not once the document has moved on', async () => {
    await client.open(URI, TEXT);
    const context = { diagnostics: [], only: ['refactor.move'] };
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    const [action] =
      (await client.connection.sendRequest(CodeActionRequest.type, { textDocument, range, context })) ?? [];
    assert.ok(action && 'kind' in action && action.edit === undefined);
    assert.equal(action.title, 'Move done items to "Completed"');
    const resolved = await client.connection.sendRequest(CodeActionResolveRequest.type, action);
    assert.deepEqual(resolved.edit?.documentChanges?.length, 1);
    await client.edit(URI, 2, 4, 7, 7, '!');
    const late = await client.connection.sendRequest(CodeActionResolveRequest.type, action);
    assert.equal(late.edit, undefined);
    assert.match(
      (await client.next<{ message: string }>('window/showMessage')).message,
      /nothing was changed/u,
    );
  });

  it('continues a list', async () => {
    await client.open(URI, TEXT);
    await client.edit(URI, 2, 4, 7, 7, '\r\n');
    const edits = await client.connection.sendRequest(DocumentOnTypeFormattingRequest.type, {
      textDocument,
      position: { line: 5, character: 0 },
      ch: '\n',
      options: { tabSize: 2, insertSpaces: true },
    });
    assert.deepEqual(edits, [
      { range: { start: { line: 5, character: 0 }, end: { line: 5, character: 0 } }, newText: '- [ ] ' },
    ]);
  });
});

describe('help for a client of few abilities', () => {
  before(build);
  endServers();

  it('announces nothing that it lacks, sends no snippets and asks for nothing', async () => {
    const client = new Client({ capabilities: PUSH });
    const { capabilities } = await client.initialize();
    assert.deepEqual(
      [capabilities.inlayHintProvider, capabilities.semanticTokensProvider],
      [undefined, undefined],
    );
    await client.connection.sendNotification('initialized', {});
    await client.open(URI, TEXT.replace('- [x] b', '- [x] b p'));
    const items = await completions(client, 4, 9);
    assert.ok(items.length > 0);
    for (const item of items) assert.equal(item.insertTextFormat ?? item.insertTextMode, undefined);
    assert.deepEqual(client.taken('workspace/inlayHint/refresh'), []);
    assert.deepEqual(client.taken('workspace/semanticTokens/refresh'), []);
  });

  it('sends the whole hint to who resolves none', async () => {
    const { textDocument: abilities, ...others } = PULL;
    const client = await Client.start({
      capabilities: { ...others, textDocument: { ...abilities, inlayHint: {} } },
      settings: { ...SETTINGS, inlayHints: { due: 'near' } },
    });
    await client.open(URI, TEXT);
    await client.next('workspace/inlayHint/refresh');
    assert.equal((await hints(client))[0]?.tooltip, '2025-07-25, as "2025-07-25" is read');
  });
});
