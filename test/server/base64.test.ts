import assert from 'node:assert/strict';
import { fromBase64, toBase64 } from '../../server/src/base64.ts';

describe('base64', () => {
  for (const length of [0, 1, 2, 3, 24_575, 24_576, 24_577, 100_000])
    it(`of ${length} bytes`, () => {
      const bytes = Uint8Array.from({ length }, (_, index) => (index * 31) % 256);
      assert.equal(toBase64(bytes), Buffer.from(bytes).toString('base64'));
      assert.deepEqual(fromBase64(toBase64(bytes)), bytes);
    });
});
