import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { nodeFileSystem } from '../../../server/src/node/fileSystem.ts';
import { MARKDOWN_FILES } from '../../../server/src/workspace/globs.ts';

describe('files of this machine', () => {
  let folder: string;
  const uri = (...names: string[]): string => pathToFileURL(path.join(folder, ...names)).href;

  before(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'roadmap files é '));
    await mkdir(path.join(folder, 'docs', 'deep'), { recursive: true });
    for (const name of ['node_modules', '.git', '.github']) await mkdir(path.join(folder, name));
    for (const name of [
      'a.md',
      'docs/b.markdown',
      'docs/deep/c.MD',
      'docs/d.txt',
      '.github/e.md',
      '.git/f.md',
      'node_modules/g.md',
    ])
      await writeFile(path.join(folder, name), name);
    await symlink(folder, path.join(folder, 'docs', 'circle'));
  });
  after(() => rm(folder, { recursive: true }));

  it('are found, but for those of others', async () =>
    assert.deepEqual(
      [...(await nodeFileSystem.find(uri(), MARKDOWN_FILES))].sort(),
      ['.github/e.md', 'a.md', 'docs/b.markdown', 'docs/deep/c.MD']
        .map((name) => uri(...name.split('/')))
        .sort(),
    ));

  it('are none in a folder that is not there, or that is another’s', async () => {
    assert.deepEqual(await nodeFileSystem.find(uri('none'), MARKDOWN_FILES), []);
    assert.deepEqual(await nodeFileSystem.find('vscode-vfs://github/a/b', MARKDOWN_FILES), []);
  });

  it('are read', async () =>
    assert.equal(
      new TextDecoder().decode(await nodeFileSystem.read(uri('docs', 'b.markdown'))),
      'docs/b.markdown',
    ));

  it('are undefined where they can not be read', async () => {
    for (const file of [uri('none.md'), uri('docs'), 'vscode-vfs://github/a/b.md', 'untitled:a.md'])
      assert.equal(await nodeFileSystem.read(file), undefined, file);
  });
});
