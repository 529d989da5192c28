import assert from 'node:assert/strict';
import { applyEdits } from '../../../server/src/edits/edit.ts';
import {
  assign,
  assignSection,
  bumpReview,
  nextReviewDate,
  setDue,
  setField,
} from '../../../server/src/edits/fields.ts';
import { day, unitAt } from '../../../server/src/roadmap/dates/period.ts';
import type { FieldName, FieldValues } from '../../../server/src/roadmap/model.ts';
import { readRoadmap } from '../../../server/src/roadmap/read.ts';
import { read, text } from '../roadmap/read.ts';
import { edited } from './apply.ts';

const due = (source: string, date = '2025-08-04'): string =>
  edited(source, 'a', (roadmap, item) => setDue(roadmap, item, date));
const owned = (source: string, title = 'a'): string =>
  edited(source, title, (roadmap, item) => assign(roadmap, item, '@new'));

/** The text with the field of item "a" set to a value, and how it was worded. */
const set = <F extends FieldName>(
  source: string,
  field: F,
  value: FieldValues[F],
  wording?: string,
): string => {
  const roadmap = readRoadmap(source);
  const item = roadmap.items.find(({ title }) => /(?:^|\s)a$/u.test(title));
  assert.ok(item, 'there is such an item');
  return applyEdits(source, setField(roadmap, item, field, value, wording));
};

/** One value, another, and the first one again in its own words. */
function there<F extends FieldName>(
  field: F,
  source: string,
  before: FieldValues[F],
  then: string,
  value: FieldValues[F],
  wording?: string,
): void {
  assert.equal(set(source, field, before), source, 'its own value');
  assert.equal(set(source, field, value), then, 'another');
  assert.equal(set(then, field, before, wording), source, 'and back');
}

describe('setting a field that is stated', () => {
  describe('owners', () => {
    for (const [source, before, then, value, wording] of [
      [
        '- [ ] a\n  - Owner: @a + @b\n',
        ['@a', '@b'],
        '- [ ] a\n  - Owner: @c + @d + @e\n',
        ['@c', '@d', '@e'],
      ],
      ['- [ ] a (Owner: [Name])\r\n', [], '- [ ] a (Owner: @c, @d)\r\n', ['@c', '@d'], '[Name]'],
      ['- [ ] a owner:@a due:2025-08-05\n', ['@a'], '- [ ] a owner:@b due:2025-08-05\n', ['@b']],
      [
        '- [ ] a\n  - Owners:\n    - Ann\n    - Bob\n',
        ['Ann', 'Bob'],
        '- [ ] a\n  - Owners:\n    - Cyd\n    - Dee\n',
        ['Cyd', 'Dee'],
      ],
    ] as const)
      it(source.trim(), () => there('owners', source, before, then, value, wording));
    it('with a name that key and value can not hold', () =>
      assert.equal(
        set('- [ ] a owner:@a due:2025-08-05\n', 'owners', ['Platform team']),
        '- [ ] a - *Owner: Platform team* due:2025-08-05\n',
      ));
  });

  describe('dates', () => {
    for (const [field, source, before, then, value, wording] of [
      [
        'due',
        '- [ ] a (by: Q3 2025)\n',
        unitAt('quarter', '2025-07-01'),
        '- [ ] a (by: Q1 2026)\n',
        unitAt('quarter', '2026-01-01'),
      ],
      ['start', '- [ ] a 🛫 2025-07-25\n', day('2025-07-25'), '- [ ] a 🛫 2025-08-04\n', day('2025-08-04')],
      [
        'completed',
        '- [x] a (shipped 2025-07-25)\n',
        day('2025-07-25'),
        '- [x] a (shipped 2025-08-04)\n',
        day('2025-08-04'),
      ],
      [
        'due',
        '# Plan 2025\n- [ ] a - *Due: Nov 1*\n',
        { ...day('2025-11-01'), approximate: true },
        '# Plan 2025\n- [ ] a - *Due: Nov 12, 2025*\n',
        day('2025-11-12'),
        'Nov 1',
      ],
    ] as const)
      it(source.trim(), () => there(field, source, before, then, value, wording));
    it('stay clear where no other date tells the order of day and month', () => {
      assert.equal(due('- [ ] a - *Due: 29/06/2025*\n'), '- [ ] a - *Due: 2025-08-04*\n');
      assert.equal(
        due('- [ ] a - *Due: 29/06/2025*\n- [ ] b - *Due: 30/06/2025*\n'),
        '- [ ] a - *Due: 04/08/2025*\n- [ ] b - *Due: 30/06/2025*\n',
      );
    });
  });

  describe('priority', () => {
    for (const [source, before, then, value, wording] of [
      ['- [ ] a\n  - Priority: P1 (High)\n', 'P1', '- [ ] a\n  - Priority: P2 (Medium)\n', 'P2'],
      ['- [ ] a\n  - **Priority:** 🟡 Medel\n', 'P2', '- [ ] a\n  - **Priority:** 🔴 Hög\n', 'P1'],
      ['- [ ] a ⏫ 📅 2025-07-25\n', 'P1', '- [ ] a 🔽 📅 2025-07-25\n', 'P3'],
      ['## Backlog\n- (A) a\n', 'P1', '## Backlog\n- (C) a\n', 'P3'],
      ['## Backlog\n- (A) a\n', 'P1', '## Backlog\n- (P0) a\n', 'P0', 'A'],
      ['- [ ] a [HIGH]\n', 'P1', '- [ ] a [LOWEST]\n', 'P4'],
      ['- [ ] a 🔴 **CRITIQUE**\n', 'P0', '- [ ] a 🔴 **LOWEST**\n', 'P4', '🔴 **CRITIQUE'],
      ['- [ ] P1: a\n', 'P1', '- [ ] P3: a\n', 'P3'],
      [
        '| Task | Priority |\n|---|---|\n| a | 🔴 Kritisk |\n',
        'P0',
        '| Task | Priority |\n|---|---|\n| a | 🔴 Låg |\n',
        'P3',
      ],
    ] as const)
      it(`${source.trim()} to ${value}`, () => there('priority', source, before, then, value, wording));
  });

  describe('status', () => {
    for (const [source, before, then, value, wording] of [
      ['- [ ] a\n', 'todo', '- [/] a\n', 'in-progress'],
      ['- [X] a\n', 'done', '- [-] a\n', 'cancelled', 'X'],
      ['- [~] a\n- [~] b\n', 'in-progress', '- [>] a\n- [~] b\n', 'deferred'],
      ['- ☐ a\n', 'todo', '- ☑ a\n', 'done'],
      ['- [ ] a\n', 'todo', '- [ ] a (blocked)\n', 'blocked'],
      ['- [x] a\n', 'done', '- [ ] a (blocked)\n', 'blocked'],
      ['- [x] a (shipped)\n', 'done', '- [ ] a (blocked)\n', 'blocked', 'shipped'],
      ['- ☐ a\n', 'todo', '- ☐ a (in progress)\n', 'in-progress'],
      ['- [x] a - DONE\n', 'done', '- [ ] a - IN PROGRESS\n', 'in-progress'],
      ['## Backlog\n- a (Done)\n', 'done', '## Backlog\n- a (To do)\n', 'todo'],
      [
        '## Backlog\n- a ✅ **COMPLETE**\n',
        'done',
        '## Backlog\n- a 🚧 **IN PROGRESS**\n',
        'in-progress',
        '✅ **COMPLETE',
      ],
      ['## Backlog\n- a ✅\n', 'done', '## Backlog\n- a 🚫\n', 'blocked'],
      ['## Backlog\n- [IN_PROGRESS] a\n', 'in-progress', '## Backlog\n- [TO_DO] a\n', 'todo'],
      [
        '## Backlog\n- a\n  - Status: ✅ Done\n',
        'done',
        '## Backlog\n- a\n  - Status: 🚧 In progress\n',
        'in-progress',
      ],
      [
        '## Backlog\n- a\n  - Statut : en cours\n',
        'in-progress',
        '## Backlog\n- a\n  - Statut : terminé\n',
        'done',
      ],
      [
        '| Task | Status |\n|---|---|\n| a | **DONE** |\n',
        'done',
        '| Task | Status |\n|---|---|\n| a | **BLOCKED** |\n',
        'blocked',
      ],
      [
        '| Task | Status |\n|---|---|\n| a | :white_check_mark: |\n',
        'done',
        '| Task | Status |\n|---|---|\n| a | ⬜ |\n',
        'todo',
        ':white_check_mark:',
      ],
    ] as const)
      it(`${source.trim()} to ${value}`, () => there('status', source, before, then, value, wording));
  });

  describe('effort', () => {
    for (const [source, before, then, value, wording] of [
      [
        '- [ ] a\n  - Effort: 10-15 days\n',
        { minHours: 80, maxHours: 120 },
        '- [ ] a\n  - Effort: 5 days\n',
        { minHours: 40, maxHours: 40 },
      ],
      [
        '- [ ] a ~2h\n',
        { minHours: 2, maxHours: 2 },
        '- [ ] a ~10m\n',
        { minHours: 1 / 6, maxHours: 1 / 6 },
        '~2h',
      ],
      [
        '- [ ] a ⏱️ 1 hour\n',
        { minHours: 1, maxHours: 1 },
        '- [ ] a ⏱️ 2-3 hours\n',
        { minHours: 2, maxHours: 3 },
      ],
      [
        '- [ ] a\n  - Effort: Large\n',
        { size: 'large' },
        '- [ ] a\n  - Effort: 2-3 hours\n',
        { minHours: 2, maxHours: 3 },
        'Large',
      ],
      [
        '- [ ] a\n  - Effort: 4 hours\n',
        { minHours: 4, maxHours: 4 },
        '- [ ] a\n  - Effort: 5 points\n',
        { points: 5 },
        '4 hours',
      ],
      [
        '| Task | Status | Est. Hours |\n|---|---|---|\n| a | Done | 8 |\n',
        { minHours: 8, maxHours: 8 },
        '| Task | Status | Est. Hours |\n|---|---|---|\n| a | Done | 12 |\n',
        { minHours: 12, maxHours: 12 },
      ],
    ] as const)
      it(source.trim(), () => there('effort', source, before, then, value, wording));
    it('that a sign has no word for', () =>
      assert.equal(set('- [ ] a ~2h\n', 'effort', { size: 'large' }), '- [ ] a - *Effort: large*\n'));
  });

  it('id, dependencies, progress', () => {
    there('id', '- [ ] a 🆔 t1\n', 't1', '- [ ] a 🆔 t2\n', 't2');
    there('id', '- [ ] TASK-7: a\n', 'TASK-7', '- [ ] TASK-8: a\n', 'TASK-8');
    there('dependsOn', '- [ ] a ⛔ t1,t2\n', ['t1', 't2'], '- [ ] a ⛔ t3\n', ['t3'], 't1,t2');
    there('dependsOn', '- [ ] a\n  - Depends on: None\n', [], '- [ ] a\n  - Depends on: T-1, T-2\n', [
      'T-1',
      'T-2',
    ]);
    there('progress', '- [ ] a (40 %)\n', 40, '- [ ] a (70 %)\n', 70);
  });

  it('ignores a wording that says something else', () =>
    assert.equal(set('- [ ] a ⏫\n', 'priority', 'P3', 'P1'), '- [ ] a 🔽\n'));

  it('between mis-decoded characters, in their encoding', () =>
    there(
      'status',
      '## Backlog\n- a\n  - Status: \u00e2\u0153\u2026 Done\n',
      'done',
      '## Backlog\n- a\n  - Status: \u00f0\u0178\u0161\u00a7 In progress\n',
      'in-progress',
    ));
});

describe('adding a field', () => {
  for (const [what, field, value, before, after] of [
    [
      'in words behind the title',
      'status',
      'in-progress',
      '## Backlog\n- a\n',
      '## Backlog\n- a (in progress)\n',
    ],
    [
      'beneath a heading',
      'priority',
      'P1',
      '## a\n**Owner:** @a\n',
      '## a\n**Priority:** P1\n\n**Owner:** @a\n',
    ],
    [
      'as a label',
      'effort',
      { minHours: 16, maxHours: 24 },
      '- [ ] a\n',
      '- [ ] a - *Effort: 16-24 hours*\n',
    ],
    [
      'with the sign of another',
      'effort',
      { minHours: 3, maxHours: 3 },
      '- [ ] a\n- [ ] b ~2h\n',
      '- [ ] a ~3h\n- [ ] b ~2h\n',
    ],
    [
      'but not with one that stands before a title',
      'priority',
      'P2',
      '- [ ] a\n- [ ] P1: b\n',
      '- [ ] a - *Priority: P2*\n- [ ] P1: b\n',
    ],
    [
      'in its column',
      'owners',
      ['@a', '@b'],
      '| Task | Owner |\n|---|---|\n| a |  |\n',
      '| Task | Owner |\n|---|---|\n| a | @a, @b |\n',
    ],
    [
      'nowhere without a column',
      'due',
      day('2025-08-04'),
      '| Task | Owner |\n|---|---|\n| a |  |\n',
      '| Task | Owner |\n|---|---|\n| a |  |\n',
    ],
    [
      'in the place of a date that can not be',
      'due',
      day('2025-08-04'),
      '- [ ] a - *Due: 2025-02-30*\n',
      '- [ ] a - *Due: 2025-08-04*\n',
    ],
  ] as const)
    it(what, () => assert.equal(set(before, field, value), after));
});

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
    [
      'in brackets, as where others stand in them too',
      '- [ ] a\n- [ ] b (Owner: @b, Due: 2025-08-01)\n',
      '- [ ] a (Owner: @new)\n- [ ] b (Owner: @b, Due: 2025-08-01)\n',
    ],
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
