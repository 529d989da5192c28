import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Root } from 'mdast';
import { MarkdownDocument } from '../../../../../server/src/roadmap/markdown/incremental/document.ts';
import { parseMarkdown } from '../../../../../server/src/roadmap/markdown/parse.ts';
import { REAL_DOCUMENTS } from '../../../properties/documents.ts';
import { changeOf, edit, markdown } from './arbitraries.ts';

const seed = Number(process.env['PROPERTY_SEED'] ?? 20261120);

/** A paragraph outside of lists may give its box to the root, which is no place for it. */
function plain(root: Root): unknown {
  return JSON.parse(JSON.stringify({ ...root, checked: undefined }));
}

function assertExact(document: MarkdownDocument, text: string): void {
  assert.equal(document.text, text);
  assert.deepEqual(plain(document.root()), plain(parseMarkdown(text).root));
}

const section = (nth: number): string =>
  `## Section ${nth}\n\n${Array.from({ length: 8 }, (_, item) => `- [ ] Item ${nth}.${item}\n`).join('')}\n`;
const sections = (count: number): string => Array.from({ length: count }, (_, nth) => section(nth)).join('');

/** The pieces of a version that the version before didn't have. */
const newPieces = (before: MarkdownDocument, after: MarkdownDocument): number => {
  const known = new Set(before.pieces);
  return after.pieces.filter((piece) => !known.has(piece)).length;
};

describe('a markdown document', function () {
  this.timeout(60_000);

  it('reads as the parser reads the whole text, after every edit', () => {
    fc.assert(
      fc.property(markdown, fc.array(edit, { maxLength: 6 }), fc.boolean(), (text, edits, byText) => {
        let document = MarkdownDocument.parse(text);
        assertExact(document, text);
        assertExact(MarkdownDocument.once(text), text);
        for (const each of edits) {
          const change = changeOf(text, each);
          text = text.slice(0, change.start) + change.text + text.slice(change.end);
          document = byText ? document.to(text) : document.edit([change]);
          assertExact(document, text);
        }
      }),
      { seed, numRuns: 120 },
    );
  });

  it('reads real documents as the parser does', () => {
    // Some of them, as the parser is slow; another seed takes others.
    for (const [nth, { text }] of REAL_DOCUMENTS.entries())
      if ((nth + seed) % 12 === 0) assertExact(MarkdownDocument.once(text), text);
  });

  it('reads only the piece that an edit touches', () => {
    const text = sections(50);
    const before = MarkdownDocument.parse(text);
    assert.equal(before.pieces.length, 50);
    const after = before.edit([
      { start: text.indexOf('Item 25.3'), end: text.indexOf('Item 25.3'), text: 'x' },
    ]);
    assert.equal(newPieces(before, after), 1);
  });

  it('cuts lists, tables and paragraphs that are long', () => {
    const numbers = Array.from({ length: 1000 }, (_, nth) => nth);
    for (const long of [
      numbers.map((nth) => `- A ${nth}th item of the list\n`),
      numbers.map((nth) => `${nth}. Item ${nth} of a list\n\n   More of it\n\n`),
      ['| a | b |\n|--:|---|\n', ...numbers.map((nth) => `| ${nth} in a row | of the table |\n`)],
      numbers.map((nth) => `A paragraph that says ${nth}.\n\n`),
    ]) {
      const text = long.join('');
      const before = MarkdownDocument.parse(text);
      assert.ok(before.pieces.length > 8);
      assert.ok(Math.max(...before.pieces.map((piece) => piece.text.length)) < 4500);
      const middle = long.slice(0, 500).join('').length;
      const longer = before.edit([{ start: middle, end: middle, text: long[1] ?? '' }]);
      assert.ok(newPieces(before, longer) <= 3);
      assertExact(longer, longer.text);
      const inLine = before.edit([{ start: middle + 8, end: middle + 9, text: 'y' }]);
      assert.ok(newPieces(before, inLine) <= 3);
      assertExact(inLine, inLine.text);
    }
  });

  it('remembers what a fence swallowed', () => {
    const text = sections(40);
    const at = text.indexOf('## Section 10');
    const before = MarkdownDocument.parse(text);
    const opened = before.edit([{ start: at, end: at, text: '```\n' }]);
    assert.ok(opened.pieces.length <= 11);
    const closed = opened.edit([{ start: at, end: at + 4, text: '' }]);
    assert.equal(newPieces(before, closed), 0);
  });

  it('reads anew what asks for a definition that comes or goes, and nothing else', () => {
    const text = `${sections(20)}## Last\n\nSee [this] and [^that].\n`;
    const before = MarkdownDocument.parse(text);
    const after = before.edit([{ start: 0, end: 0, text: '[THIS]: /u\n\n[^that]: x\n\n' }]);
    assertExact(after, after.text);
    assert.equal(newPieces(before, after), 1 + 1);
    const again = after.edit([{ start: 0, end: '[THIS]: /u'.length, text: '' }]);
    assertExact(again, again.text);
  });

  it('takes changes one after another, and many at once', () => {
    const text = sections(10);
    const inserts = Array.from({ length: 40 }, (_, nth) => ({
      start: nth * 7,
      end: nth * 7 + 1,
      text: '- x\n',
    }));
    let expected = text;
    for (const { start, end, text: insert } of inserts)
      expected = expected.slice(0, start) + insert + expected.slice(end);
    assertExact(MarkdownDocument.parse(text).edit(inserts), expected);
    const twenty = MarkdownDocument.parse(text).edit(inserts.slice(0, 20)).edit(inserts.slice(20));
    assertExact(twenty, expected);
  });

  it('can be read step by step', () => {
    const text = sections(5);
    const steps = [...MarkdownDocument.reading(text)];
    assert.equal(steps.length, 5);
    assert.equal(steps.at(-1), text.length);
  });
});
