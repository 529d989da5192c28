import assert from 'node:assert/strict';
import { emptyReason } from '../../../client/src/tree/empty.ts';

const NONE = { open: 0, overdue: 0, closed: 0 };

describe('reason of an empty tree', () => {
  it('is not given while items are on their way, or there', () => {
    assert.equal(emptyReason('loading', 0, NONE), '');
    assert.equal(emptyReason('loaded', 1, { open: 1, overdue: 0, closed: 3 }), '');
  });

  it('tells what is missing', () => {
    assert.equal(emptyReason('failed', 0, NONE), 'noServer');
    assert.equal(emptyReason('loaded', 0, NONE), 'noRoadmaps');
    assert.equal(emptyReason('loaded', 2, NONE), 'noItems');
    assert.equal(emptyReason('loaded', 2, { open: 0, overdue: 0, closed: 3 }), 'nothingOpen');
  });
});
