import assert from 'node:assert/strict';
import { itemsTable } from '../../../server/src/reports/itemsTable.ts';
import { readFixture } from '../fixtures.ts';
import { read } from '../roadmap/read.ts';

describe('table of items', () => {
  it('has a line for each item, with what is inherited in brackets', () =>
    assert.equal(
      itemsTable([{ file: 'garden.md', roadmap: readFixture('garden.md') }], '2025-07-28'),
      `garden.md: 6 items, 2 done
    6  todo         (P1)  2025-07-25, 3 days overdue       @ana, @ben    Water the beans #12 #garden
    9  done         (P1)  (2025-07-25)                     (@ana, @ben)  Fill the can
   10  in-progress  P1    Q3 2025, 64 days left            -             Weed the carrots
   15  todo         -     August 30, 2025, 33 days left    @ben          GARDEN-7: Paint the shed
   20  todo         -     (August 30, 2025), 33 days left  (@ben)        Buy paint
   24  done         -     -                                -             Pick the cherries
`,
    ));

  it('of several files, of none, of an empty one', () => {
    assert.equal(itemsTable([], '2025-07-28'), '');
    assert.equal(
      itemsTable(
        [
          { file: 'a.md', roadmap: read('- [ ] a') },
          { file: 'b.md', roadmap: read('') },
        ],
        '2025-07-28',
      ),
      'a.md: 1 item, 0 done\n    1  todo  -  -  -  a\n\nb.md: 0 items, 0 done\n',
    );
  });
});
