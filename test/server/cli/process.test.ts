import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import path from 'node:path';
import { build, CLI } from '../built.ts';
import { fixture } from '../fixtures.ts';

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly error: string;
}

/** The real program. */
function roadmap(
  args: readonly string[],
  options: { closeOutput?: boolean; env?: NodeJS.ProcessEnv } = {},
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [CLI, ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...options.env },
    });
    let [out, error] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (error += text));
    if (options.closeOutput) child.stdout.destroy();
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, out, error }));
  });
}

describe('the program roadmap', () => {
  before(build);

  for (const [what, args, code] of [
    ['a list', ['list', fixture('garden.md')], 0],
    ['findings', ['check', fixture('garden.md')], 1],
    [
      'no findings',
      ['check', '--today', '2020-01-01', path.join(import.meta.dirname, '../../../docs/rules/README.md')],
      0,
    ],
    ['a missing file', ['check', fixture('none.md')], 2],
    ['a directory', ['list', fixture('')], 2],
    ['a wrong option', ['list', '--nonsense', fixture('garden.md')], 2],
    ['a wrong date', ['list', '--today', 'soon', fixture('garden.md')], 2],
    ['no arguments', [], 2],
    ['help', ['--help'], 0],
  ] as const)
    it(`ends with ${code} of ${what}`, async () => {
      const ended = await roadmap(args);
      assert.equal(ended.code, code, ended.error);
      assert.doesNotMatch(ended.error, /^\s+at /mu);
    });

  it('prints in UTF-8, and all of it', async () => {
    const files = Array.from({ length: 60 }, () => fixture('improvements-log.md'));
    const { code, out } = await roadmap(['list', '--format', 'json', ...files]);
    assert.equal(code, 0);
    assert.ok(out.length > 100_000, 'more than a pipe holds');
    const { items } = JSON.parse(out) as { items: { section: string[] }[] };
    assert.equal(items.length, 60 * 8);
    assert.ok(items.every(({ section }) => !/[\u0080-\u009f]|ð/u.test(section.join(''))));
  });

  it('prints no colours into a pipe', async () => {
    const { out } = await roadmap(['check', fixture('garden.md')]);
    assert.ok(out.length > 0 && !out.includes('\u001b'));
  });

  it('takes today from the machine where nobody says it', async () => {
    const { out } = await roadmap(['list', '--format', 'json', fixture('garden.md')], { env: { TZ: 'UTC' } });
    assert.match((JSON.parse(out) as { today: string }).today, /^20\d\d-\d\d-\d\d$/);
  });

  it('ends quietly where nobody reads on', async () => {
    const files = Array.from({ length: 60 }, () => fixture('improvements-log.md'));
    const { error } = await roadmap(['list', '--format', 'json', ...files], { closeOutput: true });
    assert.equal(error, '');
  });
});
