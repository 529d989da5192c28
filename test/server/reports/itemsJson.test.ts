import assert from 'node:assert/strict';
import { itemsJson } from '../../../server/src/reports/itemsJson.ts';
import { read } from '../roadmap/read.ts';

const items = (...lines: string[]): Record<string, unknown>[] =>
  (
    JSON.parse(itemsJson([{ file: 'a.md', roadmap: read(...lines) }], '2025-07-28')) as {
      items: Record<string, unknown>[];
    }
  ).items;

// A whole document is held against the contract in ../cli/run.test.ts.
describe('items as JSON', () => {
  const KEYS = [
    ...[
      'id',
      'file',
      'line',
      'endLine',
      'title',
      'kind',
      'status',
      'owners',
      'due',
      'priority',
      'effort',
      'completed',
      'key',
      'progress',
    ],
    ...['dependsOn', 'refs', 'tags', 'section', 'parentLine', 'inherited'],
  ];

  it('always have all keys', () => {
    for (const item of items('- [ ] a', '## A', '- [x] b (Owner: @b)'))
      assert.deepEqual(Object.keys(item), KEYS);
  });

  it('hold the horizon of the innermost section with one', () => {
    const horizons = items(
      ...[
        '*Last Updated: 2025-07-21*',
        '',
        '## A (Within 1 Week)',
        '### B',
        '- [ ] a',
        '### Q4 2025',
        '- [ ] b',
      ],
      ...['## C', '- [ ] c'],
    ).map(({ inherited }) => (inherited as { horizon?: unknown }).horizon);
    assert.deepEqual(horizons, [
      { start: '2025-07-21', end: '2025-07-28', text: 'A (Within 1 Week)' },
      { start: '2025-10-01', end: '2025-12-31', text: 'Q4 2025' },
      undefined,
    ]);
  });

  it('hold what is stated apart from what is inherited', () => {
    const [, item] = items('## A (P1)', '**Owner:** @a', '**Due:** Q3 2025', '', '- [ ] b (Owner: @b)');
    assert.deepEqual(
      [item?.['owners'], item?.['due'], item?.['priority'], item?.['inherited']],
      [
        ['@b'],
        null,
        null,
        {
          owners: ['@a'],
          due: { start: '2025-07-01', end: '2025-09-30', text: 'Q3 2025' },
          priority: 'P1',
        },
      ],
    );
  });
});
