import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  CancellationTokenSource,
  FileChangeType,
  WorkspaceDiagnosticRequest,
  type PreviousResultId,
  type WorkspaceDiagnosticReportPartialResult,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver-protocol/node';
import { build } from '../built.ts';
import { Client, endServers, killServers } from './client.ts';

const SETTINGS = { today: '2025-07-28' };
const LATE = '- [ ] a (Owner: @ann, Due: 2025-07-25)\n';
const FINE = '- [ ] b (Owner: @ann, Due: 2025-08-25)\n';

describe('diagnostics of the workspace', () => {
  let folder: string;
  const uri = (name: string): string => pathToFileURL(path.join(folder, name)).href;
  const write = async (client: Client | undefined, name: string, text: string): Promise<void> => {
    await writeFile(path.join(folder, name), text);
    await client?.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: uri(name), type: FileChangeType.Changed }],
    });
  };
  /** `name: rule, rule` of each report, or that it is as it was. */
  const brief = (reports: readonly WorkspaceDocumentDiagnosticReport[]): string[] =>
    reports.map((report) => {
      const name = report.uri.split('/').pop() ?? '';
      return `${name}: ${report.kind === 'full' ? report.items.map(({ code }) => code).join(', ') : '='}`;
    });

  before(build);
  beforeEach(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'roadmap-findings-'));
    await write(undefined, 'ROADMAP.md', LATE);
    await write(undefined, 'TODO.md', FINE);
    await write(undefined, 'README.md', LATE);
  });
  afterEach(async () => {
    await killServers();
    await rm(folder, { recursive: true });
  });
  endServers();

  const start = (): Promise<Client> => Client.start({ folders: [uri('')], settings: SETTINGS });
  const ask = async (
    client: Client,
    previousResultIds: PreviousResultId[],
  ): Promise<WorkspaceDocumentDiagnosticReport[]> => {
    const { items } = await client.connection.sendRequest(WorkspaceDiagnosticRequest.type, {
      previousResultIds,
    });
    return items;
  };

  it('are told at once to who takes no results in parts', async () => {
    const client = await start();
    await client.next('workspace/diagnostic/refresh');
    const first = await ask(client, []);
    assert.deepEqual(brief(first), ['ROADMAP.md: past-due', 'TODO.md: ']);
    const ids = first.map(({ uri: file, resultId = '' }) => ({ uri: file, value: resultId }));
    assert.deepEqual(brief(await ask(client, ids)), ['ROADMAP.md: =', 'TODO.md: =']);
    client.taken('roadmap/itemsChanged');
    await write(client, 'TODO.md', LATE);
    await client.next('roadmap/itemsChanged', ({ uris }: { uris: string[] }) =>
      uris.includes(uri('TODO.md')),
    );
    assert.deepEqual(brief(await ask(client, ids)), ['ROADMAP.md: =', 'TODO.md: past-due']);
  });

  it('are streamed as they come to all others, who get no answer before they cancel', async () => {
    const client = await start();
    await client.next('workspace/diagnostic/refresh');
    interface Part {
      readonly token: unknown;
      readonly value: WorkspaceDiagnosticReportPartialResult;
    }
    const next = async (): Promise<string[]> => {
      const { value } = await client.next<Part>('$/progress', ({ token }) => token === 'findings');
      return brief(value.items);
    };
    const source = new CancellationTokenSource();
    let isAnswered = false;
    const answer = client.connection
      .sendRequest(
        WorkspaceDiagnosticRequest.type,
        { previousResultIds: [], partialResultToken: 'findings' },
        source.token,
      )
      .then(
        () => (isAnswered = true),
        () => (isAnswered = true),
      );
    assert.deepEqual(await next(), ['ROADMAP.md: past-due', 'TODO.md: ']);

    await write(client, 'TODO.md', LATE);
    assert.deepEqual(await next(), ['TODO.md: past-due']);

    await client.open(uri('ROADMAP.md'), FINE);
    assert.deepEqual(await next(), ['ROADMAP.md: ']);

    await client.settled();
    assert.equal(isAnswered, false);
    source.cancel();
    await answer;
    assert.deepEqual(
      (client.taken('$/progress') as Part[]).filter(({ token }) => token === 'findings'),
      [],
    );
  });

  it('are none where only open files are asked about', async () => {
    const client = await start();
    await client.next('workspace/diagnostic/refresh');
    client.settings = { ...SETTINGS, diagnostics: { scope: 'openFiles' } };
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await client.next('workspace/diagnostic/refresh');
    assert.deepEqual(await ask(client, []), []);
    assert.deepEqual(brief(await ask(client, [{ uri: uri('ROADMAP.md'), value: '1' }])), ['ROADMAP.md: ']);
  });
});
