import assert from 'node:assert/strict';
import type { DocumentFields } from '../../../server/src/roadmap/model.ts';
import { at, read } from './read.ts';

const fields = (...lines: string[]): Partial<Record<keyof DocumentFields, string>> => {
  const { lastUpdated, nextReview } = read(...lines).document;
  return {
    ...(lastUpdated ? { lastUpdated: lastUpdated.value.end } : {}),
    ...(nextReview ? { nextReview: nextReview.value.end } : {}),
  };
};

describe('what a document says of itself', () => {
  for (const [what, lines, expected] of [
    [
      'beneath the title',
      ['# Log', '*Last Updated: 2025-07-24*', '*Next Review: 2025-07-31*'],
      { lastUpdated: '2025-07-24', nextReview: '2025-07-31' },
    ],
    [
      'at the end',
      ['# Log', '- [ ] a', '', '---', '**Last Updated:** 2026-01-24'],
      { lastUpdated: '2026-01-24' },
    ],
    [
      'in a line',
      ['# Log', '**Version**: 2 | **Last Updated**: July 24, 2025 | **Next Review**: Q3 2025'],
      { lastUpdated: '2025-07-24', nextReview: '2025-09-30' },
    ],
    ['in a quote', ['> Last updated: 2025-07-24'], { lastUpdated: '2025-07-24' }],
    [
      'in a list before any work',
      ['# Log', '- Last update: 2025-07-24', '- Author: Ann'],
      { lastUpdated: '2025-07-24' },
    ],
    ['in German', ['Stand: 24.07.2025'], { lastUpdated: '2025-07-24' }],
    ['in French', ['Dernière mise à jour : 2025-07-24'], { lastUpdated: '2025-07-24' }],
    ['in Russian', ['Последнее обновление: 24.07.2025'], { lastUpdated: '2025-07-24' }],
    [
      'in Chinese',
      ['最后更新：2025年7月24日', '', '下次审查：2025-08-01'],
      { lastUpdated: '2025-07-24', nextReview: '2025-08-01' },
    ],
    ['in Japanese', ['最終更新日：2025/07/24'], { lastUpdated: '2025-07-24' }],
    [
      'first, where it says so twice',
      ['Updated: 2025-07-24', '', 'Updated: 2024-01-01'],
      { lastUpdated: '2025-07-24' },
    ],
    ['nothing, of an item', ['# Log', '## Work', '- [ ] a', '  - Next review: 2025-07-31'], {}],
    ['nothing, in code', ['`Last Updated: 2025-07-24`', '', '```', 'Next Review: 2025-07-31', '```'], {}],
    ['nothing, without a date', ['*Last Updated: yesterday*'], {}],
  ] as const)
    it(what, () => assert.deepEqual(fields(...lines), expected));

  it('tells where the date stands', () => {
    const roadmap = read('# Log', '*Next Review: 2025-07-31*');
    const { nextReview } = roadmap.document;
    assert.ok(nextReview);
    assert.equal(at(roadmap, nextReview.span), '2025-07-31');
    assert.equal(at(roadmap, nextReview.whole), '*Next Review: 2025-07-31*');
  });

  it('may name a day that no calendar has', () => {
    const roadmap = read('*Last Updated: 2025-02-30*');
    assert.equal(roadmap.document.lastUpdated, undefined);
    assert.deepEqual(
      roadmap.invalidDates.map(({ text, candidates, item }) => ({ text, candidates, item })),
      [{ text: '2025-02-30', candidates: ['2025-02-28', '2025-03-02'], item: undefined }],
    );
  });
});
