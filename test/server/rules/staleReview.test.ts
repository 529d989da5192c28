import assert from 'node:assert/strict';
import { findings } from './findings.ts';

describe('rule stale-review', () => {
  for (const [today, message] of [
    ['2025-07-31', undefined],
    ['2025-08-01', 'The review announced for 2025-07-31 is 1 day late.'],
    ['2026-11-20', 'The review announced for 2025-07-31 is 477 days late.'],
  ] as const)
    it(`on ${today}: ${message ?? 'nothing'}`, () =>
      assert.deepEqual(
        findings('stale-review', today, '# Log', '*Last Updated: 2025-07-24*', '*Next Review: 2025-07-31*'),
        message === undefined ? [] : [['2025-07-31', message]],
      ));

  it('of a quarter only once it is over', () => {
    assert.deepEqual(findings('stale-review', '2025-09-30', '*Next Review: Q3 2025*'), []);
    assert.equal(findings('stale-review', '2025-10-01', '*Next Review: Q3 2025*').length, 1);
  });

  it('not of a document that announces none, nor of an item', () =>
    assert.deepEqual(
      findings(
        'stale-review',
        '2099-01-01',
        '# Log',
        '*Last Updated: 2025-07-24*',
        '## A',
        '- [ ] x',
        '  - Next review: 2025-07-31',
      ),
      [],
    ));
});
