import assert from 'node:assert/strict';
import fc from 'fast-check';
import { LabelCollector } from '../../../../../server/src/roadmap/markdown/incremental/labels.ts';
import { parseMarkdown } from '../../../../../server/src/roadmap/markdown/parse.ts';
import { readPlain } from '../../../../../server/src/roadmap/markdown/plain/blocks.ts';

const seed = Number(process.env['PROPERTY_SEED'] ?? 20261120);
const read = (text: string) => readPlain(text, new LabelCollector(new Set()).plain);
const parsed = (text: string): unknown =>
  JSON.parse(JSON.stringify({ ...parseMarkdown(text).root, checked: undefined }));

const words = fc.constantFrom(
  ...[
    'Deploy it',
    '**bold** text',
    '*em* and `code`',
    'a_b_c',
    '~5 days',
    '~~gone~~',
    '[link](u/v) after',
    '[TBD] x',
  ],
  ...[
    '(**x**)',
    '**Owner:** @ann',
    '**a**: b',
    'a * b',
    '2 < 3 & 4',
    'x]',
    '[a] [b]',
    '[*a*](x)',
    '*[a](x)*',
    '*a **b** c*',
  ],
  ...[
    '😀**b**',
    '—**x**',
    '***x***',
    '`` a`b ``',
    '`x',
    '**',
    'a\\*b\\_ \\q',
    '\\[x\\]',
    '*a\\**',
    'end.  ',
    '[a](b',
    '**a ~5 b**',
  ],
  ...['“q” – x', '1986. A', 'http://a.b', '&amp;', '<b>x</b>', '![i](u)', 'a | b', '[d1] y', 'x \\'],
);
const begin = fc.constantFrom(
  ...[
    '',
    '',
    '',
    '- ',
    '- [ ] ',
    '- [x] ',
    '* ',
    '+ ',
    '1. ',
    '2. ',
    '10. ',
    '1) ',
    '# ',
    '### ',
    '  ',
    '    ',
    '   ',
    '> ',
  ],
  ...['  - ', '  - [ ] ', '    - ', '   - ', '- - ', '- # ', '| ', '-  ', '-     '],
);
const line = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(begin, words).map(([start, rest]) => start + rest) },
  { weight: 3, arbitrary: fc.constant('') },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      ...[
        '---',
        '***',
        '* * *',
        '===',
        '```',
        '```js',
        '  ```',
        '~~~',
        '-',
        '1.',
        '- [ ]',
        ' ',
        '#',
        '| a | b |',
        '|---|:-:|',
      ],
      ...[
        '| c | *d* |',
        '| |  |',
        '|a|',
        '|-|',
        '[d1]: u',
        '[D 2]: http://x/y',
        '- ```\n  x\n\n  y\n  ```',
        '```\nx\n```',
      ],
    ),
  },
);
const text = fc
  .tuple(fc.array(line, { minLength: 1, maxLength: 12 }), fc.constantFrom('\n', '\n', '\r\n'), fc.boolean())
  .map(([lines, ending, ends]) => lines.join(ending) + (ends ? ending : ''));

describe('the reader of plain markdown', function () {
  this.timeout(30_000);

  it('gives just what remark gives, where it gives anything', () => {
    let plain = 0;
    fc.assert(
      fc.property(text, (source) => {
        const root = read(source);
        if (!root) return;
        plain++;
        assert.deepEqual(JSON.parse(JSON.stringify(root)), parsed(source));
      }),
      { seed, numRuns: 3000 },
    );
    assert.ok(plain > 300);
  });

  for (const [what, source] of [
    ['tasks with fields', '# R\n\n- [ ] **A** b\n  - Owner: @ann\n  - Due: 2025-01-01\n\n- [x] c `d`\n'],
    ['tables', '| a | b |\n|:--|--:|\n| **c** | `d` |\n'],
    ['fences', 'Do:\n```sh\nrun\n\n# x\n```\n'],
    ['a fence that nobody closes', 'a\n\n```\n# b\n- c\n'],
    ['loose and nested lists', '1. a\n\n   b\n2. c\n   - d\n   - e\n'],
    ['definitions', '[a]: u\n[b]: http://v/w\n'],
    ['labels that are defined before', '[a b]: u\n\n- [A  B] c\n'],
    ['lazy lines', '- a\nb\n'],
    ['hard breaks', '**a:** b  \n**c:** d\n'],
    ['text that looks like markup', 'a_b 2 * 3 ~4 [x] y]\n'],
  ] as const)
    it(`knows ${what}`, () => assert.deepEqual(JSON.parse(JSON.stringify(read(source))), parsed(source)));

  for (const [what, source] of [
    ['HTML', '<b>a</b>\n'],
    ['quotes', '> a\n'],
    ['setext headings', 'a\n===\n'],
    ['labels that are defined later', '[a]\n\n[a]: u\n'],
    ['deep nesting', Array.from({ length: 500 }, (_, nth) => `${' '.repeat(2 * nth)}- a\n`).join('')],
    ['lines without end', 'a '.repeat(200_000)],
  ] as const)
    it(`leaves ${what} to the parser`, () => assert.equal(read(source), undefined));
});
