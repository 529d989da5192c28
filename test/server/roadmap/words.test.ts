import assert from 'node:assert/strict';
import { isDetailHeading, isDetailLabel, kindOfTitle } from '../../../server/src/roadmap/words.ts';

describe('words of headings', () => {
  for (const [kind, titles] of [
    [
      'work',
      [
        'Backlog',
        'TODO/Fix Items',
        'Next Steps',
        'Optional Additions',
        'Planned features',
        'Production Readiness Review items:',
        'Short-term',
        'In progress',
        'Aufgaben',
        'À faire',
        'Próximos pasos',
        'Att göra',
        'Задачи',
        'Завдання',
        '下一步计划',
        '今後の予定',
        '할 일',
      ],
    ],
    [
      'done',
      [
        'Done',
        '✅ Completed Improvements (Last 30 Days)',
        'Shipped in May',
        'Erledigt',
        'Hecho',
        'Готово',
        '已完成',
        '完了',
      ],
    ],
    [
      'other',
      [
        'Considerations',
        'Notes',
        'Metrics Dashboard',
        'Review Schedule',
        'Risk Register',
        'Success criteria',
        'ROI Tracking',
        'How to contribute',
        'Risiken',
        'Contexte',
        'Метрики',
        '风险',
        '背景',
      ],
    ],
    [
      'neutral',
      ['Authentication & Access Control', 'Phase 1', 'Workers', 'Undone', 'Notebook', '🔴 Priority 1', ''],
    ],
  ] as const)
    describe(kind, () => {
      for (const title of titles) it(`'${title}'`, () => assert.equal(kindOfTitle(title), kind));
    });

  it('leave out what stands in brackets at the end', () =>
    assert.equal(kindOfTitle('Security (see notes)'), 'neutral'));
});

describe('labels of details', () => {
  for (const label of ['Tools', 'Acceptance criteria', 'depends on', ' Risk ', 'Pipeline Stages'])
    it(`'${label}'`, () => assert.ok(isDetailLabel(label)));
  for (const label of ['Terraform Modules', 'Security', 'Tooling', ''])
    it(`not '${label}'`, () => assert.ok(!isDetailLabel(label)));

  for (const [title, is] of [
    ['Objective : Multi-Cloud.', true],
    ['Goal: faster builds', true],
    ['Objective', false],
    ['Phase 1: Security', false],
    ['Objective:', false],
  ] as const)
    it(`'${title}' is ${is ? 'a' : 'no'} heading of a detail`, () =>
      assert.equal(isDetailHeading(title), is));
});
