import assert from 'node:assert/strict';
import { linesOf, maskMarkup } from '../../../../server/src/roadmap/markdown/mask.ts';
import { parseMarkdown } from '../../../../server/src/roadmap/markdown/parse.ts';
import { defaultLabel, NOTATIONS, readLine } from '../../../../server/src/roadmap/notations/index.ts';
import { read } from '../read.ts';
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
      [
        'New photos (owner: @lea, priority: high) - *Due: 2025-07-30*',
        { owners: '@lea', priority: 'P1', due: '2025-07-30' },
      ],
      ['Owner: SRE | Participants: everybody', { owners: 'SRE' }],
      ['Owner: SRE, Participants: everybody', { owners: 'SRE' }],
      ['Ship it owner:@a due:2025-08-05 and more', { owners: '@a', due: '2025-08-05' }],
      ['负责人：张三，优先级：高', { owners: '张三', priority: 'P1' }],
      ['上线（负责人：张三；截止日期：2025年8月1日）', { owners: '张三', due: '2025-08-01' }],
      ['Owner: Ann Due: 2025-08-05', { owners: 'Ann', due: '2025-08-05' }],
      [
        'Owner: Ann Lee Due: 2025-08-05 Priority: High Status: in progress',
        { owners: 'Ann Lee', due: '2025-08-05', priority: 'P1', status: 'in-progress' },
      ],
      ['Owner: ____ Due: 2025-08-05', { owners: '', due: '2025-08-05' }],
    ]));

  describe('spaces that do not break', () =>
    lines([
      ['Owner:\u00a0@a', { owners: '@a' }],
      ['Owner\u00a0:\u00a0@a\u00a0Due:\u00a02025-08-05', { owners: '@a', due: '2025-08-05' }],
      ['**Due\u00a0date:**\u00a0August\u00a05,\u00a02025', { due: '2025-08-05' }],
      ['Échéance\u00a0: 5\u00a0août\u00a02025', { due: '2025-08-05' }],
      ['Ship it\u00a0- Effort: 3\u00a0days', { effort: '24-24 h' }],
      ['Ship it –\u00a0DONE', { status: 'done' }],
      ['Ship it 📅\u00a02025-08-05', { due: '2025-08-05' }],
    ]));

  describe('emoji with and without U+FE0F', () => {
    for (const [text, fields] of [
      ['Ship it 🗓? 2025-08-05', { due: '2025-08-05' }],
      ['Ship it 🛫? 2025-08-05', { start: '2025-08-05' }],
      ['Ship it ✅? 2025-08-05', { completed: '2025-08-05' }],
      ['Ship it ⏱? 3 days', { effort: '24-24 h' }],
      ['Ship it ⏫?', { priority: 'P1' }],
      ['Ship it 🔴? **URGENT**', { priority: 'P0' }],
      ['Ship it ✔?', { status: 'done' }],
      ['Ship it ✔? DONE', { status: 'done' }],
      ['Status: ⚠?', { status: 'in-progress' }],
      ['Status: ⏸? paused', { status: 'deferred' }],
      ['⚙? Owner: @a', { owners: '@a' }],
    ] as const)
      lines([
        [text.replace('?', ''), fields],
        [text.replace('?', '\ufe0f'), fields],
      ]);
  });

  describe('comments', () => {
    for (const [line, fields] of [
      ['Ship it <!-- owner: @ann -->', { owners: '@ann' }],
      ['Ship it <!--Owner: @ann-->', { owners: '@ann' }],
      ['Ship it <!-- 负责人：张三 -->', { owners: '张三' }],
      ['Ship it <!-- due:2025-08-05 --> now', { due: '2025-08-05' }],
      ['Ship it <!-- owner: @ann, due: 2025-08-05 -->', { owners: '@ann', due: '2025-08-05' }],
      ['Ship it <!-- owner: @ann | due: 2025-08-05 -->', { owners: '@ann', due: '2025-08-05' }],
      ['Ship it <!-- owner: @ann --> <!-- due: 2025-08-05 -->', { owners: '@ann', due: '2025-08-05' }],
      ['Ship it - Owner: Ann <!-- due: 2025-08-05 -->', { owners: 'Ann', due: '2025-08-05' }],
      ['Ship it (done) <!-- see the log -->', { status: 'done' }],
      ['Ship it ~2h <!-- owner: @ann -->', { effort: '2-2 h', owners: '@ann' }],
      ['Ship it <!-- note: 📅 2025-08-05 ⏫ (done) -->', {}],
      ['Ship it <!-- (owner: @ann) -->', {}],
      ['Ship it <!-- @ann -->', {}],
      ['Ship it <!-- TODO: say how -->', {}],
      ['Ship it <!-- owner: -->', {}],
    ] as const)
      it(line, () => {
        const [item] = read(`- [ ] ${line}`).items;
        assert.match(item?.title ?? '', /^Ship it(?: now)?$/u);
        const text = linesOf(maskMarkup(`${line}\n`, [parseMarkdown(line).root]), {
          start: 0,
          end: line.length,
        });
        assert.deepEqual(said(text[0]?.text ?? ''), fields);
        assert.deepEqual(Object.keys(item?.fields ?? {}).sort(), Object.keys(fields).sort());
      });
  });

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
