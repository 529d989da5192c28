import fc from 'fast-check';

/** Lines of every construct of markdown, and what comes close to one. */
const LINES = [
  ...['', '', '', '', '# H', '## Heading two ##', '###### six', '#', '#no', ' # indented'],
  ...['Title', '===', '---', '- - -', '* * *', '***', '___', '=', '-- x'],
  ...[
    '- a',
    '- b c',
    '* a',
    '+ a',
    '1. one',
    '2. two',
    '5) five',
    '0. zero',
    '10) ten',
    '-',
    '*',
    '1.',
    '- ',
  ],
  ...[
    '- [ ] todo',
    '- [x] done **b**',
    '- [ ]',
    '[ ] box',
    '  - nested',
    '    - nested',
    '   - three',
    ' - one',
  ],
  ...['-\ttab', '-     code', '- # h', '- > q', '- ```', '1) - x', '+ a\n\n\n+ b', '- a\n\n  b'],
  ...['   continuation', '    code', '\tcode', '> quote', '> - q', '> > qq', '>', '> ```', '> # h', 'lazy'],
  ...['```', '```js', '~~~', '````', '  ```', '    ```', '`code', 'end`', '`a`'],
  ...['<div>', '</div>', '<!-- c', '-->', '<!-- c -->', '<script>', '</script>', '<?php', '?>', '<!X', '>'],
  ...['<![CDATA[', ']]>', '<b>x</b>', '<b>', '<details>'],
  ...[
    '| a | b |',
    '|---|:-:|',
    '| c | `d|e` |',
    '|-|',
    '| x',
    'a | b',
    '--- | ---',
    '|x|y|z|',
    '| [a] | [^f] |',
  ],
  ...['[a]: /u', '[b]: /u "t"', '[A]:', '/url', '"title"', "[e]: u 'ti", "tle'", '- [a]: x', '> [b]: y'],
  ...['see [a] and [b][] and [t][a]', '![a] [^g] ![^f]', '[a', 'b]: /x', '[x](y)', '[x](', 'y)'],
  ...['[^f]: foot', '    more foot', '[^f]', '[^g]: g'],
  ...['*em', 'ph* and **strong**', '~~del~~', 'text 😀 astral', '&amp; &#0; \\*', 'http://x.y www.a.b m@n.o'],
  ...['hard  ', 'hard\\', 'tab\there', 'nul\0x', '\u00a0', '\ufeffbom', '\\', '**', '_x_'],
];
const SPLINTERS = [
  '#',
  '-',
  ' ',
  '\n',
  '`',
  '|',
  '[',
  ']',
  '*',
  '>',
  '\r',
  'x',
  '<',
  '\t',
  '\\',
  '1',
  ':',
  '=',
  '\ufeff',
  '\0',
  '~',
  '+',
  '\r\n',
  '```\n',
  '\n\n',
  '😀',
  '- ',
  '> ',
];

const long = (line: string): string => `${line} ${'word '.repeat(24)}`;
const line = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...LINES) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom('> ', '- ', '  ', '    ', '1. ')
      .chain((prefix) => fc.constantFrom(...LINES).map((rest) => prefix + rest)),
  },
);
const ending = fc.constantFrom('\n', '\n', '\r\n', '\r');
const lines = fc.oneof(
  fc
    .tuple(fc.array(line, { maxLength: 40 }), ending)
    .map(([all, end]) => all.map((text) => text + end).join('')),
  fc.array(fc.tuple(line, ending)).map((all) => all.flat().join('')),
);
/** Long enough to be cut in its midst. */
const run = fc
  .tuple(
    fc.constantFrom('- ', '7. ', '| ', '', '\n', '- [ ] '),
    fc.array(fc.option(line, { freq: 12 }), { minLength: 20, maxLength: 60 }),
    ending,
  )
  .map(([prefix, all, end]) => all.map((text) => (text ?? long(prefix).replace('\n', end)) + end).join(''));

const definitions = fc
  .tuple(fc.array(fc.option(line, { freq: 20 }), { minLength: 60, maxLength: 120 }), ending)
  .map(([all, end]) =>
    all.map((text, nth) => (text ?? `[label ${nth % 70}]: https://example.org/${nth}/${nth}`) + end).join(''),
  );

export const markdown = fc
  .tuple(
    fc.constantFrom('', '', '', '\ufeff', '| a |\n|---|\n'),
    fc.array(fc.oneof({ weight: 3, arbitrary: lines }, { weight: 3, arbitrary: run }, definitions), {
      minLength: 1,
      maxLength: 3,
    }),
  )
  .map(([start, parts]) => start + parts.join(''));

export interface Edit {
  /** Where, and how much of the text is replaced: from 0 to 1. */
  readonly at: number;
  readonly length: number;
  readonly insert: string;
}

const share = fc.double({ min: 0, max: 1, noNaN: true });
export const edit: fc.Arbitrary<Edit> = fc.record({
  at: fc.oneof({ weight: 9, arbitrary: share }, { weight: 1, arbitrary: fc.constant(0) }),
  length: fc.oneof(
    fc.constant(0),
    fc.constant(0.001),
    share.map((part) => part ** 4),
  ),
  insert: fc.oneof(
    fc.constant(''),
    fc.constantFrom(...SPLINTERS),
    line.map((text) => `\n${text}\n`),
    lines,
  ),
});

export function changeOf(text: string, { at, length, insert }: Edit) {
  const start = Math.floor(at * text.length);
  return { start, end: Math.min(text.length, start + Math.ceil(length * text.length)), text: insert };
}
