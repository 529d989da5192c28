import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, stat, symlink, utimes, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { CancellationToken } from 'vscode-languageserver';
import { nodeFileSystem } from '../../../server/src/node/fileSystem.ts';
import { Scope, type ScopeOptions } from '../../../server/src/workspace/scope.ts';

describe('files of this machine', () => {
  let folder: string;
  const uri = (...names: string[]): string => pathToFileURL(path.join(folder, ...names)).href;
  const write = async (files: Readonly<Record<string, string>>): Promise<void> => {
    for (const [name, text] of Object.entries(files)) {
      await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
      await writeFile(path.join(folder, name), text);
    }
  };
  /** Paths of what is found, in order. */
  const find = async (options: ScopeOptions = { include: ['**/*.md'] }): Promise<string[]> => {
    const scope = new Scope(uri(), options);
    const found = await nodeFileSystem.find(scope, CancellationToken.None);
    return found.map((file) => scope.pathOf(file.uri) ?? file.uri).sort();
  };

  beforeEach(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'roadmap files é '));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('are found, but for those of others', async () => {
    await write({
      'a.md': '',
      'docs/b.markdown': '',
      'docs/deep/c.MD': '',
      'docs/d.txt': '',
      '.github/e.md': '',
      '.git/f.md': '',
      'node_modules/g.md': '',
      'x/node_modules/h.md': '',
    });
    await symlink(folder, path.join(folder, 'docs', 'circle'));
    assert.deepEqual(await find({ include: ['**/*.{md,markdown}'], exclude: [] }), [
      '.github/e.md',
      'a.md',
      'docs/b.markdown',
      'docs/deep/c.MD',
    ]);
  });

  it('are roadmaps by their names', async () => {
    await write({ 'TODO.md': '', 'README.md': '', 'docs/roadmap.md': '' });
    assert.deepEqual(await find({}), ['TODO.md', 'docs/roadmap.md']);
  });

  it('are named as VS Code names them', async () => {
    await write({ "it's (mine) & #1/a!.md": '' });
    const [file] = await nodeFileSystem.find(
      new Scope('file:///somewhere/', { include: ['**/*.md'] }),
      CancellationToken.None,
    );
    assert.equal(file, undefined);
    const [found] = await nodeFileSystem.find(
      new Scope(uri(), { include: ['**/*.md'] }),
      CancellationToken.None,
    );
    assert.equal(found?.uri, `${uri()}/it%27s%20%28mine%29%20%26%20%231/a%21.md`);
    assert.ok(await nodeFileSystem.read(found.uri));
  });

  it('are none in a folder that is not there, or that is another’s', async () => {
    for (const other of [uri('none'), 'vscode-vfs://github/a/b'])
      assert.deepEqual(await nodeFileSystem.find(new Scope(other), CancellationToken.None), []);
  });

  it('are none once it is cancelled', async () => {
    await write({ 'TODO.md': '' });
    assert.deepEqual(await nodeFileSystem.find(new Scope(uri()), CancellationToken.Cancelled), []);
  });

  it('have a stamp that changes with them, once they are old enough to tell', async () => {
    await write({ 'TODO.md': 'a' });
    const stamp = async (): Promise<string | undefined> =>
      (await nodeFileSystem.find(new Scope(uri()), CancellationToken.None))[0]?.stamp;
    assert.equal(await stamp(), undefined);
    // The time at which a file was last touched can't be set: it has to pass.
    const aged = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 2100));
    await aged();
    const first = await stamp();
    assert.ok(first);
    assert.equal(await stamp(), first);
    const { mtime } = await stat(path.join(folder, 'TODO.md'));
    await write({ 'TODO.md': 'b' });
    // As whoever copies with the times of the original.
    await utimes(path.join(folder, 'TODO.md'), mtime, mtime);
    await aged();
    assert.notEqual(await stamp(), first);
  }).timeout(20_000);

  it('are read', async () => {
    await write({ 'docs/b.md': 'text' });
    assert.equal(new TextDecoder().decode(await nodeFileSystem.read(uri('docs', 'b.md'))), 'text');
  });

  it('are undefined where they can not be read', async () => {
    await mkdir(path.join(folder, 'docs'));
    for (const file of [uri('none.md'), uri('docs'), 'vscode-vfs://github/a/b.md', 'untitled:a.md'])
      assert.equal(await nodeFileSystem.read(file), undefined, file);
  });

  describe('without what is left out', () => {
    it('by .gitignore, nested and taken back', async () => {
      await write({
        '.gitignore': '# what is built\n/out/\n*.tmp.md\nbuild\n!keep.tmp.md\ndocs/*\n!docs/plan\n',
        'a.md': '',
        'b.tmp.md': '',
        'keep.tmp.md': '',
        'out/c.md': '',
        'src/out/d.md': '',
        'src/build/e.md': '',
        'docs/f.md': '',
        'docs/plan/g.md': '',
        'src/.gitignore': '*.md\n!h.md\n!b.tmp.md\n',
        'src/h.md': '',
        'src/i.md': '',
        'src/b.tmp.md': '',
        // Of a folder that is left out nothing can be taken back.
        'out/.gitignore': '!*',
      });
      const shown = ['a.md', 'docs/plan/g.md', 'keep.tmp.md', 'src/b.tmp.md', 'src/h.md'];
      assert.deepEqual(await find(), shown);
      assert.equal((await find({ include: ['**/*.md'], ignoreFiles: false })).length, 11);

      // For single files, the same.
      const scope = new Scope(uri(), { include: ['**/*.md'] });
      const all = await find({ include: ['**/*.md'], ignoreFiles: false });
      const uris = await scope.withoutHidden(
        all.map((name) => scope.uriOf(name)),
        (file) => nodeFileSystem.read(file),
      );
      assert.deepEqual(
        uris.map((file) => scope.pathOf(file)),
        shown,
      );
    });

    it('by this clone alone', async () => {
      await write({ '.git/info/exclude': 'mine.md\n', 'mine.md': '', 'yours.md': '' });
      assert.deepEqual(await find(), ['yours.md']);
    });

    it('by the settings, files as well as folders', async () => {
      await write({ 'a.md': '', 'old/b.md': '', 'x/Archive/c.md': '', 'x/hidden.md': '', 'x/d.md': '' });
      assert.deepEqual(
        await find({
          include: ['**/*.md'],
          exclude: ['old/**', '**/archive/**'],
          hidden: ['**/hidden.md'],
        }),
        ['a.md', 'x/d.md'],
      );
      assert.deepEqual(await find({ include: ['**/*.md'], hidden: ['**/x', 'old'] }), ['a.md']);
    });
  });
});
