import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ItemsResult } from '../../../server/src/protocol.ts';
import { build } from '../built.ts';
import { Client, endServers, killServers, PULL, type ClientOptions } from './client.ts';

interface Progress {
  readonly token: string;
  readonly value: {
    readonly kind: 'begin' | 'report' | 'end';
    readonly title?: string;
    readonly cancellable?: boolean;
  };
}

const titles = async (client: Client): Promise<string[]> => {
  const result = await client.connection.sendRequest<ItemsResult>('roadmap/items', {});
  return result.flatMap(({ items }) => items.map(({ title }) => title)).sort();
};

describe('index of a workspace', () => {
  let folder: string;
  let storage: string;
  const write = async (name: string, text: string): Promise<void> => {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), text);
  };
  const start = (options: ClientOptions = {}): Promise<Client> =>
    Client.start({
      folders: [pathToFileURL(folder).href],
      initializationOptions: { storage: pathToFileURL(storage).href },
      ...options,
    });

  before(build);
  beforeEach(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'roadmap-index-'));
    storage = path.join(await mkdtemp(path.join(os.tmpdir(), 'roadmap-store-')), 'new');
  });
  afterEach(async () => {
    // A server that still runs would write into its storage while that is removed.
    await killServers();
    await Promise.all([folder, path.dirname(storage)].map((each) => rm(each, { recursive: true })));
  });
  endServers();

  it('leaves out what git ignores and what the editor hides', async () => {
    await write('TODO.md', '- [ ] shown\n');
    await write('.gitignore', 'out/\n');
    await write('out/TODO.md', '- [ ] ignored\n');
    await write('archive/TODO.md', '- [ ] excluded\n');
    await write('old/TODO.md', '- [ ] hidden\n');
    const excludes = {
      'files.exclude': { '**/archive': true },
      'search.exclude': { '**/old': true, '*.md': false },
    };
    assert.deepEqual(await titles(await start({ excludes })), ['shown']);
    assert.deepEqual(await titles(await start({ settings: { files: { useIgnoreFiles: false } } })), [
      'excluded',
      'hidden',
      'ignored',
      'shown',
    ]);
  });

  it('is kept for the next start', async () => {
    await write('TODO.md', '- [ ] a\n');
    await write('PLAN.md', '- [ ] b\n');
    const first = await start();
    assert.deepEqual(await titles(first), ['a', 'b']);
    assert.equal(await first.stop(), 0);
    const [kept = ''] = await readdir(storage);
    const snapshot = await readFile(path.join(storage, kept));
    assert.ok(snapshot.includes('- [ ] a\n'));

    await write('PLAN.md', '- [ ] changed\n');
    const second = await start();
    assert.deepEqual(await titles(second), ['a', 'changed']);
    assert.equal(await second.stop(), 0);
    assert.ok((await readFile(path.join(storage, kept))).includes('- [ ] changed\n'));
  });

  for (const [how, damage] of [
    ['cut', (bytes: Buffer) => bytes.subarray(0, bytes.length - 20)],
    ['changed', (bytes: Buffer) => bytes.fill(0x20, bytes.length - 20)],
    ['emptied', () => Buffer.alloc(0)],
    ['replaced', () => Buffer.from('something else altogether')],
  ] as const)
    it(`is read again where what was kept was ${how}`, async () => {
      await write('TODO.md', '- [ ] a\n');
      await write('PLAN.md', '- [ ] b\n');
      const first = await start();
      await titles(first);
      await first.stop();
      const [kept = ''] = await readdir(storage);
      await writeFile(path.join(storage, kept), damage(await readFile(path.join(storage, kept))));
      const second = await start();
      assert.deepEqual(await titles(second), ['a', 'b']);
      assert.equal(await second.stop(), 0);
    });

  describe('on a file system that only the editor knows', () => {
    /** By URI. */
    const files = new Map<string, string>();
    const written = new Map<string, string>();
    const reads: string[] = [];
    const base64 = (text: string): string => Buffer.from(text).toString('base64');

    const startThere = async (): Promise<Client> => {
      const client = new Client({
        folders: ['memfs:///w'],
        initializationOptions: { fileSystem: 'client', storage: 'memfs:///store' },
      });
      client.connection.onRequest('roadmap/findFiles', ({ folder: within }: { folder: string }) =>
        [...files.keys()].filter((uri) => uri.startsWith(within) && uri.endsWith('.md')),
      );
      client.connection.onRequest('roadmap/readFile', ({ uri }: { uri: string }) => {
        reads.push(uri);
        const text = files.get(uri);
        const content = text === undefined ? written.get(uri) : base64(text);
        return content === undefined ? null : { base64: content };
      });
      client.connection.onRequest('roadmap/writeFile', (params: { uri: string; base64: string }) => {
        written.set(params.uri, params.base64);
        return null;
      });
      await client.initialize();
      await client.connection.sendNotification('initialized', {});
      return client;
    };

    beforeEach(() => {
      for (const each of [files, written]) each.clear();
      reads.length = 0;
      files.set('memfs:///w/TODO.md', '- [ ] a\n');
      files.set('memfs:///w/README.md', '- [ ] b\n');
      files.set('memfs:///w/out/TODO.md', '- [ ] c\n');
      files.set('memfs:///w/.gitignore', 'out\n');
    });

    it('asks for files and heeds .gitignore', async () => {
      assert.deepEqual(await titles(await startThere()), ['a']);
      assert.ok(!reads.includes('memfs:///w/README.md') && !reads.includes('memfs:///w/out/TODO.md'));
    });

    it('has the editor keep what was read', async () => {
      const first = await startThere();
      await titles(first);
      await first.stop();
      const [[uri, content] = []] = [...written];
      assert.ok(uri?.startsWith('memfs:///store/'));
      assert.ok(Buffer.from(content ?? '', 'base64').includes('- [ ] a\n'));
      const second = await startThere();
      assert.deepEqual(await titles(second), ['a']);
      assert.ok(reads.includes(uri ?? ''));
    });
  });

  describe('that takes its time', () => {
    /** So much that it can't be read at once, by any machine or reader that these tests will see. */
    const FILES = 100;
    const text = Array.from(
      { length: 1000 },
      (_, n) => `- [ ] item ${n} - *Owner: @ann* - *Due: 2025-07-01*\n`,
    ).join('');
    const capabilities = { ...PULL, window: { workDoneProgress: true } };

    beforeEach(() => Promise.all(Array.from({ length: FILES }, (_, n) => write(`${n}/TODO.md`, text))));

    it('tells how far it is, and ends when the user has enough', async () => {
      const client = await start({ capabilities });
      const { token } = await client.next<{ token: string }>('window/workDoneProgress/create');
      const begun = await client.next<Progress>('$/progress');
      assert.deepEqual([begun.token, begun.value.kind, begun.value.cancellable], [token, 'begin', true]);
      // Open documents don't wait for it.
      await client.open('untitled:TODO.md', '- [ ] open\n');
      assert.deepEqual(await client.rules('untitled:TODO.md'), ['missing-owner']);
      await client.connection.sendNotification('window/workDoneProgress/cancel', { token });
      await client.next<Progress>('$/progress', ({ value }) => value.kind === 'end');
      const { length } = await client.connection.sendRequest<ItemsResult>('roadmap/items', {});
      assert.ok(length > 0 && length < FILES, `${length} files`);
    }).timeout(60_000);

    it('lets the server end', async () => {
      const client = await start();
      await client.settled();
      const begun = performance.now();
      assert.equal(await client.stop(), 0);
      assert.ok(performance.now() - begun < 5000);
    }).timeout(60_000);
  });
});
