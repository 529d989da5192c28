import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { nodeStorage } from '../../../server/src/node/storage.ts';

describe('storage on this machine', () => {
  let folder: string;
  const storage = (...folders: string[]): ReturnType<typeof nodeStorage> =>
    nodeStorage(pathToFileURL(path.join(folder, 'new', 'store')).href, folders);

  beforeEach(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'roadmap-storage-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('has nothing at first', async () => assert.equal(await storage('file:///w').load(), undefined));

  it('gives back what was saved last, for the same folders', async () => {
    await storage('file:///w', 'file:///v').save([Uint8Array.of(9, 9, 9, 9)]);
    await storage('file:///w', 'file:///v').save([Uint8Array.of(1, 2), new Uint8Array(0), Uint8Array.of(3)]);
    await storage('file:///w').save([Uint8Array.of(4)]);
    assert.deepEqual([...((await storage('file:///v', 'file:///w').load()) ?? [])], [1, 2, 3]);
    assert.deepEqual([...((await storage('file:///w').load()) ?? [])], [4]);
    assert.equal(await storage('file:///v').load(), undefined);
    assert.equal(
      (await readdir(path.join(folder, 'new', 'store'))).length,
      2,
      'and nothing is left lying about',
    );
  });

  it('fails, and says so, where nothing can be written', async () => {
    await writeFile(path.join(folder, 'new'), 'a file');
    await assert.rejects(storage('file:///w').save([Uint8Array.of(1)]));
  });
});
