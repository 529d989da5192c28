import assert from 'node:assert/strict';
import { check } from '../../../server/src/rules/index.ts';
import { read } from '../roadmap/read.ts';
import { findings } from './findings.ts';

const RED = '\u00f0\u0178\u201d\u00b4';
const ARROW = '\u201a\u00dc\u00ed';

describe('rule mojibake', () => {
  for (const [what, lines, expected] of [
    [
      'of one place',
      [`## ${RED} Now`],
      [[RED, `UTF-8 was read as windows-1252 in 1 place: "${RED}" stands for "🔴".`]],
    ],
    [
      'once, at the first of many',
      ['# café', `- [x] a ${ARROW} b ${ARROW} c`, `- [x] ${ARROW}`],
      [[ARROW, `UTF-8 was read as Mac OS Roman in 3 places: "${ARROW}" stands for "→".`]],
    ],
    [
      'of both encodings',
      [`# ${RED} a ${ARROW} b`],
      [[RED, `UTF-8 was read as windows-1252 and Mac OS Roman in 2 places: "${RED}" stands for "🔴".`]],
    ],
    [
      'of HTML',
      [`<!-- ${RED} -->`],
      [[RED, `UTF-8 was read as windows-1252 in 1 place: "${RED}" stands for "🔴".`]],
    ],
    ['not of correct text', ['# 🔴 café → „Öö“ 20 °C'], []],
    ['not of what may be correct', ['# 20 \u00c2\u00b0C'], []],
    ['not of code that shows it', [`Such as \`${RED}\`.`, '', '```', ARROW, '```'], []],
    ['not of lost bytes', ['# \u00e2\u20ac\ufffd'], []],
  ] as const)
    it(what, () => assert.deepEqual(findings('mojibake', '2025-07-28', ...lines), expected));

  it('shortens what is long', () => {
    const cat = '\u00d0\u0161\u00d0\u00be\u00d1\u201a';
    const [[place, message] = ['', '']] = findings('mojibake', '2025-07-28', cat.repeat(20));
    assert.equal(place, cat.repeat(20));
    assert.equal(
      message,
      `UTF-8 was read as windows-1252 in 1 place: "${cat.repeat(4).slice(0, 23)}…" stands for "${'Кот'.repeat(8).slice(0, 23)}…".`,
    );
  });

  it('brings what its fix needs', () =>
    assert.deepEqual(
      check(read(RED), { today: '2025-07-28' }).map(({ fix }) => fix),
      [{ kind: 'repair' }],
    ));
});
