import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  DiagnosticSeverity,
  type ClientCapabilities,
  type CodeAction,
} from 'vscode-languageserver-protocol/node';
import { build } from '../built.ts';
import { Client, endServers, PULL, PUSH } from './client.ts';

const URI = 'untitled:ROADMAP.md';
const TEXT = '## A\n\n- [ ] a - *Due: 2025-07-25*\n- [ ] b (Owner: @b)\n';
const SETTINGS = { today: '2025-07-28' };

describe('diagnostics that are pulled', () => {
  before(build);
  endServers();

  it('are given, given again as unchanged, and given anew after an edit', async () => {
    const client = await Client.start({ settings: SETTINGS });
    await client.next('workspace/diagnostic/refresh');
    await client.open(URI, TEXT);
    const first = await client.pull(URI);
    assert.equal(first.kind, 'full');
    assert.deepEqual(
      first.items.map(({ code, message, range }) => [code, message, range.start.line]),
      [
        ['missing-owner', '"a" has no owner.', 2],
        ['past-due', '"a" is 3 days overdue (due 2025-07-25).', 2],
      ],
    );
    assert.ok(first.resultId);

    const again = await client.pull(URI, first.resultId);
    assert.deepEqual(again, { kind: 'unchanged', resultId: first.resultId });

    await client.edit(URI, 2, 2, 3, 4, 'x');
    const fresh = await client.pull(URI, first.resultId);
    assert.equal(fresh.kind, 'full');
    assert.deepEqual(fresh.items, []);
    assert.notEqual(fresh.resultId, first.resultId);
    assert.deepEqual(client.taken('textDocument/publishDiagnostics'), []);
  });

  it('say what an owner, a due date and a priority lack, with fixes', async () => {
    const client = await Client.start({ settings: SETTINGS });
    await client.next('workspace/diagnostic/refresh');
    const fields = '(Owner: @a, Priority: High) - *Due: 2025-09-01*';
    const items = ['a', 'b', 'c'].map((title) => `- [ ] ${title} ${fields}`);
    await client.open(URI, [...items, '- [ ] d (Owner: TBD)', ''].join('\n'));
    const report = await client.pull(URI);
    assert.equal(report.kind, 'full');
    assert.deepEqual(
      report.items.map(({ code, message }) => [code, message]),
      [
        ['missing-due', '"d" has no due date.'],
        ['missing-priority', '"d" has no priority.'],
        ['placeholder-owner', '"TBD" names nobody who owns "d".'],
      ],
    );
    const [first] = report.items;
    assert.ok(first);
    const actions = await client.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: URI },
      range: first.range,
      context: { diagnostics: report.items, only: ['quickfix'] },
    });
    const titles = actions.map(({ title }) => title);
    for (const title of ['Set due date to 2025-07-28 (today)', 'Set priority to High', 'Assign to @a'])
      assert.ok(titles.includes(title), `"${title}" among: ${titles.join(' | ')}`);
  });

  it('change with the settings, and the client is told', async () => {
    const client = await Client.start({ settings: SETTINGS });
    await client.next('workspace/diagnostic/refresh');
    await client.open(URI, TEXT);
    const first = await client.pull(URI);
    client.settings = { today: '2025-07-20', rules: { 'missing-owner': 'error' } };
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await client.next('workspace/diagnostic/refresh');
    const second = await client.pull(URI, first.resultId);
    assert.equal(second.kind, 'full');
    assert.deepEqual(
      second.items.map(({ code, severity }) => [code, severity]),
      [['missing-owner', DiagnosticSeverity.Error]],
    );
    client.settings = { rules: { 'missing-owner': 'off', 'past-due': 'off' } };
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await client.next('workspace/diagnostic/refresh');
    assert.deepEqual(await client.rules(URI), []);
  });

  it('are given again to a client that has asked before its settings were known', async () => {
    const client = await Client.start({ settings: { today: '2025-07-20' } });
    await client.open(URI, '- [ ] a (Owner: @a) - *Due: 2025-07-25*\n');
    // Whatever the answer is that early.
    await client.pull(URI);
    await client.next('workspace/diagnostic/refresh');
    assert.deepEqual(await client.rules(URI), []);
  });

  it('are those of roadmaps only', async () => {
    const client = await Client.start({ settings: { ...SETTINGS, files: { include: ['**/plan.md'] } } });
    await client.next('workspace/diagnostic/refresh');
    for (const uri of ['untitled:README.md', URI, 'untitled:/plan.md']) await client.open(uri, TEXT);
    assert.deepEqual(await client.rules('untitled:README.md'), []);
    assert.deepEqual(await client.rules(URI), []);
    assert.equal((await client.rules('untitled:/plan.md')).length, 2);
  });

  it('are none of a document that nobody has opened, or that is closed', async () => {
    const client = await Client.start({ settings: SETTINGS });
    assert.deepEqual(await client.rules('file:///none/TODO.md'), []);
    await client.open(URI, TEXT);
    assert.equal((await client.rules(URI)).length, 2);
    await client.close(URI);
    assert.deepEqual(await client.rules(URI), []);
  });

  for (const [what, settings] of [
    ['null', null],
    ['a number', 1],
    ['of the wrong types', { today: 5, rules: 'x', files: { include: 5, exclude: [''] }, codeLens: true }],
  ] as const)
    it(`are given where settings are ${what}, and so are items`, async () => {
      const client = await Client.start({ settings: settings as never });
      await client.next('workspace/diagnostic/refresh');
      await client.open(URI, '- [x] a - *Due: 2025-02-30*\n');
      assert.deepEqual(await client.rules(URI), ['invalid-date']);
      assert.equal((await client.connection.sendRequest<unknown[]>('roadmap/items', {})).length, 1);
    });
});

describe('diagnostics that are pushed', () => {
  before(build);
  endServers();
  const CONFIGURABLE: ClientCapabilities = { ...PUSH, workspace: { configuration: true } };

  it('come when a document is opened, edited and closed', async () => {
    const client = await Client.start({ capabilities: CONFIGURABLE, settings: SETTINGS });
    await client.open(URI, TEXT);
    const first = await client.published(URI, 1);
    assert.deepEqual(
      first.diagnostics.map(({ code }) => code),
      ['missing-owner', 'past-due'],
    );
    await client.edit(URI, 2, 2, 3, 4, 'x');
    assert.deepEqual((await client.published(URI, 2)).diagnostics, []);
    await client.edit(URI, 3, 2, 3, 4, ' ');
    assert.equal((await client.published(URI, 3)).diagnostics.length, 2);
    await client.close(URI);
    assert.deepEqual((await client.published(URI)).diagnostics, []);
  });

  it('come once for a burst of key strokes', async () => {
    const client = await Client.start({ capabilities: CONFIGURABLE, settings: SETTINGS });
    await client.open(URI, '- [ ] \n');
    for (let n = 1; n <= 50; n++) await client.edit(URI, n + 1, 0, 5 + n, 5 + n, 'a');
    const { diagnostics } = await client.published(URI, 51);
    assert.equal(diagnostics[0]?.message, 'Nobody owns the open item of this document.');
    assert.ok(client.taken('textDocument/publishDiagnostics').length < 10);
  });

  it('come again when the settings change, as they were sent', async () => {
    const client = await Client.start({ capabilities: PUSH });
    await client.connection.sendNotification('workspace/didChangeConfiguration', {
      settings: { roadmap: SETTINGS },
    });
    await client.open(URI, TEXT);
    assert.equal((await client.published(URI, 1)).diagnostics.length, 2);
    await client.connection.sendNotification('workspace/didChangeConfiguration', {
      settings: { roadmap: { ...SETTINGS, rules: { 'past-due': 'off' } } },
    });
    assert.deepEqual(
      (await client.published(URI, 1)).diagnostics.map(({ code }) => code),
      ['missing-owner'],
    );
  });

  it('are not pushed to a client that pulls', async () => {
    const client = await Client.start({ capabilities: PULL, settings: SETTINGS });
    await client.open(URI, TEXT);
    await client.next('roadmap/itemsChanged', ({ uris }: { uris: string[] }) => uris.includes(URI));
    assert.deepEqual(client.taken('textDocument/publishDiagnostics'), []);
  });
});

describe('diagnostics that depend on other files', () => {
  before(build);
  endServers();
  const A = 'untitled:/a/ROADMAP.md';
  const B = 'untitled:/b/TODO.md';
  const WAITS = '- [ ] TASK-2: b (Owner: @b, depends on: TASK-1)\n';

  it('are asked for again when those change, and only then', async () => {
    const client = await Client.start({ settings: SETTINGS });
    await client.next('workspace/diagnostic/refresh');
    await client.open(A, WAITS);
    await client.open(B, '- [x] TASK-1: a\n');
    const first = await client.pull(A);
    assert.equal(first.kind, 'full');
    assert.deepEqual(first.items, []);
    // Another title is another thing; another name isn't there any more.
    await client.edit(B, 2, 0, 6, 12, 'TASK-7');
    await client.next('workspace/diagnostic/refresh');
    const second = await client.pull(A, first.resultId);
    assert.equal(second.kind, 'full');
    assert.deepEqual(
      second.items.map(({ code }) => code),
      ['unknown-dependency'],
    );
    client.taken('workspace/diagnostic/refresh');
    await client.edit(B, 3, 0, 14, 15, 'else');
    await client.next('roadmap/itemsChanged', ({ uris }: { uris: string[] }) => uris.includes(B));
    await client.settled();
    assert.deepEqual(client.taken('workspace/diagnostic/refresh'), []);
    assert.equal((await client.pull(A, second.resultId)).kind, 'unchanged');
  });

  it('name the other places as they stand now, to clients that show them', async () => {
    const settings = { rules: { 'duplicate-item': 'hint', 'missing-owner': 'off' } } as const;
    const line = '- [ ] Rotate the API keys\n';
    const places = async (capabilities: ClientCapabilities): Promise<unknown> => {
      const client = await Client.start({ settings, capabilities });
      await client.next('workspace/diagnostic/refresh');
      await client.open(B, line);
      await client.open(A, `# A\n\n${line}`);
      await client.edit(B, 2, 0, 0, 0, '# B\n\n');
      const report = await client.pull(A);
      assert.equal(report.kind, 'full');
      const [found] = report.items;
      assert.equal(found?.code, 'duplicate-item');
      return found.relatedInformation?.map(({ location: { uri, range } }) => [uri, range.start]);
    };
    const related = { publishDiagnostics: { relatedInformation: true } };
    assert.deepEqual(await places({ ...PULL, textDocument: { ...PULL.textDocument, ...related } }), [
      [B, { line: 2, character: 6 }],
    ]);
    assert.equal(await places(PULL), undefined);
  });

  it('name places in files that are not open', async () => {
    const root = mkdtempSync(path.join(tmpdir(), 'roadmap-'));
    try {
      const uriOf = (file: string): string => pathToFileURL(path.join(root, file)).href;
      writeFileSync(path.join(root, 'TODO.md'), '# T\n\n- [ ] rotate the API keys\n');
      const client = await Client.start({
        settings: { rules: { 'duplicate-item': 'hint', 'missing-owner': 'off' } },
        folders: [uriOf('')],
        capabilities: {
          ...PULL,
          textDocument: { ...PULL.textDocument, publishDiagnostics: { relatedInformation: true } },
        },
      });
      await client.next('workspace/diagnostic/refresh');
      await client.open(uriOf('ROADMAP.md'), '- [ ] Rotate the API keys\n');
      // All files are listed before this is answered.
      await client.connection.sendRequest('workspace/symbol', { query: 'keys' });
      const report = await client.pull(uriOf('ROADMAP.md'));
      assert.equal(report.kind, 'full');
      assert.deepEqual(
        report.items.map(({ message, relatedInformation }) => [message, relatedInformation?.[0]?.location]),
        [
          [
            '"Rotate the API keys" is planned in TODO.md, too.',
            {
              uri: uriOf('TODO.md'),
              range: { start: { line: 2, character: 6 }, end: { line: 2, character: 25 } },
            },
          ],
        ],
      );
    } finally {
      rmSync(root, { recursive: true, force: true });
    }
  });

  it('are pushed again', async () => {
    const client = await Client.start({ capabilities: PUSH });
    await client.open(A, WAITS);
    await client.open(B, '- [x] TASK-1: a\n');
    assert.deepEqual((await client.published(A, 1)).diagnostics, []);
    await client.edit(B, 2, 0, 6, 12, 'TASK-7');
    const { diagnostics } = await client.next<{ uri: string; diagnostics: { code?: unknown }[] }>(
      'textDocument/publishDiagnostics',
      ({ uri, diagnostics }) => uri === A && diagnostics.length > 0,
    );
    assert.deepEqual(
      diagnostics.map(({ code }) => code),
      ['unknown-dependency'],
    );
  });
});

describe('what a document says of how far things are', () => {
  before(build);
  endServers();

  it('is told, and mended by what the server offers', async () => {
    const client = await Client.start({ settings: { ...SETTINGS, rules: { 'missing-owner': 'off' } } });
    await client.next('workspace/diagnostic/refresh');
    await client.open(URI, '- [ ] a - DONE\n- [x] b\n  - [ ] c\n');
    const report = await client.pull(URI);
    assert.equal(report.kind, 'full');
    assert.deepEqual(
      report.items.map(({ code, severity, range }) => [code, severity, range.start.line]),
      [
        ['status-conflict', DiagnosticSeverity.Warning, 0],
        ['parent-done', DiagnosticSeverity.Hint, 1],
      ],
    );
    const actions = await client.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: URI },
      range: report.items[0]?.range,
      context: { diagnostics: report.items },
    });
    assert.deepEqual(
      actions.map(({ title }) => title).filter((title) => !title.startsWith('Silence')),
      ['Tick the box', 'Take back that it is done', 'Mark "c" as done', 'Reopen "b"'],
    );
    const [tick] = actions;
    const edits = JSON.stringify(tick?.edit);
    assert.match(edits, /"newText":"x"/u);
  });
});
