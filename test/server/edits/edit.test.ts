import assert from 'node:assert/strict';
import { applyEdits, insertAt } from '../../../server/src/edits/edit.ts';

describe('edits', () => {
  const change = (start: number, end: number, text: string) => ({ span: { start, end }, text });

  for (const [what, edits, expected] of [
    ['none', [], 'abcdef'],
    ['one', [change(1, 3, 'X')], 'aXdef'],
    ['several, in any order', [change(4, 5, 'Y'), change(0, 1, 'X')], 'XbcdYf'],
    ['touching', [change(0, 2, 'X'), change(2, 4, 'Y')], 'XYef'],
    ['insertions at one place, in their order', [insertAt(3, 'X'), insertAt(3, 'Y')], 'abcXYdef'],
    ['at both ends', [insertAt(0, 'X'), insertAt(6, 'Y')], 'XabcdefY'],
    ['a deletion', [change(0, 6, '')], ''],
  ] as const)
    it(what, () => assert.equal(applyEdits('abcdef', edits), expected));

  it('leave the list as it is', () => {
    const edits = [change(4, 5, 'Y'), change(0, 1, 'X')];
    applyEdits('abcdef', edits);
    assert.deepEqual(edits, [change(4, 5, 'Y'), change(0, 1, 'X')]);
  });
});
