import assert from 'node:assert/strict';
import { text } from '../roadmap/read.ts';
import { findings } from './findings.ts';
import { fixes } from './fixes.ts';

const placeholders = (...lines: string[]): [string, string][] =>
  findings('placeholder-owner', '2025-07-28', ...lines);
const missing = (...lines: string[]): string[] =>
  findings('missing-owner', '2025-07-28', ...lines).map(([, message]) => message);

describe('rule placeholder-owner', () => {
  for (const words of ['TBD', '?', 'N/A', 'unassigned', '[Name]', 'à nommer', 'offen', '待定', '____'])
    it(`speaks of ${words}, and missing-owner doesn’t`, () => {
      const lines = ['## A', '- [ ] x', `  - Owner: ${words}`, '- [ ] y', '  - Owner: @y'];
      assert.deepEqual(placeholders(...lines), [[words, `"${words}" names nobody who owns "x".`]]);
      assert.deepEqual(missing(...lines), []);
    });

  for (const [what, ...lines] of [
    ['a name', '- [ ] x (Owner: Ann)'],
    ['what is done', '- [x] x (Owner: TBD)'],
    ['what is put off', '- [>] x (Owner: TBD)'],
    ['what the section gives an owner', '## A', '**Owner:** @a', '', '- [ ] x (Owner: TBD)'],
    ['a part of something with an owner', '- [ ] x (Owner: @x)', '  - [ ] y (Owner: TBD)'],
    ['an item that says nothing', '- [ ] x', '- [ ] y (Owner: @y)'],
    ['a section of which all is done', '## A', '**Owner:** TBD', '', '- [x] x'],
  ] as const)
    it(`doesn’t speak of ${what}`, () => assert.deepEqual(placeholders(...lines), []));

  it('leaves a dash to missing-owner', () => {
    const lines = ['## Work', '', '| Task | Owner |', '| - | - |', '| x | — |', '| y | @y |'];
    assert.deepEqual(placeholders(...lines), []);
    assert.deepEqual(missing(...lines), ['"x" has no owner.']);
  });

  it('speaks of a section’s placeholder once, where it stands', () => {
    const lines = ['## A', '**Owner:** TBD', '', '- [ ] x', '- [ ] y', '- [ ] z (Owner: @z)'];
    assert.deepEqual(placeholders(...lines), [['TBD', '"TBD" names nobody who owns "A".']]);
    assert.deepEqual(missing(...lines), []);
  });

  describe('its fix puts the name in the place', () => {
    for (const [what, before, after] of [
      [
        'of an item',
        ['- [ ] x (Owner: TBD) - *Due: 2025-08-01*'],
        ['- [ ] x (Owner: @ann) - *Due: 2025-08-01*'],
      ],
      [
        'of a row',
        ['## Work', '', '| Task | Owner |', '| - | - |', '| x | ? |'],
        ['## Work', '', '| Task | Owner |', '| - | - |', '| x | @ann |'],
      ],
      ['of a section', ['## A', '**Owner:** TBD', '', '- [ ] x'], ['## A', '**Owner:** @ann', '', '- [ ] x']],
    ] as const)
      it(what, () =>
        assert.deepEqual(fixes('placeholder-owner', {}, ...before), { 'Assign to @ann': text(...after) }),
      );
  });
});
