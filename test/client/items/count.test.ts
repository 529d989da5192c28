import assert from 'node:assert/strict';
import { isOpen } from '../../../client/src/items/count.ts';
import type { ItemStatus } from '../../../server/src/protocol.ts';
import { isOpen as isOpenToServer, type Item } from '../../../server/src/roadmap/model.ts';

const STATUSES: readonly ItemStatus[] = ['todo', 'in-progress', 'done', 'blocked', 'cancelled', 'deferred'];

describe('open items', () => {
  for (const status of STATUSES)
    it(`are those that the server takes for open: ${status}`, () =>
      assert.equal(isOpen({ status }), isOpenToServer({ status } as Item)));
});
