import assert from 'node:assert/strict';
import { linesOf, maskMarkup, withoutComments } from '../../../../server/src/roadmap/markdown/mask.ts';
import { parseMarkdown } from '../../../../server/src/roadmap/markdown/parse.ts';

/** The masked text, with a full stop for each hidden character. */
const masked = (text: string): string =>
  maskMarkup(text, [parseMarkdown(text).root]).replaceAll('\ufffc', '.');

describe('mask', () => {
  for (const [what, text, expected] of [
    ['code', 'a `b` c', 'a ... c'],
    ['fences', 'a\n\n```\nb\n```\n', 'a\n\n...\n.\n...\n'],
    ['fences with CRLF', '```\r\nb\r\n```\r\n', '...\r\n.\r\n...\r\n'],
    ['what stands in comments', 'a <!-- b --> c', 'a <!--...--> c'],
    ['comments of several lines', 'a <!-- owner:\nb --> c', 'a <!--.......\n..--> c'],
    ['blocks of comments', '<!-- b -->\n\n<!-- (c: d) -->', '<!--...-->\n\n<!--........-->'],
    ['nothing of comments that begin as fields do', 'a <!--due date: b--> c', 'a <!--due date: b--> c'],
    ['nothing of blocks of such', '- a\n\n  <!-- 负责人：b -->', '- a\n\n  <!-- 负责人：b -->'],
    ['HTML', 'a <b>c</b>', 'a ...c....'],
    ['addresses of links, not their words', '[a](http://b) c', '[a........... c'],
    ['addresses that stand for themselves', 'see https://a.b c', 'see ........... c'],
    ['mail addresses', 'to a@b.cd now', 'to ...... now'],
    ['images', '![a](b) c', '....... c'],
    ['definitions', '[a]: http://b', '.............'],
    ['nothing of plain text', '**a** _b_ ~~c~~ 1 < 2', '**a** _b_ ~~c~~ 1 < 2'],
  ] as const)
    it(`hides ${what}`, () => assert.equal(masked(text), expected));
});

it('a line without what its comments say', () =>
  assert.equal(
    withoutComments('a <!-- b --> c <!----> d <!-- e').replaceAll('\ufffc', '.'),
    'a <!--...--> c <!----> d <!-- e',
  ));

describe('lines of a span', () => {
  it('are trimmed, and lead back to the text', () => {
    const text = 'x\r\n  🔴 red  \r\n\r\n\tblue\n';
    const lines = linesOf(text, { start: 3, end: text.length });
    assert.deepEqual(
      lines.map((line) => line.text),
      ['🔴 red', 'blue'],
    );
    assert.equal(lines[0]?.sourceOffset(lines[0].text.indexOf('red')), text.indexOf('red'));
    assert.equal(lines[1]?.sourceOffset(0), text.indexOf('blue'));
  });

  it('are none in an empty span', () => assert.deepEqual(linesOf('abc', { start: 1, end: 1 }), []));
});
