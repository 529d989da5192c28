import assert from 'node:assert/strict';
import { foldingRanges } from '../../../server/src/features/foldingRanges.ts';
import { OpenRoadmap } from '../../../server/src/workspace/document.ts';
import { text } from '../roadmap/read.ts';
import { open, URI } from './document.ts';

const LINES = [
  '# Plan',
  '',
  '## Next',
  '',
  '- [ ] a',
  '  - Owner: Ann',
  '- [ ] b',
  '- [x] c',
  '- [x] d',
  '  more of d',
  '- [x] e',
  '- [ ] f',
  '  - [x] g',
  '',
  '## Later',
  '',
  '- [ ] h',
  '',
];
/** `line-line kind`, lines from 0. */
const FOLDS = [
  '0-16 region',
  '11-12',
  '14-16 region',
  '2-12 region',
  '4-5',
  '7-10 comment 3 items done',
  '8-9',
];

const shown = (...args: Parameters<typeof foldingRanges>): string[] =>
  foldingRanges(...args)
    .map(({ startLine, endLine, kind, collapsedText }) =>
      [`${startLine}-${endLine}`, kind, collapsedText].filter((part) => part !== undefined).join(' '),
    )
    .sort();

describe('folding ranges', () => {
  it('are sections, items of several lines and what is done in a row', () =>
    assert.deepEqual(shown(open(...LINES), { text: true }), FOLDS));

  it('are the same in a document that is read on', () =>
    assert.deepEqual(shown(new OpenRoadmap(URI).read(1, text(...LINES), undefined), { text: true }), FOLDS));

  it('say nothing where the client shows nothing', () =>
    assert.ok(foldingRanges(open(...LINES), { text: false }).every((range) => !('collapsedText' in range))));

  it('are the outermost where the client takes few', () =>
    assert.deepEqual(shown(open(...LINES), { text: false, limit: 2 }), ['0-16 region', '2-12 region']));

  it('are none of rows and of what has one line', () =>
    assert.deepEqual(
      shown(
        open(
          '- [ ] a',
          '- [x] b',
          '- [ ] c',
          '- [x] d',
          '',
          '| Task | Status |',
          '| --- | --- |',
          '| e | todo |',
        ),
        {
          text: true,
        },
      ),
      [],
    ));
});
