import assert from 'node:assert/strict';
import { CodeOwners, isCodeOwnersFile, parseCodeOwners } from '../../../server/src/config/codeowners.ts';

describe('CODEOWNERS', () => {
  for (const [line, owners] of [
    ['*  @ann @org/backend', ['@ann', '@org/backend']],
    ['/docs/ ann@example.com', ['ann@example.com']],
    ['# *.js @gone', []],
    ['*.js @ann # and @gone', ['@ann']],
    ['docs/my\\ plans/ @ann', ['@ann']],
    ['@types/ @ann', ['@ann']],
    ['[Build] @ann', ['@ann']],
    ['^[Long names][2] @ann @bea', ['@ann', '@bea']],
    ['[a-z]file', []],
    ['*.md @@maintainer', ['@@maintainer']],
    ['*.md nobody', []],
    ['', []],
  ] as const)
    it(`reads ${line}`, () => assert.deepEqual(parseCodeOwners(line), owners));

  it('names each once, whatever ends its lines', () =>
    assert.deepEqual(parseCodeOwners('* @ann\r\n*.md @bea @ann\n'), ['@ann', '@bea']));

  it('is looked for where code hosts look, and once', async () => {
    const files: Record<string, string> = { 'file:///w/docs/CODEOWNERS': '* @docs' };
    const asked: string[] = [];
    const owners = new CodeOwners((uri) => {
      asked.push(uri);
      const text = files[uri];
      return Promise.resolve(text === undefined ? undefined : new TextEncoder().encode(text));
    });
    assert.deepEqual(await owners.of('file:///w/'), ['@docs']);
    const times = asked.length;
    assert.deepEqual(await owners.of('file:///w/'), ['@docs']);
    assert.equal(asked.length, times);
    files['file:///w/.github/CODEOWNERS'] = '* @first';
    owners.forget();
    assert.deepEqual(await owners.of('file:///w/'), ['@first']);
  });

  it('that cannot be read names nobody', async () =>
    assert.deepEqual(await new CodeOwners(() => Promise.reject(new Error('no'))).of('file:///w/'), []));

  it('is known by its name', () => {
    assert.ok(isCodeOwnersFile('file:///w/.github/CODEOWNERS'));
    assert.ok(!isCodeOwnersFile('file:///w/CODEOWNERS.md'));
  });
});
