import assert from 'node:assert/strict';
import { check } from '../../../server/src/rules/index.ts';
import { read } from '../roadmap/read.ts';
import { findings } from './findings.ts';
import { settings } from './settings.ts';

const TODAY = '2025-07-28';
const LATE = '- [ ] a (Owner: @a) - *Due: 2025-07-01*';
const unused = (...lines: string[]): string[] =>
  findings('unused-suppression', TODAY, ...lines).map(([, message]) => message);
const told = (...lines: string[]): string[] =>
  check(read(...lines), { today: TODAY }).map(({ rule }) => rule);

describe('comments that silence', () => {
  for (const [what, ...lines] of [
    ['a line', '<!-- roadmap-disable-next-line past-due -->', LATE],
    ['a line behind empty ones', '<!-- roadmap-disable-next-line past-due -->', '', LATE],
    ['a line in all respects', '<!-- roadmap-disable-next-line -->', LATE],
    [
      'a heading in the next chapter',
      '# P',
      '',
      '<!-- roadmap-disable-next-line missing-owner -->',
      '',
      '## A',
      '- [ ] a',
    ],
    [
      'several rules',
      '<!-- roadmap-disable-next-line missing-owner, past-due -->',
      '- [ ] a - *Due: 2025-07-01*',
    ],
    ['a range across chapters', '## A', '<!-- roadmap-disable past-due -->', '## B', LATE, '## C', LATE],
    ['a range that ends', '<!-- roadmap-disable past-due -->', LATE, '', '<!-- roadmap-enable past-due -->'],
    ['a document, wherever they stand', LATE, '', '<!-- roadmap-disable-file past-due -->'],
    [
      'what is said of the document',
      '<!-- roadmap-disable-next-line stale-review -->',
      '*Next Review: 2025-07-01*',
    ],
  ])
    it(what!, () => assert.deepEqual(told(...lines), []));

  for (const [what, ...lines] of [
    ['another line', '<!-- roadmap-disable-next-line past-due -->', '- [x] b', LATE],
    ['another rule', '<!-- roadmap-disable-next-line missing-owner -->', LATE],
    [
      'behind the end of a range',
      '<!-- roadmap-disable past-due -->',
      '<!-- roadmap-enable past-due -->',
      LATE,
    ],
  ])
    it(`don't silence ${what}`, () =>
      assert.deepEqual(told(...lines).sort(), ['past-due', 'unused-suppression']));

  it('in code are no comments', () =>
    assert.deepEqual(
      told('`<!-- roadmap-disable-file -->`', '', '```', '<!-- roadmap-disable -->', '```', LATE),
      ['past-due'],
    ));
});

describe('rule unused-suppression', () => {
  it('tells a comment that silences nothing', () =>
    assert.deepEqual(
      findings('unused-suppression', TODAY, '<!-- roadmap-disable-next-line past-due -->', '- [x] a'),
      [['past-due', 'Nothing of past-due is found there to be silenced.']],
    ));
  it('tells the rules that are unused only', () =>
    assert.deepEqual(unused('<!-- roadmap-disable-next-line past-due, mojibake -->', LATE), [
      'Nothing of mojibake is found there to be silenced.',
    ]));
  it('tells an end without a beginning', () =>
    assert.deepEqual(unused('<!-- roadmap-enable -->', '- [x] a'), ['Nothing has been disabled before.']));
  it('tells a rule that doesn’t exist', () =>
    assert.deepEqual(unused('<!-- roadmap-disable-file past-deu -->', '<!-- roadmap-disable colour -->'), [
      'There is no rule "past-deu": meant "past-due"?',
      'There is no rule "colour".',
    ]));
  it('tells nothing of a rule that is off', () =>
    assert.deepEqual(
      check(read('<!-- roadmap-disable-file past-due -->'), {
        today: TODAY,
        settings: settings({ rules: { 'past-due': 'off' } }),
      }),
      [],
    ));
});
