import assert from 'node:assert/strict';
import { referencesIn } from '../../../server/src/roadmap/references.ts';

const found = (text: string): string[] =>
  referencesIn(text).map(({ kind, span }) => `${kind} ${text.slice(span.start, span.end)}`);

describe('references', () => {
  for (const [text, ...expected] of [
    ['- [ ] Fix #12 and ABC-7 (3f2a91c)', 'issue #12', 'ticket ABC-7', 'commit 3f2a91c'],
    ['since `3f2a91cd`', 'commit 3f2a91cd'],
    ['`#12`, `ABC-7`'],
    ['a#1 /#2 &#3; #4a #tag xABC-1 ABC-1-2'],
    ['1234567 abcdefa 2025'],
    [
      '[plan](docs/plan.md#next), [a](<b c.md>), [x](https://e.org/#1) [top](#top)',
      'file docs/plan.md#next',
      'file b c.md',
      'file #top',
    ],
    ['![shot](img/a.png "A shot") [abs](/a.md) [mail](mailto:a@b.c)', 'file img/a.png'],
    ['[plan]: docs/plan.md "The plan"', 'file docs/plan.md'],
    ['https://example.org/a#12 <https://e.org/ABC-1>'],
    ['```\n#1 [a](b.md)\n```\n#2', 'issue #2'],
    ['> ~~~\n> #1\n> ~~~\n> #2', 'issue #2'],
    ['```\n#1'],
  ] as const)
    it(`of ${JSON.stringify(text)}`, () => assert.deepEqual(found(text), expected));
});
