// @ts-check
// Opens a real VS Code with the extension as it stands in the source, on the sample workspace: npm start
//   npm start -- FOLDER   on a folder of yours
//   npm start -- --smoke  shows it to a headless browser instead, and ends once the extension is at work (a test)
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { copyOf } from './copy.mjs';
import { cacheFolder, root, sampleWorkspace } from './paths.mjs';
import { onPath, run } from './processes.mjs';
import { ensureInstalled } from './setup.mjs';

const { values: options, positionals } = parseArgs({
  options: { smoke: { type: 'boolean', default: false } },
  allowPositionals: true,
});

await ensureInstalled();
// Not before: these may need what has just been installed.
const { findVSCode } = await import('./vscode/find.mjs');
const { startServer, workbenchUrl } = await import('./vscode/server.mjs');
const { quietSettings } = await import('./vscode/settings.mjs');

console.log('Building the extension…');
await run(process.execPath, ['.scripts/build.mjs', '--dev'], { cwd: root, show: true });

// A copy of the sample, so that trying things out leaves the repository as it is.
const folder = positionals[0] ? path.resolve(positionals[0]) : copyOf(sampleWorkspace);
const roadmap = path.join(folder, 'ROADMAP.md');
const file = fs.existsSync(roadmap) ? roadmap : undefined;

const vscode = await findVSCode({ kind: options.smoke ? 'browser' : undefined });
if (vscode.kind === 'desktop') await openOnDesktop(vscode);
else await openInBrowser(vscode.host);

/**
 * Shows the window until it is closed. Its settings and extensions are its own: those of the user's VS Code stay as
 * they are, and can't disturb.
 * @param {Extract<import('./vscode/find.mjs').VSCode, { kind: 'desktop' }>} vscode
 */
async function openOnDesktop({ executable, display }) {
  const profile = path.join(cacheFolder, 'start');
  const userSettings = path.join(profile, 'User/settings.json');
  if (!fs.existsSync(userSettings)) {
    fs.mkdirSync(path.dirname(userSettings), { recursive: true });
    fs.writeFileSync(userSettings, JSON.stringify(quietSettings, null, 2));
  }
  const [command = '', ...args] = [
    ...[...display, executable, folder, ...(file ? [file] : [])],
    ...['--extensionDevelopmentPath', root, '--user-data-dir', profile],
    ...['--extensions-dir', path.join(profile, 'extensions')],
    ...['--new-window', '--skip-welcome', '--skip-release-notes', '--disable-workspace-trust'],
    // Electron refuses to start as root otherwise.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ];
  console.log('Close the window to end.');
  await run(command, args);
}

/**
 * Serves VS Code until Ctrl+C, and opens it in the user's browser where there is one.
 * @param {import('./vscode/install.mjs').BrowserHost} host
 */
async function openInBrowser(host) {
  // Linked rather than packaged: after `npm run build -- --dev --watch` has built again, Reload Window shows it.
  const server = await startServer(host, { linked: [root] });
  const url = workbenchUrl(server, { folder, ...(file ? { file } : {}) });
  if (options.smoke) {
    await lookAtIt(url).finally(() => server.stop());
    return;
  }
  console.log(`\n  ${url}\n\nCtrl+C ends it.`);
  openPage(url);
}

/** @param {string} url */
function openPage(url) {
  const opener = process.platform === 'darwin' ? 'open' : 'xdg-open';
  const seen = process.platform === 'darwin' || process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY'];
  if (seen && onPath(opener))
    spawn(opener, [url], { stdio: 'ignore', detached: true })
      .on('error', () => {})
      .unref();
}

/** @param {string} url */
async function lookAtIt(url) {
  const { launchBrowser } = await import('./vscode/browser.mjs');
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await page.goto(url, { waitUntil: 'domcontentloaded' });
    const lens = page.locator('.monaco-editor .codelens-decoration').filter({ hasText: /[☐☑]/ }).first();
    await lens.waitFor({ timeout: 60_000 });
    console.log(`The extension is at work: ${(await lens.textContent())?.replaceAll('\u00a0', ' ')}`);
  } finally {
    await browser.close();
  }
}
