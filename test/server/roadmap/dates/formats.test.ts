import assert from 'node:assert/strict';
import {
  DATE_FORMATS,
  findDate,
  writeDate,
  type DateContext,
} from '../../../../server/src/roadmap/dates/formats.ts';

/** A Wednesday. The plan began on a Monday. */
const CONTEXT: DateContext = { reference: '2025-07-23', year: 2025, start: '2025-01-06' };

/** What a text says: `2025-07-25`, `2025-07-01..2025-07-31`, `? 2025-02-28 2025-03-02` for an impossible date. */
function said(text: string, context = CONTEXT): string {
  const found = findDate(text, context);
  if (!found) return '';
  assert.equal(text.slice(found.start, found.end), found.text, 'position');
  if ('candidates' in found.read) return ['?', ...found.read.candidates].join(' ');
  const { start, end, approximate, ambiguous } = found.read;
  const period = start === end ? start : `${start}..${end}`;
  return `${approximate ? '~' : ''}${ambiguous ? 'or ' : ''}${period}`;
}

/** The whole text is one date. */
function assertIs(text: string, period: string, context = CONTEXT): void {
  assert.equal(said(text, context), period);
  assert.equal(findDate(text, context)?.text, text, 'all of it');
}

const table = (rows: readonly (readonly [string, string])[], context = CONTEXT): void => {
  for (const [text, period] of rows) it(text, () => assertIs(text, period, context));
};

describe('date formats', () => {
  describe('each read their own example', () => {
    for (const { id, example } of DATE_FORMATS)
      it(`${id}: ${example}`, () => {
        const found = findDate(example, CONTEXT);
        assert.equal(found?.format, id);
        assert.equal(found.text, example);
        assert.ok('start' in found.read);
      });
  });

  describe('days, read and written in the same manner', () => {
    for (const [text, date, inMarch, inDecember] of [
      ['2025-07-25', '2025-07-25', '2025-03-02', '2025-12-22'],
      ['2025-7-5', '2025-07-05', '2025-3-2', '2025-12-22'],
      ['2025/07/25', '2025-07-25', '2025/03/02', '2025/12/22'],
      ['2025.07.25', '2025-07-25', '2025.03.02', '2025.12.22'],
      ['29/06/2025', '2025-06-29', '02/03/2025', '22/12/2025'],
      ['7/25/2025', '2025-07-25', '3/2/2025', '12/22/2025'],
      ['29-06-2025', '2025-06-29', '02-03-2025', '22-12-2025'],
      ['29.06.2025', '2025-06-29', '02.03.2025', '22.12.2025'],
      ['9.6.2025', '2025-06-09', '2.3.2025', '22.12.2025'],
      ['29. 6. 2025', '2025-06-29', '2. 3. 2025', '22. 12. 2025'],
      ['July 25, 2025', '2025-07-25', 'March 2, 2025', 'December 22, 2025'],
      ['July 25 2025', '2025-07-25', 'March 2 2025', 'December 22 2025'],
      ['Jul 25, 2025', '2025-07-25', 'Mar 2, 2025', 'Dec 22, 2025'],
      ['Jul. 05, 2025', '2025-07-05', 'Mar. 02, 2025', 'Dec. 22, 2025'],
      ['JUL 25, 2025', '2025-07-25', 'MAR 2, 2025', 'DEC 22, 2025'],
      ['jul 25th, 2025', '2025-07-25', 'mar 2nd, 2025', 'dec 22nd, 2025'],
      ['May 1st, 2025', '2025-05-01', 'March 2nd, 2025', 'December 22nd, 2025'],
      ['25 July 2025', '2025-07-25', '2 March 2025', '22 December 2025'],
      ['27 Feb 2021', '2021-02-27', '2 Mar 2025', '22 Dec 2025'],
      ['27-Feb-2021', '2021-02-27', '2-Mar-2025', '22-Dec-2025'],
      ['1st of March 2025', '2025-03-01', '2nd of March 2025', '22nd of December 2025'],
      ['15. Juli 2025', '2025-07-15', '2. März 2025', '22. Dezember 2025'],
      ['15. Mai 2025', '2025-05-15', '2. März 2025', '22. Dezember 2025'],
      ['1er août 2025', '2025-08-01', '2 mars 2025', '22 décembre 2025'],
      ['15 mai 2025', '2025-05-15', '2 mars 2025', '22 décembre 2025'],
      ['12 fevrier 2025', '2025-02-12', '2 mars 2025', '22 decembre 2025'],
      ['15 de julho de 2025', '2025-07-15', '2 de março de 2025', '22 de dezembro de 2025'],
      ['15 de julio de 2025', '2025-07-15', '2 de marzo de 2025', '22 de diciembre de 2025'],
      ['15 augusti 2025', '2025-08-15', '2 mars 2025', '22 december 2025'],
      ['5 июля 2025', '2025-07-05', '2 марта 2025', '22 декабря 2025'],
      ['5 сент. 2025', '2025-09-05', '2 марта. 2025', '22 дек. 2025'],
      ['5 липня 2025', '2025-07-05', '2 березня 2025', '22 грудня 2025'],
      ['2025年8月30日', '2025-08-30', '2025年3月2日', '2025年12月22日'],
      ['2025年08月30日', '2025-08-30', '2025年03月02日', '2025年12月22日'],
      ['2025년 8월 30일', '2025-08-30', '2025년 3월 2일', '2025년 12월 22일'],
    ] as const)
      it(text, () => {
        assertIs(text, date);
        const { format } = findDate(text, CONTEXT)!;
        assert.equal(writeDate('2025-03-02', { format, text }), inMarch);
        assert.equal(writeDate('2025-12-22', { format, text }), inDecember);
        assert.equal(writeDate(date, { format, text }), text, 'itself');
      });

    it('Sept 5, 2025', () => {
      assertIs('Sept 5, 2025', '2025-09-05');
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
      for (const sample of ['Q3 2025', 'July 2025', '2025年8月', 'H1 2026', '2025-08', 'Oct 20-26, 2025'])
        assert.equal(writeDate('2025-07-25', findDate(sample, {})), '2025-07-25', sample);
      for (const sample of ['next week', 'Week 3', 'end of July', 'Q1'])
        assert.equal(writeDate('2025-07-25', findDate(sample, CONTEXT)), '2025-07-25', sample);
    });
  });

  describe('months', () =>
    table([
      ['July 2025', '2025-07-01..2025-07-31'],
      ['Feb 2024', '2024-02-01..2024-02-29'],
      ['Dec, 2025', '2025-12-01..2025-12-31'],
      ['Juli 2025', '2025-07-01..2025-07-31'],
      ['Julho 2025', '2025-07-01..2025-07-31'],
      ['julio de 2025', '2025-07-01..2025-07-31'],
      ['Июль 2025', '2025-07-01..2025-07-31'],
      ['2025-07', '2025-07-01..2025-07-31'],
      ['07/2025', '2025-07-01..2025-07-31'],
      ['2025年8月', '2025-08-01..2025-08-31'],
      ['2025년 8월', '2025-08-01..2025-08-31'],
      ['July', '~2025-07-01..2025-07-31'],
      ['May', '~2025-05-01..2025-05-31'],
      ['8月', '~2025-08-01..2025-08-31'],
      ['July–August 2025', '2025-07-01..2025-08-31'],
      ['Juli/August 2025', '2025-07-01..2025-08-31'],
      ['Nov – Jan 2026', '2025-11-01..2026-01-31'],
      ['Janeiro - Março 2025', '2025-01-01..2025-03-31'],
      ['2025年7月-9月', '2025-07-01..2025-09-30'],
      ['2025-07 – 2025-09', '2025-07-01..2025-09-30'],
    ]));

  describe('quarters, halves and years', () =>
    table([
      ['Q1 2026', '2026-01-01..2026-03-31'],
      ['q2 2025', '2025-04-01..2025-06-30'],
      ['Q1/2026', '2026-01-01..2026-03-31'],
      ['2020-Q4', '2020-10-01..2020-12-31'],
      ['2026 Q1', '2026-01-01..2026-03-31'],
      ['1Q26', '2026-01-01..2026-03-31'],
      ["Q3'25", '2025-07-01..2025-09-30'],
      ['Q3 FY26', '2026-07-01..2026-09-30'],
      ['T3 2025', '2025-07-01..2025-09-30'],
      ['3. Quartal 2025', '2025-07-01..2025-09-30'],
      ['third quarter of 2025', '2025-07-01..2025-09-30'],
      ['3e trimestre 2025', '2025-07-01..2025-09-30'],
      ['3º trimestre de 2025', '2025-07-01..2025-09-30'],
      ['III кв. 2025', '2025-07-01..2025-09-30'],
      ['3 квартал 2025 г.', '2025-07-01..2025-09-30'],
      ['第3四半期', '~2025-07-01..2025-09-30'],
      ['2025年第三季度', '2025-07-01..2025-09-30'],
      ['3분기', '~2025-07-01..2025-09-30'],
      ['2025년 3분기', '2025-07-01..2025-09-30'],
      ['Q1', '~2025-01-01..2025-03-31'],
      ['Q1-Q2', '~2025-01-01..2025-06-30'],
      ['Q3–Q4 2025', '2025-07-01..2025-12-31'],
      ['Q3-Q4 2025', '2025-07-01..2025-12-31'],
      ['Q4–Q1 2026', '2025-10-01..2026-03-31'],
      ['Q4 2025 – Q1 2026', '2025-10-01..2026-03-31'],
      ['H1 2026', '2026-01-01..2026-06-30'],
      ['2026-H2', '2026-07-01..2026-12-31'],
      ['1H26', '2026-01-01..2026-06-30'],
      ['H2', '~2025-07-01..2025-12-31'],
      ['S2 2025', '2025-07-01..2025-12-31'],
      ['second half of 2025', '2025-07-01..2025-12-31'],
      ['1. Halbjahr 2025', '2025-01-01..2025-06-30'],
      ['2025年上半年', '2025-01-01..2025-06-30'],
      ['2025 下半年', '2025-07-01..2025-12-31'],
      ['2025年下半期', '2025-07-01..2025-12-31'],
      ['2025년 하반기', '2025-07-01..2025-12-31'],
      ['2026', '2026-01-01..2026-12-31'],
      ['2026+', '2026-01-01..2026-12-31'],
      ['FY26', '2026-01-01..2026-12-31'],
      ['2026–2027', '2026-01-01..2027-12-31'],
    ]));

  describe('thirds', () =>
    table([
      ['early July 2025', '2025-07-01..2025-07-10'],
      ['mid-July 2025', '2025-07-11..2025-07-20'],
      ['late July 2025', '2025-07-21..2025-07-31'],
      ['mid Q3 2025', '2025-08-01..2025-08-31'],
      ['late H1 2026', '2026-05-01..2026-06-30'],
      ['early 2026', '2026-01-01..2026-04-30'],
      ['end of July', '~2025-07-21..2025-07-31'],
      ['end of Q3', '~2025-09-01..2025-09-30'],
      ['Anfang Juli 2025', '2025-07-01..2025-07-10'],
      ['Mitte 2025', '2025-05-01..2025-08-31'],
      ['Ende 2025', '2025-09-01..2025-12-31'],
      ['début juillet 2025', '2025-07-01..2025-07-10'],
      ['mi-juillet 2025', '2025-07-11..2025-07-20'],
      ['fin 2025', '2025-09-01..2025-12-31'],
      ['principios de julio de 2025', '2025-07-01..2025-07-10'],
      ['mediados de 2025', '2025-05-01..2025-08-31'],
      ['finales de 2025', '2025-09-01..2025-12-31'],
      ['início de julho de 2025', '2025-07-01..2025-07-10'],
      ['meados de 2025', '2025-05-01..2025-08-31'],
      ['fim de 2025', '2025-09-01..2025-12-31'],
      ['начало июля 2025', '2025-07-01..2025-07-10'],
      ['середина 2025 года', '2025-05-01..2025-08-31'],
      ['конец 2025', '2025-09-01..2025-12-31'],
      ['8月初', '~2025-08-01..2025-08-10'],
      ['2025年8月中旬', '2025-08-11..2025-08-20'],
      ['2025年末', '2025-09-01..2025-12-31'],
      ['2025년 8월 초', '2025-08-01..2025-08-10'],
      ['2025년 8월 중순', '2025-08-11..2025-08-20'],
      ['2025년 말', '2025-09-01..2025-12-31'],
    ]));

  describe('ranges', () =>
    table([
      ['2025-10-20 ~ 2026-04-20', '2025-10-20..2026-04-20'],
      ['12/31/2025 - 1/15/2026', '2025-12-31..2026-01-15'],
      ['Dec 7-8, 2025', '2025-12-07..2025-12-08'],
      ['Oct 20-26', '~2025-10-20..2025-10-26'],
      ['Dec 29 – Jan 5', '~2025-12-29..2026-01-05'],
      ['Dec 29 – Jan 5, 2026', '2025-12-29..2026-01-05'],
      ['Oct 20 – Nov 2, 2025', '2025-10-20..2025-11-02'],
      ['20–26 October 2025', '2025-10-20..2025-10-26'],
      ['29 Dec – 5 Jan 2026', '2025-12-29..2026-01-05'],
      ['20.–26. Oktober 2025', '2025-10-20..2025-10-26'],
      ['20.–26.10.2025', '2025-10-20..2025-10-26'],
      ['28.10. – 2.11.2025', '2025-10-28..2025-11-02'],
      ['20 au 26 octobre 2025', '2025-10-20..2025-10-26'],
      ['20 al 26 de octubre de 2025', '2025-10-20..2025-10-26'],
      ['2025年8月1日～8月10日', '2025-08-01..2025-08-10'],
      ['8月30日', '~2025-08-30'],
      ['8월 30일', '~2025-08-30'],
    ]));

  describe('weeks of the calendar', () =>
    table([
      ['2025-W32', '2025-08-04..2025-08-10'],
      ['2026-W53', '2026-12-28..2027-01-03'],
      ['KW 32', '~2025-08-04..2025-08-10'],
      ['KW 32-34', '~2025-08-04..2025-08-24'],
      ['KW 32/2025', '2025-08-04..2025-08-10'],
      ['CW32', '~2025-08-04..2025-08-10'],
      ['v. 32', '~2025-08-04..2025-08-10'],
      ['vecka 32', '~2025-08-04..2025-08-10'],
      ['Week 32, 2025', '2025-08-04..2025-08-10'],
      ['2025年第32周', '2025-08-04..2025-08-10'],
    ]));

  describe("told from the plan's first day", () => {
    const rows = [
      ['Week 3', '2025-01-20..2025-01-26'],
      ['Weeks 3-4', '2025-01-20..2025-02-02'],
      ['Day 5', '2025-01-10'],
      ['Month 2', '2025-02-06..2025-03-05'],
      ['Woche 3', '2025-01-20..2025-01-26'],
      ['Semaine 3', '2025-01-20..2025-01-26'],
      ['Semana 3', '2025-01-20..2025-01-26'],
      ['Неделя 3', '2025-01-20..2025-01-26'],
      ['第3周', '2025-01-20..2025-01-26'],
      ['第一周', '2025-01-06..2025-01-12'],
      ['3週目', '2025-01-20..2025-01-26'],
      ['3주차', '2025-01-20..2025-01-26'],
      ['J+2', '2025-01-08'],
      ['J+2 à J+3', '2025-01-08..2025-01-09'],
      ['D+7', '2025-01-13'],
      ['T+3 days', '2025-01-09'],
    ] as const;
    table(rows);

    it('are no dates without one', () => {
      for (const [text] of rows) assert.equal(said(text, { ...CONTEXT, start: undefined }), '', text);
    });

    it('are no dates where the plan numbers them more than once', () => {
      const context = { ...CONTEXT, renumbered: ['day'] as const };
      assert.equal(said('Day 5', context), '');
      assert.equal(said('Week 3', context), '2025-01-20..2025-01-26');
    });

    it('give way to a date that stands for itself', () =>
      assert.equal(said('Week 1 (Oct 20-26)'), '~2025-10-20..2025-10-26'));
  });

  describe("told from the document's own date", () => {
    const rows = [
      ['today', '2025-07-23'],
      ['tomorrow', '2025-07-24'],
      ['this week', '2025-07-21..2025-07-27'],
      ['next week', '2025-07-28..2025-08-03'],
      ['this month', '2025-07-01..2025-07-31'],
      ['next month', '2025-08-01..2025-08-31'],
      ['next quarter', '2025-10-01..2025-12-31'],
      ['this year', '2025-01-01..2025-12-31'],
      ['next year', '2026-01-01..2026-12-31'],
      ['end of the month', '2025-07-21..2025-07-31'],
      ['end of year', '2025-09-01..2025-12-31'],
      ['EOW', '2025-07-25..2025-07-27'],
      ['heute', '2025-07-23'],
      ['nächste Woche', '2025-07-28..2025-08-03'],
      ['nächsten Monat', '2025-08-01..2025-08-31'],
      ['Ende des Monats', '2025-07-21..2025-07-31'],
      ["aujourd'hui", '2025-07-23'],
      ['cette semaine', '2025-07-21..2025-07-27'],
      ['la semaine prochaine', '2025-07-28..2025-08-03'],
      ["fin d'année", '2025-09-01..2025-12-31'],
      ['esta semana', '2025-07-21..2025-07-27'],
      ['la próxima semana', '2025-07-28..2025-08-03'],
      ['el mes que viene', '2025-08-01..2025-08-31'],
      ['semana que vem', '2025-07-28..2025-08-03'],
      ['próximo mês', '2025-08-01..2025-08-31'],
      ['fim do mês', '2025-07-21..2025-07-31'],
      ['i morgon', '2025-07-24'],
      ['nästa vecka', '2025-07-28..2025-08-03'],
      ['den här veckan', '2025-07-21..2025-07-27'],
      ['сегодня', '2025-07-23'],
      ['на следующей неделе', '2025-07-28..2025-08-03'],
      ['в этом месяце', '2025-07-01..2025-07-31'],
      ['наступного тижня', '2025-07-28..2025-08-03'],
      ['цього місяця', '2025-07-01..2025-07-31'],
      ['本周', '2025-07-21..2025-07-27'],
      ['下周', '2025-07-28..2025-08-03'],
      ['下个月', '2025-08-01..2025-08-31'],
      ['月底', '2025-07-21..2025-07-31'],
      ['今週', '2025-07-21..2025-07-27'],
      ['来月', '2025-08-01..2025-08-31'],
      ['今月末', '2025-07-21..2025-07-31'],
      ['이번 주', '2025-07-21..2025-07-27'],
      ['다음 주', '2025-07-28..2025-08-03'],
      ['내년', '2026-01-01..2026-12-31'],
    ] as const;
    table(rows);

    it('are no dates without one', () => {
      for (const [text] of rows) assert.equal(said(text, { year: 2025 }), '', text);
    });
  });

  describe('with numbers in either order', () => {
    for (const [text, dayFirst, expected] of [
      ['03/04/2025', true, '2025-04-03'],
      ['03/04/2025', false, '2025-03-04'],
      ['03/04/2025', undefined, 'or 2025-03-04..2025-04-03'],
      ['3-4-2025', undefined, 'or 2025-03-04..2025-04-03'],
      ['05/05/2025', undefined, '2025-05-05'],
      ['29/06/2025', undefined, '2025-06-29'],
      ['29/06/2025', false, '2025-06-29'],
      ['7/25/2025', true, '2025-07-25'],
      ['30/02/2025', undefined, '? 2025-02-28 2025-03-02'],
      ['31/04/2025', true, '? 2025-04-30 2025-05-01'],
      ['2/30/2025', false, '? 2025-02-28 2025-03-02'],
      ['31/31/2025', undefined, ''],
    ] as const)
      it(`${text}, ${dayFirst === undefined ? 'unknown' : dayFirst ? 'the day' : 'the month'} first`, () =>
        assert.equal(said(text, { dayFirst }), expected));

    it('tell both days where nobody knows which is meant', () => {
      assert.deepEqual(findDate('03/04/2025', {})?.read, {
        start: '2025-03-04',
        end: '2025-04-03',
        precision: 'day',
        ambiguous: ['2025-03-04', '2025-04-03'],
      });
      assert.equal(writeDate('2025-07-25', findDate('03/04/2025', {})), '2025-07-25');
    });

    it('are written in the order of the document', () => {
      assert.equal(writeDate('2025-02-01', findDate('03/04/2025', { dayFirst: true })), '01/02/2025');
      assert.equal(writeDate('2025-02-01', findDate('03/04/2025', { dayFirst: false })), '02/01/2025');
    });
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
      ['31.04.2026', '? 2026-04-30 2026-05-01'],
      ['Feb 30, 2025', '? 2025-02-28 2025-03-02'],
      ['31 June 2025', '? 2025-06-30 2025-07-01'],
      ['Feb 30', '? 2025-02-28 2025-03-02'],
    ] as const)
      it(text, () => assert.equal(said(text), candidates));
  });

  describe('texts that are no dates', () => {
    for (const text of [
      '',
      '1.18',
      '2.0.1',
      '24/7',
      '1/2',
      '10:30',
      'SHA-256',
      '192.168.1.1',
      '+49 170 1234567',
      '#2025',
      'v2025.1.2',
      'v2025-07-01',
      '12025-07-25',
      '2025-07-255',
      '10.20.2025.1',
      'us-2025-07-25',
      'report-2025-07-01.md',
      '2025-07-01-report.md',
      '2025-07-01_notes',
      'build_2025-07-01',
      'roadmap-july-2025.md',
      'roadmap/2025-07',
      '2025-00-10',
      '2025-99-99',
      'Q5 2025',
      'Q2 10',
      'Q1: why?',
      'H2 database',
      'H3 2025',
      'T3',
      '1h15',
      '2025-13',
      '2025-W54',
      'KW 60',
      'May be',
      'may',
      'march',
      'Mars',
      'March 3 days',
      'Marching 3, 2025',
      'may 5 users',
      'p99',
      'ASAP',
      'TBD',
      'soon',
      '2026 users',
      'next week’s sprint',
      'what we have today works',
      'Week 0',
      '2-3 weeks',
      '本周目标很多',
    ])
      it(`'${text}'`, () => assert.equal(said(text), ''));
  });

  describe('of another kind, written in the manner of an example', () => {
    const quarter = findDate('Q4 2026', {})!.read;
    assert.ok('start' in quarter);
    for (const [like, written] of [
      ['Q1 2026', 'Q4 2026'],
      ['2020-Q1', '2026-Q4'],
      ['1Q26', '4Q26'],
      ["Q3'25", "Q4'26"],
      ['III кв. 2025', 'IV кв. 2026'],
      ['2025年第三季度', '2026年第四季度'],
      ['third quarter of 2025', 'fourth quarter of 2026'],
      ['2025년 3분기', '2026년 4분기'],
      ['Q1', 'Q4 2026'],
      ['第3四半期', '2026年第4四半期'],
      ['July 2025', '2026-Q4'],
      ['2025-07-25', '2026-Q4'],
    ] as const)
      it(like, () => assert.equal(writeDate(quarter, findDate(like, CONTEXT)), written));
  });

  it('take the first date of a text, the longest form where two start at the same place', () => {
    assert.equal(findDate('from 2025-07-25 to July 31, 2025', CONTEXT)?.text, '2025-07-25');
    assert.equal(findDate('July 31, 2025 or 2025-07-25', CONTEXT)?.text, 'July 31, 2025');
    assert.equal(findDate('2025-07-25', CONTEXT)?.format, 'year-month-day');
    assert.equal(findDate('on 2025-07-25T10:00 sharp', CONTEXT)?.text, '2025-07-25');
    assert.equal(findDate('2025-07-24T10:00Z', CONTEXT)?.text, '2025-07-24');
    assert.equal(findDate('2026-02-14 20:52', CONTEXT)?.text, '2026-02-14');
  });

  it('take a missing year from the document, say so, and write it', () => {
    const context = { reference: '2024-12-01' };
    assert.deepEqual(findDate('July 25', context)?.read, {
      start: '2024-07-25',
      end: '2024-07-25',
      precision: 'day',
      approximate: true,
    });
    assert.equal(findDate('July 25', {}), undefined);
    assert.equal(writeDate('2025-03-02', findDate('Jul 25', context)), 'Mar 2, 2025');
    assert.equal(writeDate('2024-07-25', findDate('Jul 25', context)), 'Jul 25', 'the same day');
    assert.equal(said('July 25', { year: 2023, reference: '2024-12-01' }), '~2023-07-25');
  });
});
