import assert from 'node:assert/strict';
import { NOTATIONS } from '../../../../server/src/roadmap/notations/index.ts';
import { bitsOf, marksIn } from '../../../../server/src/roadmap/notations/marks.ts';
import { REAL_DOCUMENTS } from '../../properties/documents.ts';

describe('marks of signs', () => {
  it('are found wherever they stand, astral ones too', () => {
    const [tilde, pictures] = [bitsOf('~'), bitsOf('📅📆')];
    for (const [text, bits] of [
      ['', 0],
      ['Ship the gateway', 0],
      ['~2h', tilde],
      ['Ship it 📆', pictures],
      ['Ship it 📅 ~2h', tilde | pictures],
    ] as const)
      assert.equal(marksIn(text) & (tilde | pictures), bits, text);
  });

  it('stand in every line in which their sign is found', () => {
    const signs = NOTATIONS.flatMap((notation) =>
      (notation.signs ?? []).map(({ id, example, marks, pattern }) => ({ id, example, marks, pattern })),
    );
    const lines = [
      ...signs.map(({ example }) => example),
      ...REAL_DOCUMENTS.flatMap(({ text }) => text.split(/[\r\n]+/u).filter((line) => line.length < 500)),
    ];
    for (const { id, marks, pattern } of signs) {
      const bits = bitsOf(marks);
      const missed = lines.filter((line) => pattern.test(line) && (marksIn(line) & bits) === 0);
      assert.deepEqual(missed, [], id);
    }
  });
});
