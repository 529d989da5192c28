import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { KEYS } from '../../../server/src/query/keys.ts';
import { parseQuery } from '../../../server/src/query/parse.ts';
import { QueryError } from '../../../server/src/query/query.ts';
import { read } from '../roadmap/read.ts';

/** A Monday. */
const today = '2025-07-28';

const roadmap = read(
  '# Harbour',
  '',
  '## Now',
  '',
  '**Owner:** @platform',
  '',
  '- [ ] HB-1: Berth map (Priority: P0, Due: 2025-07-25)',
  '- [ ] HB-2: Price list (Owner: Ann, Due: 2025-08-01) #print',
  '- [~] HB-3: Winter storage (Owner: @harbour/quay, Effort: 3-5 days, Depends on: HB-1)',
  '',
  '## Next quarter (P2)',
  '',
  '- [ ] HB-4: Fuel dock, see #12 (Due: Q4 2025)',
  '- [x] HB-5: "Quiet" hours (Completed: 2025-07-20)',
);

const asked = (query: string, me: readonly string[] = ['ann']): string[] => {
  const matches = parseQuery(query, { today, me });
  return roadmap.items
    .filter((item) => matches({ item, file: 'docs/ROADMAP.md' }))
    .map(({ fields }) => fields.id!.value.slice(3));
};

describe('query', () => {
  for (const [query, expected] of [
    ['', '1 2 3 4 5'],
    ['   ', '1 2 3 4 5'],
    ['berth', '1'],
    ['"price list"', '2'],
    ['-list -map', '3 4 5'],
    ['is:overdue', '1'],
    ['is:open', '1 2 3 4'],
    ['is:closed', '5'],
    ['is:in-progress,done', '3 5'],
    ['is:mine', '2'],
    ['owner:platform', '1'],
    ['owner:@PLATFORM,@ann', '1 2'],
    ['owner:quay', '3'],
    ['owner:harbour/quay', '3'],
    ['owner:harbour', ''],
    ['owner:me', '2'],
    ['owner:none', '4 5'],
    ['-owner:any', '4 5'],
    ['status:todo', '1 2 4'],
    ['status:finished', '5'],
    ['priority:P0', '1'],
    ['priority:P0..P1', '1'],
    ['priority:P1..', '4 5'],
    ['priority:..P1', '1'],
    ['priority>P0', '4 5'],
    ['priority<=critical', '1'],
    ['priority:none', '2 3'],
    ['due<2026-01-01', '1 2 4'],
    ['due<2025-12-31', '1 2'],
    ['due>2025-07-25', '2 4'],
    ['due<=2025-07-25', '1'],
    ['due:this-week', '2'],
    ['due:"this week"', '2'],
    ['due:2025-Q4', '4'],
    ['due<7d', '1 2'],
    ['due>=-2d', '2 4'],
    ['due:2025-07-01..2025-08-31', '1 2'],
    ['due:none', '3 5'],
    ['completed>=-2w', '5'],
    ['effort>3d', '3'],
    ['effort:any', '3'],
    ['effort>5d', ''],
    ['section:now', '1 2 3'],
    ['section:"next quarter"', '4 5'],
    ['file:docs/', '1 2 3 4 5'],
    ['file:src', ''],
    ['id:hb-4', '4'],
    ['depends:HB-1', '3'],
    ['ref:#12', '4'],
    ['tag:print', '2'],
    ['tag:none', '1 3 4 5'],
    ['has:due', '1 2 4'],
    ['no:owner', '4 5'],
    ['owner:@platform is:overdue due<2026-01-01 priority:P0..P1 berth', '1'],
  ] as const)
    it(query === '' ? 'that is empty' : query, () => assert.deepEqual(asked(query).join(' '), expected));

  it('is mine where nobody is known: nothing', () => assert.deepEqual(asked('is:mine', []), []));

  for (const [query, part, place] of [
    ['ownr:ann', /"ownr" can't be asked for\. Keys are: is, owner/u, [0, 8]],
    ['berth is:late', /":late" says nothing about "is"\. It takes open, closed/u, [9, 13]],
    ['due<soonish', /"<soonish" says nothing about "due"/u, [4, 11]],
    ['due:1..2..3', /says nothing about "due"/u, [4, 11]],
    ['priority:', /":" says nothing about "priority"/u, [9, 9]],
    ['is<open', /"<open" says nothing about "is"/u, [3, 7]],
    ['section:"now', /does not end/u, [8, 12]],
  ] as const)
    it(`can't be: ${query}`, () =>
      assert.throws(
        () => asked(query),
        (error) => {
          assert.ok(error instanceof QueryError);
          assert.match(error.message, part);
          assert.deepEqual([error.span.start, error.span.end], place);
          return true;
        },
      ));

  for (const { name, example } of KEYS)
    it(`understands the example of ${name}`, () => assert.doesNotThrow(() => asked(example)));

  it('is understood, or told what is wrong with it', () =>
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.constantFrom(...KEYS.map(({ name }) => name), ':', '<=', '"', ' ', '-', ',', '..', 'P1', '7d'),
            fc.string({ maxLength: 4 }),
          ),
        ),
        (parts) => {
          const query = parts.join('');
          try {
            asked(query);
          } catch (error) {
            assert.ok(error instanceof QueryError, String(error));
            assert.ok(error.span.start <= error.span.end && error.span.end <= query.length);
          }
        },
      ),
    ));
});
