import assert from 'node:assert/strict';
import type { Item } from '../../../../server/src/roadmap/model.ts';
import { at, read, stated, titles } from '../read.ts';

/** The only item of a document. */
function only(...lines: string[]): Item {
  const { items } = read(...lines);
  assert.equal(items.length, 1, lines.join('\n'));
  return items[0]!;
}

describe('collecting', () => {
  describe('titles', () => {
    for (const [lines, title] of [
      [['- [ ] Sow the', '  beans'], 'Sow the beans'],
      [['- [ ] Sow the', 'beans *now*'], 'Sow the beans now'],
      [['- [ ] Sow the beans', '  Owner: @ann'], 'Sow the beans'],
      [['- [ ] Sow the beans', '  Owner: @ann', '  and wait'], 'Sow the beans'],
      [['- [ ] Sow the beans', '  Risk: frost'], 'Sow the beans'],
      [['- [ ] Sow the beans  ', '  They grow.'], 'Sow the beans'],
      [['- [ ] Sow the beans\\', '  They grow.'], 'Sow the beans'],
      [['- [ ] Sow (P1) the', '  beans (Owner: @ann)'], 'Sow the beans'],
      [['- [ ] Sow - Owner: @ann -'], 'Sow'],
      [['- [ ] Sow |'], 'Sow'],
      [['- [ ] **Sow:**'], 'Sow'],
      [['- [ ] Sow & reap &amp; rest'], 'Sow & reap &amp; rest'],
      [['- [ ] ![logo](a.png) Sow'], 'logo Sow'],
      [['- [ ] \\*Sow\\* \\[now\\]'], '*Sow* [now]'],
      [['- [ ] P1'], 'P1'],
      [['- [ ] Due: 2025-08-01'], 'Due: 2025-08-01'],
      [['- [ ] <!-- owner: @ann -->'], ''],
    ] as const)
      it(lines.join(' / '), () => assert.equal(only(...lines).title, title));
  });

  describe('places', () => {
    const roadmap = read('- [ ] Sow the (P1)', '  beans', '  Owner: @ann', '- [ ] *Reap* - Due: 2025-08-01');
    const [sow, reap] = roadmap.items;

    it('of titles are their first lines, up to the first field', () =>
      assert.deepEqual(
        [sow!, reap!].map(({ titleSpan }) => at(roadmap, titleSpan)),
        ['Sow the', '*Reap*'],
      ));
    it('of what is written inline are behind the title, wrapped lines included', () =>
      assert.deepEqual(
        [sow!, reap!].map(({ inline }) => roadmap.text.slice(0, inline.end).split('\n').at(-1)),
        ['  beans', '- [ ] *Reap* - Due: 2025-08-01'],
      ));
  });

  describe('references and tags', () => {
    for (const [title, refs, tags] of [
      ['Fix #12 and #7', ['#12', '#7'], []],
      ['#12 #12', ['#12'], []],
      ['Do ABC-42, AB1-7', ['ABC-42', 'AB1-7'], []],
      ['UTF-8, SHA-256, ISO-8601, RFC-2119, TLS-1', [], []],
      ['A-1, abc-1, ABC-1-2, XABC-1b', [], []],
      ['Sow #garden #beet-root #a/b #Küche', [], ['#garden', '#beet-root', '#a/b', '#Küche']],
      ['#1st of all', [], []],
      ['page#top, a/#b, &#39;, ##c', [], []],
      ['[see #12](http://a.b/#c)', ['#12'], []],
      ['`#12 #tag`', [], []],
    ] as const)
      it(title, () => {
        const found = only(`- [ ] ${title}`);
        assert.deepEqual([found.refs, found.tags], [refs, tags]);
      });

    it('stand in the title, not beneath it', () => {
      const found = only('- [ ] Sow', '  #12 #garden', '  Owner: @ann', '  - See: #13', '', '  ABC-1');
      assert.deepEqual([found.refs, found.tags], [['#12'], ['#garden']]);
    });
  });

  describe('fields beneath', () => {
    for (const [what, lines, fields] of [
      ['on lines', ['  Owner: @ann', '  Due: 2025-08-01'], { owners: '@ann', due: '2025-08-01' }],
      ['on bullets', ['  - Owner: @ann', '  - Effort: 3 days'], { owners: '@ann', effort: '3 days' }],
      ['in a paragraph', ['', '  Priority: High'], { priority: 'High' }],
      [
        'in a line of several',
        ['', '  **Owner:** @ann | **Due:** 2025-08-01'],
        { owners: '@ann', due: '2025-08-01' },
      ],
      ['in a comment', ['', '  <!-- owner: @ann -->'], { owners: '@ann' }],
      ['of which the first counts', ['  - Owner: @ann', '  - Owner: @ben'], { owners: '@ann' }],
      ['among words', ['', '  It rains. Owner: @ann'], {}],
      ['that are praise', ['', '  ✅ Easy to grow'], {}],
      ['that are a sign alone', ['', '  ⏫'], { priority: '⏫' }],
      ['beneath a bullet of another kind', ['  - Risk: frost', '    - Owner: @ann'], {}],
    ] as const)
      it(what, () => assert.deepEqual(stated(only('- [ ] Sow', ...lines)), fields));
  });

  describe('a label over a list', () => {
    it('of names', () => {
      const roadmap = read('- [ ] Sow', '  - **Owners:**', '    - Ann', '    - Ben', '  - Effort: 3d');
      const [sow] = roadmap.items;
      assert.deepEqual(sow?.fields.owners?.value, ['Ann', 'Ben']);
      assert.deepEqual(
        [sow.fields.owners.notation, at(roadmap, sow.fields.owners.span), sow.fields.effort?.text],
        ['list', 'Ann\n    - Ben', '3d'],
      );
      assert.equal(at(roadmap, sow.own).split('\n').length, 5);
    });

    it('of dependencies', () =>
      assert.deepEqual(
        only('- [ ] Sow', '  - Depends on:', '    - TASK-1', '    - TASK-2').fields.dependsOn?.value,
        ['TASK-1', 'TASK-2'],
      ));

    it('is none for other fields, nor where there are words behind it', () => {
      assert.deepEqual(stated(only('- [ ] Sow', '  - Status:', '    - done')), {});
      assert.deepEqual(stated(only('- [ ] Sow', '  - Owners: @ann', '    - Ben')), { owners: '@ann' });
    });

    it('leaves boxes beneath it alone', () =>
      assert.deepEqual(titles(read('- [ ] Sow', '  - Effort: 3d', '    - [ ] Dig')), ['Sow', 'Dig']));
  });

  it('keeps apart what can not be', () => {
    const roadmap = read('- [ ] Sow - Due: 2025-02-30', '  - Due: 2025-08-01');
    assert.deepEqual(
      [roadmap.invalidDates.map(({ text, item }) => [text, item]), stated(roadmap.items[0]!)],
      [[['2025-02-30', roadmap.items[0]!.id]], { due: '2025-08-01' }],
    );
  });
});
