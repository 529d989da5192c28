import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readRoadmap } from '../../../server/src/roadmap/read.ts';
import { check } from '../../../server/src/rules/index.ts';
import { mayHoldItems } from '../../../server/src/workspace/scan.ts';
import { roadmapText } from '../properties/arbitraries.ts';
import { REAL_DOCUMENTS } from '../properties/documents.ts';

/** Long past, and long to come: what depends on the day shows on one of them. */
const DAYS = ['1970-01-01', '2999-12-31'];

function assertSound(text: string): void {
  if (mayHoldItems(text)) return;
  const roadmap = readRoadmap(text);
  assert.deepEqual(roadmap.items, [], JSON.stringify(text));
  for (const today of DAYS) assert.deepEqual(check(roadmap, { today }), [], JSON.stringify(text));
}

describe('line scan', () => {
  for (const text of [
    '- a',
    '* a',
    '+ a',
    '1. a',
    '# Ship it',
    'Ship it\n=======',
    'Ship it\n---',
    '| a |\n|---|',
    '[ ] a',
    '☐ a\n☐ b',
    '✅ a',
    'text\n\t- a',
    '> - a',
    '**Task one** a',
    '__bold__',
    'Next review: tomorrow',
    '<!-- a -->',
    'â€œ',
    'Due 2025-07-01',
  ])
    it(`lets ${JSON.stringify(text)} through`, () => assert.ok(mayHoldItems(text)));

  for (const text of [
    '',
    '\n',
    'Plain words.',
    'One line,\r\nand another one; with (brackets) - and dashes.\n',
  ])
    it(`drops ${JSON.stringify(text)}`, () => assert.ok(!mayHoldItems(text)));

  it('drops only what has neither items nor findings: real documents, piece by piece', () => {
    let dropped = 0;
    for (const { text } of REAL_DOCUMENTS)
      for (const paragraph of text.split(/\r?\n(?:\r?\n)+/u).slice(0, 40))
        for (const piece of [paragraph, paragraph.replace(/[^\n -~]|[\d:|#*_[<]/gu, '')]) {
          if (!mayHoldItems(piece)) dropped++;
          assertSound(piece);
        }
    assert.ok(dropped > 100, `${dropped} pieces say something`);
  }).timeout(120_000);

  it('drops only what has neither items nor findings: any text', () => {
    const prose = fc
      .array(
        fc.constantFrom(
          'Todo',
          'done',
          'due',
          'tomorrow',
          'owner',
          '@ann',
          'DONE',
          '(done)',
          '~~',
          '`x`',
          '"',
          '&',
          ';',
        ),
        { minLength: 1, maxLength: 6 },
      )
      .map((words) => words.join(' '));
    const line = fc
      .tuple(
        fc.constantFrom('', '', ' ', '    ', '\t', '> ', '>> ', 'a) ', 'i. ', '$ ', '% ', '/ ', '\\- ', '= '),
        prose,
      )
      .map((parts) => parts.join(''));
    const text = fc
      .tuple(
        fc.array(fc.oneof(line, fc.constant('')), { maxLength: 12 }),
        fc.constantFrom('\n', '\r\n', '\r'),
      )
      .map(([lines, lineBreak]) => lines.join(lineBreak));
    fc.assert(fc.property(fc.oneof(text, roadmapText, fc.string()), assertSound), { numRuns: 1000 });
  }).timeout(120_000);
});
