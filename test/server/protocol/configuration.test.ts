import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from '../built.ts';
import { Client, endServers, PUSH } from './client.ts';

const TEXT = '- [ ] a (Owner: @a) - *Due: 2025-07-25*\n';
const SETTINGS = { today: '2025-07-28' };

describe('what a repository agrees on', () => {
  before(build);
  endServers();
  let root = '';
  beforeEach(() => (root = mkdtempSync(path.join(tmpdir(), 'roadmap-'))));
  afterEach(() => rmSync(root, { recursive: true, force: true }));
  const uriOf = (file: string): string => pathToFileURL(path.join(root, file)).href;

  it('stands in a file, which is watched', async () => {
    const client = await Client.start({ settings: SETTINGS, folders: [uriOf('')] });
    await client.next('workspace/diagnostic/refresh');
    await client.open(uriOf('TODO.md'), TEXT);
    assert.deepEqual(await client.rules(uriOf('TODO.md')), ['past-due']);
    writeFileSync(path.join(root, '.roadmaprc.yaml'), 'rules:\n  past-due: off\n');
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: uriOf('.roadmaprc.yaml'), type: 1 }],
    });
    await client.next('workspace/diagnostic/refresh');
    assert.deepEqual(await client.rules(uriOf('TODO.md')), []);
  });

  it('says which files are roadmaps', async () => {
    writeFileSync(path.join(root, '.roadmaprc.json'), '{ "files": { "include": ["**/WORK.md"] } }');
    const client = await Client.start({ settings: SETTINGS, folders: [uriOf('')] });
    await client.next('workspace/diagnostic/refresh');
    for (const file of ['TODO.md', 'WORK.md']) await client.open(uriOf(file), TEXT);
    assert.deepEqual(await client.rules(uriOf('TODO.md')), []);
    assert.deepEqual(await client.rules(uriOf('WORK.md')), ['past-due']);
  });

  it('is told of its faults in its file', async () => {
    const client = await Client.start({ settings: SETTINGS, folders: [uriOf('')] });
    await client.next('workspace/diagnostic/refresh');
    await client.open(uriOf('.roadmaprc.yaml'), 'rules:\n  past-deu: off\n');
    const report = await client.pull(uriOf('.roadmaprc.yaml'));
    assert.equal(report.kind, 'full');
    assert.deepEqual(
      report.items.map(({ message, range }) => [message, range.start, range.end.character]),
      [['There is no rule "past-deu": meant "past-due"?', { line: 1, character: 2 }, 10]],
    );
  });

  it('may stand in the document itself, and wins there', async () => {
    writeFileSync(path.join(root, '.roadmaprc.json'), '{ "rules": { "past-due": "error" } }');
    const client = await Client.start({ settings: SETTINGS, folders: [uriOf('')] });
    await client.next('workspace/diagnostic/refresh');
    await client.open(
      uriOf('TODO.md'),
      `---\nroadmap:\n  rules: { past-due: off, nonsense: off }\n---\n${TEXT}`,
    );
    assert.deepEqual(await client.rules(uriOf('TODO.md')), ['configuration']);
  });

  it('knows who owns the code, as CODEOWNERS says now', async () => {
    writeFileSync(path.join(root, 'CODEOWNERS'), '* @mina\n');
    const client = await Client.start({ settings: SETTINGS, folders: [uriOf('')] });
    await client.next('workspace/diagnostic/refresh');
    const uri = uriOf('TODO.md');
    await client.open(uri, '- [ ] a (Owner: @mnia)\n');
    const report = await client.pull(uri);
    assert.equal(report.kind, 'full');
    assert.deepEqual(
      report.items.map(({ code, range }) => [code, range.start.character, range.end.character]),
      [['unknown-owner', 16, 21]],
    );
    const actions = await client.connection.sendRequest('textDocument/codeAction', {
      textDocument: { uri },
      range: report.items[0]!.range,
      context: { diagnostics: report.items, only: ['quickfix'] },
    });
    assert.equal((actions as { title: string }[])[0]?.title, 'Change to @mina');
    writeFileSync(path.join(root, 'CODEOWNERS'), '* @mnia\n');
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: uriOf('CODEOWNERS'), type: 2 }],
    });
    await client.next('workspace/diagnostic/refresh');
    assert.deepEqual(await client.rules(uri), []);
  });

  it('is pushed, too', async () => {
    const client = await Client.start({ capabilities: PUSH, folders: [uriOf('')] });
    await client.open(uriOf('.roadmaprc.yaml'), 'owner: x\n');
    const { diagnostics } = await client.published(uriOf('.roadmaprc.yaml'), 1);
    assert.deepEqual(
      diagnostics.map(({ message }) => message),
      ['Unknown key "owner": meant "owners"?'],
    );
  });
});
