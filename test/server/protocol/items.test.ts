import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { FileChangeType } from 'vscode-languageserver-protocol/node';
import type { ItemsChangedParams, ItemsResult } from '../../../server/src/protocol.ts';
import { build } from '../built.ts';
import { Client, endServers } from './client.ts';

const SETTINGS = { today: '2025-07-28' };

const itemsOf = (client: Client, uris?: string[]): Promise<ItemsResult> =>
  client.connection.sendRequest('roadmap/items', uris ? { uris } : {});

describe('items of a workspace', () => {
  let folder: string;
  let other: string;
  const uri = (name: string, within = folder): string => pathToFileURL(path.join(within, name)).href;
  /** `name: item, item` by file. */
  const brief = (result: ItemsResult): string[] =>
    result.map(({ uri: file, version, items }) => {
      const name = decodeURIComponent(file.split('/').pop() ?? '');
      return `${name}${version === null ? '' : ` (${version})`}: ${items.map(({ title }) => title).join(', ')}`;
    });
  const changed = (client: Client, name: string): Promise<ItemsChangedParams> =>
    client.next<ItemsChangedParams>('roadmap/itemsChanged', ({ uris }) => uris.includes(uri(name)));

  before(build);
  beforeEach(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'roadmap-items-'));
    other = await mkdtemp(path.join(os.tmpdir(), 'roadmap-other-'));
    await mkdir(path.join(folder, 'my docs'));
    await mkdir(path.join(folder, 'node_modules'));
    for (const [name, text] of [
      ['TODO.md', '- [ ] a - *Due: 2025-07-25*\n- [x] b\n'],
      ['my docs/ROADMAP.md', '- [ ] c\n'],
      ['README.md', '- [ ] d\n'],
      ['node_modules/TODO.md', '- [ ] e\n'],
    ] as const)
      await writeFile(path.join(folder, name), text);
    await writeFile(path.join(folder, 'PLAN.md'), Uint8Array.of(0, 1, 2));
    await writeFile(path.join(other, 'BACKLOG.md'), '- [ ] f\n');
  });
  afterEach(() => Promise.all([folder, other].map((each) => rm(each, { recursive: true }))));
  endServers();

  it('are read from disk, and from the editor where they are open', async () => {
    const client = await Client.start({ folders: [uri('')], settings: SETTINGS });
    const all = await itemsOf(client);
    assert.deepEqual(brief(all), ['TODO.md: a, b', 'ROADMAP.md: c']);
    const [a] = all[0]!.items;
    assert.deepEqual([a?.daysLeft, a?.overdue, a?.toggleable], [-3, true, true]);

    await client.open(uri('TODO.md'), '- [ ] edited\n', 4);
    await changed(client, 'TODO.md');
    assert.deepEqual(brief(await itemsOf(client)), ['TODO.md (4): edited', 'ROADMAP.md: c']);
    await client.close(uri('TODO.md'));
    await changed(client, 'TODO.md');
    assert.deepEqual(brief(await itemsOf(client)), ['TODO.md: a, b', 'ROADMAP.md: c']);
  });

  it('of some files only', async () => {
    const client = await Client.start({ folders: [uri('')], settings: SETTINGS });
    assert.deepEqual(
      brief(await itemsOf(client, [uri('TODO.md'), uri('README.md'), 'file:///none/TODO.md'])),
      ['TODO.md: a, b'],
    );
    assert.deepEqual(await itemsOf(client, []), []);
  });

  it('follow the files', async () => {
    const client = await Client.start({ folders: [uri('')], settings: SETTINGS });
    await itemsOf(client);
    // The first index is told, too.
    await changed(client, 'my docs/ROADMAP.md');
    await writeFile(path.join(folder, 'TODO.md'), '- [ ] written\n');
    await rm(path.join(folder, 'my docs/ROADMAP.md'));
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [
        { uri: uri('TODO.md'), type: FileChangeType.Changed },
        { uri: uri('my docs/ROADMAP.md'), type: FileChangeType.Deleted },
        { uri: uri('README.md'), type: FileChangeType.Changed },
      ],
    });
    const { uris } = await client.next<ItemsChangedParams>('roadmap/itemsChanged', ({ uris: found }) =>
      found.includes(uri('my docs/ROADMAP.md')),
    );
    assert.ok(!uris.includes(uri('README.md')));
    assert.deepEqual(brief(await itemsOf(client)), ['TODO.md: written']);
  });

  it('follow the folders', async () => {
    const client = await Client.start({ folders: [uri('')], settings: SETTINGS });
    await itemsOf(client);
    await client.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
      event: { added: [{ uri: uri('', other), name: 'other' }], removed: [{ uri: uri(''), name: 'folder' }] },
    });
    await client.settled();
    assert.deepEqual(brief(await itemsOf(client)), ['BACKLOG.md: f']);
  });

  it('follow the settings', async () => {
    const client = await Client.start({ folders: [uri('')], settings: SETTINGS });
    await itemsOf(client);
    client.settings = { ...SETTINGS, files: { include: ['**/*.md'], exclude: ['TODO.md'] } };
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await changed(client, 'README.md');
    assert.deepEqual(brief(await itemsOf(client)), ['README.md: d', 'ROADMAP.md: c']);
  });

  it('of a client from before workspace folders', async () => {
    const client = new Client();
    await client.connection.sendRequest('initialize', {
      processId: null,
      rootUri: uri(''),
      capabilities: {},
    });
    await client.connection.sendNotification('initialized', {});
    assert.deepEqual(brief(await itemsOf(client)), ['TODO.md: a, b', 'ROADMAP.md: c']);
  });

  it('are found at a position', async () => {
    const client = await Client.start({ settings: SETTINGS });
    await client.open('untitled:TODO.md', '# T\n\n- [ ] a\n  - Owner: @a\n  - [ ] b\n', 9);
    const at = (line: number): Promise<{ uri: string; id: string; version: number } | null> =>
      client.connection.sendRequest('roadmap/itemAt', {
        uri: 'untitled:TODO.md',
        position: { line, character: 3 },
      });
    const [title, a, owner, b] = await Promise.all([at(0), at(2), at(3), at(4)]);
    assert.equal(title, null);
    assert.deepEqual(a, owner);
    assert.notEqual(a?.id, b?.id);
    assert.deepEqual([a?.uri, a?.version], ['untitled:TODO.md', 9]);
  });

  it('are toggled in files that are not open', async () => {
    const client = await Client.start({ folders: [uri('')], settings: SETTINGS });
    const [file] = await itemsOf(client);
    const reference = { uri: file!.uri, id: file!.items[0]!.id, version: null };
    await client.connection.sendRequest('workspace/executeCommand', {
      command: 'roadmap.toggleStatus',
      arguments: [reference],
    });
    const { edit } = await client.next<{ edit: { documentChanges: { textDocument: unknown }[] } }>(
      'workspace/applyEdit',
    );
    assert.deepEqual(edit.documentChanges[0]?.textDocument, { uri: file!.uri, version: null });
  });

  it('are changed together, in files that are open and in others', async () => {
    const client = await Client.start({ folders: [uri('')], settings: SETTINGS });
    await client.open(uri('TODO.md'), '- [ ] a - *Due: 2025-07-25*\n', 3);
    const files = await itemsOf(client);
    const items = files.map(({ uri: file, version, items: [first] }) => ({
      uri: file,
      id: first!.id,
      version,
    }));
    const change = (value: unknown): Promise<unknown> =>
      client.connection.sendRequest('workspace/executeCommand', {
        command: 'roadmap.changeItems',
        arguments: [{ items, changes: [{ field: 'due', value }] }],
      });
    assert.equal(await change({ start: '2025-08-04', end: '2025-08-04' }), true);
    const { edit } = await client.next<{
      edit: { documentChanges: { textDocument: unknown; edits: { newText: string }[] }[] };
    }>('workspace/applyEdit');
    assert.deepEqual(
      edit.documentChanges.map(({ textDocument, edits }) => [
        textDocument,
        edits.map(({ newText }) => newText),
      ]),
      [
        [{ uri: uri('TODO.md'), version: 3 }, ['2025-08-04']],
        [{ uri: uri('my docs/ROADMAP.md'), version: null }, [' - *Due: 2025-08-04*']],
      ],
    );

    await client.open(uri('TODO.md'), '- [ ] something else\n', 4);
    assert.equal(await change({ start: '2025-08-05', end: '2025-08-05' }), false);
    assert.deepEqual(await client.next('window/showMessage'), {
      type: 2,
      message: 'The item is no longer there: the document has changed.',
    });
    await assert.rejects(change('tomorrow'), /roadmap\.changeItems was given/u);
  });

  it('are read through the client, whatever the scheme', async () => {
    const client = new Client({
      folders: ['vscode-vfs://github/o/r'],
      settings: SETTINGS,
      initializationOptions: { fileSystem: 'client' },
    });
    const asked: unknown[] = [];
    client.connection.onRequest('roadmap/findFiles', (params: unknown) => {
      asked.push(params);
      return ['TODO.md', 'README.md', 'PLAN.md'].map((name) => `vscode-vfs://github/o/r/docs/${name}`);
    });
    client.connection.onRequest('roadmap/readFile', ({ uri: file }: { uri: string }) => {
      asked.push(file);
      return file.endsWith('TODO.md') ? { base64: Buffer.from('- [ ] è 🔴\n').toString('base64') } : null;
    });
    await client.initialize();
    await client.connection.sendNotification('initialized', {});
    assert.deepEqual(brief(await itemsOf(client)), ['TODO.md: è 🔴']);
    assert.ok(!asked.includes('vscode-vfs://github/o/r/docs/README.md'));
  });
});
