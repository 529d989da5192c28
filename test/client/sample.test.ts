import assert from 'node:assert/strict';
import { civilDate, sampleText } from '../../client/src/sample.ts';

describe('sample', () => {
  const text = sampleText((days) => civilDate(2025, 6, 28 + days));

  it('is dated from today', () => {
    assert.match(text, /\*Last Updated: 2025-07-28\*/);
    assert.deepEqual(
      [...text.matchAll(/Due: (\S+)\*/g)].map(([, date]) => date),
      ['2025-08-04', '2025-08-11', '2025-08-27'],
    );
  });

  it('leaves one item without an owner', () =>
    assert.equal(text.match(/- \[.\]/g)?.length, (text.match(/Owner:/g)?.length ?? 0) + 1));
});
