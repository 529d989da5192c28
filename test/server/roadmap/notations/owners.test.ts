import { lines } from './said.ts';

describe('notation of owners', () => {
  describe('labels', () =>
    lines([
      ['Owner: @a', { owners: '@a' }],
      ['Owners: Ann', { owners: 'Ann' }],
      ['Assignee: Ann', { owners: 'Ann' }],
      ['Assigned to: Ann', { owners: 'Ann' }],
      ['Tech Lead: Ann', { owners: 'Ann' }],
      ['tech-lead: Ann', { owners: 'Ann' }],
      ['DRI: Ann', { owners: 'Ann' }],
      ['OWNER: Ann', { owners: 'Ann' }],
      ['Verantwortlich: Ann', { owners: 'Ann' }],
      ['Responsable: Ann', { owners: 'Ann' }],
      ['Responsável: Ann', { owners: 'Ann' }],
      ['Ansvarig: Ann', { owners: 'Ann' }],
      ['Ответственный: Анна', { owners: 'Анна' }],
      ['Відповідальний: Ганна', { owners: 'Ганна' }],
      ['负责人：张三', { owners: '张三' }],
      ['担当者：佐藤', { owners: '佐藤' }],
      ['담당자: 김', { owners: '김' }],
    ]));

  describe('several', () =>
    lines([
      ['Owner: @a, @b', { owners: '@a + @b' }],
      ['Owner: @a,@b', { owners: '@a + @b' }],
      ['Owner: Ann & Bob', { owners: 'Ann + Bob' }],
      ['Owner: Ann + Bob', { owners: 'Ann + Bob' }],
      ['Owner: Ann and Bob', { owners: 'Ann + Bob' }],
      ['Owner: Ann; Bob', { owners: 'Ann + Bob' }],
      ['Owner: @a/@b', { owners: '@a + @b' }],
      ['Owner: Ann / Bob', { owners: 'Ann + Bob' }],
      ['Verantwortlich: Ann und Bob', { owners: 'Ann + Bob' }],
      ['Responsable: Ana y Luis', { owners: 'Ana + Luis' }],
      ['负责人：张三、李四', { owners: '张三 + 李四' }],
      ['负责人：张三，李四', { owners: '张三 + 李四' }],
      ['Owner: Ann, TBD', { owners: 'Ann' }],
    ]));

  describe('where a name ends', () =>
    lines([
      ['Lead: Ann (backend)', { owners: 'Ann' }],
      ['Owner: Ann – since May', { owners: 'Ann' }],
      ['Owner: Ann.', { owners: 'Ann' }],
      ['Owner: **Ann**', { owners: 'Ann' }],
      ['Owner: Platform & SRE/Ops team', { owners: 'Platform + SRE/Ops team' }],
    ]));

  describe('nobody', () =>
    lines(
      [
        '?',
        '???',
        'TBD',
        'tba',
        'N/A',
        'none',
        'unassigned',
        '—',
        '-',
        '[Name]',
        '<name>',
        'à nommer',
        '待定',
        '미정',
      ].map((placeholder) => [`Owner: ${placeholder}`, { owners: '' }]),
    ));

  describe('no owners', () =>
    lines([
      ['Owner:', {}],
      ['The owner: nobody knows', {}],
      ['Owner: whoever happens to be on call in that week', {}],
      ['Landowner: Ann', {}],
      ['Owner Ann', {}],
      ['Write to owner@example.com', {}],
      ['@a is nobody here, nor @types/node', {}],
      ['See https://example.com/owner:ann', {}],
    ]));
});
