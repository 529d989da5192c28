import assert from 'node:assert/strict';
import { MarkdownDocument } from '../../../../../server/src/roadmap/markdown/incremental/document.ts';

const nested = (depth: number): string =>
  Array.from({ length: depth }, (_, nth) => `${'  '.repeat(nth)}- a\n`).join('');
const DEEP = 'nested too deeply to read';
const LONG = 'too long to read';

describe('markdown without bounds', function () {
  this.timeout(30_000);

  for (const [what, text, reason] of [
    ['quotes in quotes', `${'> '.repeat(8000)}a`, DEEP],
    ['lists in lists', nested(200), DEEP],
    ['lists in lists, without end', nested(2000), LONG],
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
      assert.ok(document.pieces.some(({ unreadable }) => unreadable === reason));
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
      assert.ok(document.pieces.every(({ unreadable }) => unreadable === undefined));
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
