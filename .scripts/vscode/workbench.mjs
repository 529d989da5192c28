// @ts-check
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { copyOf } from '../copy.mjs';
import { launchBrowser } from './browser.mjs';
import { startServer, workbenchUrl } from './server.mjs';

/** @typedef {import('playwright-core').Locator} Locator */
/** @typedef {import('playwright-core').Page} Page */
/** @typedef {{ x: number, y: number, width: number, height: number }} Box */

/** How long the first page may take, whose extension host has to start. */
const FIRST_PAGE = 60_000;

/** How long the effect of a gesture is waited for before the gesture is made again. */
const EFFECT = 2500;

/** How long VS Code is left alone between two attempts; it may be drawing what they are about. */
const PAUSE = 250;

/** How often a gesture is made in vain before that counts as a failure. */
const TRIES = 8;

/**
 * What waits for the effect of a gesture: something that has to become visible, or a question to be answered by true.
 * @typedef {Locator | (() => boolean | Promise<boolean>)} Effect
 */

/**
 * Opens VS Code's workbench in a headless browser, on a copy of a workspace.
 * @param {import('./install.mjs').BrowserHost} host
 * @param {object} options
 * @param {string} options.workspace the folder to copy
 * @param {string} [options.file] to open, relative to the workspace
 * @param {string} [options.extension] folder of the extension to run in development mode, or
 * @param {string} [options.vsix] a package to install instead, or
 * @param {string} [options.linked] a source folder that counts as installed
 * @param {Record<string, unknown>} [options.settings] user settings
 * @returns {Promise<Workbench>}
 */
export async function openWorkbench(host, { workspace, file, extension, vsix, linked, settings = {} }) {
  const folder = copyOf(workspace);
  const server = await startServer(host, {
    settings,
    vsix: vsix ? [vsix] : [],
    linked: linked ? [linked] : [],
    driver: extension !== undefined,
  });
  const browser = await launchBrowser();
  const close = async () => {
    await browser.close();
    await server.stop();
  };
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    page.setDefaultTimeout(2 * EFFECT);
    const url = workbenchUrl(server, {
      folder,
      ...(file ? { file: path.join(folder, file) } : {}),
      ...(extension ? { extension } : {}),
    });
    await page.goto(url, { waitUntil: 'domcontentloaded' });
    await page.locator('.monaco-workbench .part.statusbar').waitFor({ timeout: FIRST_PAGE });
    if (file) await page.locator('.monaco-editor .view-line').first().waitFor({ timeout: FIRST_PAGE });
    return new Workbench(page, folder, close);
  } catch (error) {
    console.error(server.log());
    await close();
    throw error;
  }
}

/**
 * VS Code's window, as a user sees and handles it. Gestures are made again until their effect is seen: VS Code drops
 * what is clicked or typed while it draws anew.
 */
export class Workbench {
  /**
   * @param {Page} page
   * @param {string} folder the workspace
   * @param {() => Promise<void>} close
   */
  constructor(page, folder, close) {
    this.page = page;
    this.folder = folder;
    this.close = close;
  }

  /**
   * Lenses of the editor that can be clicked.
   * @param {string | RegExp} text
   * @returns {Locator}
   */
  lens(text) {
    return this.page.locator('.monaco-editor .codelens-decoration a').filter({ hasText: text });
  }

  /**
   * A line of the editor.
   * @param {string} text
   * @returns {Locator}
   */
  line(text) {
    // The editor shows no-break spaces where the document has spaces.
    const spaced = text.split(' ').map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
    return this.page
      .locator('.monaco-editor .view-line')
      .filter({ hasText: new RegExp(spaced.join('[\\s\\u00a0]')) });
  }

  /**
   * @param {'error' | 'warning' | 'info' | 'hint'} severity
   * @returns {Locator}
   */
  squiggle(severity) {
    return this.page.locator(`.monaco-editor .cdr.squiggly-${severity}`);
  }

  /** The hover that shows at the moment. */
  get hover() {
    return this.page.locator('.monaco-hover.workbench-hover, .monaco-resizable-hover .monaco-hover');
  }

  /** The fixes of the menu that shows at the moment. */
  get menu() {
    return this.page.locator('.action-widget .monaco-list-row');
  }

  /** The rows of the view that shows in the side bar. */
  get rows() {
    return this.page.locator('.sidebar .pane-body .monaco-list-row[role="treeitem"]');
  }

  /** The message of a notification, in a corner or in the list of them. */
  get notification() {
    return this.page.locator('.notification-list-item-message');
  }

  /**
   * Makes a gesture, again and again, until its effect is there.
   * @param {(attempt: number) => unknown} gesture
   * @param {Effect} effect
   */
  async repeat(gesture, effect) {
    for (let attempt = 1; ; attempt++)
      try {
        await gesture(attempt);
        return await this.see(effect);
      } catch (error) {
        if (attempt === TRIES) throw error;
        await delay(PAUSE);
      }
  }

  /**
   * Waits for an effect.
   * @param {Effect} effect
   * @param {number} [patience]
   */
  async see(effect, patience = EFFECT) {
    if (typeof effect !== 'function') return effect.first().waitFor({ timeout: patience });
    const deadline = Date.now() + patience;
    while (!(await effect())) {
      if (Date.now() > deadline) throw new Error(`Not seen within ${patience} ms: ${effect}`);
      await delay(50);
    }
  }

  /**
   * Clicks the lens over a line.
   * @param {string | RegExp} text
   * @param {string} line
   * @param {Effect} effect
   */
  async clickLens(text, line, effect) {
    await this.repeat(async (attempt) => {
      // Drawn from VS Code's cache, a lens has no command until the document changes.
      if (attempt > 2) await this.touch();
      await this.lens(text).first().waitFor({ timeout: EFFECT });
      const { y: bottom } = await this.place(line);
      const boxes = await Promise.all((await this.lens(text).all()).map((lens) => lens.boundingBox()));
      const above = boxes
        .filter((box) => box !== null && box.y < bottom)
        .map((box) => /** @type {Box} */ (box));
      const nearest = above.sort((a, b) => b.y - a.y)[0];
      if (!nearest) throw new Error(`No lens ${text} over ${line}`);
      await this.page.mouse.click(nearest.x + nearest.width / 2, nearest.y + nearest.height / 2);
    }, effect);
  }

  /** Edits the document and takes the edit back. */
  async touch() {
    await this.page.locator('.monaco-editor .view-line').first().click();
    await this.page.keyboard.press('Control+Home');
    await this.page.keyboard.press('End');
    await this.page.keyboard.type(' ');
    await this.page.keyboard.press('Control+z');
  }

  /**
   * Puts the mouse over a text of the editor.
   * @param {string} word in one piece on its line
   * @param {Effect} effect
   */
  async hoverOver(word, effect) {
    await this.repeat(async () => {
      const { x, y } = await this.place(word);
      // From somewhere else, or the mouse doesn't move.
      await this.page.mouse.move(x + 300, y + 100);
      await this.page.mouse.move(x, y, { steps: 4 });
    }, effect);
  }

  /**
   * Opens the menu of fixes for a text.
   * @param {string} word
   * @param {Effect} effect
   */
  async openFixes(word, effect) {
    await this.repeat(async () => {
      await this.page.keyboard.press('Escape');
      await this.clickText(word);
      await this.page.keyboard.press('Control+.');
    }, effect);
  }

  /**
   * Chooses from the menu of fixes by the keyboard, since older versions of VS Code lay something over it.
   * @param {string | RegExp} title
   */
  async chooseFix(title) {
    const titles = await this.menu.allInnerTexts();
    const wanted = titles.findIndex((text) =>
      typeof title === 'string' ? text.includes(title) : title.test(text.trim()),
    );
    if (wanted < 0) throw new Error(`No ${title} in the menu: ${titles.join(' | ')}`);
    const focused = this.page.locator('.action-widget .monaco-list-row.focused');
    await this.repeat(
      async () => {
        if ((await focused.innerText()) !== titles[wanted]) await this.page.keyboard.press('ArrowDown');
      },
      async () => (await focused.innerText()) === titles[wanted],
    );
    await this.page.keyboard.press('Enter');
  }

  /**
   * Puts the cursor into a text of the editor.
   * @param {string} word
   */
  async clickText(word) {
    const { x, y } = await this.place(word);
    await this.page.mouse.click(x, y);
  }

  /**
   * The middle of a text on the screen.
   * @param {string} word
   * @returns {Promise<{ x: number, y: number }>}
   */
  async place(word) {
    return this.line(word)
      .first()
      .evaluate((line, text) => {
        // A text may reach over several nodes, one for each colour.
        const nodes = [];
        const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) nodes.push(node);
        const start = nodes
          .map((node) => node.textContent ?? '')
          .join('')
          .replaceAll('\u00a0', ' ')
          .indexOf(text);
        let middle = start + Math.floor(text.length / 2);
        for (const node of nodes) {
          const { length } = node.textContent ?? '';
          if (middle < length) {
            const range = document.createRange();
            range.setStart(node, middle);
            range.setEnd(node, middle + 1);
            const { x, y, width, height } = range.getBoundingClientRect();
            return { x: x + width / 2, y: y + height / 2 };
          }
          middle -= length;
        }
        throw new Error(`${text} isn't on the screen`);
      }, word);
  }

  /** Saves the document in the editor, and waits until that is done. */
  async save() {
    const dirty = this.page.locator('.tab.active.dirty');
    await this.repeat(
      () => this.page.keyboard.press('Control+s'),
      async () => (await dirty.count()) === 0,
    );
  }

  /**
   * Shows a view container of the activity bar.
   * @param {string} name
   */
  async openView(name) {
    const icon = this.icon(name);
    const open = icon.and(this.page.locator('.checked'));
    await this.repeat(async () => {
      // A second click would close it again.
      if (!(await open.isVisible())) await icon.click();
    }, open);
  }

  /**
   * Drags the border of the side bar.
   * @param {number} width in pixels
   */
  async widenSideBar(width) {
    const box = await this.page.locator('.part.sidebar').boundingBox();
    if (!box) throw new Error('The side bar is hidden.');
    const { mouse } = this.page;
    await mouse.move(box.x + box.width, 500);
    await mouse.down();
    await mouse.move(box.x + width, 500, { steps: 5 });
    await mouse.up();
  }

  /**
   * The number at an icon of the activity bar; '' where there is none.
   * @param {string} name
   */
  async badge(name) {
    return (await this.icon(name).locator('.badge-content').textContent()) ?? '';
  }

  /**
   * An icon of the activity bar. What its badge counts is part of its label.
   * @param {string} name
   */
  icon(name) {
    return this.page.locator(`.activitybar .action-item:has(a.action-label[aria-label^="${name}"])`);
  }

  /**
   * Runs a command from the palette.
   * @param {string} title
   */
  async command(title) {
    const input = this.page.locator('.quick-input-widget input').first();
    await this.repeat(() => this.page.keyboard.press('F1'), input);
    await input.fill(`>${title}`);
    await this.page
      .locator('.quick-input-list .monaco-list-row')
      .filter({ hasText: title })
      .first()
      .waitFor();
    await this.page.keyboard.press('Enter');
    await input.waitFor({ state: 'hidden' });
  }

  /**
   * Opens a file of the workspace.
   * @param {string} name
   */
  async openFile(name) {
    const input = this.page.locator('.quick-input-widget input').first();
    const tab = this.page.locator('.tab.active').filter({ hasText: path.basename(name) });
    await this.repeat(async () => {
      await this.page.keyboard.press('Control+p');
      await input.fill(name, { timeout: EFFECT });
      await this.page
        .locator('.quick-input-list .monaco-list-row')
        .filter({ hasText: path.basename(name) })
        .first()
        .waitFor({ timeout: EFFECT });
      await this.page.keyboard.press('Enter');
    }, tab);
  }

  /**
   * The bytes of a file of the workspace, as they are on disk.
   * @param {string} name
   */
  read(name) {
    return fs.readFileSync(path.join(this.folder, name));
  }
}
