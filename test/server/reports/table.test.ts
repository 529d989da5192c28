import assert from 'node:assert/strict';
import { columns } from '../../../server/src/reports/table.ts';

describe('table', () => {
  for (const [what, rows, lines] of [
    [
      'pads columns',
      [
        ['a', 'bb', 'c'],
        ['aaa', 'b', 'cc'],
      ],
      ['a    bb  c', 'aaa  b   cc'],
    ],
    [
      'leaves the last column as it is',
      [
        ['a', 'long'],
        ['b', ''],
      ],
      ['a  long', 'b'],
    ],
    [
      'counts ideographs and emoji twice',
      [
        ['日本', 'x'],
        ['🔴', 'x'],
        ['abcd', 'x'],
      ],
      ['日本  x', '🔴    x', 'abcd  x'],
    ],
    [
      'counts what combines not at all',
      [
        ['e\u0301', 'x'],
        ['👩‍👩‍👧', 'x'],
        ['ab', 'x'],
      ],
      ['e\u0301   x', '👩‍👩‍👧  x', 'ab  x'],
    ],
    ['of nothing', [], []],
  ] as const)
    it(what, () => assert.deepEqual(columns(rows), lines));
});
