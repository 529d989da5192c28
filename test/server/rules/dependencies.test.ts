import assert from 'node:assert/strict';
import { check, type RuleId } from '../../../server/src/rules/index.ts';
import { WorkspaceFacts } from '../../../server/src/rules/workspaceFacts.ts';
import { linksOf } from '../../../server/src/roadmap/links.ts';
import { at, read } from '../roadmap/read.ts';
import { findings } from './findings.ts';

const TODAY = '2025-07-28';
const says = (rule: RuleId, ...lines: string[]): [string, string][] => findings(rule, TODAY, ...lines);

/** What is said of the first of several files. */
function across(rule: RuleId, first: string[], ...others: string[][]): [string, string][] {
  const facts = new WorkspaceFacts();
  const roadmap = read(...first);
  facts.set('a', [linksOf(roadmap)]);
  for (const [index, other] of others.entries()) facts.set(`b${index}`, [linksOf(read(...other))]);
  return check(roadmap, { today: TODAY, workspace: { facts, uri: 'a' } })
    .filter((finding) => finding.rule === rule)
    .map(({ span, message }) => [at(roadmap, span), message]);
}

describe('rule unknown-dependency', () => {
  it('tells an id that no item has, and the near one', () =>
    assert.deepEqual(says('unknown-dependency', '- [ ] TASK-17: a', '- [ ] b (depends on: TASK-71)'), [
      ['TASK-71', '"b" depends on TASK-71, which no item is called: meant TASK-17?'],
    ]));
  it('knows the ids of other files', () => {
    const first = ['- [ ] TASK-2: b (depends on: TASK-1)'];
    assert.equal(across('unknown-dependency', first).length, 1);
    assert.deepEqual(across('unknown-dependency', first, ['- [x] TASK-1: a']), []);
  });
  it('tells each unknown id where it stands', () =>
    assert.deepEqual(
      says('unknown-dependency', '- [ ] TASK-1: a', '- [ ] b (depends on: TASK-1, TASK-8, TASK-9)').map(
        ([place]) => place,
      ),
      ['TASK-8', 'TASK-9'],
    ));
  for (const line of [
    '- [ ] b (depends on: TASK-1)',
    '- [ ] b (depends on: ABC-12)',
    '- [ ] b (depends on: #12)',
    '- [ ] b (depends on: the new server)',
    '- [ ] b (depends on: none)',
    '- [ ] b (depends on: task-1)',
  ])
    it(`says nothing of ${line}`, () =>
      assert.deepEqual(says('unknown-dependency', '- [ ] TASK-1: a', line), []));
  it('says nothing of numbers alone, though items have such ids', () =>
    assert.deepEqual(
      says(
        'unknown-dependency',
        '- [ ] Draw the plan (ID: 1.1)',
        '- [ ] Build the pier (ID: 1.2, depends on: 0.2)',
      ),
      [],
    ));
});

describe('rule dependency-cycle', () => {
  it('tells each item of the circle the way around', () =>
    assert.deepEqual(
      says(
        'dependency-cycle',
        '- [ ] T-1: a (depends on: T-2)',
        '- [ ] T-2: b (depends on: T-3)',
        '- [ ] T-3: c (depends on: T-1)',
        '- [ ] T-4: d (depends on: T-1)',
      ).map(([, message]) => message),
      [
        '"T-1: a" depends on itself: T-2 → T-3 → T-1.',
        '"T-2: b" depends on itself: T-3 → T-1 → T-2.',
        '"T-3: c" depends on itself: T-1 → T-2 → T-3.',
      ],
    ));
  it('leads through files', () =>
    assert.equal(
      across('dependency-cycle', ['- [ ] T-1: a (depends on: T-2)'], ['- [ ] T-2: b (depends on: T-1)'])
        .length,
      1,
    ));
  it('knows items by their titles', () =>
    assert.deepEqual(
      says('dependency-cycle', '- [ ] Wash (depends on: Dry)', '- [ ] Dry (depends on: Wash)').map(
        ([, message]) => message,
      ),
      ['"Wash" depends on itself: "Dry" → "Wash".', '"Dry" depends on itself: "Wash" → "Dry".'],
    ));
  it('says nothing of what joins again', () =>
    assert.deepEqual(
      says(
        'dependency-cycle',
        '- [ ] T-1: a (depends on: T-2, T-3)',
        '- [ ] T-2: b (depends on: T-4)',
        '- [ ] T-3: c (depends on: T-4)',
        '- [ ] T-4: d',
      ),
      [],
    ));
});

describe('rule due-before-blocker', () => {
  const BLOCKER = '- [ ] T-1: a (Due: 2025-09-01)';
  it('tells which one is later, and when', () =>
    assert.deepEqual(says('due-before-blocker', BLOCKER, '- [ ] b (depends on: T-1, Due: 2025-08-15)'), [
      ['2025-08-15', '"b" is due 2025-08-15, before T-1 that it depends on (due 2025-09-01).'],
    ]));
  it('tells the latest of several, in any file', () =>
    assert.match(
      across(
        'due-before-blocker',
        ['- [ ] b (depends on: T-1, T-2, Due: 2025-08-15)'],
        [BLOCKER],
        ['- [ ] T-2: c (Due: 2025-10-01)'],
      )[0]![1],
      /before T-2 .*2025-10-01/u,
    ));
  for (const [what, ...lines] of [
    ['due later', BLOCKER, '- [ ] b (depends on: T-1, Due: 2025-09-01)'],
    ['in a period that ends later', BLOCKER, '- [ ] b (depends on: T-1, Due: Q3 2025)'],
    ['done', BLOCKER, '- [x] b (depends on: T-1, Due: 2025-08-15)'],
    ['after what is done', '- [x] T-1: a (Due: 2025-09-01)', '- [ ] b (depends on: T-1, Due: 2025-08-15)'],
    ['without a due', BLOCKER, '- [ ] b (depends on: T-1)'],
    ['after what may be either', BLOCKER, BLOCKER, '- [ ] b (depends on: T-1, Due: 2025-08-15)'],
    ['after itself', '- [ ] T-1: a (depends on: T-1, Due: 2025-08-15)'],
  ])
    it(`says nothing of what is ${what}`, () => assert.deepEqual(says('due-before-blocker', ...lines), []));
});

describe('rule start-after-due', () => {
  it('tells both dates', () =>
    assert.deepEqual(says('start-after-due', '- [ ] a (Start: 2025-09-01, Due: 2025-08-15)'), [
      ['2025-09-01', '"a" starts 2025-09-01, after it is due (2025-08-15).'],
    ]));
  for (const line of [
    '- [ ] a (Start: 2025-08-15, Due: 2025-08-15)',
    '- [ ] a (Start: 2025-08-15, Due: August 2025)',
    '- [x] a (Start: 2025-09-01, Due: 2025-08-15)',
    '- [ ] a (Start: 2025-09-01)',
  ])
    it(`says nothing of ${line}`, () => assert.deepEqual(says('start-after-due', line), []));
});
