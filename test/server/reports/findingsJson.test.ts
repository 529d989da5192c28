import assert from 'node:assert/strict';
import { findingsJson } from '../../../server/src/reports/findingsJson.ts';
import { check } from '../../../server/src/rules/index.ts';
import { read } from '../roadmap/read.ts';

describe('findings as JSON', () => {
  it('are a contract', () => {
    const roadmap = read('*Next Review: 2025-07-01*', '', '- [ ] a (Owner: @a) - *Due: 2025-07-25*');
    assert.deepEqual(
      JSON.parse(
        findingsJson(
          [{ file: 'a.md', text: roadmap.text, findings: check(roadmap, { today: '2025-07-28' }) }],
          '2025-07-28',
        ),
      ),
      {
        schemaVersion: 1,
        today: '2025-07-28',
        findings: [
          {
            rule: 'stale-review',
            severity: 'information',
            file: 'a.md',
            line: 1,
            column: 15,
            endLine: 1,
            endColumn: 25,
            message: 'The review announced for 2025-07-01 is 27 days late.',
          },
          {
            rule: 'past-due',
            severity: 'warning',
            file: 'a.md',
            line: 3,
            column: 29,
            endLine: 3,
            endColumn: 39,
            message: '"a" is 3 days overdue (due 2025-07-25).',
          },
        ],
      },
    );
  });

  it('are an empty list where there are none', () =>
    assert.deepEqual(JSON.parse(findingsJson([], '2025-07-28')), {
      schemaVersion: 1,
      today: '2025-07-28',
      findings: [],
    }));
});
