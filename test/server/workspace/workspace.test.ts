import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { FileSystem, FoundFile } from '../../../server/src/workspace/fileSystem.ts';
import type { Scope } from '../../../server/src/workspace/scope.ts';
import type { RoadmapDocument } from '../../../server/src/workspace/document.ts';
import { LocalReader } from '../../../server/src/workspace/reading.ts';
import type { Storage } from '../../../server/src/workspace/storage.ts';
import {
  Workspace,
  type IndexProgress,
  type WorkspaceServices,
} from '../../../server/src/workspace/workspace.ts';
import { readRoadmap } from '../../../server/src/roadmap/read.ts';
import { titles } from '../roadmap/read.ts';

/** Files and open documents in memory. A file that is an error can't be read. */
class Desk implements FileSystem {
  readonly contents = new Map<string, string | Uint8Array | Error>();
  /** Of files whose age can be told. */
  readonly stamps = new Map<string, string>();
  readonly documents = new Map<string, TextDocument>();
  readonly changes: (readonly string[])[] = [];
  readonly reads: string[] = [];
  /** Holds back all reading until it is called. */
  release: (() => void) | undefined;
  #held: Promise<void> = Promise.resolve();
  readonly workspace: Workspace;

  constructor(
    contents: Readonly<Record<string, string | Uint8Array | Error>> = {},
    services: Partial<WorkspaceServices> = {},
  ) {
    for (const [uri, content] of Object.entries(contents)) this.contents.set(uri, content);
    this.workspace = new Workspace(
      { files: this, ...services },
      { get: (uri) => this.documents.get(uri), all: () => [...this.documents.values()] },
    );
    this.workspace.onDidChange((uris) => this.changes.push([...uris].sort()));
  }

  hold(): void {
    this.#held = new Promise((resolve) => (this.release = resolve));
  }

  find(scope: Scope): Promise<readonly FoundFile[]> {
    if (scope.folder.includes('broken')) return Promise.reject(new Error('no such folder'));
    const found = [...this.contents.keys()].filter((uri) => {
      const path = scope.pathOf(uri);
      return path !== undefined && scope.wants(path);
    });
    return Promise.resolve(
      found.map((uri) => {
        const stamp = this.stamps.get(uri);
        return stamp === undefined ? { uri } : { uri, stamp };
      }),
    );
  }

  async read(uri: string): Promise<Uint8Array | undefined> {
    this.reads.push(uri);
    const content = this.contents.get(uri);
    await this.#held;
    if (content instanceof Error) throw content;
    return typeof content === 'string' ? new TextEncoder().encode(content) : content;
  }

  open(uri: string, content: string, version = 1): void {
    this.documents.set(uri, TextDocument.create(uri, 'markdown', version, content));
    this.workspace.documentChanged(uri);
  }

  async close(uri: string): Promise<void> {
    this.documents.delete(uri);
    await this.workspace.documentClosed(uri);
  }

  async listed(): Promise<RoadmapDocument[]> {
    const documents: RoadmapDocument[] = [];
    for await (const document of this.workspace.documents()) documents.push(document);
    return documents;
  }

  /** `file a, b` for each roadmap, `*` behind those that are open. */
  async all(): Promise<string[]> {
    return (await this.listed()).map(({ uri, version, roadmap }) =>
      `${uri.split('/').slice(4).join('/')}${version === null ? '' : '*'} ${titles(roadmap).join(', ')}`.trim(),
    );
  }
}

const W = 'file:///w';

describe('workspace', () => {
  it('indexes the roadmaps of its folders', async () => {
    const desk = new Desk({
      [`${W}/TODO.md`]: '- [ ] a',
      [`${W}/docs/ROADMAP.md`]: '- [ ] b\n- [ ] c',
      [`${W}/README.md`]: '- [ ] d',
      [`${W}/node_modules/x/TODO.md`]: '- [ ] e',
      'file:///v/TODO.md': '- [ ] f',
      'file:///u/TODO.md': '- [ ] g',
    });
    desk.workspace.configure([W, 'file:///v/']);
    assert.deepEqual(await desk.all(), ['TODO.md f', 'TODO.md a', 'docs/ROADMAP.md b, c']);
    assert.ok(!desk.reads.includes(`${W}/README.md`), 'nothing is read in vain');
    assert.deepEqual(desk.changes, [['file:///v/TODO.md', `${W}/TODO.md`, `${W}/docs/ROADMAP.md`]]);
  });

  it('loses nothing to a file or a folder that can not be read', async () => {
    const desk = new Desk({
      [`${W}/1-TODO.md`]: new Error('access denied'),
      [`${W}/2-TODO.md`]: Uint8Array.of(0x61, 0, 0x62),
      [`${W}/3-TODO.md`]: Uint8Array.of(0x2d, 0x20, 0x5b, 0x20, 0x5d, 0x20, 0xff, 0x61),
      [`${W}/4-TODO.md`]: '',
      [`${W}/5-TODO.md`]: '- [ ] a',
    });
    desk.workspace.configure(['file:///broken', W]);
    assert.deepEqual(await desk.all(), ['3-TODO.md \ufffda', '4-TODO.md', '5-TODO.md a']);
  });

  it('reads many files', async () => {
    const desk = new Desk(
      Object.fromEntries(Array.from({ length: 100 }, (_, n) => [`${W}/${n}/TODO.md`, `- [ ] ${n}`])),
    );
    desk.workspace.configure([W]);
    assert.equal((await desk.all()).length, 100);
    assert.equal(desk.reads.length, 100);
  });

  it('takes an open document before what is on disk, and goes back when it is closed', async () => {
    const uri = `${W}/TODO.md`;
    const desk = new Desk({ [uri]: '- [ ] disk' });
    desk.workspace.configure([W]);
    assert.deepEqual(await desk.all(), ['TODO.md disk']);
    desk.open(uri, '- [ ] editor');
    assert.deepEqual(await desk.all(), ['TODO.md* editor']);
    assert.equal(desk.workspace.get(uri)?.version, 1);
    desk.contents.set(uri, '- [ ] saved');
    await desk.workspace.filesChanged([uri]);
    assert.deepEqual(await desk.all(), ['TODO.md* editor']);
    await desk.close(uri);
    assert.deepEqual(await desk.all(), ['TODO.md saved']);
    assert.equal(desk.workspace.opened(uri), undefined);
    assert.deepEqual(
      desk.changes,
      Array.from({ length: 3 }, () => [uri]),
    );
  });

  it('knows documents that are no files, until they are closed', async () => {
    const desk = new Desk();
    desk.workspace.configure([]);
    desk.open('untitled:TODO.md', '- [ ] a');
    desk.open('vscode-vfs://github/o/r/docs/ROADMAP.md', '- [ ] b');
    desk.open('untitled:Untitled-1', '- [ ] c');
    assert.equal((await desk.listed()).length, 2);
    await desk.close('untitled:TODO.md');
    assert.deepEqual(
      (await desk.listed()).map(({ uri }) => uri),
      ['vscode-vfs://github/o/r/docs/ROADMAP.md'],
    );
  });

  it('reads an open document as its file is read', async () => {
    const uri = `${W}/TODO.md`;
    const text = '- [ ] ünläut 🚀 (Owner: @ann)\n';
    for (const opened of [text, text.replace('🚀', '🚁'), `${text} `, '']) {
      const desk = new Desk({ [uri]: text });
      desk.workspace.configure([W]);
      await desk.all();
      desk.open(uri, opened);
      assert.deepEqual(
        desk.workspace.opened(uri)?.roadmap.items.map(({ title, own }) => [title, own.start, own.end]),
        readRoadmap(opened).items.map(({ title, own }) => [title, own.start, own.end]),
      );
    }
  });

  it('reads a version once, and another version anew', () => {
    const uri = `${W}/TODO.md`;
    const desk = new Desk();
    desk.workspace.configure([W]);
    desk.open(uri, '- [ ] a');
    const first = desk.workspace.opened(uri);
    assert.equal(desk.workspace.opened(uri), first);
    desk.open(uri, '- [ ] b', 2);
    const second = desk.workspace.opened(uri);
    assert.deepEqual(
      [first, second].map((read) => read && titles(read.roadmap)),
      [['a'], ['b']],
    );
  });

  it('reads a document that is opened again with the number that it had', async () => {
    const uri = 'untitled:TODO.md';
    const desk = new Desk();
    desk.workspace.configure([]);
    desk.open(uri, '- [ ] a');
    assert.deepEqual(titles(desk.workspace.opened(uri)!.roadmap), ['a']);
    await desk.close(uri);
    desk.open(uri, '- [ ] b');
    assert.deepEqual(titles(desk.workspace.opened(uri)!.roadmap), ['b']);
  });

  it('follows files that are written, created and deleted', async () => {
    const [one, two, other] = [`${W}/TODO.md`, `${W}/PLAN.md`, `${W}/README.md`];
    const desk = new Desk({ [one]: '- [ ] a' });
    desk.workspace.configure([W]);
    await desk.all();
    desk.contents.set(one, '- [ ] b');
    desk.contents.set(two, '- [ ] c');
    desk.contents.set(other, '- [ ] d');
    await desk.workspace.filesChanged([one, two, other]);
    assert.deepEqual(await desk.all(), ['PLAN.md c', 'TODO.md b']);
    desk.contents.delete(one);
    await desk.workspace.filesChanged([one]);
    assert.deepEqual(await desk.all(), ['PLAN.md c']);
    desk.changes.length = 0;
    await desk.workspace.filesChanged([other]);
    assert.deepEqual(desk.changes, [], 'nobody is told of a file that is no roadmap');
  });

  it('leaves alone files outside of its folders', async () => {
    const uri = 'file:///elsewhere/TODO.md';
    const desk = new Desk({ [uri]: '- [ ] a' });
    desk.workspace.configure([W]);
    await desk.workspace.filesChanged([uri]);
    assert.deepEqual([await desk.all(), desk.reads], [[], []]);
  });

  describe('while it indexes', () => {
    const uri = `${W}/TODO.md`;

    it('lets those who ask wait', async () => {
      const desk = new Desk({ [uri]: '- [ ] a' });
      desk.hold();
      desk.workspace.configure([W]);
      const all = desk.all();
      desk.release?.();
      assert.deepEqual(await all, ['TODO.md a']);
    });

    it('lets those who ask before it knows its folders wait', async () => {
      const desk = new Desk({ [uri]: '- [ ] a' });
      const all = desk.all();
      desk.workspace.configure([W]);
      assert.deepEqual(await all, ['TODO.md a']);
    });

    it('takes another configuration, and forgets the first', async () => {
      const desk = new Desk({ [uri]: '- [ ] a', 'file:///v/TODO.md': '- [ ] b' });
      desk.hold();
      desk.workspace.configure([W]);
      const all = desk.all();
      desk.workspace.configure(['file:///v']);
      desk.release?.();
      assert.deepEqual(await all, ['TODO.md b']);
      assert.deepEqual(desk.changes, [['file:///v/TODO.md']]);
    });

    it('loses no change', async () => {
      const desk = new Desk({ [uri]: '- [ ] before' });
      desk.hold();
      desk.workspace.configure([W]);
      // The index has its bytes now, and waits.
      await Promise.resolve();
      while (desk.reads.length === 0) await Promise.resolve();
      desk.contents.set(uri, '- [ ] after');
      const changed = desk.workspace.filesChanged([uri]);
      desk.release?.();
      await changed;
      assert.deepEqual(await desk.all(), ['TODO.md after']);
    });
  });

  it('forgets the files of a folder that is deleted', async () => {
    const desk = new Desk({ [`${W}/docs/TODO.md`]: '- [ ] a', [`${W}/docs-old/TODO.md`]: '- [ ] b' });
    desk.workspace.configure([W]);
    await desk.all();
    desk.contents.delete(`${W}/docs/TODO.md`);
    desk.changes.length = 0;
    await desk.workspace.filesChanged([`${W}/docs`]);
    assert.deepEqual(await desk.all(), ['docs-old/TODO.md b']);
    assert.deepEqual(desk.changes, [[`${W}/docs/TODO.md`]]);
  });

  it('reads a file again only where it has other content', async () => {
    const uri = `${W}/TODO.md`;
    const desk = new Desk({ [uri]: '- [ ] a' });
    desk.workspace.configure([W]);
    await desk.all();
    desk.changes.length = 0;
    await desk.workspace.filesChanged([uri]);
    assert.deepEqual(desk.changes, [], 'touched, and as it was');
  });

  it('leaves alone the files of what is open', async () => {
    const uri = `${W}/TODO.md`;
    const desk = new Desk({ [uri]: '- [ ] disk' });
    desk.open(uri, '- [ ] editor');
    desk.workspace.configure([W]);
    assert.deepEqual(await desk.all(), ['TODO.md* editor']);
    await desk.workspace.filesChanged([uri]);
    assert.deepEqual(desk.reads, []);
    await desk.close(uri);
    assert.deepEqual(await desk.all(), ['TODO.md disk']);
  });

  it('knows a document by any spelling of its URI', async () => {
    const desk = new Desk({ [`${W}/a%28b%29/TODO.md`]: '- [ ] disk' });
    desk.workspace.configure([W]);
    desk.open(`${W}/a(b)/TODO.md`, '- [ ] editor');
    assert.deepEqual(await desk.all(), ['a(b)/TODO.md* editor']);
    // A disk gives the file by any name.
    desk.contents.set(`${W}/a(b)/TODO.md`, '- [ ] disk');
    await desk.close(`${W}/a(b)/TODO.md`);
    assert.equal(desk.workspace.get(`${W}/a(b)/TODO.md`)?.roadmap.items.length, 1);
  });

  it('gives some of them where only those are wanted', async () => {
    const desk = new Desk({ [`${W}/TODO.md`]: '- [ ] a', [`${W}/PLAN.md`]: '- [ ] b' });
    desk.workspace.configure([W]);
    const found: string[] = [];
    for await (const { uri } of desk.workspace.documents(new Set([`${W}/TODO.md`, `${W}/NONE.md`])))
      found.push(uri);
    assert.deepEqual(found, [`${W}/TODO.md`]);
  });

  describe('and .gitignore', () => {
    it('leaves out what changes but is ignored', async () => {
      const desk = new Desk({ [`${W}/docs/.gitignore`]: 'TODO.md\n', [`${W}/PLAN.md`]: '- [ ] a' });
      desk.workspace.configure([W]);
      await desk.all();
      desk.contents.set(`${W}/docs/TODO.md`, '- [ ] b');
      await desk.workspace.filesChanged([`${W}/docs/TODO.md`]);
      assert.deepEqual(await desk.all(), ['PLAN.md a']);
      desk.workspace.configure([W], { ignoreFiles: false });
      assert.deepEqual(await desk.all(), ['PLAN.md a', 'docs/TODO.md b']);
    });

    it('leaves out what the editor hides', async () => {
      const desk = new Desk();
      desk.workspace.configure([W], {
        inFolder: (folder) => ({ hidden: folder === W ? ['**/old'] : [] }),
      });
      await desk.all();
      desk.contents.set(`${W}/old/TODO.md`, '- [ ] a');
      await desk.workspace.filesChanged([`${W}/old/TODO.md`]);
      assert.deepEqual(await desk.all(), []);
    });

    it('lists anew when one changes', async () => {
      const desk = new Desk();
      desk.workspace.configure([W]);
      await desk.all();
      desk.contents.set(`${W}/docs/TODO.md`, '- [ ] a');
      await desk.workspace.filesChanged([`${W}/docs/.gitignore`]);
      assert.deepEqual(await desk.all(), ['docs/TODO.md a']);
    });
  });

  it('ends, configured or not', () => new Desk().workspace.dispose());

  describe('tells how far it is', () => {
    const desk = (): Desk =>
      new Desk(Object.fromEntries(Array.from({ length: 50 }, (_, n) => [`${W}/${n}/TODO.md`, `- [ ] ${n}`])));

    it('file by file, and that it is done', async () => {
      const { workspace } = desk();
      const reports: (IndexProgress | undefined)[] = [];
      workspace.onDidProgress((report) => reports.push(report));
      workspace.configure([W]);
      let count = 0;
      for await (const { version } of workspace.documents()) count += version === null ? 1 : 0;
      assert.equal(count, 50);
      assert.deepEqual(reports, [
        ...Array.from({ length: 51 }, (_, done) => ({ done, total: 50 })),
        undefined,
      ]);
    });

    it('and ends when it is told to, with what it has', async () => {
      const cancelled = desk();
      const watch = cancelled.workspace.onDidProgress((report) => {
        if (report?.done === 3) cancelled.workspace.cancelIndex();
      });
      cancelled.workspace.configure([W]);
      const { length } = await cancelled.all();
      assert.ok(length >= 3 && length < 50, `${length} files`);
      watch.dispose();
      // What had been begun is there; the rest comes when it is asked for again.
      cancelled.workspace.reindex();
      assert.equal((await cancelled.all()).length, 50);
    });
  });

  describe('keeps what it has read', () => {
    class Shelf implements Storage {
      saved: Uint8Array | undefined;
      load(): Promise<Uint8Array | undefined> {
        return Promise.resolve(this.saved);
      }
      save(parts: readonly Uint8Array[]): Promise<void> {
        this.saved = Uint8Array.from(Buffer.concat(parts));
        return Promise.resolve();
      }
    }
    /** Reads as any other, and tells what. */
    class CountingReader extends LocalReader {
      readonly texts: string[] = [];
      override read(...[bytes, token]: Parameters<LocalReader['read']>): ReturnType<LocalReader['read']> {
        this.texts.push(new TextDecoder().decode(bytes));
        return super.read(bytes, token);
      }
    }
    const contents = { [`${W}/TODO.md`]: '- [ ] a (Owner: @ann)', [`${W}/PLAN.md`]: '- [ ] b' };
    const start = (
      storage: Storage,
      stamped: boolean,
      version = '1',
      files: Readonly<Record<string, string>> = contents,
    ): { desk: Desk; reader: CountingReader } => {
      const reader = new CountingReader();
      const desk = new Desk(files, { storage, reader, version });
      if (stamped) for (const [uri, text] of Object.entries(files)) desk.stamps.set(uri, text);
      desk.workspace.configure([W]);
      return { desk, reader };
    };
    const first = async (stamped: boolean): Promise<Shelf> => {
      const shelf = new Shelf();
      const { desk } = start(shelf, stamped);
      await desk.all();
      await desk.workspace.dispose();
      assert.ok(shelf.saved);
      return shelf;
    };

    it('for the next start, which opens no file', async () => {
      const { desk, reader } = start(await first(true), true);
      assert.deepEqual(await desk.all(), ['PLAN.md b', 'TODO.md a']);
      assert.deepEqual([desk.reads, reader.texts], [[], []]);
      desk.open('untitled:TODO.md', '');
      assert.deepEqual(desk.workspace.owners(desk.workspace.opened('untitled:TODO.md')!), ['@ann']);
    });

    it('where no file has a stamp, for the next start, which compares', async () => {
      const { desk, reader } = start(await first(false), false);
      assert.deepEqual(await desk.all(), ['PLAN.md b', 'TODO.md a']);
      assert.deepEqual([desk.reads.length, reader.texts], [2, []]);
    });

    it('but reads what has changed meanwhile', async () => {
      const { desk, reader } = start(await first(true), true, '1', {
        ...contents,
        [`${W}/PLAN.md`]: '- [ ] c',
      });
      assert.deepEqual(await desk.all(), ['PLAN.md c', 'TODO.md a']);
      assert.deepEqual(reader.texts, ['- [ ] c']);
    });

    it('but not for another version', async () => {
      const { desk, reader } = start(await first(true), true, '2');
      assert.deepEqual(await desk.all(), ['PLAN.md b', 'TODO.md a']);
      assert.equal(reader.texts.length, 2);
    });

    it('and reads again what is damaged', async () => {
      const shelf = await first(true);
      shelf.saved![shelf.saved!.length - 3]! ^= 0xff;
      const { desk, reader } = start(shelf, true);
      assert.deepEqual(await desk.all(), ['PLAN.md b', 'TODO.md a']);
      assert.equal(reader.texts.length, 1);
    });

    it('and loses nothing to a place that can neither be read nor written', async () => {
      const broken: Storage = {
        load: () => Promise.reject(new Error('no')),
        save: () => Promise.reject(new Error('no')),
      };
      const { desk } = start(broken, true);
      assert.deepEqual(await desk.all(), ['PLAN.md b', 'TODO.md a']);
      await desk.workspace.dispose();
    });

    it('also when it is ended early', async () => {
      const shelf = await first(true);
      const { desk } = start(shelf, true);
      // At once, before anything has been found.
      await desk.workspace.dispose();
      const { desk: next, reader } = start(shelf, true);
      assert.equal((await next.all()).length, 2);
      assert.deepEqual(reader.texts, []);
    });
  });

  it('takes other globs', async () => {
    const desk = new Desk({
      [`${W}/TODO.md`]: '- [ ] a',
      [`${W}/notes/x.md`]: '- [ ] b',
      [`${W}/notes/y.md`]: '- [ ] c',
    });
    desk.workspace.configure([W]);
    assert.deepEqual(await desk.all(), ['TODO.md a']);
    desk.workspace.configure([W], { include: ['notes/*.md'], exclude: ['**/y.md'] });
    assert.deepEqual(await desk.all(), ['notes/x.md b']);
    assert.deepEqual(
      desk.changes.at(-1),
      [`${W}/TODO.md`, `${W}/notes/x.md`],
      'of what came and of what went',
    );
  });

  for (const [uri, is] of [
    [`${W}/TODO.md`, true],
    [`${W}/My%20Plans/TODO.md`, true],
    [`${W}/%E8%AE%A1%E5%88%92/ROADMAP.md`, true],
    [`${W}/100%/TODO.md`, true],
    [`${W}/README.md`, false],
    [`${W}/node_modules/a/TODO.md`, false],
    ['file:///elsewhere/deep/TODO.md', true],
    ['untitled:TODO.md', true],
    ['untitled:Untitled-1', false],
    ['', false],
  ] as const)
    it(`${is ? 'knows' : 'does not know'} ${uri || 'nothing'}`, () => {
      const desk = new Desk();
      desk.workspace.configure([W]);
      assert.equal(desk.workspace.isRoadmap(uri), is);
    });

  it('judges a file by the innermost of its folders', () => {
    const desk = new Desk();
    desk.workspace.configure([W, `${W}/node_modules/mine`]);
    assert.ok(desk.workspace.isRoadmap(`${W}/node_modules/mine/TODO.md`));
    assert.ok(!desk.workspace.isRoadmap(`${W}/node_modules/other/TODO.md`));
  });

  describe('owners', () => {
    it("are the document's own by frequency, then those of the others", async () => {
      const desk = new Desk({
        [`${W}/TODO.md`]: '- [ ] a (Owner: @a)\n- [ ] b (Owner: @b)\n- [ ] c (Owner: @b)\n',
        [`${W}/PLAN.md`]: '- [ ] a (Owner: @c, @d)\n- [ ] b (Owner: @d)\n- [ ] c (Owner: @a)\n'.repeat(3),
      });
      desk.workspace.configure([W]);
      await desk.all();
      assert.deepEqual(desk.workspace.owners(desk.workspace.get(`${W}/TODO.md`)!), ['@b', '@a', '@d', '@c']);
    });

    it('are none where nobody is named', () => {
      const desk = new Desk();
      desk.workspace.configure([W]);
      desk.open(`${W}/TODO.md`, '- [ ] a (Owner: TBD)');
      assert.deepEqual(desk.workspace.owners(desk.workspace.opened(`${W}/TODO.md`)!), []);
    });
  });
});
