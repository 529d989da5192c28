import assert from 'node:assert/strict';
import { check } from '../../../server/src/rules/index.ts';
import { read, text } from '../roadmap/read.ts';
import { findings } from './findings.ts';
import { fixes } from './fixes.ts';
import { settings } from './settings.ts';

const TODAY = '2025-07-28';
const due = (...lines: string[]): string[] =>
  findings('missing-due', TODAY, ...lines).map(([, message]) => message);
const priority = (...lines: string[]): string[] =>
  findings('missing-priority', TODAY, ...lines).map(([, message]) => message);

const DATED = ['- [ ] a - *Due: 2025-09-01*', '- [ ] b - *Due: 2025-09-02*', '- [ ] c - *Due: 2025-09-03*'];
const RANKED = ['- [ ] a (Priority: High)', '- [ ] b (Priority: Low)', '- [ ] c (Priority: High)'];

describe('rule missing-due', () => {
  for (const [what, lines, expected] of [
    ['of what lacks what the others have', ['## A', ...DATED, '- [ ] x'], ['"x" has no due date.']],
    ['of items before all headings', [...DATED, '- [ ] x'], ['"x" has no due date.']],
    [
      'where those that have one are done',
      ['## A', ...DATED.map((line) => line.replace('[ ]', '[x]')), '- [ ] x'],
      ['"x" has no due date.'],
    ],
    [
      'of an empty cell',
      [
        '## Work',
        '',
        '| Task | Due |',
        '| - | - |',
        '| a | 2025-09-01 |',
        '| b | 2025-09-01 |',
        '| c | 2025-09-01 |',
        '| x |  |',
      ],
      ['"x" has no due date.'],
    ],
    [
      'not of a cell that says something else',
      [
        '## Work',
        '',
        '| Task | Due |',
        '| - | - |',
        '| a | 2025-09-01 |',
        '| b | 2025-09-01 |',
        '| c | 2025-09-01 |',
        '| x | TBD |',
      ],
      [],
    ],
    ['not where few have one', ['## A', ...DATED.slice(0, 2), '- [ ] x'], []],
    ['not where half of them have none', ['## A', ...DATED, '- [ ] x', '- [ ] y', '- [ ] z'], []],
    ['not in another section', ['## A', ...DATED, '## Ideas', '- [ ] x'], []],
    [
      'not of items of another kind',
      ['## A', ...DATED, '', '| Task | Owner |', '| - | - |', '| x | @x |'],
      [],
    ],
    ['not of what is closed', ['## A', ...DATED, '- [x] x'], []],
    ['not of parts', ['## A', ...DATED, '  - [ ] x'], []],
    ['not of what inherits one', ['## Q3 2025', ...DATED, '- [ ] x'], []],
    ['not of a date that can’t be', ['## A', ...DATED, '- [ ] x - *Due: 2026-02-30*'], []],
  ] as const)
    it(what, () => assert.deepEqual(due(...lines), expected));

  it('of each open item, where that is settled', () => {
    const always = settings({ rules: { 'missing-due': { severity: 'warning', when: 'always' } } });
    const found = check(read('- [ ] x', '- [x] y', '- [ ] z - *Due: 2025-09-01*'), {
      today: TODAY,
      settings: always,
    });
    assert.deepEqual(
      found.filter(({ rule }) => rule === 'missing-due').map(({ message, severity }) => [message, severity]),
      [['"x" has no due date.', 'warning']],
    );
  });

  it('its fixes set a date as the document writes them', () => {
    const fixed = fixes('missing-due', {}, ...DATED, '- [ ] x');
    assert.deepEqual(Object.keys(fixed), [
      'Set due date to 2025-07-28 (today)',
      'Set due date to 2025-08-04 (next Monday)',
      'Set due date to 2025-08-04 (in 1 week)',
      'Set due date to 2025-08-11 (in 2 weeks)',
      'Set due date to 2025-08-28 (in 1 month)',
      'Mark as done',
    ]);
    assert.equal(
      fixed['Set due date to 2025-08-11 (in 2 weeks)'],
      text(...DATED, '- [ ] x - *Due: 2025-08-11*'),
    );
  });
});

describe('rule missing-priority', () => {
  for (const [what, lines, expected] of [
    ['of what lacks what the others have', ['## A', ...RANKED, '- [ ] x'], ['"x" has no priority.']],
    ['not where few have one', ['## A', ...RANKED.slice(1), '- [ ] x'], []],
    ['not of what inherits one', ['## High priority', ...RANKED, '- [ ] x'], []],
    ['not beside signs, where none means normal', ['- [ ] a ⏫', '- [ ] b 🔽', '- [ ] c ⏫', '- [ ] x'], []],
  ] as const)
    it(what, () => assert.deepEqual(priority(...lines), expected));

  it('its fixes are the priorities of the document, in its words', () =>
    assert.deepEqual(fixes('missing-priority', {}, ...RANKED, '- [ ] x'), {
      'Set priority to High': text(...RANKED, '- [ ] x (Priority: High)'),
      'Set priority to Low': text(...RANKED, '- [ ] x (Priority: Low)'),
    }));
});
