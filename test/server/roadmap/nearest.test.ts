import assert from 'node:assert/strict';
import { editDistance, nearest } from '../../../server/src/roadmap/nearest.ts';

describe('the nearest word', () => {
  for (const [a, b, distance] of [
    ['', '', 0],
    ['ann', 'ann', 0],
    ['ann', 'anna', 1],
    ['ann', 'nan', 1],
    ['severity', 'severty', 1],
    ['kitten', 'sitting', 3],
    ['ab', 'cdefgh', Infinity],
  ] as const)
    it(`${a} and ${b} are ${distance} apart, both ways`, () => {
      assert.equal(editDistance(a, b, 3), distance);
      assert.equal(editDistance(b, a, 3), distance);
    });

  it('is the one that was meant', () => assert.equal(nearest('@aneta', ['@anita', '@boris']), '@anita'));
  it('may differ in case', () => assert.equal(nearest('Past-Due', ['past-due']), 'past-due'));
  it('is none where nothing is near', () => assert.equal(nearest('@carl', ['@anita']), undefined));
  it('is none where several are as near', () =>
    assert.equal(nearest('@anita', ['@anite', '@anitb']), undefined));
  it('is none of a short word that differs', () => assert.equal(nearest('bo', ['bob', 'jo']), undefined));
});
