import assert from 'node:assert/strict';
import fc from 'fast-check';
import { bytesIn, unitsIn } from '../../../server/src/roadmap/columns.ts';
import { LineIndex } from '../../../server/src/roadmap/lines.ts';

describe('columns in bytes of UTF-8', () => {
  it('are those of Node', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }), (before, behind) => {
        const text = before + behind;
        const bytes = Buffer.byteLength(before);
        assert.equal(bytesIn(text, 0, before.length), bytes);
        assert.equal(unitsIn(text, 0, text.length, bytes), before.length);
      }),
    ));

  it('lead back from each character of a text', () =>
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'ü', '🦀', '\n', '\r\n', '€')), (characters) => {
        const lines = new LineIndex(characters.join(''), 'utf-8');
        let offset = 0;
        for (const character of characters) {
          assert.equal(lines.offsetAt(lines.positionAt(offset)), offset);
          offset += character.length;
        }
      }),
    ));

  it('within a character are those before it, beyond a line the next one', () => {
    const lines = new LineIndex('🦀a\nb', 'utf-8');
    assert.equal(lines.offsetAt({ line: 0, character: 2 }), 0);
    assert.equal(lines.offsetAt({ line: 0, character: 5 }), 3);
    assert.equal(lines.offsetAt({ line: 0, character: 99 }), 4);
    assert.deepEqual(lines.rangeOf({ start: 2, end: 5 }), {
      start: { line: 0, character: 4 },
      end: { line: 1, character: 1 },
    });
  });

  it('count a half of a pair as what it is sent as', () => assert.equal(bytesIn('\ud83e', 0, 1), 3));
});
