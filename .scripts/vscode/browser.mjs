// @ts-check
import { ensureProgram } from '../packages.mjs';

/** Programs that Playwright can drive, as distributions call them. */
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/**
 * Without these the browser's own services would try the network while the tests run; with the resolver rule a
 * page can reach nothing but this machine, so that a test can't pass by grace of some server.
 */
const HERMETIC = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];

/** A machine without a graphics card logs errors and draws slowly otherwise. */
const SOFTWARE = ['--disable-gpu'];

/**
 * The program of a Chromium for the tests: what the variable `CHROMIUM` names, else one that is installed, else
 * Debian's, which is then installed where this user may.
 * @returns {Promise<string>}
 */
export function ensureBrowser() {
  return (ensuring ??= ensure());
}

/** @type {Promise<string> | undefined} */
let ensuring;

async function ensure() {
  const found = process.env['CHROMIUM'] || (await ensureProgram(NAMES, 'chromium'));
  if (found) return found;
  console.error('These tests need a Chromium: install one, or set CHROMIUM to its program.');
  process.exit(1);
}

/**
 * Starts a headless Chromium that can reach nothing but this machine.
 * @returns {Promise<import('playwright-core').Browser>}
 */
export async function launchBrowser() {
  const { chromium } = await import('playwright-core');
  return chromium.launch({ executablePath: await ensureBrowser(), args: [...HERMETIC, ...SOFTWARE] });
}
