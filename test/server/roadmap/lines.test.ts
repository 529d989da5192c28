import assert from 'node:assert/strict';
import { LineIndex } from '../../../server/src/roadmap/lines.ts';

describe('lines', () => {
  const source = 'ab\ncd\r\n\r\ne\rf';
  const lines = new LineIndex(source);

  for (const [offset, line, character] of [
    [0, 0, 0],
    [2, 0, 2],
    [3, 1, 0],
    [5, 1, 2],
    [6, 1, 3],
    [7, 2, 0],
    [9, 3, 0],
    [10, 3, 1],
    [11, 4, 0],
    [12, 4, 1],
  ] as const)
    it(`offset ${offset} is ${line}:${character}`, () => {
      assert.deepEqual(lines.positionAt(offset), { line, character });
      assert.equal(lines.offsetAt({ line, character }), offset);
    });

  for (const [line, character, offset] of [
    [0, 99, 3],
    [3, 99, 11],
    [4, 99, 12],
    [99, 0, 12],
  ] as const)
    it(`${line}:${character} is beyond, so ${offset}`, () =>
      assert.equal(lines.offsetAt({ line, character }), offset));

  it('give ranges', () =>
    assert.deepEqual(lines.rangeOf({ start: 1, end: 9 }), {
      start: { line: 0, character: 1 },
      end: { line: 3, character: 0 },
    }));

  it('of an empty text', () => {
    assert.deepEqual(new LineIndex('').positionAt(0), { line: 0, character: 0 });
    assert.equal(new LineIndex('').offsetAt({ line: 3, character: 3 }), 0);
  });

  it('count columns in UTF-16 code units', () =>
    assert.deepEqual(new LineIndex('\n🔴x').positionAt(3), { line: 1, character: 2 }));
});
