import assert from 'node:assert/strict';
import { linesOf } from '../../../../server/src/roadmap/markdown/mask.ts';
import { defaultLabel, NOTATIONS, readLine } from '../../../../server/src/roadmap/notations/index.ts';
import { lines, said } from './said.ts';
import { SAMPLES } from './samples.ts';

describe('fields', () => {
  for (const { field, labels, signs = [] } of NOTATIONS)
    describe(field, () => {
      const [value, meant] = SAMPLES[field];
      for (const [language, words] of Object.entries(labels))
        for (const label of words)
          it(`${language}: ${label}`, () => {
            for (const text of [
              `${label}: ${value}`,
              `**${label}:** ${value}`,
              `**${label}**: ${value}`,
              `${label}：${value}`,
              `${label.toUpperCase()} : ${value}`,
              `Ship the gateway (${label}: ${value})`,
            ])
              assert.deepEqual(said(text), { [field]: meant }, text);
          });

      for (const { id, example } of signs)
        it(`${id}: ${example}`, () => {
          const [line] = linesOf(example, { start: 0, end: example.length });
          const found = line && readLine(line, {}, 'inline').fields.find((one) => one.field === field);
          assert.equal(found?.stated.notation, id);
          assert.equal(found.stated.labelled, false);
        });
    });
});

describe('notations in a line', () => {
  describe('marks around label and value', () =>
    lines([
      ['**Owner:** @a', { owners: '@a' }],
      ['**Owner**: @a', { owners: '@a' }],
      ['__Owner:__ @a', { owners: '@a' }],
      ['*Owner: @a*', { owners: '@a' }],
      ['_Owner: @a_', { owners: '@a' }],
      ['_(Assignee: Ann)_', { owners: 'Ann' }],
      ['**Owner: @a**', { owners: '@a' }],
      ['***Owner:*** @a', { owners: '@a' }],
      ['Owner：@a', { owners: '@a' }],
      ['Owner : @a', { owners: '@a' }],
      ['Owner\u00a0: @a', { owners: '@a' }],
      ['owner:: @a', { owners: '@a' }],
      ['👤 Owner: @a', { owners: '@a' }],
      ['👤 **Owner:** @a', { owners: '@a' }],
      ['- Owner: @a', { owners: '@a' }],
      ['> **Owner:** @a', { owners: '@a' }],
    ]));

  describe('several in a line', () =>
    lines([
      ['Owner: SRE | Due: 2025-08-01', { owners: 'SRE', due: '2025-08-01' }],
      [
        '**Owner:** SRE | **Due:** 2025-08-01 | **Priority:** High',
        { owners: 'SRE', due: '2025-08-01', priority: 'P1' },
      ],
      ['*Owner: Dev Team* - *Due: 2025-02-01*', { owners: 'Dev Team', due: '2025-02-01' }],
      ['Owner: @a, @b, Due: 2025-08-01', { owners: '@a + @b', due: '2025-08-01' }],
      ['Owner: @a; Due: 2025-08-01', { owners: '@a', due: '2025-08-01' }],
      ['Owner: @a · Effort: 3d · Status: done', { owners: '@a', effort: '24-24 h', status: 'done' }],
      ['New photos (due: 2025-07-30, owner: @lea)', { due: '2025-07-30', owners: '@lea' }],
      ['Owner: SRE | Participants: everybody', { owners: 'SRE' }],
      ['Owner: SRE, Participants: everybody', { owners: 'SRE' }],
      ['Ship it owner:@a due:2025-08-05 and more', { owners: '@a', due: '2025-08-05' }],
      ['负责人：张三，优先级：高', { owners: '张三', priority: 'P1' }],
    ]));

  describe('labels that two fields share', () =>
    lines([
      ['ETA: 5 minutes', { effort: `${5 / 60}-${5 / 60} h` }],
      ['ETA: Q3 2025', { due: '2025-07-01..2025-09-30' }],
      ['ETA: soon', {}],
    ]));

  it('tell where value and field stand, and how they are placed', () => {
    const text = '  Ship it - *Due: 2025-07-25*  ';
    const [line] = linesOf(text, { start: 0, end: text.length });
    assert.ok(line);
    const [found] = readLine(line, {}, 'inline').fields;
    assert.deepEqual(found, {
      field: 'due',
      stated: {
        value: { start: '2025-07-25', end: '2025-07-25', precision: 'day' },
        text: '2025-07-25',
        span: { start: text.indexOf('2025'), end: text.indexOf('*  ') },
        whole: { start: text.indexOf(' - *'), end: text.length - 2 },
        placement: 'inline',
        labelled: true,
        notation: 'emphasised',
        format: 'year-month-day',
      },
    });
  });

  for (const [field, label] of [
    ['owners', 'Owner'],
    ['due', 'Due'],
    ['completed', 'Completed'],
    ['priority', 'Priority'],
  ] as const)
    it(`call ${field} "${label}" by default`, () => assert.equal(defaultLabel(field), label));
});
