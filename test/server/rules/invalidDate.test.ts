import assert from 'node:assert/strict';
import { check } from '../../../server/src/rules/index.ts';
import { read } from '../roadmap/read.ts';
import { findings } from './findings.ts';

describe('rule invalid-date', () => {
  for (const [what, lines, expected] of [
    [
      'of a due date',
      ['- [ ] x - *Due: 2025-02-30*'],
      [['2025-02-30', 'There is no 2025-02-30. Meant: 2025-02-28 or 2025-03-02?']],
    ],
    [
      'of a date in words',
      ['- [ ] x', '  - Due: Feb 30, 2025'],
      [['Feb 30, 2025', 'There is no Feb 30, 2025. Meant: Feb 28, 2025 or Mar 2, 2025?']],
    ],
    [
      'of swapped parts',
      ['- [ ] x - *Due: 2025-25-07*'],
      [['2025-25-07', 'There is no 2025-25-07. Meant: 2025-07-25?']],
    ],
    [
      'of what is done, too',
      ['- [x] x - *Completed: 2025-06-31*'],
      [['2025-06-31', 'There is no 2025-06-31. Meant: 2025-06-30 or 2025-07-01?']],
    ],
    [
      'of the document',
      ['*Next Review: 2025-06-31*'],
      [['2025-06-31', 'There is no 2025-06-31. Meant: 2025-06-30 or 2025-07-01?']],
    ],
    [
      'of a heading',
      ['# Plan', '## Ship', '**Due:** 2025-02-30', '- [ ] x'],
      [['2025-02-30', 'There is no 2025-02-30. Meant: 2025-02-28 or 2025-03-02?']],
    ],
    ['not of a leap day', ['- [ ] x - *Due: 2024-02-29*'], []],
    ['not of text', ['- [ ] x on 2025-02-30'], []],
    ['not in code', ['- [ ] x `Due: 2025-02-30`'], []],
  ] as const)
    it(what, () => assert.deepEqual(findings('invalid-date', '2025-07-28', ...lines), expected));

  it('is not past due as well', () =>
    assert.deepEqual(findings('past-due', '2099-01-01', '- [ ] x - *Due: 2025-02-30*'), []));

  it('brings what its fixes need', () =>
    assert.deepEqual(
      check(read('- [x] x - *Due: 2025-02-30*'), { today: '2025-07-28' }).map(({ fix }) => fix),
      [{ kind: 'replace', candidates: ['2025-02-28', '2025-03-02'] }],
    ));
});
