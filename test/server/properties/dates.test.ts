import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  addTo,
  civilDate,
  daysBetween,
  isoWeekOf,
  mondayOfIsoWeek,
  partsOf,
  weekdayOf,
} from '../../../server/src/roadmap/dates/civil.ts';
import { findDate, writeDate } from '../../../server/src/roadmap/dates/formats.ts';
import {
  isoWeek,
  partOfYear,
  spanOf,
  unitAt,
  type Period,
} from '../../../server/src/roadmap/dates/period.ts';
import './arbitraries.ts';

const DAY = 86_400_000;
/** Days since 1970, as the platform counts them. */
const count = (year: number, month: number, day: number): number => Date.UTC(year, month - 1, day) / DAY;
const iso = (days: number): string => new Date(days * DAY).toISOString().slice(0, 10);

const days = fc.integer({ min: count(1900, 1, 1), max: count(2199, 12, 31) });
const date = days.map(iso);

describe('civil dates, against the calendar of the platform', () => {
  it('exist where that has them', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1900, max: 2199 }),
        fc.integer({ min: 0, max: 13 }),
        fc.integer({ min: 0, max: 32 }),
        (year, month, day) => {
          const expected = iso(count(year, month, day));
          const exists = Number(expected.slice(5, 7)) === month && Number(expected.slice(8)) === day;
          assert.equal(civilDate(year, month, day), exists ? expected : undefined);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('add and count days', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -5000, max: 5000 }), (from, more) => {
        assert.equal(addTo(iso(from), { days: more }), iso(from + more));
        assert.equal(daysBetween(iso(from), iso(from + more)), more);
      }),
    );
  });

  it('know weekdays and ISO weeks', () => {
    fc.assert(
      fc.property(days, (at) => {
        const weekday = ((((at + 3) % 7) + 7) % 7) + 1;
        assert.equal(weekdayOf(iso(at)), weekday);
        const thursday = at + 4 - weekday;
        const year = new Date(thursday * DAY).getUTCFullYear();
        const week = Math.floor((thursday - count(year, 1, 1)) / 7) + 1;
        assert.deepEqual(isoWeekOf(iso(at)), { year, week });
        assert.equal(mondayOfIsoWeek(year, week), iso(at + 1 - weekday));
      }),
      { numRuns: 1000 },
    );
  });
});

/** Examples to write by, of each kind of period, in all languages and manners. */
const EXAMPLES: Readonly<Record<string, readonly string[]>> = {
  day: [
    '2025-07-25',
    '2025-7-5',
    '2025/07/25',
    '2025.07.25',
    '29/06/2025',
    '6/29/2025',
    '29-06-2025',
    '29.06.2025',
    '9.6.2025',
    'July 25, 2025',
    'Jul. 5th 2025',
    '25 July 2025',
    '27-Feb-2021',
    '15. Juli 2025',
    '1er août 2025',
    '15 févr. 2025',
    '15 de julio de 2025',
    '15 de julho de 2025',
    '15 augusti 2025',
    '5 июля 2025',
    '5 июл. 2025',
    '5 липня 2025',
    '2025年8月30日',
    '2025년 8월 30일',
    'July 25',
    '25 July',
    '8月30日',
    '8월 30일',
  ],
  month: [
    '2025-07',
    '07/2025',
    'July 2025',
    'Jul 2025',
    'Juli 2025',
    'juillet 2025',
    'julio de 2025',
    'julho de 2025',
    'augusti 2025',
    'Июль 2025',
    'Липень 2025',
    '2025年8月',
    '2025년 8월',
    'July',
    '8月',
  ],
  quarter: [
    'Q1 2026',
    '2020-Q4',
    '1Q2026',
    'T3 2025',
    '3. Quartal 2025',
    'third quarter of 2025',
    '3e trimestre 2025',
    '3º trimestre de 2025',
    'III кв. 2025',
    '2025年第三季度',
    '2025年第3四半期',
    '2025년 3분기',
    'Q1',
  ],
  half: [
    'H1 2026',
    '2026-H2',
    'S2 2025',
    'second half of 2025',
    '1. Halbjahr 2025',
    '2025年上半年',
    '2025년 하반기',
    'H2',
  ],
  week: ['2025-W32', 'KW 32/2025', 'CW32 2025', 'Week 32, 2025', 'vecka 32 2025', '2025年第32周', 'KW 32'],
  range: [
    '2025-10-20 ~ 2026-04-20',
    '20.10.2025 - 26.10.2025',
    'Oct 20 – Nov 2, 2025',
    'October 20, 2025 to November 2, 2025',
    '29 Dec – 5 Jan 2026',
    '28.10. – 2.11.2025',
    '2025年8月1日～8月10日',
    'Dec 29 – Jan 5',
  ],
};
/** The period of the kind that a day lies in; ranges reach some days on. */
function periodOf(kind: string, at: string, more: number): Period | undefined {
  const { year } = partsOf(at);
  if (kind === 'range') {
    const end = addTo(at, { days: more });
    return spanOf(unitAt('day', at), unitAt('day', end));
  }
  if (kind === 'quarter' || kind === 'half')
    return partOfYear(kind, year, (more % (kind === 'half' ? 2 : 4)) + 1);
  return kind === 'week' ? isoWeek(year, (more % 52) + 1) : unitAt(kind === 'month' ? 'month' : 'day', at);
}

const CONTEXT = { year: 2025 };

describe('dates in all manners', () => {
  for (const [kind, examples] of Object.entries(EXAMPLES)) {
    it(`are written as they are read: ${kind}`, () => {
      for (const text of examples) {
        const found = findDate(text, CONTEXT);
        assert.equal(found?.text, text);
        assert.ok('start' in found.read, text);
        assert.equal(writeDate(found.read, found), text, text);
      }
    });

    it(`are read as they are written: ${kind}`, () => {
      fc.assert(
        fc.property(
          fc.constantFrom(...examples),
          date,
          fc.integer({ min: 1, max: 300 }),
          (text, at, more) => {
            const period = periodOf(kind, at, more)!;
            const found = findDate(text, CONTEXT)!;
            const written = writeDate(period, found);
            // The same period: the example itself, which may leave out its year.
            if (written === text) return;
            const order = { dayFirst: text === '6/29/2025' ? false : true };
            const again = findDate(written, order);
            assert.equal(again?.text, written, `${text} => ${written}`);
            assert.deepEqual(again.read, period, `${text} => ${written}`);
            // All but ranges, which may not fit, keep their manner.
            const isIso = /^\d{4}-(?:\d\d|[QHW]\d+)/u.test(written);
            if (kind !== 'range') assert.ok(!isIso || /^\d{4}-/u.test(text), `${text} => ${written}`);
          },
        ),
        { numRuns: 600 },
      );
    });
  }
});
