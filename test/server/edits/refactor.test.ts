import assert from 'node:assert/strict';
import { toBullet, toTask } from '../../../server/src/edits/convertItem.ts';
import { applyEdits, type Edit } from '../../../server/src/edits/edit.ts';
import { normalizeDates } from '../../../server/src/edits/isoDates.ts';
import { moveDone } from '../../../server/src/edits/moveDone.ts';
import { convertNotation } from '../../../server/src/edits/notation.ts';
import { sortItems, type Order } from '../../../server/src/edits/sort.ts';
import { mergeItems, splitItem } from '../../../server/src/edits/split.ts';
import type { Item, Roadmap } from '../../../server/src/roadmap/model.ts';
import { readRoadmap } from '../../../server/src/roadmap/read.ts';
import { item } from '../roadmap/read.ts';

const after = (text: string, edits: (roadmap: Roadmap) => readonly Edit[]): string =>
  applyEdits(text, edits(readRoadmap(text)));
const ofItem = (
  text: string,
  title: string,
  edits: (roadmap: Roadmap, item: Item) => readonly Edit[],
): string => after(text, (roadmap) => edits(roadmap, item(roadmap, title)));
const lines = (...all: string[]): string => all.join('\n');

describe('sorting', () => {
  const sorted = (text: string, order: Order): string => after(text, (roadmap) => sortItems(roadmap, order));

  it('moves items with all that belongs to them', () =>
    assert.equal(
      sorted(
        lines('## A', '', '- [ ] b (P2)', '  note', '', '  - [ ] c', '- [ ] a (P0)  ', '', 'prose'),
        'priority',
      ),
      lines('## A', '', '- [ ] a (P0)  ', '- [ ] b (P2)', '  note', '', '  - [ ] c', '', 'prose'),
    ));

  it('keeps what stands between them where it is', () =>
    assert.equal(
      sorted('- [x] a\r\n\r\n\r\n- [ ] b\r\n- [/] c', 'status'),
      '- [/] c\r\n\r\n\r\n- [ ] b\r\n- [x] a',
    ));

  it('sorts at every depth, and each section by itself', () =>
    assert.equal(
      sorted(
        lines(
          '## A',
          '- [ ] b (due: 2025-08-02)',
          '  - [ ] d',
          '  - [ ] c (due: 2025-08-01)',
          '- [ ] a (due: 2025-08-01)',
          '## B',
          '- [ ] e (due: 2024-01-01)',
        ),
        'due',
      ),
      lines(
        '## A',
        '- [ ] a (due: 2025-08-01)',
        '- [ ] b (due: 2025-08-02)',
        '  - [ ] c (due: 2025-08-01)',
        '  - [ ] d',
        '## B',
        '- [ ] e (due: 2024-01-01)',
      ),
    ));

  it('sorts the rows of a table', () =>
    assert.equal(
      sorted(lines('| Task | Priority |', '| - | - |', '| a | Low |', '| b | High |'), 'priority'),
      lines('| Task | Priority |', '| - | - |', '| b | High |', '| a | Low |'),
    ));

  it('leaves steps in their order', () => {
    const text = lines('## To do', '1. [x] a', '2. [ ] b');
    assert.equal(sorted(text, 'status'), text);
  });

  it('of a section leaves all others alone', () => {
    const text = lines('## A', '- [x] a', '- [ ] b', '## B', '- [x] c', '- [ ] d');
    assert.equal(
      after(text, (roadmap) => sortItems(roadmap, 'status', roadmap.sections[1])),
      lines('## A', '- [x] a', '- [ ] b', '## B', '- [ ] d', '- [x] c'),
    );
  });

  it('organizes: open before done, then by priority, then by date', () =>
    assert.equal(
      sorted(
        lines('- [x] a (P0)', '- [ ] b (P1)', '- [ ] c (P1) (due: 2025-08-01)', '- [ ] d (P0)'),
        'organized',
      ),
      lines('- [ ] d (P0)', '- [ ] c (P1) (due: 2025-08-01)', '- [ ] b (P1)', '- [x] a (P0)'),
    ));
});

describe('moving what is done', () => {
  it("goes behind the document's completed items", () =>
    assert.equal(
      after(
        lines(
          '## Now',
          '- [x] a',
          '  - Owner: Ann',
          '- [ ] b',
          '',
          '## Completed',
          '',
          '- [x] z',
          '',
          'Words',
        ),
        moveDone,
      ),
      lines('## Now', '- [ ] b', '', '## Completed', '', '- [x] z', '- [x] a', '  - Owner: Ann', '', 'Words'),
    ));

  it('makes a section where there is none, at the depth of the others', () =>
    assert.equal(
      after(lines('# T', '', '### Now', '', '- [ ] b', '', '- [x] a', ''), moveDone),
      lines('# T', '', '### Now', '', '- [ ] b', '', '', '### Completed', '', '- [x] a', '').replace(
        '\n\n\n',
        '\n\n',
      ),
    ));

  it('leaves what has something open beneath it', () => {
    const text = lines('## Now', '- [x] a', '  - [ ] b');
    assert.equal(after(text, moveDone), text);
  });
});

describe('days as ISO', () => {
  it('writes days, and leaves all else', () =>
    assert.equal(
      after(
        lines(
          '*Last Updated: July 28, 2025*',
          '- [ ] a (due: Aug 1, 2025)',
          '- [ ] b (due: Q3 2025)',
          '- [ ] c (due: 03/04/2025)',
        ),
        normalizeDates,
      ),
      lines(
        '*Last Updated: 2025-07-28*',
        '- [ ] a (due: 2025-08-01)',
        '- [ ] b (due: Q3 2025)',
        '- [ ] c (due: 03/04/2025)',
      ),
    ));
});

describe('another notation', () => {
  const LABELS = lines('- [ ] a (Due: 2025-08-01) (Priority: High)', '  - Owner: @ann', '- [x] b (ID: t1)');

  it('of Dataview', () =>
    assert.equal(
      after(LABELS, (roadmap) => convertNotation(roadmap, 'dataview')),
      lines('- [ ] a [due:: 2025-08-01] [priority:: High] [owner:: @ann]', '- [x] b [id:: t1]'),
    ));

  it('of Obsidian Tasks, which knows no owners', () =>
    assert.equal(
      after(LABELS, (roadmap) => convertNotation(roadmap, 'tasks')),
      lines('- [ ] a 📅 2025-08-01 ⏫', '  - Owner: @ann', '- [x] b 🆔 t1'),
    ));

  it('and back', () =>
    assert.equal(
      after('- [ ] a 📅 2025-08-01 ⏫', (roadmap) => convertNotation(roadmap, 'labels')),
      '- [ ] a (Due: 2025-08-01) (Priority: P1)',
    ));

  it('leaves what it cannot say', () => {
    const text = '- [ ] a (Due: Q3 2025)';
    assert.equal(
      after(text, (roadmap) => convertNotation(roadmap, 'tasks')),
      text,
    );
  });
});

describe('another kind', () => {
  it('a bullet becomes a task', () => {
    assert.equal(ofItem('## To do\n- a', 'a', toTask), '## To do\n- [ ] a');
    assert.equal(ofItem('## To do\n- a (done)', 'a', toTask), '## To do\n- [x] a (done)');
    assert.equal(ofItem('## Completed\n1. a', 'a', toTask), '## Completed\n1. [x] a');
  });

  it('a task becomes a bullet, which says what its box said', () => {
    assert.equal(ofItem('## To do\n- [ ] a', 'a', toBullet), '## To do\n- a');
    assert.equal(ofItem('## To do\n- [x] a', 'a', toBullet), '## To do\n- a (done)');
    assert.equal(ofItem('## Completed\n- [x] a', 'a', toBullet), '## Completed\n- a');
  });

  it('but not where it would be no work any more', () =>
    assert.equal(ofItem('# T\n- [ ] a', 'a', toBullet), '# T\n- [ ] a'));
});

describe('splitting and merging', () => {
  const split = (marked: string): string => {
    const at = marked.indexOf('‸');
    return after(marked.replace('‸', ''), (roadmap) => splitItem(roadmap, roadmap.items[0]!, at));
  };

  it('makes two of one', () => {
    assert.equal(
      split('- [ ] Lay the cable, ‸and ring the bell'),
      '- [ ] Lay the cable\n- [ ] ring the bell',
    );
    assert.equal(split('## To do\r\n2. Lay ‸ring (P1)\r\n'), '## To do\r\n2. Lay\r\n3. ring (P1)\r\n');
    assert.equal(split('- [x] a‸b'), '- [x] ab', 'not within a word');
  });

  it('makes one of two', () => {
    assert.equal(ofItem('- [ ] a\n- [ ] b (P1)\n', 'a', mergeItems), '- [ ] a, b (P1)\n');
    assert.equal(ofItem('- [ ] a (P1)\n- [ ] b\n', 'a', mergeItems), '- [ ] a (P1)\n- [ ] b\n');
    assert.equal(ofItem('- [ ] a\n- [x] b\n', 'a', mergeItems), '- [ ] a\n- [x] b\n');
  });
});
