import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { ClientCapabilities, InitializeResult } from 'vscode-languageserver-protocol/node';
import { build } from '../built.ts';
import { Client, endServers, PULL, PUSH } from './client.ts';

/** What the server says that it can do. After a change that is meant: UPDATE_SNAPSHOTS=1 npx mocha. */
const SNAPSHOT = path.join(import.meta.dirname, 'initialize.snapshot.json');

async function resultFor(capabilities: ClientCapabilities): Promise<InitializeResult> {
  const client = new Client({ capabilities });
  const result = await client.initialize();
  client.kill();
  return result;
}

describe('initialize', () => {
  before(build);
  endServers();

  it('answers as it always did', async () => {
    const [pull, push] = await Promise.all([resultFor(PULL), resultFor(PUSH)]);
    if (process.env['UPDATE_SNAPSHOTS'])
      writeFileSync(SNAPSHOT, `${JSON.stringify({ pull, push }, null, 2)}\n`);
    assert.deepEqual({ pull, push }, JSON.parse(readFileSync(SNAPSHOT, 'utf8')));
  });

  it('answers a client that says nothing of itself', async () =>
    assert.equal((await resultFor({})).capabilities.diagnosticProvider, undefined));
});
