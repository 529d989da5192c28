// @ts-check
import { onPath, run } from './processes.mjs';

/**
 * The program of one of these names: one that is installed, else from a package of Debian's, which is then installed
 * where this user may. Undefined where neither works.
 * @param {readonly string[]} names
 * @param {string} debianPackage
 * @returns {Promise<string | undefined>}
 */
export async function ensureProgram(names, debianPackage) {
  const find = () => names.map(onPath).find(Boolean);
  const installed = find();
  if (installed) return installed;
  // Two at a time would wait for each other's lock, and fail.
  installing = installing.then(() => install(debianPackage));
  await installing;
  return find();
}

/** @type {Promise<void>} */
let installing = Promise.resolve();

/** @param {string} debianPackage */
async function install(debianPackage) {
  const command = aptGet();
  if (!command) return;
  console.log(`Installing ${debianPackage} for the tests (apt-get)…`);
  const [program = '', ...args] = command;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  try {
    await run(program, [...args, 'update', '-qq'], { env });
    await run(program, [...args, 'install', '-y', '-qq', '--no-install-recommends', debianPackage], { env });
  } catch (error) {
    console.error(String(error));
  }
}

/** The start of an apt-get command line that will not ask for a password; undefined where there is none. */
function aptGet() {
  const apt = onPath('apt-get');
  if (!apt) return undefined;
  if (process.getuid?.() === 0) return [apt];
  const sudo = onPath('sudo');
  return sudo && [sudo, '--non-interactive', apt];
}
