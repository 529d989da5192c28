import assert from 'node:assert/strict';
import { walk, type Entry } from '../../../client/src/server/walk.ts';

/** Paths; a folder is what another path begins with, and a name with `@` is a link. */
const FILES = [
  'a.md',
  'b.txt',
  'docs/c.md',
  'docs/deep/d.MD',
  'node_modules/x/e.md',
  'docs/@link/f.md',
  'broken/g.md',
];

function list(folder: string): Promise<Entry[]> {
  if (folder === 'broken') return Promise.reject(new Error('no'));
  const within = FILES.filter((file) => folder === '' || file.startsWith(`${folder}/`)).map((file) =>
    file.slice(folder === '' ? 0 : folder.length + 1),
  );
  const names = new Map(within.map((file) => [file.split('/')[0] ?? '', !file.includes('/')]));
  return Promise.resolve(
    [...names].map(([name, isFile]) => ({ name, isFile, isFolder: !isFile && !name.startsWith('@') })),
  );
}

describe('walk', () => {
  const options = {
    list,
    wants: (name: string) => /\.md$/iu.test(name),
    skips: (name: string) => name === 'node_modules',
    isCancelled: () => false,
  };

  it('finds what is wanted, and enters neither links nor what is skipped', async () =>
    assert.deepEqual(await walk(options), ['a.md', 'docs/c.md', 'docs/deep/d.MD']));

  it('ends when it is cancelled', async () =>
    assert.deepEqual(await walk({ ...options, isCancelled: () => true }), []));

  it('does not go on for ever', async () => {
    let listed = 0;
    await walk({
      ...options,
      list: () => {
        listed++;
        return Promise.resolve(['x', 'y'].map((name) => ({ name, isFile: false, isFolder: true })));
      },
    });
    assert.equal(listed, 20_000);
  });
});
