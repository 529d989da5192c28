import assert from 'node:assert/strict';
import { findDate, writeDate } from '../../../../server/src/roadmap/dates/formats.ts';

const CONTEXT = { reference: '2024-12-01' };

/** What a text says: `2025-07-25`, `2025-07-01..2025-07-31`, `? 2025-02-28 2025-03-02` for an impossible date. */
function said(text: string): string {
  const found = findDate(text, CONTEXT);
  if (!found) return '';
  assert.equal(text.slice(found.start, found.end), found.text, 'position');
  if ('candidates' in found.read) return ['?', ...found.read.candidates].join(' ');
  const { start, end } = found.read;
  return start === end ? start : `${start}..${end}`;
}

describe('date formats', () => {
  describe('days, read and written in the same manner', () => {
    for (const [text, date, inMarch, inDecember] of [
      ['2025-07-25', '2025-07-25', '2025-03-02', '2025-12-22'],
      ['2025-7-5', '2025-07-05', '2025-3-2', '2025-12-22'],
      ['2025/07/25', '2025-07-25', '2025/03/02', '2025/12/22'],
      ['2025.07.25', '2025-07-25', '2025.03.02', '2025.12.22'],
      ['2025年8月30日', '2025-08-30', '2025年3月2日', '2025年12月22日'],
      ['29.06.2025', '2025-06-29', '02.03.2025', '22.12.2025'],
      ['9.6.2025', '2025-06-09', '2.3.2025', '22.12.2025'],
      ['July 25, 2025', '2025-07-25', 'March 2, 2025', 'December 22, 2025'],
      ['July 25 2025', '2025-07-25', 'March 2 2025', 'December 22 2025'],
      ['Jul 25, 2025', '2025-07-25', 'Mar 2, 2025', 'Dec 22, 2025'],
      ['jul 25th, 2025', '2025-07-25', 'mar 2nd, 2025', 'dec 22nd, 2025'],
      ['May 1st, 2025', '2025-05-01', 'March 2nd, 2025', 'December 22nd, 2025'],
      ['25 July 2025', '2025-07-25', '2 March 2025', '22 December 2025'],
      ['27 Feb 2021', '2021-02-27', '2 Mar 2025', '22 Dec 2025'],
      ['1st March 2025', '2025-03-01', '2nd March 2025', '22nd December 2025'],
      ['15 de julho de 2025', '2025-07-15', '2 de março de 2025', '22 de dezembro de 2025'],
      ['15. Juli 2025', '2025-07-15', '2. März 2025', '22. Dezember 2025'],
      ['1er août 2025', '2025-08-01', '2 mars 2025', '22 décembre 2025'],
      ['5 июля 2025', '2025-07-05', '2 марта 2025', '22 декабря 2025'],
    ] as const)
      it(text, () => {
        assert.equal(said(text), date);
        const like = findDate(text, CONTEXT);
        assert.equal(writeDate('2025-03-02', like), inMarch);
        assert.equal(writeDate('2025-12-22', like), inDecember);
        assert.equal(writeDate(date, like), text, 'itself');
      });

    it('Sept 5, 2025', () => {
      assert.equal(said('Sept 5, 2025'), '2025-09-05');
      assert.equal(writeDate('2025-03-02', findDate('Sept 5, 2025', {})), 'Mar 2, 2025');
    });

    for (const [day, written] of [
      ['01', '1st'],
      ['02', '2nd'],
      ['03', '3rd'],
      ['04', '4th'],
      ['11', '11th'],
      ['12', '12th'],
      ['13', '13th'],
      ['21', '21st'],
      ['30', '30th'],
    ] as const)
      it(`ordinals: ${written}`, () =>
        assert.equal(writeDate(`2025-07-${day}`, findDate('July 8th, 2025', {})), `July ${written}, 2025`));

    it('are written as ISO without a sample, and where the sample names no day', () => {
      assert.equal(writeDate('2025-07-25', undefined), '2025-07-25');
      for (const sample of ['Q3 2025', 'July 2025', '2025年8月', 'H1 2026', '2025-08'])
        assert.equal(writeDate('2025-07-25', findDate(sample, {})), '2025-07-25', sample);
    });
  });

  describe('periods', () => {
    for (const [text, period] of [
      ['2025年8月', '2025-08-01..2025-08-31'],
      ['Julho 2025', '2025-07-01..2025-07-31'],
      ['julio de 2025', '2025-07-01..2025-07-31'],
      ['2025-10-20 ~ 2026-04-20', '2025-10-20..2026-04-20'],
      ['Dec 7-8, 2025', '2025-12-07..2025-12-08'],
      ['Q3-Q4 2025', '2025-07-01..2025-12-31'],
      ['July 2025', '2025-07-01..2025-07-31'],
      ['Feb 2024', '2024-02-01..2024-02-29'],
      ['Dec, 2025', '2025-12-01..2025-12-31'],
      ['2025-07', '2025-07-01..2025-07-31'],
      ['Q1 2026', '2026-01-01..2026-03-31'],
      ['q2 2025', '2025-04-01..2025-06-30'],
      ['Q1/2026', '2026-01-01..2026-03-31'],
      ['2020-Q4', '2020-10-01..2020-12-31'],
      ['2026 Q1', '2026-01-01..2026-03-31'],
      ['H1 2026', '2026-01-01..2026-06-30'],
      ['2026-H2', '2026-07-01..2026-12-31'],
    ] as const)
      it(text, () => assert.equal(said(text), period));
  });

  describe('impossible dates, with what may be meant', () => {
    for (const [text, candidates] of [
      ['2025-02-30', '? 2025-02-28 2025-03-02'],
      ['2025-02-29', '? 2025-02-28 2025-03-01'],
      ['2025-04-31', '? 2025-04-30 2025-05-01'],
      ['2025-13-01', '? 2025-01-13'],
      ['2025-30-06', '? 2025-06-30'],
      ['2025年2月30日', '? 2025-02-28 2025-03-02'],
      ['30.02.2025', '? 2025-02-28 2025-03-02'],
      ['Feb 30, 2025', '? 2025-02-28 2025-03-02'],
      ['31 June 2025', '? 2025-06-30 2025-07-01'],
      ['Feb 30', '? 2024-02-29 2024-03-01'],
    ] as const)
      it(text, () => assert.equal(said(text), candidates));
  });

  describe('texts that are no dates', () => {
    for (const text of [
      '',
      '1.18',
      '24/7',
      'v2025.1.2',
      '12025-07-25',
      '2025-07-255',
      '10.20.2025.1',
      'us-2025-07-25',
      '2025-00-10',
      '2025-99-99',
      'Q5 2025',
      'Q2 10',
      'H3 2025',
      '2025-13',
      'May be',
      'March 3 days',
      'Marching 3, 2025',
      'p99',
    ])
      it(`'${text}'`, () => assert.equal(said(text), ''));
  });

  it('take the first date of a text, the longest form where two start at the same place', () => {
    assert.equal(findDate('from 2025-07-25 to July 31, 2025', CONTEXT)?.text, '2025-07-25');
    assert.equal(findDate('July 31, 2025 or 2025-07-25', CONTEXT)?.text, 'July 31, 2025');
    assert.equal(findDate('2025-07-25', CONTEXT)?.format, 'year-month-day');
    assert.equal(findDate('on 2025-07-25T10:00 sharp', CONTEXT)?.text, '2025-07-25');
  });

  it('take a missing year from the document, say so, and write it', () => {
    assert.deepEqual(findDate('July 25', CONTEXT)?.read, {
      start: '2024-07-25',
      end: '2024-07-25',
      precision: 'day',
      approximate: true,
    });
    assert.equal(findDate('July 25', {}), undefined);
    assert.equal(writeDate('2025-03-02', findDate('Jul 25', CONTEXT)), 'Mar 2, 2025');
  });
});
