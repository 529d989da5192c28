// @ts-check
// A program of its own, so that it can be run on a display of its own and what VS Code prints can be read.
//   node desktopTests.mjs EXECUTABLE EXTENSION TESTS WORKSPACE
import { runTests } from '@vscode/test-electron';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { quietSettings } from './settings.mjs';

const [vscodeExecutablePath = '', extensionDevelopmentPath = '', extensionTestsPath = '', workspace = ''] =
  process.argv.slice(2);

// Short: a socket's path in it may have about a hundred characters.
const data = fs.mkdtempSync(path.join(os.tmpdir(), 'roadmap-'));
fs.mkdirSync(path.join(data, 'user/User'), { recursive: true });
fs.writeFileSync(path.join(data, 'user/User/settings.json'), JSON.stringify(quietSettings));
try {
  await runTests({
    vscodeExecutablePath,
    extensionDevelopmentPath,
    extensionTestsPath,
    launchArgs: [
      workspace,
      `--user-data-dir=${path.join(data, 'user')}`,
      `--extensions-dir=${path.join(data, 'extensions')}`,
      '--disable-extensions',
    ],
  });
} catch (error) {
  console.error(String(error));
  process.exitCode = 1;
} finally {
  fs.rmSync(data, { recursive: true, force: true, maxRetries: 5 });
}
