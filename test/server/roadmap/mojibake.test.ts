import assert from 'node:assert/strict';
import { decodeMojibake, findMojibake, garble } from '../../../server/src/roadmap/mojibake.ts';

/** 0x80 to 0x9F of windows-1252: some versions of Node have them wrong. */
const C1 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

/** The text's UTF-8 bytes, read as the encoding: what a careless editor would have saved. */
function misread(text: string, encoding: 'windows-1252' | 'macintosh'): string {
  const bytes = new TextEncoder().encode(text);
  if (encoding === 'macintosh') return new TextDecoder(encoding).decode(bytes);
  return [...bytes].map((byte) => C1[byte < 0x80 ? -1 : byte - 0x80] ?? String.fromCharCode(byte)).join('');
}

describe('mojibake', () => {
  describe('is decoded', () => {
    for (const [broken, text] of [
      // Written out, so that the tables of the platform are not their own witness.
      ['\u00f0\u0178\u201d\u00b4 Priority 1', '🔴 Priority 1'],
      ['\u00f0\u0178\u0178\u00a0 Priority 2', '🟠 Priority 2'],
      ['\uf8ff\u00fc\u00f6\u00c4 Future', '🚀 Future'],
      ['EC2 \u201a\u00dc\u00ed Lambda', 'EC2 → Lambda'],
      ['EC2 \u00e2\u2020\u2019 Lambda', 'EC2 → Lambda'],
      // Bytes without a character in cp1252, passed through: 81, 8D, 8F, 90, 9D.
      ['\u00e2\u20ac\u009d', '”'],
      ['\u00e2\u009d\u0152 dropped', '❌ dropped'],
      ['\u00e2\u0153\u2026 Completed', '✅ Completed'],
      ['caf\u00c3\u00a9', 'café'],
      ['\u00d0\u0161\u00d0\u00be\u00d1\u201a', 'Кот'],
      // A variation selector whose last byte passed through; a no-break space and a soft hyphen as bytes.
      ['\u00e2\u0161\u00a0\u00ef\u00b8\u008f risk', '⚠️ risk'],
      ['d\u00c3\u00a9j\u00c3\u00a0, aqu\u00c3\u00ad', 'déjà, aquí'],
      // Garbled twice, and in part only.
      ['caf\u00c3\u0192\u00c2\u00a9', 'café'],
      ['\u00c3\u00a2\u00e2\u201a\u00ac\u00e2\u201e\u00a2', '’'],
      ['\u00c3\u00a9\u00c3\u00a2\u00e2\u201a\u00ac\u00e2\u201e\u00a2', 'é’'],
      // What may be ordinary text, in company.
      ['caf\u00c3\u00a9 20 \u00c2\u00b0C', 'café 20 °C'],
      ['\u00ef\u00bb\u00bf# Plan', '\ufeff# Plan'],
    ] as const)
      it(JSON.stringify(broken), () => assert.equal(decodeMojibake(broken).text, text));

    for (const text of [
      '📋 Plan',
      '🔄 **Status: Deferred**',
      '⚡ Phase 2',
      '✅ Done',
      '日本語',
      'Ещё один план',
    ])
      for (const encoding of ['windows-1252', 'macintosh'] as const)
        it(`${text} read as ${encoding}`, () =>
          assert.equal(decodeMojibake(misread(text, encoding)).text, text));

    it('where only a part of the text is broken', () =>
      assert.equal(
        decodeMojibake(`${misread('🔴', 'windows-1252')} café 日本 ${misread('→', 'macintosh')} ✅`).text,
        '🔴 café 日本 → ✅',
      ));

    it('where broken text touches text that is not', () =>
      assert.equal(decodeMojibake(`«${misread('🔴', 'windows-1252')}é`).text, '«🔴é'));
  });

  describe('is not seen in', () => {
    for (const text of [
      '',
      'plain',
      '«CAFÉ»',
      'É»',
      // Without the U+F8FF before it, nobody knows what it was.
      '\u00fc\u00ec\u00e3 Plan',
      'naïve façade — “quoted”…',
      'Ärger mit Öl, Übung',
      'Łódź, Dvořák, Þórður',
      '¿Qué? ¡Sí!',
      'Ελληνικά',
      'План на год: Ё и ё',
      'Наступний перегляд',
      '下次审查：第一阶段',
      '今後の予定・完了',
      '다음 검토',
      '🔴 Priority 1 ✅ 📋',
      '👩‍👩‍👧 family',
      '½ × ¾ ± 5 °C',
      '\ufffd\ufffd',
      '\ud83d alone',
      '\uf8ff',
      'a\u00a0\u00a0b',
      '20 \u00c2\u00b0C',
      '\u00c4\u201a',
      '« été\u00a0», « olé…»',
      'AMANHÃ”, IRMÃ’',
      '„Co vidíš“',
      '„Öö“, „ÄÄRES“',
      '√π, ¬∂, Â², 5 Å²',
      '├── │ ═══',
      // Lost bytes: U+FFFD in their place, or nothing.
      '\u00e2\u20ac\ufffd',
      '\u00e2\u0161\u00a0\u00ef\u00b8',
      '\u00ef\u00bf\u00bd',
    ])
      it(JSON.stringify(text), () => {
        const decoded = decodeMojibake(text);
        assert.equal(decoded.text, text);
        for (let offset = 0; offset <= text.length; offset++)
          assert.equal(decoded.sourceOffset(offset), offset);
      });
  });

  it('leads offsets back to the source', () => {
    const source = `a ${misread('🔴', 'windows-1252')} b ${misread('→', 'macintosh')} c`;
    const decoded = decodeMojibake(source);
    const { text } = decoded;
    assert.equal(text, 'a 🔴 b → c');
    for (const word of ['a', 'b', 'c'])
      assert.equal(decoded.sourceOffset(text.indexOf(word)), source.indexOf(word), word);
    assert.equal(decoded.sourceOffset(text.indexOf('🔴')), 2);
    assert.equal(decoded.sourceOffset(text.length), source.length);
  });

  it('tells where it stands, what it was and what it was read as', () =>
    assert.deepEqual(
      findMojibake('caf\u00c3\u0192\u00c2\u00a9 \u201a\u00dc\u00ed \u00f0\u0178\u201d\u00b4\u00e9'),
      [
        { span: { start: 3, end: 7 }, text: 'é', misreadings: ['windows-1252', 'windows-1252'] },
        { span: { start: 8, end: 11 }, text: '→', misreadings: ['macintosh'] },
        { span: { start: 12, end: 16 }, text: '🔴', misreadings: ['windows-1252'] },
      ],
    ));

  it('garbles as careless editors do', () => {
    for (const text of ['🔴 é → Привет', 'x', ''])
      for (const encoding of ['windows-1252', 'macintosh'] as const)
        assert.equal(garble(text, [encoding]), misread(text, encoding));
    assert.equal(
      garble('é', ['windows-1252', 'macintosh']),
      misread(misread('é', 'windows-1252'), 'macintosh'),
    );
  });

  it('takes no long time in a long run of letters that could be a beginning', () => {
    const run = '\u00f0'.repeat(100_000);
    assert.equal(decodeMojibake(run).text, run);
    const words = garble('Ж🔴'.repeat(50_000), ['windows-1252']);
    assert.equal(decodeMojibake(words).text.length, 150_000);
  });
});
