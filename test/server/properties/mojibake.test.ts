import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits, type Edit } from '../../../server/src/edits/edit.ts';
import { repairMojibake } from '../../../server/src/edits/mojibake.ts';
import type { Roadmap } from '../../../server/src/roadmap/model.ts';
import {
  decodeMojibake,
  findMojibake,
  garble,
  type Misreading,
} from '../../../server/src/roadmap/mojibake.ts';
import { readRoadmap } from '../../../server/src/roadmap/read.ts';
import { check } from '../../../server/src/rules/index.ts';
import { roadmapText } from './arbitraries.ts';
import { REAL_DOCUMENTS } from './documents.ts';

const MISREADINGS: readonly Misreading[] = ['windows-1252', 'macintosh'];
const misreadings = fc.oneof(
  fc.constantFrom(...MISREADINGS).map((misreading) => [misreading]),
  fc.array(fc.constantFrom(...MISREADINGS), { minLength: 1, maxLength: 3 }),
);

/** Words as people write them, by language: those with letters that mis-decoded bytes look like. */
const WORDS = [
  'plan roadmap A I iPhone x',
  'été déjà à où voilà café naïve cœur Noël forêt çà là âge île règlement créée',
  'irmã amanhã manhã avô avó pão ação não à é às você português três lã romã',
  'olé así qué aquí mañana sé él más también ¿Qué? ¡Sí!',
  'però città è più perché caffè lunedì virtù',
  'über Öl Spaß Maß groß Ärger Fuß Übung schön dreißig Ää Üb',
  'vidíš myslíš příště nejvyšší výška úžasný díž káš jíž Říjen áš éž',
  'nőü égő idő lé kő túró jövő költségvetés',
  'öö Öö jäääär Ääres üür õun öökull kuuuurija',
  'ö å på två före ära Åre å',
  'já á í æ ð það bað veður þá Þórður blað',
  'kış İş günü ağaç ÇIĞ dağ hâlâ kâr rüzgâr şubat',
  'să câ ă â în ănțeleg țară română',
  'żółć łódź ćma są dąb cię',
  'đã đến nhà ấy ở Â NGÂ tâm ngân ướt CÂ',
  'План на год и в с Кот ещё НАСТУПНИЙ',
  'Ελληνικά σχέδιο και ή',
  'תוכנית של',
  'خطة العمل و',
  'योजना और',
  '计划 修复 完成 下次审查 第一阶段',
  '今後の予定 完了 ガイド',
  '다음 검토 완료',
  'แผนงาน',
  '🔴 ✅ 📋 🚀 👩‍💻 ⚠️ 1️⃣ → ├── │ ═',
].flatMap((words) => words.split(' '));

/** Letters by themselves, units and formulas: nobody puts a sign behind these. */
const SIGNS =
  '× ½ ¾ ± √π √2 ¬∂ ≈π ∑∂ ∆π 5Å² Å±0.2 µm Ω ∞ 20°C Ø² ×½×¼ N² ƒ¬ x√π α±β Ä‚ É» Ã Â Â° É… «É» Ñ² Ö± º (Ã) Ê'.split(
    ' ',
  );

const word = fc.constantFrom(...WORDS).chain((each) => fc.constantFrom(each, each, each.toUpperCase()));
/** With no-break spaces, as French has them inside of its quotes. */
const opening = fc.constantFrom('', '', '', '“', '„', '‚', '«', '«\u00a0', '‘', '(', '¿', '—', '"', '**');
const closing = fc
  .array(fc.constantFrom('…', '”', '“', '’', '»', '\u00a0»', '\u00a0!', '\u00a0', '—', '.', ',', '*'), {
    maxLength: 3,
  })
  .map((marks) => marks.join(''));
const named = word.chain((each) =>
  fc.constantFrom('', '', '', ...(each.length > 1 ? ['°', '®', '™', '²'] : [])).map((sign) => each + sign),
);
const between = fc.constantFrom(' ', ' ', ' ', '\n', ' – ', '—', '\u00a0', '-', '/', ' `', '’');
const ordinaryText = fc
  .array(
    fc.oneof(
      { weight: 9, arbitrary: fc.tuple(opening, named, closing, between) },
      { weight: 1, arbitrary: fc.constantFrom(...SIGNS).map((sign) => [' ', sign, ' ']) },
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.flat().join(''));

const undo = (edits: readonly Edit[], { text, mojibake }: Roadmap): Edit[] => {
  let moved = 0;
  return edits.map(({ span, text: repaired }, index) => {
    const start = span.start + moved;
    moved += repaired.length - (span.end - span.start);
    const original = garble(repaired, mojibake[index]?.misreadings ?? []);
    assert.equal(original, text.slice(span.start, span.end));
    return { span: { start, end: start + repaired.length }, text: original };
  });
};

/** A repair leaves nothing to find, keeps what was read, and is taken back by garbling what it wrote. */
function assertRepairs(text: string): Roadmap {
  const roadmap = readRoadmap(text);
  const edits = repairMojibake(roadmap);
  const repaired = applyEdits(text, edits);
  const after = readRoadmap(repaired);
  assert.deepEqual(after.mojibake, [], 'nothing is left');
  assert.deepEqual(
    after.items.map(({ id, title, status }) => [id, title, status]),
    roadmap.items.map(({ id, title, status }) => [id, title, status]),
    'items stay',
  );
  assert.equal(applyEdits(repaired, undo(edits, roadmap)), text, 'garbling gives back the characters');
  return after;
}

describe('mojibake is never seen in what people write', () => {
  it('in many languages', function () {
    this.timeout(60_000);
    fc.assert(
      fc.property(ordinaryText, (text) => {
        assert.deepEqual(findMojibake(text), []);
        assert.equal(decodeMojibake(text).text, text);
      }),
      { numRuns: 10_000 },
    );
  });
});

/** Text that leaves no doubt once it has been garbled. */
const PLAIN = [
  'Ship the café, déjà créé: 100 °C, «naïve» – “quoted”… £5 © Ünïcode',
  'Übergrößen für Öfen, Straße, Äpfel',
  'Привет, мир: план на год',
  'Наступний перегляд: ще один',
  'Σχέδιο για το έτος',
  'תוכנית לשנה הבאה',
  'خطة العمل للسنة',
  '修复完成，下次审查：第一阶段。',
  '今後の予定・「完了」のガイド',
  '다음 검토: 완료',
  'योजना और कार्य',
  'żółta łódź, příště, kış günü',
  '🔴 Priority 🟠 1 ✅ 📋 🚀 👩‍💻 ⚠️ done → next',
  '├── src │ └── test ═══',
];

describe('what was garbled', () => {
  for (const text of PLAIN)
    for (const misread of [
      ...MISREADINGS.map((each) => [each]),
      [...MISREADINGS],
      ['windows-1252', 'windows-1252'],
    ] as const)
      it(`comes back: ${text}, read as ${misread.join(', then ')}`, () => {
        const garbled = garble(text, misread);
        assert.equal(decodeMojibake(garbled).text, text);
        assertRepairs(garbled);
      });

  it('comes back beside text that is correct', () => {
    const parts = fc.array(
      fc.tuple(fc.constantFrom(...PLAIN), fc.option(misreadings, { nil: [], freq: 2 })),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(parts, (lines) => {
        const garbled = lines.map(([line, misread]) => garble(line, misread)).join('\n');
        assert.equal(decodeMojibake(garbled).text, lines.map(([line]) => line).join('\n'));
      }),
      { numRuns: 300 },
    );
  });

  it('gives back the characters where it is garbled again, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), misreadings, (text, misread) => {
        assertRepairs(garble(text, misread));
      }),
      { numRuns: 1000 },
    );
  });

  it('gives back the characters of whatever text', () => {
    const garbled = garble('é°\u00a0🔴→日\ufe0f”ы', ['windows-1252']) + garble('é🔴→日ы', ['macintosh']);
    const characters = fc.constantFrom(...Array.from(garbled), ' ', 'é', '”');
    fc.assert(
      fc.property(fc.array(characters, { maxLength: 30 }), (text) => {
        assertRepairs(text.join(''));
      }),
      { numRuns: 3000 },
    );
  });

  it('is read as it was meant', function () {
    this.timeout(60_000);
    fc.assert(
      fc.property(roadmapText, misreadings, (text, misread) => {
        const garbled = readRoadmap(garble(text, misread));
        const { text: decoded } = decodeMojibake(garbled.text, garbled.mojibake);
        const meant = readRoadmap(decoded);
        assertRepairs(garbled.text);
        assert.deepEqual(
          garbled.items.map(({ id, fields }) => [id, Object.keys(fields)]),
          meant.items.map(({ id, fields }) => [id, Object.keys(fields)]),
        );
        for (const [index, item] of garbled.items.entries()) {
          const { start, end } = item.titleSpan;
          const same = meant.items[index]?.titleSpan ?? { start: 0, end: 0 };
          assert.equal(
            decodeMojibake(
              garbled.text.slice(0, start),
              garbled.mojibake.filter(({ span }) => span.end <= start),
            ).text.length,
            same.start,
          );
          assert.ok(end > start || same.start === same.end);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('is told once in a document, and not any more once it has been repaired', () => {
    fc.assert(
      fc.property(roadmapText, misreadings, (text, misread) => {
        const roadmap = readRoadmap(garble(text, misread));
        const told = (read: Roadmap): number =>
          check(read, { today: '2026-11-20' }).filter(({ rule }) => rule === 'mojibake').length;
        assert.equal(told(roadmap), roadmap.mojibake.length > 0 ? 1 : 0);
        assert.equal(told(readRoadmap(applyEdits(roadmap.text, repairMojibake(roadmap)))), 0);
      }),
      { numRuns: 100 },
    );
  });
});

describe('real documents', () => {
  it('are repaired, and given back to the byte', function () {
    this.timeout(120_000);
    for (const { name, text } of REAL_DOCUMENTS)
      try {
        // Without a run there is nothing to repair.
        if (findMojibake(text).length > 0) assertRepairs(text);
        // Long documents hold no other characters than short ones, and would take minutes.
        if (text.length < 5000) assertRepairs(garble(text, ['windows-1252']));
      } catch (error) {
        throw new Error(`${name}: ${(error as Error).message.slice(0, 1500)}`, { cause: error });
      }
  });
});
