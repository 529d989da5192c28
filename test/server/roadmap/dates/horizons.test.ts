import assert from 'node:assert/strict';
import type { DateContext } from '../../../../server/src/roadmap/dates/formats.ts';
import { findWithin, readHeading } from '../../../../server/src/roadmap/dates/horizons.ts';
import type { Period } from '../../../../server/src/roadmap/dates/period.ts';

const CONTEXT: DateContext = { reference: '2024-12-31', year: 2025, start: '2025-01-06' };

const brief = (period: Period | undefined): string => (period ? `${period.start}..${period.end}` : '');

describe('stretches of time from the date of the document', () => {
  for (const [text, end] of [
    ['Within 1 Week', '2025-01-07'],
    ['Priority 3: Performance (within 2 weeks)', '2025-01-14'],
    ['within the next 3 months', '2025-03-31'],
    ['within 48 hours', '2025-01-02'],
    ['in 10 days', '2025-01-10'],
    ['in the next two weeks', '2025-01-14'],
    ['next 3 months', '2025-03-31'],
    ['Within a Month', '2025-01-31'],
    ['within one quarter', '2025-03-31'],
    ['in four years', '2028-12-31'],
    ['innerhalb von 2 Wochen', '2025-01-14'],
    ['in den nächsten 3 Monaten', '2025-03-31'],
    ['dans les 2 prochaines semaines', '2025-01-14'],
    ['dans 2 semaines', '2025-01-14'],
    ['Les 3 prochains mois', '2025-03-31'],
    ['en los próximos 3 meses', '2025-03-31'],
    ['Imediato (Próximas 2 semanas)', '2025-01-14'],
    ['inom 2 veckor', '2025-01-14'],
    ['в ближайшие 3 месяца', '2025-03-31'],
    ['через 2 недели', '2025-01-14'],
    ['протягом 2 тижнів', '2025-01-14'],
    ['2周内', '2025-01-14'],
    ['3个月内', '2025-03-31'],
    ['2週間以内', '2025-01-14'],
    ['2주 이내', '2025-01-14'],
    ['In 2025', undefined],
    ['within 5 minutes', undefined],
    ['Last 30 Days', undefined],
    ['Next 10 steps', undefined],
    ['win 2 weeks', undefined],
    ['', undefined],
  ] as const)
    it(`'${text}': ${end ?? 'nothing'}`, () => assert.equal(findWithin(text, CONTEXT)?.read.end, end));

  it('have no end without a day to count from', () =>
    assert.equal(findWithin('Within 1 Week', { year: 2025 }), undefined));
});

describe('headings', () => {
  /** Heading, due, and horizon where that is another one. */
  for (const [heading, due, horizon] of [
    ['Q3 2026', '2026-07-01..2026-09-30'],
    ['Q3', '2025-07-01..2025-09-30'],
    ['July', '2025-07-01..2025-07-31'],
    ['Sprint 1-2 (Jan): Security', '2025-01-01..2025-01-31'],
    ['2026', '2026-01-01..2026-12-31'],
    ['Copilot (2025)', ''],
    ['This week', '2024-12-30..2025-01-05'],
    ['Next Steps (This Week)', '2024-12-30..2025-01-05'],
    ['Week 1-2: Project setup', '2025-01-06..2025-01-19'],
    ['Week 1 (Oct 20-26)', '2025-10-20..2025-10-26'],
    ['Phase 2 (2025): Q3 and later', '2025-07-01..2025-09-30'],
    ['Launch (Complete by July 31)', '2025-07-31..2025-07-31'],
    ['Reliability (Within 1 Week)', '', '2024-12-31..2025-01-07'],
    ['0-3 months', '', '2024-12-31..2025-03-31'],
    ['3–6 months', '', '2025-03-31..2025-06-30'],
    ['Short-term (1-3 months)', '', '2024-12-31..2025-03-31'],
    ['Long-Term Goals (2 years)', '', '2024-12-31..2026-12-31'],
    ['Immediate (24-48 hours)', '', '2025-01-01..2025-01-02'],
    ['近期计划 (1-3个月)', '', '2024-12-31..2025-03-31'],
    ['Kurzfristig (0-3 Monate)', '', '2024-12-31..2025-03-31'],
    ['Court terme (1-3 mois)', '', '2024-12-31..2025-03-31'],
    ['Phase 2: Core (2-3 weeks)', ''],
    ['Next steps (2-3 weeks)', ''],
    ['6 months', ''],
    ['v2.0 (released December 2024)', ''],
    ['Created 2025-07-01', ''],
    ['Changelog 2024-01-02', ''],
    ['Current State (2025-07-24)', ''],
    ['Target State (2025-07-24)', '2025-07-24..2025-07-24'],
    ['Recent Updates (2025-07-24)', ''],
    ['Update the docs by July 31', '2025-07-31..2025-07-31'],
    ['Erledigt (Juli 2025)', ''],
    ['Livré en juillet 2025', ''],
    ['Фаза 1 завершена (2025-01-15)', ''],
    ['Phase 1 已完成 (2025-01-15)', ''],
    ['Phase 1 (2025-01-15 완료)', ''],
    ['Nightly builds', ''],
  ] as const)
    it(`'${heading}'`, () => {
      const read = readHeading(heading, CONTEXT);
      assert.equal(brief(read.due), due);
      assert.equal(brief(read.horizon), horizon ?? due);
    });

  it('take a missing year from the headings above rather than from the document', () => {
    assert.equal(
      brief(readHeading('Q1', CONTEXT, ['Platform', '2027 plan', '2026']).due),
      '2027-01-01..2027-03-31',
    );
    assert.equal(brief(readHeading('Q1', CONTEXT, ['2024–2026']).due), '2025-01-01..2025-03-31');
  });

  it('are read as fast whatever their length', () => {
    assert.deepEqual(readHeading('today '.repeat(50_000), CONTEXT), {});
  });
});
