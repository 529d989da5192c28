// @ts-check
import { onPath, run } from '../processes.mjs';

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
  const installed = process.env['CHROMIUM'] || findBrowser();
  if (installed) return installed;
  const command = aptGet();
  if (command) {
    console.log('Installing chromium for the tests (apt-get)…');
    const [program = '', ...args] = command;
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    try {
      await run(program, [...args, 'update', '-qq'], { env });
      await run(program, [...args, 'install', '-y', '-qq', '--no-install-recommends', 'chromium'], { env });
    } catch (error) {
      console.error(String(error));
    }
  }
  const found = findBrowser();
  if (found) return found;
  console.error('These tests need a Chromium: install one, or set CHROMIUM to its program.');
  process.exit(1);
}

const findBrowser = () => NAMES.map(onPath).find(Boolean);

/** The start of an apt-get command line that will not ask for a password; undefined where there is none. */
function aptGet() {
  const apt = onPath('apt-get');
  if (!apt) return undefined;
  if (process.getuid?.() === 0) return [apt];
  const sudo = onPath('sudo');
  return sudo && [sudo, '--non-interactive', apt];
}

/**
 * Starts a headless Chromium that can reach nothing but this machine.
 * @returns {Promise<import('playwright-core').Browser>}
 */
export async function launchBrowser() {
  const { chromium } = await import('playwright-core');
  return chromium.launch({ executablePath: await ensureBrowser(), args: [...HERMETIC, ...SOFTWARE] });
}
