import assert from 'node:assert/strict';
import { applyEdits } from '../../../server/src/edits/edit.ts';
import {
  assign,
  assignSection,
  bumpReview,
  nextReviewDate,
  setDue,
} from '../../../server/src/edits/fields.ts';
import { readRoadmap } from '../../../server/src/roadmap/read.ts';
import { read, text } from '../roadmap/read.ts';
import { edited } from './apply.ts';

const due = (source: string, date = '2025-08-04'): string =>
  edited(source, 'a', (roadmap, item) => setDue(roadmap, item, date));
const owned = (source: string, title = 'a'): string =>
  edited(source, title, (roadmap, item) => assign(roadmap, item, '@new'));

describe('setting a due date', () => {
  describe('moves the one that is there, in its own form', () => {
    for (const [before, after] of [
      ['- [ ] a - *Due: 2025-07-25*\n', '- [ ] a - *Due: 2025-08-04*\n'],
      ['- [ ] a (due: July 25th, 2025)\n', '- [ ] a (due: August 4th, 2025)\n'],
      ['- [ ] a 📅 2025-07-25 ⏫\n', '- [ ] a 📅 2025-08-04 ⏫\n'],
      ['- [ ] a [due:: 2025-7-25]\n', '- [ ] a [due:: 2025-8-4]\n'],
      ['- [ ] a @due(2025-07-25)\r\n', '- [ ] a @due(2025-08-04)\r\n'],
      ['- [ ] a\n  - Fällig: 25.07.2025\n', '- [ ] a\n  - Fällig: 04.08.2025\n'],
      ['- [ ] a\n  - 截止日期：2025年7月25日\n', '- [ ] a\n  - 截止日期：2025年8月4日\n'],
      ['- [ ] a (Target: Q2 2025)\n', '- [ ] a (Target: 2025-08-04)\n'],
      ['- [ ] a - Due: ~ 2025-07-25, perhaps\n', '- [ ] a - Due: ~ 2025-08-04, perhaps\n'],
    ] as const)
      it(before.trim(), () => assert.equal(due(before), after));
  });

  describe('adds one as the document writes it', () => {
    for (const [what, before, after] of [
      ['by default', '- [ ] a\n', '- [ ] a - *Due: 2025-08-04*\n'],
      [
        'behind the title that goes on',
        '- [ ] a\n  goes on\n  - Owner: @a\n',
        '- [ ] a\n  goes on - *Due: 2025-08-04*\n  - Owner: @a\n',
      ],
      [
        'with the sign of another',
        '- [ ] a\n- [ ] b 📅 2025-07-25\n',
        '- [ ] a 📅 2025-08-04\n- [ ] b 📅 2025-07-25\n',
      ],
      [
        'in the form of another',
        '- [ ] a\n- [ ] b (by: Jul 25, 2025)\n',
        '- [ ] a (by: Aug 4, 2025)\n- [ ] b (by: Jul 25, 2025)\n',
      ],
      [
        'as most do',
        '- [ ] a\n- [ ] b 📅 2025-07-25\n- [ ] c due:2025-07-25\n- [ ] d due:2025-07-26\n',
        '- [ ] a due:2025-08-04\n- [ ] b 📅 2025-07-25\n- [ ] c due:2025-07-25\n- [ ] d due:2025-07-26\n',
      ],
      [
        'on a line of its own',
        '- [ ] a\n- [ ] b\n  * **Due**: 2025-07-25\n',
        '- [ ] a\n  * **Due**: 2025-08-04\n- [ ] b\n  * **Due**: 2025-07-25\n',
      ],
      [
        'beneath a heading',
        '## a\n### Effort : 3 days\n\n1. b\n',
        '## a\n**Due:** 2025-08-04\n### Effort : 3 days\n\n1. b\n',
      ],
    ] as const)
      it(what, () => assert.equal(due(before), after));
  });
});

describe('assigning an owner', () => {
  for (const [what, before, after] of [
    ['on a bullet beneath, by default', '- [ ] a\n- [ ] b\n', '- [ ] a\n  - Owner: @new\n- [ ] b\n'],
    ['at the end of the document', '- [ ] a', '- [ ] a\n  - Owner: @new'],
    ['with CRLF', '- [ ] a\r\n- [ ] b\r\n', '- [ ] a\r\n  - Owner: @new\r\n- [ ] b\r\n'],
    ['in a quote', '> - [ ] a\n> - [ ] b\n', '> - [ ] a\n>   - Owner: @new\n> - [ ] b\n'],
    ['of a number', '10. [ ] a\n11. [ ] b\n', '10. [ ] a\n    - Owner: @new\n11. [ ] b\n'],
    ['with tabs', '-\t[ ] a\n\t- x\n', '-\t[ ] a\n\t- Owner: @new\n\t- x\n'],
    ['nested', '- [ ] b\n  - [ ] a\n  - [ ] c\n', '- [ ] b\n  - [ ] a\n    - Owner: @new\n  - [ ] c\n'],
    [
      'at the indentation of what is beneath',
      '- [ ] a\n    - Risk: x\n',
      '- [ ] a\n    - Owner: @new\n    - Risk: x\n',
    ],
    ['before children', '- [ ] a\n  - [ ] b\n', '- [ ] a\n  - Owner: @new\n  - [ ] b\n'],
    ['behind a title that goes on', '- [ ] a\n  goes on\n', '- [ ] a\n  goes on\n  - Owner: @new\n'],
    [
      'as others are',
      '- [ ] a\n- [ ] b (Assignee: @b)\n',
      '- [ ] a (Assignee: @new)\n- [ ] b (Assignee: @b)\n',
    ],
    [
      'as others are, beneath',
      '- [ ] a\n  - Risk: x\n- [ ] b\n  * **Lead**: @b\n',
      '- [ ] a\n  * **Lead**: @new\n  - Risk: x\n- [ ] b\n  * **Lead**: @b\n',
    ],
    ['in the place of nobody', '- [ ] a\n  - Owner: TBD\n', '- [ ] a\n  - Owner: @new\n'],
    [
      'in the place of a name in brackets',
      '- [ ] a - **Owner:** [Name] - *Due: 2025-08-01*\n',
      '- [ ] a - **Owner:** @new - *Due: 2025-08-01*\n',
    ],
  ] as const)
    it(what, () => assert.equal(owned(before), after));

  for (const [what, before, after] of [
    ['beneath its heading', '## A\n\n- [ ] a\n', '## A\n**Owner:** @new\n\n- [ ] a\n'],
    ['apart from a list that follows', '## A\n- [ ] a\n', '## A\n**Owner:** @new\n\n- [ ] a\n'],
    [
      'apart from a text that follows',
      '## A\nText.\n\n- [ ] a\n',
      '## A\n**Owner:** @new\n\nText.\n\n- [ ] a\n',
    ],
    ['beneath a heading with a line', 'A\n---\n\n- [ ] a\n', 'A\n---\n**Owner:** @new\n\n- [ ] a\n'],
    ['beneath a bold line', '**A**\n\n- [ ] a\n', '**A**\n\n**Owner:** @new\n\n- [ ] a\n'],
    ['with CRLF', '## A\r\n\r\n- [ ] a\r\n', '## A\r\n**Owner:** @new\r\n\r\n- [ ] a\r\n'],
  ] as const)
    it(`of a section, ${what}`, () => {
      const roadmap = readRoadmap(before);
      assert.equal(applyEdits(before, assignSection(roadmap, roadmap.sections[0]!, '@new')), after);
      assert.deepEqual(readRoadmap(after).items[0]?.inherited.owners?.value, ['@new']);
    });
});

describe('noting a review', () => {
  const bumped = (source: string): string =>
    applyEdits(source, bumpReview(readRoadmap(source), '2025-08-02', '2025-08-09'));

  for (const [before, after] of [
    [
      '# Log\n*Last Updated: 2025-07-24*\n*Next Review: 2025-07-31*\n',
      '# Log\n*Last Updated: 2025-08-02*\n*Next Review: 2025-08-09*\n',
    ],
    [
      'Last updated: July 24, 2025 | Next review: July 31, 2025',
      'Last updated: August 2, 2025 | Next review: August 9, 2025',
    ],
    ['Next review: Q2 2025', 'Next review: 2025-08-09'],
    // Somebody is ahead of today.
    [
      'Last updated: 2025-08-03\nNext review: 2025-07-31',
      'Last updated: 2025-08-03\nNext review: 2025-08-09',
    ],
  ] as const)
    it(JSON.stringify(before), () => assert.equal(bumped(before), after));

  for (const [what, lines, next] of [
    [
      'in the rhythm of the document',
      ['*Last Updated: 2025-07-01*', '*Next Review: 2025-07-15*'],
      '2025-08-16',
    ],
    ['in a week without a rhythm', ['*Next Review: 2025-07-15*'], '2025-08-09'],
    [
      'in a week where the dates are the wrong way round',
      ['*Last Updated: 2025-07-15*', '*Next Review: 2025-07-01*'],
      '2025-08-09',
    ],
  ] as const)
    it(`comes again ${what}`, () => assert.equal(nextReviewDate(read(...lines), '2025-08-02'), next));
});

describe('bytes around an edit', () => {
  it('stay as they are', () => {
    const source = text(
      '\ufeff# T  ',
      '',
      '*\t[ ]  a - *Due: 2025-07-25*  \t',
      '',
      '- [ ] ⏫️ b\u00a0',
      '<!-- x -->',
      '\ud83d',
    );
    assert.equal(due(source), source.replace('2025-07-25', '2025-08-04'));
  });
});
