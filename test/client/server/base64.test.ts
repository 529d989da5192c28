import assert from 'node:assert/strict';
import { toBase64 } from '../../../client/src/server/base64.ts';

describe('base64', () => {
  for (const length of [0, 1, 2, 3, 24_575, 24_576, 24_577, 100_000])
    it(`of ${length} bytes`, () => {
      const bytes = Uint8Array.from({ length }, (_, index) => (index * 31) % 256);
      assert.equal(toBase64(bytes), Buffer.from(bytes).toString('base64'));
    });
});
