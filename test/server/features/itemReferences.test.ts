import assert from 'node:assert/strict';
import { isItemReference } from '../../../server/src/features/itemReferences.ts';

describe('reference to an item', () => {
  for (const [value, is] of [
    [{ uri: 'a', id: 'b', version: 1 }, true],
    [{ uri: 'a', id: 'b', version: null }, true],
    [{ uri: 'a' }, false],
    [{ uri: 1, id: 'b' }, false],
    ['a', false],
    [null, false],
    [undefined, false],
    [[], false],
  ] as const)
    it(`${is ? 'is' : 'is not'} ${JSON.stringify(value)}`, () => assert.equal(isItemReference(value), is));
});
