// @ts-check
// Takes the pictures of the README anew, in a light and a dark theme: node .scripts/screenshots.mjs
import fs from 'node:fs';
import path from 'node:path';
import { root, sampleWorkspace } from './paths.mjs';
import { run } from './processes.mjs';
import { ensureInstalled } from './setup.mjs';

const folder = path.join(root, 'docs/images');

/** The README shows them side by side; more would make its page slow. */
const LARGEST = 200_000;

const themes = { light: 'Default Light Modern', dark: 'Default Dark Modern' };

await ensureInstalled();
const { installBrowserHost } = await import('./vscode/install.mjs');
const { openWorkbench } = await import('./vscode/workbench.mjs');

await run(process.execPath, ['.scripts/build.mjs', '--dev'], { cwd: root, show: true });
const host = await installBrowserHost();
fs.mkdirSync(folder, { recursive: true });

for (const [name, theme] of Object.entries(themes)) {
  const workbench = await openWorkbench(host, {
    workspace: sampleWorkspace,
    file: 'ROADMAP.md',
    linked: root,
    settings: {
      'workbench.colorTheme': theme,
      // Nothing but what the pictures are about.
      'editor.minimap.enabled': false,
      'breadcrumbs.enabled': false,
      'workbench.layoutControl.enabled': false,
      'window.commandCenter': false,
      'editor.stickyScroll.enabled': false,
    },
  });
  try {
    await shoot(workbench, name);
  } finally {
    await workbench.close();
  }
}
process.exit(0);

/**
 * @param {import('./vscode/workbench.mjs').Workbench} workbench
 * @param {string} theme
 */
async function shoot(workbench, theme) {
  /** @param {string} what */
  const picture = async (what) => {
    const file = path.join(folder, `${what}-${theme}.png`);
    await workbench.page.screenshot({ path: file });
    const { size } = fs.statSync(file);
    console.log(`${path.relative(root, file)}: ${(size / 1000).toFixed(0)} kB`);
    if (size > LARGEST) throw new Error(`${file} is larger than ${LARGEST / 1000} kB.`);
  };
  await workbench.see(workbench.lens(/[☐☑]/), 60_000);
  await workbench.openView('Roadmap');
  await workbench.see(workbench.rows.filter({ hasText: 'Berth map on phones' }));
  await workbench.widenSideBar(420);
  // Drawn from VS Code's cache at first, a lens would look like plain text under the mouse.
  await workbench.touch();
  await workbench.page.mouse.move(900, 700);
  // Until the view has come to rest after that edit: a progress bar would be in the picture.
  await workbench.page.waitForTimeout(1500);
  await workbench.see(workbench.squiggle('warning'));
  await picture('editor');
  await workbench.hoverOver('2025-07-25', workbench.hover.filter({ hasText: '3 days overdue' }));
  await picture('hover');
  await workbench.page.keyboard.press('Escape');
  await workbench.openFixes('Payment reminders', workbench.menu.filter({ hasText: 'Assign to @mina' }));
  await picture('quick-fix');
}
