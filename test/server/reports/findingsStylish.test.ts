import assert from 'node:assert/strict';
import { findingsStylish } from '../../../server/src/reports/findingsStylish.ts';
import type { CheckedFile } from '../../../server/src/reports/findingsJson.ts';
import { check } from '../../../server/src/rules/index.ts';
import { read } from '../roadmap/read.ts';
import { settings } from '../rules/settings.ts';

function checked(file: string, lines: string[], rules: object = {}): CheckedFile {
  const roadmap = read(...lines);
  return {
    file,
    text: roadmap.text,
    findings: check(roadmap, { today: '2025-07-28', settings: settings({ rules }) }),
  };
}

describe('findings as linters print them', () => {
  const bad = checked('a.md', [
    '*Next Review: 2025-07-01*',
    '',
    '- [ ] a (Owner: @a) - *Due: 2025-07-25*',
    '- [x] b - *Due: 2025-02-30*',
  ]);

  it('are lines by file, and a count', () =>
    assert.equal(
      findingsStylish([bad, checked('b.md', []), checked('c.md', ['- [ ] a'])], false),
      [
        'a.md',
        '  1:15  information  The review announced for 2025-07-01 is 27 days late.      stale-review',
        '  3:29  warning      "a" is 3 days overdue (due 2025-07-25).                   past-due',
        '  4:17  error        There is no 2025-02-30. Meant: 2025-02-28 or 2025-03-02?  invalid-date',
        '',
        'c.md',
        '  1:7  warning  Nobody owns the open item of this document.  missing-owner',
        '',
        '4 problems (1 error, 2 warnings)',
        '',
      ].join('\n'),
    ));

  it('are nothing where there is nothing', () =>
    assert.equal(findingsStylish([checked('a.md', ['a'])], true), ''));

  it('have colours, and the words besides', () => {
    const painted = findingsStylish([bad], true);
    assert.ok(painted.includes('\u001b[31merror\u001b[0m'));
    assert.ok(painted.includes('\u001b[33mwarning\u001b[0m'));
    // eslint-disable-next-line no-control-regex
    assert.equal(painted.replace(/\u001b\[\d+m/gu, ''), findingsStylish([bad], false));
  });
});
