import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { ErrorCodes, ResponseError } from 'vscode-languageserver-protocol/node';
import { build } from '../built.ts';
import { Client, endServers } from './client.ts';

const URI = 'untitled:TODO.md';

/** No more than a line or two, and no stack trace. */
function assertQuiet({ stderr }: Client): void {
  assert.doesNotMatch(stderr, /^\s+at .*:\d+/mu);
  assert.ok(stderr.length < 1000, stderr);
}

describe('life of the server', () => {
  before(build);
  endServers();
  const start = (): Promise<Client> => Client.start();

  let orphan: Client;
  before(async () => {
    const dead = spawnSync(process.execPath, ['-e', '']).pid;
    orphan = new Client({ processId: dead });
    await orphan.initialize();
  });

  it('ends with 0 when it was asked to', async () => {
    const client = await start();
    await client.open(URI, '- [ ] a\n');
    await client.rules(URI);
    await client.close(URI);
    assert.equal(await client.stop(), 0);
    assertQuiet(client);
  });

  it('ends with 0 when nobody ever opened anything', async () =>
    assert.equal(await (await start()).stop(), 0));

  it('ends with 1 where nobody announced it', async () => {
    const client = await start();
    await client.connection.sendNotification('exit');
    assert.equal(await client.ended, 1);
    assertQuiet(client);
  });

  it('ends when the client is gone', async () => {
    const client = await start();
    await client.open(URI, '- [ ] a\n');
    client.vanish();
    assert.equal(await client.ended, 1);
    assertQuiet(client);
  });

  it('ends with 0 when the client is gone after it was asked to', async () => {
    const client = await start();
    await client.connection.sendRequest('shutdown');
    client.vanish();
    assert.equal(await client.ended, 0);
  });

  it('ends when the client is gone before a word', async () => {
    const client = new Client();
    client.vanish();
    assert.equal(typeof (await client.ended), 'number');
    assertQuiet(client);
  });

  describe('survives, or ends cleanly, at', () => {
    const GARBAGE = [
      ['no header', 'hello there\r\n\r\n'],
      ['a header without a length', 'Content-Type: x\r\n\r\n{}'],
      ['a length that is none', 'Content-Length: many\r\n\r\n{}'],
      ['a body that is no JSON', 'Content-Length: 5\r\n\r\nhello'],
      ['a body that is no message', 'Content-Length: 4\r\n\r\nnull'],
      ['a body that is a list', 'Content-Length: 2\r\n\r\n[]'],
      ['half a message', 'Content-Length: 500\r\n\r\n{"jsonrpc":'],
      ['bytes', '\u0000\u0001\u00ff\ufffd'.repeat(100)],
    ] as const;
    let all: Client[];
    before(async () => {
      all = await Promise.all(GARBAGE.map(start));
    });

    for (const [index, [what, garbage]] of GARBAGE.entries())
      it(what, async () => {
        const client = all[index]!;
        client.write(garbage);
        client.vanish();
        assert.equal(typeof (await client.ended), 'number', 'it does not hang');
        assertQuiet(client);
      });
  });

  it('goes on after a body that is no JSON', async () => {
    const client = await start();
    client.write('Content-Length: 5\r\n\r\nhello');
    await client.open(URI, '- [ ] a\n');
    assert.deepEqual(await client.rules(URI), ['missing-owner']);
    assert.equal(await client.stop(), 0);
    assertQuiet(client);
  });

  it('goes on after what makes no sense', async () => {
    const client = await start();
    const { connection } = client;
    const nowhere = { uri: 'file:///nowhere/TODO.md' };
    await connection.sendNotification('textDocument/didChange', {
      textDocument: { ...nowhere, version: 2 },
      contentChanges: [{ text: 'a' }],
    });
    await connection.sendNotification('textDocument/didClose', { textDocument: nowhere });
    await connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: 'nonsense', type: 9 }],
    });
    await connection.sendNotification('no/such/notification', { a: 1 });
    await connection.sendNotification('$/cancelRequest', { id: 4711 });
    await assert.rejects(connection.sendRequest('no/such/request', {}), (error) => {
      assert.ok(error instanceof ResponseError);
      assert.equal(error.code, ErrorCodes.MethodNotFound);
      return true;
    });
    await client.open(URI, '- [ ] a\n');
    await client.edit(URI, 2, 99, 99, 99, 'beyond the end');
    assert.deepEqual(await client.rules(URI), ['missing-owner']);
    assert.equal(await client.stop(), 0);
    assertQuiet(client);
  });

  it('reads texts of any kind', async () => {
    const client = await start();
    for (const [n, text] of [
      '',
      '\ufeff',
      '\r',
      '\0',
      '- [ ] a\ud83d',
      '> '.repeat(500),
      '`'.repeat(5000),
    ].entries()) {
      await client.open(`untitled:${n}/TODO.md`, text);
      await client.rules(`untitled:${n}/TODO.md`);
    }
    assert.equal(await client.stop(), 0);
  });

  // It looks every three seconds.
  it('ends when its parent has died', async () => {
    assert.equal(typeof (await orphan.ended), 'number');
    assertQuiet(orphan);
  });
});
