// @ts-check
// The server in an editor that isn't VS Code: Neovim, as distributions have it, without a window.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ensureProgram } from '../../.scripts/packages.mjs';
import { root } from '../../.scripts/paths.mjs';
import { run } from '../../.scripts/processes.mjs';

const ROADMAP = `# Roadmap

## Now

- [ ] Berth map on phones (Owner: @ann, Due: 2025-07-25)
- [ ] Price list for guests

## Later

- [ ] Winter storage (Owner: @ann, Due: 2026-02-01)
- [ ] 🦀 Crab pots (Owner: @bea, Due: 2026-03-01)
`;

describe('the server in Neovim', () => {
  /** @type {string} */
  let folder;
  /** @type {any} What the script saw. */
  let seen;

  before(async () => {
    const neovim = await ensureProgram(['nvim'], 'neovim');
    assert.ok(neovim, 'this test needs Neovim: install it');
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'roadmap-neovim-'));
    const file = path.join(folder, 'ROADMAP.md');
    fs.writeFileSync(file, ROADMAP);
    const report = path.join(folder, 'report.json');
    const server = [process.execPath, path.join(root, 'server/bin/roadmap-language-server.js'), '--stdio'];
    const set = (/** @type {string} */ name, /** @type {unknown} */ value) => [
      '--cmd',
      `let g:${name} = json_decode('${JSON.stringify(value).replaceAll("'", "''")}')`,
    ];
    const script = path.join(root, 'test/editors/neovim.lua');
    await run(
      neovim,
      ['--headless', '--clean', '-n', ...set('server', server), ...set('report', report), file, '-S', script],
      // Nothing of the user's own: not even the places where it would lie.
      { cwd: folder, env: { ...process.env, HOME: folder, XDG_STATE_HOME: folder, XDG_CACHE_HOME: folder } },
    );
    seen = JSON.parse(fs.readFileSync(report, 'utf8'));
    assert.equal(seen.status, 'seen', JSON.stringify(seen, undefined, 2));
  });

  after(() => folder && fs.rmSync(folder, { recursive: true, force: true }));

  const lines = (/** @type {string} */ text) => text.trimEnd().split('\n');

  it('tells what is late and whose it isn’t', () =>
    assert.deepEqual(
      seen.diagnostics.map((/** @type {any} */ { line, message }) => [line, message]),
      [
        [4, '"Berth map on phones" is 3 days overdue (due 2025-07-25).'],
        [5, '"Price list for guests" has no owner.'],
      ],
    ));

  it('explains a due date', () => assert.match(JSON.stringify(seen.hover), /Friday.*3 days/su));

  it('assigns by a code action, to the byte', () => {
    assert.ok(seen.actions.includes('Assign to @ann'), JSON.stringify(seen.actions));
    const expected = ROADMAP.replace('Price list for guests', 'Price list for guests (Owner: @ann)');
    assert.deepEqual(seen.assigned, lines(expected));
  });

  it('toggles by a lens, through the server’s own edit', () =>
    assert.deepEqual(
      seen.toggled,
      seen.assigned.map((/** @type {string} */ line) => line.replace('[ ] Berth', '[x] Berth')),
    ));

  it('completes an owner, to the byte', () => {
    assert.ok(seen.candidates.includes('@ann'), JSON.stringify(seen.candidates));
    assert.deepEqual(
      seen.completed,
      seen.toggled.map((/** @type {string} */ line) =>
        line.replace('Winter storage (Owner: @ann', 'Winter storage (Owner: @bea'),
      ),
    );
  });

  it('renames an owner wherever it stands, and nothing else', () =>
    assert.deepEqual(
      seen.renamed,
      seen.completed.map((/** @type {string} */ line) => line.replace('@ann', '@zoë')),
    ));
});
