import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { CancellationToken } from 'vscode-languageserver';
import { ReadingPool } from '../../../server/src/node/readingPool.ts';
import { readBytes, type Reading } from '../../../server/src/workspace/reading.ts';

const SCRIPT = new URL('../../../server/src/node/readingWorker.ts', import.meta.url);

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
/** Enough to be worth a thread. */
const LARGE = Array.from({ length: 40 }, (_, n) =>
  bytes(`- [ ] a${n} (Owner: @ann)\n${'words '.repeat(2000)}\n`),
);
const plain = (reading: Reading | undefined): unknown =>
  reading && { owners: reading.owners, packed: Buffer.from(reading.packed ?? []).toString('hex') };

describe('reading in threads', () => {
  let folder: string;
  let pool: ReadingPool | undefined;
  const poolOf = (script: string | URL): ReadingPool => (pool = new ReadingPool(script));
  /** A worker that does as it is told here. */
  const scripted = async (lines: string): Promise<ReadingPool> => {
    const file = path.join(folder, 'worker.cjs');
    await writeFile(file, `const { parentPort } = require('node:worker_threads');\n${lines}`);
    return poolOf(file);
  };

  beforeEach(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'roadmap-pool-'));
  });
  afterEach(async () => {
    pool?.dispose();
    await rm(folder, { recursive: true });
  });

  it('gives what reading here gives', async () => {
    const reader = poolOf(SCRIPT);
    const readings = await Promise.all(LARGE.map((file) => reader.read(file, CancellationToken.None)));
    assert.deepEqual(readings.map(plain), LARGE.map(readBytes).map(plain));
  }).timeout(30_000);

  it('starts no thread for little', async () => {
    const reading = await (
      await scripted('throw new Error()')
    ).read(bytes('- [ ] a'), CancellationToken.None);
    assert.deepEqual(plain(reading), plain(readBytes(bytes('- [ ] a'))));
  });

  it('tells of what is no text', async () =>
    assert.equal(await poolOf(SCRIPT).read(Uint8Array.of(0x61, 0), CancellationToken.None), undefined));

  it('loses one file to a thread that dies', async () => {
    const dying = await scripted(`
      parentPort.on('message', ({ bytes }) => {
        if (bytes.length % 7 === 3) process.exit(1);
        parentPort.postMessage({ reading: { owners: [] } });
      });
      parentPort.postMessage('ready');`);
    const files = Array.from({ length: 30 }, (_, n) => new Uint8Array(14_000 + n));
    const results = await Promise.allSettled(files.map((file) => dying.read(file, CancellationToken.None)));
    assert.deepEqual(
      results.map(({ status }) => status === 'rejected'),
      files.map(({ length }) => length % 7 === 3),
    );
  });

  it('loses one file to a thread that fails', async () => {
    const failing = await scripted(`
      parentPort.on('message', ({ bytes }) =>
        parentPort.postMessage(bytes.length === 20_003 ? { error: 'broken' } : { reading: { owners: [] } }));
      parentPort.postMessage('ready');`);
    const results = await Promise.allSettled(
      Array.from({ length: 10 }, (_, n) => failing.read(new Uint8Array(20_000 + n), CancellationToken.None)),
    );
    assert.deepEqual(
      results.flatMap(({ status }, n) => (status === 'rejected' ? n : [])),
      [3],
    );
  });

  for (const [what, script] of [
    ['is not there', ''],
    ['can not be run', 'throw new Error("no");'],
  ] as const)
    it(`reads here where the script ${what}`, async () => {
      const reader = script === '' ? poolOf(path.join(folder, 'none.cjs')) : await scripted(script);
      const readings = await Promise.all(LARGE.map((file) => reader.read(file, CancellationToken.None)));
      assert.deepEqual(readings.map(plain), LARGE.map(readBytes).map(plain));
    }).timeout(30_000);

  it('begins nothing that is cancelled', async () => {
    const reader = await scripted('parentPort.postMessage("ready");');
    const readings = LARGE.map((file) => reader.read(file, CancellationToken.Cancelled));
    assert.ok((await Promise.all(readings)).every((reading) => reading === undefined));
  });

  it('ends at once, and leaves nobody waiting', async () => {
    const reader = await scripted(`parentPort.on('message', () => {}); parentPort.postMessage('ready');`);
    const readings = Promise.allSettled(LARGE.map((file) => reader.read(file, CancellationToken.None)));
    await new Promise((resolve) => setTimeout(resolve, 300));
    reader.dispose();
    assert.ok((await readings).every((result) => result.status === 'rejected' || result.value === undefined));
  });
});
