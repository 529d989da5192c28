import assert from 'node:assert/strict';
import { read } from '../read.ts';
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
        '____',
        '待定',
        '미정',
      ].flatMap((placeholder) => [
        [`Owner: ${placeholder}`, { owners: '' }],
        [`**Owner:** ${placeholder}`, { owners: '' }],
        [`Ship it (Owner: ${placeholder})`, { owners: '' }],
      ]),
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

  describe('in whole documents', () => {
    for (const [text, owners] of [
      ['Ship it (owner: [Ann](https://example.com/ann))', 'Ann'],
      ['Owner: [@ann](https://example.com/a), [Bo Lee](https://example.com/b) & Cy', '@ann + Bo Lee + Cy'],
      ['Owner: **[Ann](https://example.com)**', 'Ann'],
      ['Owner: Ann <ann@example.com>', 'Ann'],
      ['Owner: ![Team][] [lang] [infra]', 'lang + infra'],
      ['Owner: `@ann`', undefined],
      ['Owner: ann@example.com', undefined],
      ['Ship `owner: @ann` and `@ann`', undefined],
      ['Write to owner:ann@example.com', undefined],
      ['Write to <ann@example.com>, or to https://example.com/@ann', undefined],
      ['Update @types/node and @vscode/vsce', undefined],
      ['Call mum @work @home', undefined],
      ['Ship what [@ann] asked for', undefined],
      ['Ship what [ann](https://example.com/owner:ann) asked for', undefined],
    ] as const)
      it(text, () => {
        const [item] = read('[@ann]: https://example.com "owner: Bo"', '', `- [ ] ${text}`).items;
        assert.equal(item?.fields.owners?.value.join(' + '), owners);
      });
  });
});
