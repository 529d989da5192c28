// @ts-check
// What users see and click, in a real VS Code: once with the extension in development mode, once with the package
// installed (npm run package makes it).
import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { root, sampleWorkspace, vsixFile } from '../../.scripts/paths.mjs';
import { installBrowserHost } from '../../.scripts/vscode/install.mjs';
import { openWorkbench } from '../../.scripts/vscode/workbench.mjs';

/** @typedef {import('../../.scripts/vscode/workbench.mjs').Workbench} Workbench */

const screenshots = path.join(root, 'test/dist/screenshots');

/** How long the first lens may take: until then the extension host, the extension and its server have to start. */
const FIRST_LENS = 60_000;

const ways = [
  { name: 'in development mode', short: 'dev', options: { extension: root } },
  { name: 'installed from its package', short: 'vsix', options: { vsix: vsixFile } },
];

for (const { name, short, options } of ways)
  describe(`the extension ${name}`, () => {
    /** @type {Workbench} */
    let workbench;

    before(async () => {
      if (options.vsix) assert.ok(fs.existsSync(options.vsix), 'there is no package: run npm run package');
      const host = await installBrowserHost();
      workbench = await openWorkbench(host, { workspace: sampleWorkspace, file: 'ROADMAP.md', ...options });
      await workbench.see(workbench.lens(/[☐☑]/), FIRST_LENS);
    });

    after(() => workbench?.close());

    afterEach(async function () {
      if (this.currentTest?.state === 'failed') await shoot(`failed ${this.currentTest.title}`);
    });

    /** @param {string} what */
    async function shoot(what) {
      fs.mkdirSync(screenshots, { recursive: true });
      const file = `${short}-${what.replace(/[^a-z0-9]+/gi, '-')}.png`;
      await workbench.page.screenshot({ path: path.join(screenshots, file) });
    }

    it('toggles an item by its lens, to the byte', async () => {
      const item = 'Payment reminders by mail';
      const before = workbench.read('ROADMAP.md');
      await workbench.clickLens('☐', item, workbench.line(`- [x] **${item}**`));
      await workbench.save();
      // Its document notes when things were completed.
      const expected = before
        .toString()
        .replace(
          `- [ ] **${item}** - *Due: 2025-07-31*`,
          `- [x] **${item}** - *Due: 2025-07-31* - *Completed: 2025-07-28*`,
        );
      assert.equal(workbench.read('ROADMAP.md').toString(), expected);
      await workbench.clickLens('☑', item, workbench.line(`- [ ] **${item}**`));
      await workbench.save();
      assert.deepEqual(workbench.read('ROADMAP.md'), before);
    });

    it('underlines what is past due', async () => {
      await workbench.see(workbench.squiggle('warning'));
      await shoot('lenses');
    });

    it('explains a due date on hover', async () => {
      await workbench.hoverOver('2025-07-25', workbench.hover.filter({ hasText: '3 days overdue' }));
      await shoot('hover');
      await workbench.page.keyboard.press('Escape');
    });

    it('fixes a missing owner', async () => {
      await workbench.openFixes('Payment reminders', workbench.menu.filter({ hasText: 'Assign to @mina' }));
      await shoot('fixes');
      const lines = workbench.page.locator('.monaco-editor .view-line');
      const owners = () => lines.filter({ hasText: 'Owner: @mina' }).count();
      const before = await owners();
      await workbench.chooseFix('Assign to @mina');
      await workbench.see(async () => (await owners()) === before + 1);
      await undoAll();
    });

    it('lists the items', async () => {
      await workbench.openView('Roadmap');
      await workbench.see(workbench.rows.filter({ hasText: 'Berth map on phones' }));
      await shoot('tree');
      const labels = await workbench.rows.evaluateAll((rows) => rows.map((row) => row.ariaLabel ?? ''));
      assert.ok(
        labels.some((label) =>
          label.startsWith('Berth map on phones, to do, 3 days overdue, due 2025-07-25, owned by @mina'),
        ),
        labels.join('\n'),
      );
      assert.ok(!labels.some((label) => label.startsWith('Sign-in')), 'done items are hidden');
      const open = labels.filter((label) => /, (to do|in progress|blocked)\b/.test(label)).length;
      assert.equal(await workbench.badge('Roadmap'), String(open));
    });

    it('goes to the item of a row', async () => {
      const position = workbench.page.locator('.statusbar [id="status.editor.selection"]');
      await workbench.repeat(
        () => workbench.rows.filter({ hasText: 'Tide tables' }).click(),
        position.filter({ hasText: `Ln ${lineOf('Tide tables')},` }),
      );
    });

    it('toggles the item of a row', async () => {
      const row = workbench.rows.filter({ hasText: 'Tide tables' });
      await workbench.repeat(async () => {
        await row.hover();
        await row.locator('a.action-label[aria-label^="Toggle Status"]').click();
      }, workbench.line('- [x] **Tide tables**'));
      await row.waitFor({ state: 'detached' });
      await undoAll();
      await workbench.see(row);
    });

    it('updates the rows while one types', async () => {
      const badge = Number(await workbench.badge('Roadmap'));
      await workbench.clickText('Offline mode for the berth map');
      await workbench.page.keyboard.press('Home');
      await workbench.page.keyboard.type('- [ ] Weather on the map\n');
      await workbench.see(workbench.rows.filter({ hasText: 'Weather on the map' }), 10_000);
      await workbench.see(async () => (await workbench.badge('Roadmap')) === String(badge + 1));
      await undoAll();
      await workbench.rows.filter({ hasText: 'Weather on the map' }).waitFor({ state: 'detached' });
    });

    it('updates the rows when a file changes on disk', async () => {
      const file = path.join(workbench.folder, 'website/TODO.md');
      const text = fs.readFileSync(file, 'utf8');
      fs.writeFileSync(file, text.replace('New photos of the pier', 'A film of the pier'));
      await workbench.see(workbench.rows.filter({ hasText: 'A film of the pier' }), 10_000);
      fs.writeFileSync(file, text);
      await workbench.see(workbench.rows.filter({ hasText: 'New photos of the pier' }), 10_000);
    });

    it('shows done items when asked to', async () => {
      await workbench.command('Roadmap: Show Done Items');
      const done = workbench.rows.filter({ hasText: 'Sign-in for harbour masters' });
      await workbench.see(done);
      await workbench.command('Roadmap: Hide Done Items');
      await done.waitFor({ state: 'detached' });
    });

    it('counts in the language status', async () => {
      const status = workbench.page.locator('.statusbar [id="status.languageStatus"] a');
      await workbench.see(async () =>
        /7 open, 1 overdue/.test((await status.getAttribute('aria-label')) ?? ''),
      );
    });

    it('says so where there is no roadmap, and offers one', async () => {
      const empty = fs.mkdtempSync(path.join(os.tmpdir(), 'roadmap-empty-'));
      fs.writeFileSync(path.join(empty, 'README.md'), '# Nothing planned\n');
      const other = await openWorkbench(await installBrowserHost(), {
        workspace: empty,
        file: 'README.md',
        ...options,
      });
      try {
        await other.openView('Roadmap');
        const welcome = other.page.locator('.sidebar .welcome-view-content');
        await other.see(welcome.filter({ hasText: 'No roadmap was found' }), FIRST_LENS);
        await other.repeat(
          // It is gone once it has been clicked, however long the document takes to show.
          async () => {
            const offer = welcome.locator('a.monaco-button', { hasText: 'Create a Roadmap' });
            if (await offer.isVisible()) await offer.click();
          },
          other.page.locator('.tab.active').filter({ hasText: 'ROADMAP.md' }),
        );
        await other.see(other.rows.filter({ hasText: 'Agree on the first release' }), 10_000);
      } finally {
        await other.close();
        fs.rmSync(empty, { recursive: true });
      }
    });

    /** Takes back the edits of a test: the file as it is on disk is where each one starts. */
    async function undoAll() {
      await workbench.command('File: Revert File');
      await workbench.page.locator('.tab.active.dirty').waitFor({ state: 'detached' });
    }

    /** @param {string} text */
    function lineOf(text) {
      return (
        workbench
          .read('ROADMAP.md')
          .toString()
          .split('\n')
          .findIndex((line) => line.includes(text)) + 1
      );
    }
  });
