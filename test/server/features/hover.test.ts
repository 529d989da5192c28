import assert from 'node:assert/strict';
import { MarkupContent } from 'vscode-languageserver';
import { hover } from '../../../server/src/features/hover.ts';
import { open, rangeOf, TODAY } from './document.ts';

/** The hover's lines over the words, and what it stands on. */
function over(words: string, ...lines: string[]): { text: string[]; on: unknown } | null {
  const document = open(...lines);
  const found = hover(document, rangeOf(document, words).start, TODAY);
  if (!found) return null;
  assert.ok(MarkupContent.is(found.contents) && found.contents.kind === 'markdown');
  return { text: found.contents.value.split('  \n'), on: found.range };
}

// 2025-07-28 is a Monday.
describe('hover', () => {
  for (const [what, line, expected] of [
    [
      'a day to come',
      '- [ ] a - *Due: 2025-08-01*',
      ['**Due Friday, 2025-08-01**', '4 days left (4 working days)'],
    ],
    [
      'a day over a week-end',
      '- [ ] a - *Due: 2025-08-04*',
      ['**Due Monday, 2025-08-04**', '7 days left (5 working days)'],
    ],
    [
      'tomorrow',
      '- [ ] a - *Due: 2025-07-29*',
      ['**Due Tuesday, 2025-07-29**', '1 day left (1 working day)'],
    ],
    ['today', '- [ ] a - *Due: 2025-07-28*', ['**Due Monday, 2025-07-28**', 'Today']],
    [
      'a day that has passed',
      '- [ ] a - *Due: 2025-07-25*',
      ['**Due Friday, 2025-07-25**', '3 days overdue (1 working day)'],
    ],
    [
      'a day that has passed, of what is done',
      '- [x] a - *Due: 2025-07-25*',
      ['**Due Friday, 2025-07-25**', '3 days ago (1 working day)'],
    ],
    [
      'a period',
      '- [ ] a - *Due: Q3 2025*',
      ['**Due 2025-07-01 to Tuesday, 2025-09-30**', '64 days left (46 working days)'],
    ],
  ] as const)
    it(`tells of ${what}`, () =>
      assert.deepEqual(over(line.slice(line.indexOf('Due: ') + 5, -1), line)?.text, expected));

  it('stands on the date alone', () => {
    const LINE = '- [ ] a - *Due: 2025-08-01*';
    assert.deepEqual(over('2025', LINE)?.on, {
      start: { line: 0, character: 16 },
      end: { line: 0, character: 26 },
    });
    for (const words of ['[ ]', 'Due']) assert.equal(over(words, LINE), null, words);
    assert.equal(over('a', '- [ ] a'), null);
  });

  it("tells the section's horizon, and whether the date is inside it", () => {
    const lines = ['*Last Updated: 2025-07-24*', '', '## B (Within 1 Week)', '### C'];
    const horizon = 'Horizon of "B": 2025-07-24 to 2025-07-31 – the date is';
    assert.equal(
      over('2025-07-31', ...lines, '- [ ] a - *Due: 2025-07-31*')?.text[2],
      `${horizon} inside it`,
    );
    assert.equal(
      over('2025-08-01', ...lines, '- [ ] a - *Due: 2025-08-01*')?.text[2],
      `${horizon} outside it`,
    );
  });

  it('tells whence a date was inherited, on the title', () => {
    const lines = ['## *B* [x] (Target: 2025-07-31)', '- [ ] **a**'];
    assert.deepEqual(over('**a**', ...lines)?.text, [
      '**Due Thursday, 2025-07-31**',
      '3 days left (3 working days)',
      'Horizon of "B \\[x\\]": 2025-07-31 to 2025-07-31 – the date is inside it',
      'Inherited from "B \\[x\\]" (2025\\-07\\-31)',
    ]);
  });

  it('tells that a year was taken from the document', () =>
    assert.deepEqual(
      over('Aug 1', '*Last Updated: 2025-07-24*', '', '- [ ] a - *Due: Aug 1*')?.text[0],
      '**Due Friday, 2025-08-01** (year taken from the document)',
    ));
});
