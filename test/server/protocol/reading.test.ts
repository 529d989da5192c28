import assert from 'node:assert/strict';
import {
  CancellationTokenSource,
  DocumentSymbolRequest,
  LSPErrorCodes,
  ResponseError,
} from 'vscode-languageserver-protocol/node';
import { build } from '../built.ts';
import { Client, endServers } from './client.ts';

const URI = 'untitled:TODO.md';
/** Takes seconds to read: chapters that no plain reader reads. */
const LONG = Array.from(
  { length: 400 },
  (_, nth) => `## Lock ${nth}\n\n${`- [ ] Dredge &amp; dry lock ${nth}, @mina\n`.repeat(40)}\n`,
).join('');

const symbolsOf = (client: Client, source?: CancellationTokenSource): Promise<unknown> =>
  client.connection.sendRequest(DocumentSymbolRequest.type, { textDocument: { uri: URI } }, source?.token);

const failsWith = (promise: Promise<unknown>, code: number): Promise<void> =>
  assert.rejects(promise, (error) => {
    assert.ok(error instanceof ResponseError);
    assert.equal(error.code, code);
    return true;
  });

describe('a document that takes long to read', () => {
  before(build);
  endServers();

  it('keeps nobody else waiting', async () => {
    const client = await Client.start();
    const answered: string[] = [];
    await client.open(URI, LONG);
    const long = symbolsOf(client).then(() => answered.push('long'));
    await client.open('untitled:small/TODO.md', '- [ ] a\n');
    await client.rules('untitled:small/TODO.md');
    answered.push('small');
    await long;
    assert.deepEqual(answered, ['small', 'long']);
    await client.stop();
  });

  it('is waited for no longer once that is cancelled', async () => {
    const client = await Client.start();
    const answered: string[] = [];
    await client.open(URI, LONG);
    const long = client.rules(URI).then(() => answered.push('findings'));
    const source = new CancellationTokenSource();
    const cancelled = failsWith(symbolsOf(client, source), LSPErrorCodes.RequestCancelled).then(() =>
      answered.push('cancelled'),
    );
    source.cancel();
    await Promise.all([cancelled, long]);
    assert.deepEqual(answered, ['cancelled', 'findings']);
    await client.stop();
  });

  it('is answered for as it is after it has changed', async () => {
    const client = await Client.start();
    await client.open(URI, LONG);
    const first = failsWith(symbolsOf(client), LSPErrorCodes.ContentModified);
    await client.edit(URI, 2, 0, 3, 3, 'The ');
    const second = symbolsOf(client) as Promise<{ name: string }[]>;
    await first;
    assert.equal((await second)[0]?.name, 'The Lock 0');
    await client.stop();
  });

  it('is read anew where all of it is another text', async () => {
    const client = await Client.start();
    await client.open(URI, LONG);
    const first = failsWith(symbolsOf(client), LSPErrorCodes.ContentModified);
    await client.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: URI, version: 2 },
      contentChanges: [{ text: '# Short\n\n- [ ] a\n' }],
    });
    const second = symbolsOf(client) as Promise<{ name: string }[]>;
    await first;
    assert.equal((await second)[0]?.name, 'Short');
    await client.stop();
  });

  it('may be closed meanwhile', async () => {
    const client = await Client.start();
    await client.open(URI, LONG);
    const first = failsWith(symbolsOf(client), LSPErrorCodes.ContentModified);
    await client.close(URI);
    await first;
    await client.stop();
  });
});
