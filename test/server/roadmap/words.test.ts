import assert from 'node:assert/strict';
import {
  columnOf,
  isBareBucket,
  isBucketTitle,
  isDetailHeading,
  isDetailLabel,
  isMeasureColumn,
  isWorkSchedule,
  kindOfTitle,
  liesAhead,
  namesGoals,
} from '../../../server/src/roadmap/words.ts';

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
        'Near-term',
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

  describe('in every language', () => {
    for (const [language, other, done, work] of [
      ['en', 'Background', 'Completed', 'Upcoming'],
      ['de', 'Hintergrund', 'Abgeschlossen', 'Geplant'],
      ['fr', 'Contexte', 'Terminées', 'À faire'],
      ['es', 'Riesgos', 'Completadas', 'Tareas pendientes'],
      ['pt', 'Riscos', 'Concluído', 'A fazer'],
      ['sv', 'Bakgrund', 'Klart', 'Att göra'],
      ['ru', 'Риски', 'Выполненные', 'Следующие шаги'],
      ['uk', 'Ризики', 'Виконано', 'Далі'],
      ['zh', '背景', '已完成', '待办'],
      ['ja', '背景', '完了', 'やること'],
      ['ko', '배경', '완료', '할 일'],
      ['tr', 'Riskler', 'Tamamlanan', 'Yapılacaklar'],
    ] as const)
      it(language, () => assert.deepEqual([other, done, work].map(kindOfTitle), ['other', 'done', 'work']));
  });

  describe('in scripts without spaces count at either end, where they say what else stands there', () => {
    for (const [title, kind] of [
      ['風險', 'neutral'],
      ['风险管理', 'other'],
      ['数据风险', 'other'],
      ['🔴 风险', 'other'],
      ['项目风险（2025）', 'other'],
      ['数据风险管理', 'neutral'],
      ['概要設計', 'other'],
      ['新概要設計', 'neutral'],
      ['成功指標＆価値観', 'other'],
      ['開発・リスク', 'other'],
      ['위험 관리', 'other'],
      // What is done or to do counts anywhere.
      ['第一已完成部分', 'done'],
      ['新計画表', 'work'],
    ] as const)
      it(`'${title}': ${kind}`, () => assert.equal(kindOfTitle(title), kind));
  });

  describe('of what lies ahead are work', () => {
    for (const [title, kind] of [
      ['Future considerations', 'work'],
      ['🔮 Future Architecture', 'work'],
      ['Upcoming risks', 'work'],
      ['Remaining risks', 'work'],
      ['Next review', 'other'],
      ['Next update', 'work'],
      ['The future considerations', 'other'],
      ['Considerations', 'other'],
    ] as const)
      it(`'${title}': ${kind}`, () => assert.equal(kindOfTitle(title), kind));
  });

  describe('weigh most at the end', () => {
    for (const [title, kind] of [
      ['Risk review', 'other'],
      ['Review items', 'work'],
      ['Process improvements', 'work'],
      ['Architecture tasks 🏗️', 'work'],
      ['Completed tasks', 'done'],
      ['Completed review', 'other'],
      ['Features overview', 'other'],
      ['Validation steps', 'other'],
      ['Communication plan', 'other'],
      ['Rollback plan', 'other'],
      ['Why this will work', 'other'],
      ['Request a feature', 'other'],
      ['How we get there', 'neutral'],
      ['Test results', 'other'],
      ['Documentation updates needed', 'work'],
      ['What needs to be added', 'work'],
      ['Execution log', 'other'],
      ['Release checklist', 'other'],
      ['Testing process', 'other'],
      ['Phase 6: Testing and validation', 'neutral'],
      ['Phase 2: Improvements', 'work'],
      ['Sprint 3 – Done', 'done'],
    ] as const)
      it(`'${title}': ${kind}`, () => assert.equal(kindOfTitle(title), kind));
  });

  describe('count at the head of the title, where they may as well name what is built', () => {
    for (const [title, kind] of [
      ['Validation', 'other'],
      ['Testing & validation', 'other'],
      ['Validation webhook', 'neutral'],
      ['Metrics dashboard', 'other'],
      ['Reporting dashboard', 'neutral'],
      ['Vision for 2030', 'other'],
      ['Computer vision', 'other'],
      ['Computer vision service', 'neutral'],
      ['Key', 'other'],
      ['Secret key rotation', 'neutral'],
      ['Hardcoded secret key', 'neutral'],
    ] as const)
      it(`'${title}': ${kind}`, () => assert.equal(kindOfTitle(title), kind));
  });

  describe('count before what says of what, for whom or when', () => {
    for (const [title, kind] of [
      ['Quick wins for immediate impact', 'work'],
      ['Quick wins pour un impact immédiat', 'work'],
      ['Guidance for tackling items', 'other'],
      ['Correctness fixes discovered during validation', 'work'],
      ['Suggested order when dependencies permit', 'work'],
      ['Path to production', 'neutral'],
      ['For future maintainers', 'neutral'],
    ] as const)
      it(`'${title}': ${kind}`, () => assert.equal(kindOfTitle(title), kind));
  });

  it('tell goals from what is done for them', () => {
    assert.ok(namesGoals('Year 2 goals') && namesGoals('🎯 Next sprint targets'));
    assert.ok(!namesGoals('Goal tracking'));
    assert.ok(liesAhead('What remains') && !liesAhead('Next sprint goals') && !liesAhead('Critical path'));
  });

  it('tell a schedule of work from one of meetings', () => {
    assert.ok(isWorkSchedule('Prototyping schedule'));
    assert.ok(!isWorkSchedule('Review schedule') && !isWorkSchedule('Estimated timeline'));
  });

  it('leave out what stands in brackets at the end', () =>
    assert.equal(kindOfTitle('Security (see notes)'), 'neutral'));
});

describe('labels of details', () => {
  for (const label of ['Tools', 'Acceptance criteria', 'depends on', ' Risk ', 'Pipeline Stages'])
    it(`'${label}'`, () => assert.ok(isDetailLabel(label)));
  for (const [language, ...labels] of [
    ['de', 'Ziel', 'Aufwand', 'Dateien', 'Verantwortlich'],
    ['fr', 'Objectif', 'Fichiers', 'Problème', 'Livrables'],
    ['es', 'Objetivo', 'Descripción', 'Archivos', 'Causa'],
    ['pt', 'Objetivos', 'Descrição', 'Solução', 'Responsável'],
    ['sv', 'Mål', 'Beskrivning', 'Lösning', 'Estimat'],
    ['ru', 'Цель', 'Файлы', 'Срок', 'Почему'],
    ['uk', 'Мета', 'Опис', 'Рішення', 'Термін'],
    ['zh', '目标', '解决方案', '文件', '现状快照'],
    ['ja', '目的', '解決策', 'ファイル', '現在のコード'],
    ['ko', '목표', '설명', '해결', '상태'],
  ] as const)
    it(`in ${language}: ${labels.join(', ')}`, () =>
      assert.deepEqual(
        labels.filter((label) => !isDetailLabel(label)),
        [],
      ));
  for (const label of ['Terraform Modules', 'The goal', 'Goal of all', '新目标', 'Security', 'Tooling', ''])
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

describe('headings that group', () => {
  for (const [title, groups, bare] of [
    ['Phase 2', true, true],
    ['Phase 2: Beds', true, false],
    ['🚀 v1.4', true, true],
    ['v1.4 (2025-08-01)', true, true],
    ['v1.4 – Beds', true, false],
    ['2025', true, true],
    ['Q3 2025', true, true],
    ['H1', true, true],
    ['P0: Critical', true, false],
    ['Sprint 12', true, true],
    ['Woche 3', true, true],
    ['Étape 1', true, true],
    ['Semana 2', true, true],
    ['Vecka 4', true, true],
    ['Этап 2', true, true],
    ['Тиждень 1', true, true],
    ['第一阶段', true, true],
    ['フェーズ1', true, true],
    ['Priority: High', true, false],
    ['The last phase', false, false],
    ['Beds', false, false],
  ] as const)
    it(`'${title}'`, () =>
      assert.deepEqual([isBucketTitle(title), isBucketTitle(title) && isBareBucket(title)], [groups, bare]));
});

describe('headers of columns', () => {
  for (const [column, headers] of [
    ['id', ['#', 'ID', 'Task ID', 'Ref', 'No', '№']],
    [
      'owners',
      [
        'Owner(s)',
        'Assigned to',
        'Zuständig',
        'Responsable',
        'Ansvarig',
        'Исполнитель',
        '负责人',
        '担当者',
        '담당',
      ],
    ],
    ['status', ['Status', '**State**', 'Statut', 'Estado', 'Läge', 'Состояние', '状态', '進捗', '상태']],
    ['priority', ['Priority', 'Priorität', 'Prioridad', 'Приоритет', '优先级', '優先度', '우선순위']],
    ['completed', ['Completed', 'Completion date', 'Erledigt am', '完成日期', '完了日']],
    ['effort', ['Effort', 'Est. Hours', 'Aufwand', 'Durée', 'Esfuerzo', 'Срок выполнения', '工期', '工数']],
    [
      'due',
      [
        'Due',
        'Target date',
        'Deadline',
        'Wann',
        'Échéance',
        'Fecha',
        'Prazo',
        'När',
        'Срок',
        '截止日期',
        '期限',
        '기한',
        'Tarih',
      ],
    ],
    [
      'title',
      [
        'Task',
        'Feature',
        'Maßnahme',
        'Tâche',
        'Acción',
        'Ação',
        'Åtgärd',
        'Задача',
        'Завдання',
        'Görev',
        '任务',
        '機能',
        '작업',
      ],
    ],
    [undefined, ['Colour', 'Tasking', 'Besitzerin', '']],
  ] as const)
    describe(column ?? 'of nothing', () => {
      for (const header of headers) it(`'${header}'`, () => assert.equal(columnOf(header), column));
    });

  for (const [header, measures] of [
    ['Metric', true],
    ['Current value', true],
    ['Wahrscheinlichkeit', true],
    ['Coût', true],
    ['Riesgo', true],
    ['Текущее', true],
    ['风险', true],
    ['現在', true],
    ['Owner', false],
    ['Riskier', false],
  ] as const)
    it(`'${header}' ${measures ? 'measures' : 'measures nothing'}`, () =>
      assert.equal(isMeasureColumn(header), measures));

  it('take "Complete it" for work to come, not for work done', () => {
    assert.notEqual(kindOfTitle('Complete the setup'), 'done');
    assert.equal(kindOfTitle('Phase 2: Complete'), 'done');
  });
});
