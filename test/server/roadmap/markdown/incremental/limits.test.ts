import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { MarkdownDocument } from '../../../../../server/src/roadmap/markdown/incremental/document.ts';

import { MOST, unreadIn } from '../../../../../server/src/roadmap/markdown/incremental/limits.ts';
import { spanOf } from '../../../../../server/src/roadmap/markdown/mask.ts';
import { parseMarkdown } from '../../../../../server/src/roadmap/markdown/parse.ts';
import { markdown } from './arbitraries.ts';

const seed = Number(process.env['PROPERTY_SEED'] ?? 20261120);

const nested = (depth: number): string =>
  Array.from({ length: depth }, (_, nth) => `${'  '.repeat(nth)}- a\n`).join('');
const DEEP = 'nested too deeply to read';
const LONG = 'too long to read';

describe('markdown without bounds', function () {
  this.timeout(30_000);

  for (const [what, text, reason] of [
    ['quotes in quotes', `${'> '.repeat(8000)}a`, DEEP],
    ['lists in lists', nested(200), DEEP],
    ['lists in lists, without end', nested(2000), DEEP],
    ['lists in one line', `${'- '.repeat(10_000)}a`, DEEP],
    ['brackets in brackets', '['.repeat(100_000), DEEP],
    ['a line without end', 'word '.repeat(6_400_000), LONG],
    ['lazy lines', `> a\n${'lazy\n'.repeat(16_000)}`, LONG],
    ['lines with pipes', 'a | &b\n'.repeat(16_000), LONG],
    ['delimiters', '*a_ '.repeat(16_000), LONG],
    ['a long delimiter', `${'*'.repeat(50_000)}a${'*'.repeat(50_000)}`, LONG],
    ['entities', '&amp;'.repeat(100_000), LONG],
    ['backticks', '`a``b'.repeat(20_000), LONG],
  ] as const)
    it(`costs little: ${what}`, () => {
      const before = '# Before\n\n- a\n\n';
      const after = '# After\n\n- b\n';
      const document = MarkdownDocument.parse(`${before}# Odd\n\n${text}\n\n${after}`);
      assert.ok(document.pieces.some(({ unread }) => unread.some((one) => one.reason === reason)));
      const [first, last] = [document.pieces[0], document.pieces.at(-1)];
      assert.deepEqual([first?.nodes.length, last?.nodes.length], [2, 2]);
      const at = before.length + 20;
      const edited = document.edit([{ start: at, end: at, text: 'x' }]);
      assert.deepEqual(edited.root(), MarkdownDocument.parse(edited.text).root());
    });

  for (const [what, text] of [
    ['a long list', '- item\n'.repeat(5000)],
    ['a long table', `| a |\n|---|\n${'| b |\n'.repeat(20_000)}`],
    ['code', `~~~ a b\n${'x * y_z [\n'.repeat(3000)}~~~\n`],
    ['definitions', Array.from({ length: 2000 }, (_, nth) => `[label ${nth}]: http://a/b\n`).join('')],
  ] as const)
    it(`reads what is long but plain: ${what}`, () => {
      const document = MarkdownDocument.parse(text);
      assert.ok(document.pieces.every(({ unread }) => unread.length === 0));
    });

  it('leaves out no more than what has no bounds, and keeps what that stands in', () => {
    const text = `- [ ] a\n- [ ] ${'dredge *it* '.repeat(8000)}\n  - [ ] b\n- [ ] ${'&amp; lazy\n'.repeat(2000)}- [ ] c\n`;
    const document = MarkdownDocument.parse(text);
    const unread = document.pieces.flatMap(({ unread }, index) =>
      unread.map(({ start, end }) => {
        const base = document.starts[index] ?? 0;
        return [
          text.slice(0, base + start).split('\n').length,
          text.slice(base + start, base + end).split('\n').length,
        ];
      }),
    );
    assert.deepEqual(unread, [
      [2, 1],
      [5, 1999],
    ]);
    const [list] = document.root().children;
    assert.equal(list?.type === 'list' && list.children.length, 4);
  });

  it('reads levels up to those that are too deep', () => {
    const document = MarkdownDocument.parse(`${nested(200)}- b\n`);
    const deep = nested(200).slice(nested(64).length);
    assert.deepEqual(
      document.pieces.flatMap(({ text, unread }) => unread.map(({ start, end }) => text.slice(start, end))),
      [deep.trimEnd()],
    );
  });

  it('cuts and reads again the same way where something is unreadable', () => {
    const odd = `- a\n\n${'[['.repeat(300)}\n\n- b\n`;
    const text = `# H\n\n${'- An item of a list\n'.repeat(150)}${odd}${'- An item of a list\n'.repeat(150)}`;
    let document = MarkdownDocument.parse(text);
    for (const at of [10, 1000, text.indexOf('[[') + 3, text.indexOf('- b'), text.length - 5]) {
      document = document.edit([{ start: at, end: at + 1, text: '\n- x' }]);
      const again = MarkdownDocument.parse(document.text);
      assert.deepEqual(document.root(), again.root());
      assert.deepEqual(
        document.pieces.map(({ text: piece }) => piece),
        again.pieces.map(({ text: piece }) => piece),
      );
    }
  });
});

describe('the scan for what has no bounds', function () {
  this.timeout(60_000);
  const most = { ...MOST, lines: 2, containers: 3, short: 0 };

  it('takes nothing for less than the parser takes it for', () => {
    fc.assert(
      fc.property(markdown, (source) => {
        const text = source.replace(/^\ufeff/u, ' ');
        // Of code that begins in a marker's line, it isn't known what may interrupt it.
        fc.pre(!/^(?:[-+*>]|\d+[.)]|\s)*(?:\t| {4})/mu.test(text));
        const unread = unreadIn(text, most);
        const check = (node: Nodes, depth: number): void => {
          const { start, end } = spanOf(node);
          const lines = (node.position?.end.line ?? 0) - (node.position?.start.line ?? 0) + 1;
          const isTold = unread.some((one) => one.start <= end && start <= one.end);
          if (node.type === 'paragraph')
            assert.ok(
              isTold || (lines <= most.lines && depth <= most.containers),
              `${lines} lines, ${depth} deep: ${JSON.stringify(text.slice(start, end))} in ${JSON.stringify(text)}`,
            );
          const isContainer = ['blockquote', 'listItem', 'footnoteDefinition'].includes(node.type);
          if ('children' in node)
            for (const child of node.children) check(child, depth + Number(isContainer));
        };
        check(parseMarkdown(text).root, 0);
      }),
      { seed, numRuns: Number(process.env['EDIT_RUNS'] ?? 100) },
    );
  });
});
