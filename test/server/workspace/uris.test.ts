import assert from 'node:assert/strict';
import { canonicalUri } from '../../../server/src/workspace/uris.ts';

describe('URIs', () => {
  for (const same of [
    ['file:///c%3A/My%20Plans/TODO.md', 'file:///C:/My Plans/TODO.md', 'file:///c:/My%20Plans/TODO.md'],
    ['file:///a%28b%29/%C3%A9.md', 'file:///a(b)/é.md'],
    ['untitled:TODO.md'],
    ['vscode-vfs://github/a/b.md'],
    ['file:///100%25/a.md', 'file:///100%/a.md'],
    ['file:///%EF%BF%BD.md', 'file:///\ud800.md'],
  ] as const)
    it(`are one: ${same.join(', ')}`, () => {
      for (const uri of same) assert.equal(canonicalUri(uri), same[0]);
    });
});
