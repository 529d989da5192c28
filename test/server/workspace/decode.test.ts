import assert from 'node:assert/strict';
import { decodeText, NotTextError } from '../../../server/src/workspace/decode.ts';

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('decoding', () => {
  for (const [what, file, text] of [
    ['UTF-8', utf8('é 🔴\r\n'), 'é 🔴\r\n'],
    ['nothing', bytes(), ''],
    ['a byte that is no UTF-8, alone', bytes(0x61, 0xff, 0x62), 'a\ufffdb'],
    ['a sequence that is cut off', bytes(0x61, 0xf0, 0x9f), 'a\ufffd'],
    ['half of a byte order mark', bytes(0xff, 0x61, 0xfe), '\ufffda\ufffd'],
    ['half of another', bytes(0x61, 0xfe, 0x62), 'a\ufffdb'],
    ['UTF-16, little end first', bytes(0xff, 0xfe, 0x61, 0, 0x0a, 0), 'a\n'],
    ['UTF-16, big end first', bytes(0xfe, 0xff, 0, 0x61, 0, 0x0a), 'a\n'],
  ] as const)
    it(what, () => assert.equal(decodeText(file), text));

  it('of a byte order mark leaves the text behind it', () =>
    assert.equal(decodeText(bytes(0xef, 0xbb, 0xbf, 0x61)).replace(/^\ufeff/, ''), 'a'));

  it('refuses what is binary', () => {
    for (const file of [bytes(0x89, 0x50, 0x4e, 0x47, 0, 0), bytes(0), bytes(0x61, 0, 0x62)])
      assert.throws(() => decodeText(file), NotTextError);
  });

  it('looks for that at the beginning only', () => {
    const file = utf8(`${'a'.repeat(10_000)}\0`);
    assert.equal(decodeText(file).length, 10_001);
  });
});
