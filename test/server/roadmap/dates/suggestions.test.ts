import assert from 'node:assert/strict';
import { suggestDates } from '../../../../server/src/roadmap/dates/suggestions.ts';

/** A Friday. */
const TODAY = '2026-11-27';
const when = (words: string, typed = words, direction: 'ahead' | 'back' = 'ahead'): string | undefined =>
  suggestDates(TODAY, typed, direction).find((date) => date.words === words)?.date;

describe('days in words', () => {
  for (const [words, date] of [
    ['today', '2026-11-27'],
    ['tomorrow', '2026-11-28'],
    ['friday', '2026-12-04'],
    ['saturday', '2026-11-28'],
    ['next week', '2026-12-06'],
    ['next friday', '2026-12-04'],
    ['next sunday', '2026-12-06'],
    ['end of month', '2026-11-30'],
    ['end of next month', '2026-12-31'],
    ['end of quarter', '2026-12-31'],
    ['end of next quarter', '2027-03-31'],
    ['end of year', '2026-12-31'],
    ['in 2 weeks', '2026-12-11'],
    ['in 1 month', '2026-12-27'],
    ['15 Dec', '2026-12-15'],
    ['Q1 2027', '2027-03-31'],
    ['nächste Woche', '2026-12-06'],
  ] as const)
    it(`${words} is ${date}`, () => assert.equal(when(words), date));

  it('counts what is typed', () => {
    assert.equal(when('in 10 days', 'in 10'), '2026-12-07');
    assert.equal(when('in 5 weeks', '5w'), '2027-01-01');
    assert.equal(when('in 1 day', '1'), '2026-11-28');
    assert.equal(when('in 2 weeks', '2026-12'), '2026-12-11', 'no number of days');
  });

  it('looks back for what is over', () => {
    assert.equal(when('yesterday', '', 'back'), '2026-11-26');
    assert.equal(when('last friday', '', 'back'), '2026-11-20');
    assert.equal(when('3 days ago', '3', 'back'), '2026-11-24');
    assert.equal(when('tomorrow', '', 'back'), undefined);
  });

  it('offers no words twice', () => {
    const words = suggestDates(TODAY, 'tomorrow', 'ahead').map((date) => date.words);
    assert.equal(new Set(words).size, words.length);
  });
});
