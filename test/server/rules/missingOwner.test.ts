import assert from 'node:assert/strict';
import { check } from '../../../server/src/rules/index.ts';
import { item, read } from '../roadmap/read.ts';
import { findings } from './findings.ts';

const missing = (...lines: string[]): [string, string][] => findings('missing-owner', '2025-07-28', ...lines);
const messages = (...lines: string[]): string[] => missing(...lines).map(([, message]) => message);

describe('rule missing-owner', () => {
  describe('tells item by item where the document names owners', () => {
    for (const [what, lines, expected] of [
      ['of an open item', ['## A', '- [ ] x', '- [ ] y', '  - Owner: @y'], ['"x" has no owner.']],
      ['of a dash', ['## A', '- [ ] x', '  - Owner: —', '- [ ] y', '  - Owner: @y'], ['"x" has no owner.']],
      [
        'in every section',
        ['## A', '- [ ] x', '## B', '- [ ] y', '  - Owner: @y', '- [ ] z'],
        ['"x" has no owner.', '"z" has no owner.'],
      ],
      ['without sections', ['- [ ] x', '- [ ] y (Owner: @y)'], ['"x" has no owner.']],
      ['not of what is closed', ['## A', '- [x] a', '- [-] b', '- [>] c', '- [ ] y', '  - Owner: @y'], []],
      [
        'of what is blocked or begun',
        ['## A', '- [~] b', '- [ ] c (blocked)', '- [x] d', '  - Owner: @d'],
        ['"b" has no owner.', '"c" has no owner.'],
      ],
      [
        'not of what inherits its owner',
        ['## A', '**Owner:** @a', '', '- [ ] x', '## B', '- [ ] y', '  - Owner: @y'],
        [],
      ],
      [
        'not of the steps of something without an owner',
        ['## A', '- [ ] x', '  - [ ] step', '- [ ] y', '  - Owner: @y'],
        ['"x" has no owner.'],
      ],
      [
        'not of the steps of something with an owner',
        ['## A', '- [ ] x', '  - Owner: @x', '  - [ ] step'],
        [],
      ],
    ] as const)
      it(what, () => assert.deepEqual(messages(...lines), expected));

    it('at the title', () =>
      assert.deepEqual(
        missing('## A', '- [ ] **x** - *Due: 2025-08-01*', '- [ ] y', '  - Owner: @y')[0]?.[0],
        '**x**',
      ));
  });

  describe('tells once for each section where nobody owns anything', () => {
    for (const [what, lines, expected] of [
      [
        'at the heading',
        ['## A', '- [ ] x', '- [ ] y', '- [x] z', '## B', '- [ ] u'],
        [
          ['## A', 'Nobody owns the 2 open items of "A".'],
          ['## B', 'Nobody owns the open item of "B".'],
        ],
      ],
      [
        'not of done sections',
        ['## A', '- [x] x', '## B', '- [ ] y'],
        [['## B', 'Nobody owns the open item of "B".']],
      ],
      [
        'not where the section has an owner',
        ['## A', '**Owner:** @a', '', '- [ ] x', '## B', '- [ ] y'],
        [['## B', 'Nobody owns the open item of "B".']],
      ],
      [
        'of the document without sections',
        ['- [ ] x', '- [ ] y'],
        [['x', 'Nobody owns the 2 open items of this document.']],
      ],
      [
        'even where there are dashes',
        ['## A', '- [ ] x', '  - Owner: —'],
        [['## A', 'Nobody owns the open item of "A".']],
      ],
    ] as const)
      it(what, () => assert.deepEqual(missing(...lines), expected));

    it('however many items there are', () =>
      assert.equal(missing('## A', ...Array.from({ length: 200 }, (_, n) => `- [ ] item ${n}`)).length, 1));
  });

  it('brings what its fixes need', () => {
    const each = read('## A', '- [ ] x', '- [ ] y', '  - Owner: @y');
    assert.deepEqual(check(each, { today: '2025-07-28' })[0]?.fix, {
      kind: 'assign',
      items: [item(each, 'x').id],
    });
    const group = read('## A', '- [ ] x', '- [ ] y');
    assert.deepEqual(check(group, { today: '2025-07-28' })[0]?.fix, {
      kind: 'assign',
      items: [item(group, 'x').id, item(group, 'y').id],
      section: { start: 0, end: 4 },
    });
  });
});
