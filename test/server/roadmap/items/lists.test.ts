import assert from 'node:assert/strict';
import { at, inherited, item, ownersOf, read, stated, text, titles } from '../read.ts';
import { readRoadmap } from '../../../../server/src/roadmap/read.ts';

describe('items', () => {
  describe('that are boxes', () => {
    it('count at any depth, with any bullet or number', () => {
      const roadmap = read(
        '- [ ] a',
        '  - [x] b',
        '    * [X] c',
        '  1. [ ] d',
        '+ [~] e',
        '2) [-] f',
        '',
        '> - [ ] g',
      );
      assert.deepEqual(
        roadmap.items.map(
          ({ title, kind, status, parent }) => `${parent?.title ?? ''}>${title} ${kind} ${status}`,
        ),
        [
          '>a task todo',
          'a>b task done',
          'b>c task done',
          'a>d task todo',
          '>e task in-progress',
          '>f task cancelled',
          '>g task todo',
        ],
      );
    });

    it('may be signs instead of brackets', () =>
      assert.deepEqual(
        read('- ☐ a', '- ☑ b', '- ✓ c', '- ⬜️ d', '- ✅ e').items.map(({ title, box }) => [title, box?.mark]),
        [
          ['a', '☐'],
          ['b', '☑'],
          ['c', '✓'],
          ['d', '⬜'],
          ['e', '✅'],
        ],
      ));

    it('count beneath a field, and where they begin like one', () => {
      const roadmap = read('- [ ] a', '  - Due: 2025-07-25', '    - [ ] b', '  - [ ] Owner: @c');
      assert.deepEqual(
        roadmap.items.map(({ title, parent }) => [title, parent?.title]),
        [
          ['a', undefined],
          ['b', 'a'],
          ['Owner: @c', 'a'],
        ],
      );
      assert.deepEqual(stated(item(roadmap, 'a')), { due: '2025-07-25' });
    });

    it('are not words in brackets', () => {
      const roadmap = read('## Backlog', '- [KANBAN] a', '- [] b', '- [x](http://c.d)', '- [x]e');
      assert.deepEqual(
        roadmap.items.map(({ kind, box }) => [kind, box]),
        Array.from({ length: 4 }, () => ['bullet', undefined]),
      );
    });

    it('count wherever they stand', () =>
      assert.deepEqual(titles(read('## Notes', '- [ ] a', '## Risks', '- [x] b', '', 'c')), ['a', 'b']));

    it('tell where their mark stands', () => {
      const roadmap = read('> * [ ] a', '', '10. [x] b', '', '- ☐ c');
      assert.deepEqual(
        roadmap.items.map(({ box }) => box && roadmap.text.slice(box.span.start - 1, box.span.end + 1)),
        ['[ ]', '[x]', ' ☐ '],
      );
    });
  });

  describe('that are plain bullets', () => {
    for (const [what, lines, expected] of [
      ['count in sections of work', ['## Backlog', '- a', '1. b'], ['a', 'b']],
      ['count in sections of done things', ['## Done', '- a'], ['a']],
      ['do not count in other sections', ['## Notes', '- a', '## Metrics', '- b'], []],
      ['count in any other section of a document without boxes', ['## Security', '- a'], ['a']],
      ['do not count there in a document with boxes', ['- [ ] x', '', '## Security', '- a'], ['x']],
      ['count beside boxes', ['## Security', '- [ ] x', '- a'], ['x', 'a']],
      ['count where there is no heading at all', ['- a'], ['a']],
      ['do not count before the first heading', ['- a', '', '## Backlog', '- b'], ['b']],
      ['do not count beneath others', ['## Backlog', '- a', '  - b', '    - c'], ['a']],
      ['count beneath a category', ['## Backlog', '- **Modules:**', '  - a', '  - b', '    - c'], ['a', 'b']],
      ['count beneath a category in a word', ['## Backlog', '- Modules:', '  - a'], ['a']],
      ['do not count beneath a list of details', ['## Backlog', '- **Tools:**', '  - a', '- x'], ['x']],
      ['keep a bold lead', ['## Backlog', '- **Modules:** build them'], ['Modules: build them']],
      [
        'with bare names beneath are one item',
        ['## Backlog', '- **Tooling**', '  - **a**', '  - **b**'],
        ['Tooling'],
      ],
      [
        'are no items where they are fields of a heading, or tell more of it',
        ['## A', '- Owner: @a', '- Effort: 3d', '- x', '', '1. y'],
        ['A', 'y'],
      ],
    ] as const)
      it(what, () => assert.deepEqual(titles(read(...lines)), expected));
  });

  it('are not in code, comments or tables of links', () =>
    assert.deepEqual(
      titles(
        read(
          ...[
            '## Backlog',
            '```',
            '- [ ] a',
            '```',
            '',
            '    - [ ] b',
            '',
            '<!--',
            '- [ ] c',
            '-->',
            '`- [ ] d`',
          ],
          ...['- [ ] real', '  ```', '  - [ ] e', '  Owner: @e', '  ```', '  ~~~md', '  - [ ] f', '  ~~~'],
        ),
      ),
      ['real'],
    ));

  describe('titles', () => {
    for (const [line, title] of [
      ['- [ ] **Enable MFA** - *Due: 2025-07-26*', 'Enable MFA'],
      ['- [ ] Enable MFA (Owner: @a) - Due: 2025-07-26', 'Enable MFA'],
      ['- [ ] Enable MFA _(Assignee: Ann)_', 'Enable MFA'],
      ['- [ ] Enable MFA 📅 2025-07-26 ⏫', 'Enable MFA'],
      ['- [x] Enable MFA (implemented)', 'Enable MFA'],
      ['- [ ] P1: Enable MFA', 'Enable MFA'],
      ['- [ ] Enable MFA due:2025-07-26 for all', 'Enable MFA for all'],
      ['- [ ] **Design:** Deploy the cluster', 'Design: Deploy the cluster'],
      ['- [ ] See [the docs](http://a.b/c) and `code`', 'See the docs and `code`'],
      ['- [ ] Enable MFA:', 'Enable MFA'],
      ['- [ ] EKS Backup (released December 2024)', 'EKS Backup (released December 2024)'],
      ['- [ ] RDS replicas (if read-heavy workload)', 'RDS replicas (if read-heavy workload)'],
      ['- [ ] ✅ Scan - DONE', '✅ Scan'],
      ['- [ ] Owner: @a', 'Owner: @a'],
      ['- [ ]', ''],
    ] as const)
      it(line, () => assert.deepEqual(titles(read(line)), [title]));

    it('are told where they stand', () => {
      const roadmap = read('- [ ] **Enable MFA** - *Due: 2025-07-26*', '- [ ] plain');
      assert.deepEqual(
        roadmap.items.map(({ titleSpan }) => at(roadmap, titleSpan)),
        ['**Enable MFA**', 'plain'],
      );
    });
  });

  it('have references and tags', () => {
    const [found] = read(
      '- [ ] Fix #123 and ABC-42, #123 again, for #backend; SHA-256, UTF-8, a#b, `#9`',
    ).items;
    assert.deepEqual([found?.refs, found?.tags], [['#123', 'ABC-42'], ['#backend']]);
  });

  describe('fields', () => {
    it('stand in the line, on bullets beneath, on lines beneath, in paragraphs beneath', () => {
      const roadmap = read(
        ...['- [ ] a - *Due: 2025-07-25*', '  - Risk: high', '  - Owner: @a', '  - Status: Blocked', ''],
        ...['- [ ] b', '  Owner: @b', '  Due: 2025-07-26', '', '  Effort: 3 days', ''],
        ...['1. [ ] c', '   - **Owner:** @c, @d', '   - Priority: High'],
      );
      assert.deepEqual(stated(item(roadmap, 'a')), { due: '2025-07-25', owners: '@a', status: 'Blocked' });
      assert.deepEqual(stated(item(roadmap, 'b')), { owners: '@b', due: '2025-07-26', effort: '3 days' });
      assert.deepEqual(stated(item(roadmap, 'c')), { owners: '@c, @d', priority: 'High' });
      assert.deepEqual(item(roadmap, 'c').fields.owners?.value, ['@c', '@d']);
      assert.deepEqual(
        [item(roadmap, 'a').fields.due?.placement, item(roadmap, 'a').fields.owners?.placement],
        ['inline', 'below'],
      );
    });

    it('are those said first', () =>
      assert.deepEqual(stated(item(read('- [ ] a - *Due: 2025-07-25*', '  - Due: 2025-07-26'), 'a')), {
        due: '2025-07-25',
      }));

    it('of a child are not those of its parent', () => {
      const roadmap = read('- [ ] a', '  - [ ] b', '    - Owner: @b', '    - Due: 2025-07-25');
      assert.deepEqual(
        [stated(item(roadmap, 'a')), stated(item(roadmap, 'b'))],
        [{}, { owners: '@b', due: '2025-07-25' }],
      );
    });

    it('of a parent are inherited, the status is not', () => {
      const roadmap = read(
        '- [x] a - *Due: 2025-07-25* (P1)',
        '  - Owner: @a',
        '  - [ ] b',
        '    - [ ] c',
        '      - Owner: TBD',
      );
      const given = { owners: '@a from a', due: '2025-07-25 from a', priority: 'P1 from a' };
      for (const title of ['b', 'c']) {
        assert.deepEqual(inherited(item(roadmap, title)), given);
        assert.equal(item(roadmap, title).status, 'todo');
        assert.deepEqual(ownersOf(item(roadmap, title)), ['@a']);
      }
    });

    it('are not read in code, addresses and mail addresses, nor in comments that are about something else', () => {
      const roadmap = read(
        '- [ ] see `Owner: @a` and <!-- was (Due: 2025-01-01) --> there',
        '- [ ] write to owner@example.com, or to https://example.com/due:2025-01-01',
        '- [ ] [words](http://a.b/owner:@c)',
        '- [ ] fence',
        '  ```',
        '  Owner: @fake',
        '  ```',
        '  - Owner: @real',
      );
      assert.deepEqual(roadmap.items.map(stated), [{}, {}, {}, { owners: '@real' }]);
    });

    it('are not read where they only look like it', () => {
      const roadmap = read(
        ...[
          '- [ ] a',
          '  - Target: us-west-2',
          '  - Downtime: 5-10 minutes',
          '  - Targets: old AMIs',
          '  - Impact: Critical',
        ],
        ...['  - Schedule: Daily', '  - **Status:** [ ] Not started [x] In progress', '  - Cost: high'],
      );
      assert.deepEqual(stated(item(roadmap, 'a')), {});
      assert.equal(item(roadmap, 'a').status, 'todo');
    });
  });

  describe('status, in the order of precedence', () => {
    for (const [what, lines, status] of [
      ['a ticked box', ['- [x] a (in progress)'], 'done'],
      ['a box that is neither', ['- [~] a', '  - Status: Done'], 'in-progress'],
      ['a field', ['- [ ] a', '  - Status: Blocked'], 'blocked'],
      ['a sign', ['- [ ] a (in progress)'], 'in-progress'],
      ['a suffix', ['- [ ] a - DONE'], 'done'],
      ['a line struck through', ['- [ ] ~~a~~'], 'cancelled'],
      ['a line struck through among done things', ['## Shipped', '- ~~a~~'], 'done'],
      ['part of a line struck through', ['- [ ] ~~a~~ b'], 'todo'],
      ['an empty box among done things', ['## Done', '- [ ] a'], 'todo'],
      ['a date of completion', ['## Work', '- a', '  - Completed: 2025-01-02'], 'done'],
      ['a date of completion behind an empty box', ['- [ ] a ✅ 2025-01-02'], 'todo'],
      ['a bullet among done things', ['## Done', '- a'], 'done'],
      ['a decoration', ['- [ ] ✅ a'], 'todo'],
      ['a decoration on a bullet', ['## Backlog', '- ✅ a'], 'todo'],
      ['nothing', ['- [ ] a'], 'todo'],
    ] as const)
      it(what, () =>
        assert.deepEqual(
          read(...lines).items.map((found) => found.status),
          [status],
        ),
      );

    it('never spreads to parents or children', () =>
      assert.deepEqual(
        read('- [x] a', '  - [ ] b', '- [ ] c', '  - [x] d').items.map(({ status }) => status),
        ['done', 'todo', 'todo', 'done'],
      ));
  });

  describe('places', () => {
    const roadmap = read(
      '- [ ] a - *Due: 2025-07-25*',
      '  goes on',
      '  - Owner: @a',
      '  - Risk: none',
      '  - [ ] b',
      '',
      'c',
    );
    const [a, b] = roadmap.items;

    it('own lines', () =>
      assert.equal(at(roadmap, a!.own), '- [ ] a - *Due: 2025-07-25*\n  goes on\n  - Owner: @a'));
    it('all lines', () => assert.ok(at(roadmap, a!.span).endsWith('- [ ] b')));
    it('content', () =>
      assert.deepEqual(
        [a!, b!].map((it) => at(roadmap, it.content)),
        ['a - *Due: 2025-07-25*', 'b'],
      ));
    it('the end of what is written inline', () =>
      assert.equal(roadmap.text.slice(a!.inline.end).split('\n')[1], '  - Owner: @a'));
  });

  it('are the same whatever ends the lines', () => {
    const source = text('# T', '- [ ] a - *Due: 2025-07-25*', '  - Owner: @a', '', '## S', '- [x] b');
    const brief = (written: string): unknown =>
      readRoadmap(written).items.map((it) => [it.title, it.status, stated(it), it.section?.title, it.id]);
    for (const lineBreak of ['\r\n', '\r'])
      assert.deepEqual(brief(source.replaceAll('\n', lineBreak)), brief(source), JSON.stringify(lineBreak));
    assert.deepEqual(brief(source.trimEnd()), brief(source), 'without the last');
    assert.deepEqual(brief(`\ufeff${source}`), brief(source), 'with a byte order mark');
  });

  it('may be indented with tabs', () => {
    const [found, child] = read('-\t[ ] a', '\t- Owner: @a', '\t- [ ] b').items;
    assert.deepEqual([found?.title, stated(found!), child?.parent?.title], ['a', { owners: '@a' }, 'a']);
  });

  it('are not announced by words that say when', () => {
    assert.deepEqual(titles(read('## Risks', 'After all fixes:', '', '1. watch the log', '2. wait')), []);
    assert.deepEqual(titles(read('## Risks', 'Next fixes:', '', '1. watch the log', '2. wait')), [
      'watch the log',
      'wait',
    ]);
  });

  describe('among boxes elsewhere', () => {
    const boxes = ['## Garden', '- [ ] dig', ''];

    it('are remarks without one', () =>
      assert.deepEqual(titles(read(...boxes, '## Shed', '- old', '- red')), ['dig']));
    it('count where they are scheduled', () =>
      assert.deepEqual(titles(read(...boxes, '## Shed', '- **Day 1:** paint', '- **Day 2-3:** roof')), [
        'dig',
        'Day 1: paint',
        'Day 2-3: roof',
      ]));
    it('count where they are the numbers of a phase', () =>
      assert.deepEqual(titles(read(...boxes, '## Phase 2: Shed', '1. paint', '2. roof')), [
        'dig',
        'paint',
        'roof',
      ]));
  });

  it('beneath a numbered step tell how', () =>
    assert.deepEqual(
      titles(
        read('## TASK-1: Shed', '1. Paint:', '   - choose a red', '2. Roof', '   - tiles', '   - nails'),
      ),
      ['TASK-1: Shed', 'Paint', 'Roof'],
    ));
});

describe('lists', () => {
  const BOX = ['## Backlog', '- [ ] box'];
  for (const [what, lines, expected] of [
    [
      'ids make bullets work anywhere',
      ['## Set of issues', '1. **#59** — a', '2. **#60** — b', ...BOX],
      ['#59 — a', '#60 — b', 'box'],
    ],
    ['numbers alone do not', ['## Set of issues', 'Words.', '- 59 — a', '- 60 — b', ...BOX], ['box']],
    [
      'named parts count beneath an item',
      [
        '## Tasks',
        '- E1.1 Providers of many different kinds',
        '  - T1.1 Sow',
        '  - **Acceptance:** it grows',
      ],
      ['E1.1 Providers of many different kinds', 'T1.1 Sow'],
    ],
    [
      'parts of a thing to do are none',
      ['## Tasks', '- Enforce limits', '  - at the door', '  - in the hall'],
      ['Enforce limits'],
    ],
    [
      'parts of a topic are work',
      ['## Tasks', '- Performance', '  - cache it', '  - measure it'],
      ['Performance', 'cache it', 'measure it'],
    ],
    [
      'a schedule of work lists work',
      ['## Prototyping schedule', '- **Day 1**: a', '- **Day 2**: b', ...BOX],
      ['Day 1: a', 'Day 2: b', 'box'],
    ],
    [
      'a schedule of reviews lists none',
      ['## Review schedule', '- **Day 1**: a', '- **Day 2**: b', ...BOX],
      ['box'],
    ],
    [
      'ticks and signs of progress are work anywhere',
      ['## Strategy', '1. ✅ a', '2. ⏳ b', ...BOX],
      ['✅ a', '⏳ b', 'box'],
    ],
    ['ticks alone are praise', ['## Strategy', '1. ✅ a', '2. ✅ b', ...BOX], ['box']],
    [
      'what lies ahead is work in a chapter on the vision',
      ['## Vision', '### Near-term', '- a', '### Strengths', '- b', ...BOX],
      ['a', 'box'],
    ],
    ['what is to be done in a span of time is work', ['## Months 4-6: Depth', '- a', ...BOX], ['a', 'box']],
    ['what is to be reached in it is none', ['## Year 2 goals', 'Words.', '- a', ...BOX], ['box']],
    [
      'links to where work is planned are none',
      ['## Roadmap of features', '- [Web](https://a.b/1)', '- [Server](https://a.b/2)', ...BOX],
      ['box'],
    ],
  ] as const)
    it(what, () => assert.deepEqual(titles(read('# Plan', ...lines)), expected));
});
