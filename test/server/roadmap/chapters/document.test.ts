import { readRoadmap } from '../../../../server/src/roadmap/read.ts';
import assert from 'node:assert/strict';
import type { DocumentFields } from '../../../../server/src/roadmap/model.ts';
import { divide } from '../../../../server/src/roadmap/chapters/chapter.ts';
import { readDocument } from '../../../../server/src/roadmap/chapters/document.ts';
import { MarkdownDocument } from '../../../../server/src/roadmap/markdown/incremental/document.ts';
import type { DateContext } from '../../../../server/src/roadmap/dates/formats.ts';
import { at, read, text } from '../read.ts';

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

describe('what the dates of a document are read against', () => {
  const context = (...lines: string[]): DateContext => {
    const { chapters } = divide(MarkdownDocument.parse(text(...lines)));
    return readDocument(chapters.map(({ survey }) => survey.sayings)).context;
  };

  describe('reference', () => {
    for (const [what, lines, expected] of [
      ['is when it was last updated', ['# T', '*Last Updated: 2025-07-24*'], '2025-07-24'],
      ['stands in the front matter', ['---', 'title: T', 'last_updated: 2025-07-24', '---'], '2025-07-24'],
      ['in quotes', ['---', 'updated: "2025-07-24"', '---', '', '# T'], '2025-07-24'],
      ['is the date of the front matter', ['---', 'date: 2025-07-24', '---'], '2025-07-24'],
      ['is no other date', ['# T', 'Date: 2025-07-24'], undefined],
      ['stands in no rule', ['# T', '---', 'date: 2025-07-24', '---'], undefined],
    ] as const)
      it(what, () => assert.equal(context(...lines).reference, expected));
  });

  describe('year', () => {
    for (const [what, lines, expected] of [
      ['of the title', ['# Roadmap 2025', '## 2026', '## 2026'], 2025],
      ['of the title, though it was updated a year later', ['# Roadmap 2025', 'Updated: 2026-01-10'], 2025],
      [
        'of the last update, where the title speaks of a product',
        ['# VS 2022 roadmap', 'Updated: 2025-07-24'],
        2025,
      ],
      ['of the last update', ['# Plan', 'Updated: 2025-07-24', '## 2024'], 2025],
      ['of most headings', ['# Plan', '## Q1 2025', '## Q2 2025', '## Q1 2026'], 2025],
      ['none, where headings differ', ['# Plan', '## 2025', '## 2026'], undefined],
      ['none in code', ['# Plan', '```', '# Roadmap 2025', '```'], undefined],
      ['none of a range', ['# Plan 2024-2026'], undefined],
    ] as const)
      it(what, () => assert.equal(context(...lines).year, expected));
  });

  describe('start', () => {
    for (const [what, lines, expected] of [
      ['is said', ['# T', 'Start date: 2025-01-06', '## Week 1'], '2025-01-06'],
      [
        'is said at the end',
        ['# T', '## Week 1', '', '---', '', '**Start Date:** January 6, 2025'],
        '2025-01-06',
      ],
      ['is the kick-off', ['# T', '- Kick-off: 2025-01-06'], '2025-01-06'],
      ['is that of a first week', ['# Plan 2025', '## Week 1 (Oct 20-26)'], '2025-10-20'],
      ['is that of a first week with a title', ['# T', '**Week 1: Jan 6 – 10, 2025**'], '2025-01-06'],
      ['is that of a first day', ['# Plan 2025', '## 📅 DAY 1: Setup (Friday, October 10)'], '2025-10-10'],
      ['is not that of a phase', ['# T', '## Phase 2', 'Start date: 2025-01-06', '## Phase 3'], undefined],
      ['is none of two', ['# Plan 2025', '## Week 1 (Oct 20-26)', '## Week 1 (Nov 3-9)'], undefined],
      ['is none of week 10', ['# Plan 2025', '## Week 10 (Oct 20-26)'], undefined],
    ] as const)
      it(what, () => assert.equal(context(...lines).start, expected));

    it('counts nothing that is numbered anew', () =>
      assert.deepEqual(
        context('# T', 'Start: 2025-01-06', '## Week 1', '- Day 1: a', '## Week 2', '- Day 1: b').renumbered,
        ['day'],
      ));
  });

  describe('order of day and month', () => {
    for (const [lines, expected] of [
      [['Due: 29/06/2025'], true],
      [['Due: 7/25/2025'], false],
      [['29/06/2025', '7/25/2025'], undefined],
      [['03/04/2025'], undefined],
      [['`29/06/2025`'], undefined],
    ] as const)
      it(lines.join(', '), () => assert.equal(context(...lines).dayFirst, expected));

    it('holds for the whole document', () =>
      assert.equal(
        read('- [ ] a (due: 03/04/2025)', '- [ ] b (due: 29/06/2025)').items[0]?.fields.due?.value.end,
        '2025-04-03',
      ));
  });

  it('are not those of an item', () => {
    const { document } = readRoadmap('# Plan\n\n- [ ] Do it\n  - Next review: 2025-01-01\n');
    assert.deepEqual(document, {});
  });
});
