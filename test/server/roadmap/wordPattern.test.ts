import assert from 'node:assert/strict';
import fc from 'fast-check';
import { alternativesOf, WordPattern } from '../../../server/src/roadmap/wordPattern.ts';

const WORDS = [
  'near[- ]term',
  'updates?|changes',
  '(?:updates?|changes) needed',
  'complete(?!\\s+\\p{L})',
  'colou?rs{1,2}',
  'à faire',
  'выполненн[а-я]+',
  '解决(?:方案)?',
  'größe',
  'what (?:users|you) can',
  'a\\u0062c',
  'v(?:e(?:r(?:sion)?)?)?\\s?\\d+',
];
const build = (words: readonly string[]): RegExp =>
  new RegExp(`(?<![\\p{L}\\d])(?<word>${words.join('|')})(?![\\p{L}\\d])`, 'diu');

describe('patterns of words', () => {
  it('are taken apart at the bars that stand in no group', () => {
    assert.deepEqual(alternativesOf('a|b(?:c|d(?:e|f))?|[|]\\||g'), ['a', 'b(?:c|d(?:e|f))?', '[|]\\|', 'g']);
    assert.deepEqual(alternativesOf(''), ['']);
  });

  it('find what the pattern of all words finds', () => {
    const piece = fc.constantFrom(
      ...[
        'near term',
        'NEAR-TERM',
        'near',
        'update',
        'Changes needed',
        'complete',
        'complete it',
        'colors',
        'colourss',
      ],
      ...[
        'À FAIRE',
        'à faire',
        'Выполненные',
        'выполненн',
        '解决方案',
        '解决',
        'GRÖSSE',
        'GRÖẞE',
        'Größe',
        'what you can',
      ],
      ...['ABC', 'ver 2', 'Version3', 'v', ' ', ', ', '-', '5'],
    );
    const texts = fc
      .array(fc.oneof(piece, fc.string({ maxLength: 3 })), { maxLength: 6 })
      .map((all) => all.join(''));
    const whole = build(WORDS);
    fc.assert(
      fc.property(fc.array(texts, { minLength: 1, maxLength: 12 }), (several) => {
        const pattern = new WordPattern(WORDS, build);
        for (const text of several) {
          assert.deepEqual(pattern.exec(text), whole.exec(text));
          assert.equal(pattern.test(text), whole.test(text));
        }
      }),
    );
  });

  it('compile nothing for texts that hold no word, and not a pattern for each text', () => {
    const built: number[] = [];
    const letters = Array.from({ length: 16 }, (_, n) => String.fromCharCode('a'.charCodeAt(0) + n));
    const pattern = new WordPattern(letters, (words) => {
      built.push(words.length);
      return new RegExp(words.join('|'), 'u');
    });
    assert.equal(pattern.test('1 2 3'), false);
    assert.deepEqual(built, []);
    for (const letter of letters)
      for (const text of [letter, `${letter}!`]) assert.equal(pattern.test(text), true);
    assert.deepEqual(built, [1, 1, 1, 1, 1, 1, letters.length]);
  });
});
