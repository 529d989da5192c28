import assert from 'node:assert/strict';
import fc from 'fast-check';
import { carriedOver, differenceOf } from '../../../server/src/roadmap/difference.ts';

const list = fc.array(fc.nat({ max: 3 }), { maxLength: 12 });

describe('the difference of two lists', () => {
  it('is the stretch that is not the same at both ends', () => {
    assert.deepEqual(differenceOf([1, 2, 3, 4], [1, 5, 6, 3, 4]), { start: 1, end: 2, newEnd: 3 });
    assert.deepEqual(differenceOf([1, 1], [1, 1, 1]), { start: 2, end: 2, newEnd: 3 });
  });

  it('is all that has to be made anew', () => {
    fc.assert(
      fc.property(list, list, (before, after) => {
        const make = (value: number): string => `${value}`;
        const known = before.map(make);
        const difference = differenceOf(before, after);
        assert.deepEqual(carriedOver(difference, known, after, make), after.map(make));
      }),
    );
  });
});
