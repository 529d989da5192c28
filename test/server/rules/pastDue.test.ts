import assert from 'node:assert/strict';
import { check } from '../../../server/src/rules/index.ts';
import { item, read } from '../roadmap/read.ts';
import { findings } from './findings.ts';

const late = (today: string, ...lines: string[]): [string, string][] => findings('past-due', today, ...lines);

describe('rule past-due', () => {
  const LINES = ['- [ ] x - *Due: 2025-07-25*'];
  for (const [today, message] of [
    ['2025-07-24', undefined],
    ['2025-07-25', undefined],
    ['2025-07-26', '"x" is 1 day overdue (due 2025-07-25).'],
    ['2026-11-20', '"x" is 483 days overdue (due 2025-07-25).'],
  ] as const)
    it(`on ${today}: ${message ?? 'nothing'}`, () =>
      assert.deepEqual(late(today, ...LINES), message === undefined ? [] : [['2025-07-25', message]]));

  it('of an item in a section with a date, and says from where', () =>
    assert.deepEqual(late('2025-08-01', '# Plan', '## July 2025', '- [ ] x'), [
      ['x', '"x" is 1 day overdue (due July 2025, inherited from "July 2025").'],
    ]));

  for (const [period, last, after] of [
    ['Q2 2025', '2025-06-30', '2025-07-01'],
    ['June 2025', '2025-06-30', '2025-07-01'],
    ['H1 2025', '2025-06-30', '2025-07-01'],
    ['2025-06', '2025-06-30', '2025-07-01'],
  ] as const)
    it(`of ${period} only once it is over`, () => {
      assert.deepEqual(late(last, `- [ ] x - Due: ${period}`), []);
      assert.deepEqual(late(after, `- [ ] x - Due: ${period}`), [
        [period, `"x" is 1 day overdue (due ${period}).`],
      ]);
    });

  for (const [what, ...lines] of [
    ['done', '- [x] x - *Due: 2025-07-25*'],
    ['cancelled', '- [-] x - *Due: 2025-07-25*'],
    ['struck through', '- [ ] ~~x~~', '  - Due: 2025-07-25'],
    ['deferred', '- [>] x - *Due: 2025-07-25*'],
    ['done in words', '- [ ] x (done) - *Due: 2025-07-25*'],
    ['done in a field', '- [ ] x - *Due: 2025-07-25*', '  - Status: Done'],
    ['without a date', '- [ ] x - *Due: soon*'],
    ['with a date in its words', '- [ ] x (released December 2024)'],
  ] as const)
    it(`never of an item that is ${what}`, () => assert.deepEqual(late('2099-01-01', ...lines), []));

  for (const [what, line] of [
    ['begun', '- [~] x - *Due: 2025-07-25*'],
    ['blocked', '- [ ] x (blocked) - *Due: 2025-07-25*'],
  ] as const)
    it(`of an item that is ${what}`, () => assert.equal(late('2025-07-26', line).length, 1));

  it('at the title of an item that inherits its date, and says whence', () =>
    assert.deepEqual(late('2025-08-01', '## A (Target: 2025-07-31)', '- [ ] **x**'), [
      ['**x**', '"x" is 1 day overdue (due 2025-07-31, inherited from "A").'],
    ]));

  it('brings what its fixes need', () => {
    const roadmap = read('## A', '- [ ] x (Owner: @x) - *Due: 2025-07-25*');
    assert.deepEqual(
      check(roadmap, { today: '2025-07-28' }).map(({ fix }) => fix),
      [{ kind: 'reschedule', item: item(roadmap, 'x').id }],
    );
  });
});
