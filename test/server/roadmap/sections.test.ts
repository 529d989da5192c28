import assert from 'node:assert/strict';
import type { Section } from '../../../server/src/roadmap/model.ts';
import { sectionPath } from '../../../server/src/roadmap/model.ts';
import { at, inherited, item, read, stated, titles } from './read.ts';

const UPDATED = '*Last Updated: 2025-07-24*';

/** What a heading gives to an item beneath it. */
const given = (heading: string): Record<string, string> =>
  inherited(item(read(UPDATED, '', heading, '- [ ] a'), 'a'));

const horizon = (heading: string): string | undefined => {
  const { section } = item(read('# T', UPDATED, '', heading, '- [ ] a'), 'a');
  return section?.horizon && `${section.horizon.value.start}..${section.horizon.value.end}`;
};

const sections = (...lines: string[]): string[] =>
  read(...lines).sections.map((section) => sectionPath(section).join(' > '));

describe('sections', () => {
  it('nest by depth, whatever levels are left out', () =>
    assert.deepEqual(sections('# A', '### B', '## C', '#### D', '# E'), [
      'A',
      'A > B',
      'A > C',
      'A > C > D',
      'E',
    ]));

  it('are told by underlines and by bold lines too', () =>
    assert.deepEqual(
      read('A', '===', '', 'B', '---', '', '**C**', '- [ ] x', '', '**D:**', '- [ ] y').sections.map(
        ({ title, parent }) => `${parent?.title ?? ''} > ${title}`,
      ),
      [' > A', 'A > B', 'B > C', 'B > D'],
    ));

  for (const [what, lines, path] of [
    ["leave out the document's title", ['# T', '## A', '### B', '- [ ] x'], ['A', 'B']],
    ['keep titles where there are several', ['# T', '- [ ] x', '# U'], ['T']],
    ['keep the first level where it does not begin the document', ['## A', '# T', '- [ ] x'], ['T']],
    ['are none beneath the title', ['# T', '- [ ] x'], []],
  ] as const)
    it(`${what}, in a path`, () => assert.deepEqual(sectionPath(item(read(...lines), 'x').section), path));

  it('are not told by bold words in a text, by bold fields, nor in code or comments', () =>
    assert.deepEqual(
      sections(
        '**A** b',
        '',
        '**Status: planned**',
        '',
        '```',
        '# C',
        '```',
        '',
        '<!--',
        '# D',
        '-->',
        '',
        '    # E',
      ),
      [],
    ));

  for (const [heading, title] of [
    ['## 🔴 Priority 1: Security (IMMEDIATE ACTION)', 'Priority 1: Security'],
    ['## 🟠 Priority 2: Reliability (Within 1 Week)', 'Priority 2: Reliability'],
    ['## ✅ Completed (Last 30 Days)', 'Completed'],
    ['### **Priority: High**', 'Priority: High'],
    ['## Phase 4 (Target: Q1 2026)', 'Phase 4'],
    ['## P0 – Critical', 'Critical'],
    ['## `inventory.bash`:', '`inventory.bash`'],
    ['## [Link](http://a.b) ##', 'Link'],
    ['## \u00f0\u0178\u201d\u00b4 Red', 'Red'],
    ['## v2.0 (released December 2024)', 'v2.0 (released December 2024)'],
    ['## Security (OWASP)', 'Security (OWASP)'],
  ] as const)
    it(`'${heading}' is called '${title}'`, () => assert.deepEqual(sections(heading), [title]));

  it('reach to the next heading of their depth', () => {
    const roadmap = read('# A', 'a', '## B', 'b', '# C', 'c');
    assert.deepEqual(
      roadmap.sections.map(({ span }) => at(roadmap, span)),
      ['# A\na\n## B\nb\n', '## B\nb\n', '# C\nc\n'],
    );
    assert.equal(at(roadmap, roadmap.sections[1]!.heading), '## B');
  });

  describe('kinds', () => {
    const kinds = (...lines: string[]): Section['kind'][] => read(...lines).sections.map(({ kind }) => kind);
    for (const [lines, expected] of [
      [
        ['# Roadmap', '## Phase 1'],
        ['work', 'neutral'],
      ],
      [
        ['# Plan', '## Backlog', '### Phase 1'],
        ['work', 'work', 'work'],
      ],
      [
        ['# Plan', '## Done', '### Phase 1'],
        ['work', 'done', 'done'],
      ],
      [
        ['# Plan', '## Risk Register', '### Mitigation Plans'],
        ['work', 'other', 'other'],
      ],
      [
        ['# Plan', '## Backlog', '### Notes'],
        ['work', 'work', 'other'],
      ],
    ] as const)
      it(lines.join(' / '), () => assert.deepEqual(kinds(...lines), expected));
  });

  describe('give', () => {
    for (const [heading, fields] of [
      ['## 🔴 Priority 1: Security (IMMEDIATE ACTION)', { priority: 'P1 from Priority 1: Security' }],
      ['### **Priority: High**', { priority: 'P1 from Priority: High' }],
      ['## High Priority', { priority: 'P1 from High Priority' }],
      ['## P0 – Critical', { priority: 'P0 from Critical' }],
      ['## Phase 4 (Target: Q1 2026)', { due: '2026-03-31 from Phase 4' }],
      ['## Phase 5 - Due: July 31', { due: '2025-07-31 from Phase 5' }],
      ['## High Availability', {}],
      ['## Q3 2026', { due: '2026-09-30 from Q3 2026' }],
      ['## v2.0 (released December 2024)', {}],
      ['## This Week', { due: '2025-07-27 from This Week' }],
      ['## Short-term (1-3 months)', {}],
      ['## Week 3', {}],
    ] as const)
      it(`'${heading}'`, () => assert.deepEqual(given(heading), fields));

    it("a week of the plan, where the plan's start is known", () => {
      const roadmap = read('# Plan', 'Start date: 2025-01-06', '', '## Week 1-2: Project setup', '- [ ] a');
      const { section, inherited: from } = item(roadmap, 'a');
      assert.equal(from.due?.value.end, '2025-01-19');
      assert.equal(section?.horizon?.value.start, '2025-01-06');
    });

    it('the year to the headings beneath', () =>
      assert.deepEqual(inherited(item(read(UPDATED, '', '## 2027', '### Q1', '- [ ] a'), 'a')), {
        due: '2027-03-31 from Q1',
      }));
  });

  describe('promise', () => {
    for (const [heading, period] of [
      ['## Reliability (Within 1 Week)', '2025-07-24..2025-07-31'],
      ['## Q3 2026', '2026-07-01..2026-09-30'],
      ['## Phase 4 (Target: Q1 2026)', '2026-01-01..2026-03-31'],
      ['## July 2025', '2025-07-01..2025-07-31'],
      ['## Short-term (1-3 months)', '2025-07-24..2025-10-24'],
      ['## Phase 2 (2-3 weeks)', undefined],
      ['## Completed (Last 30 Days)', undefined],
      ['## v2.0 (released December 2024)', undefined],
      ['## Current State (2025-07-24)', undefined],
      ['## Security', undefined],
    ] as const)
      it(`'${heading}': ${period ?? 'nothing'}`, () => assert.equal(horizon(heading), period));
  });

  describe('give a state', () => {
    for (const [heading, status] of [
      ['## Done', 'done'],
      ['## Shipped in May', 'done'],
      ['## Erledigt', 'done'],
      ['## Fase 1 (completada)', 'done'],
      ['## Phase 1 (done)', 'done'],
      ['## Phase 1 - DONE', 'done'],
      ['## Phase 1 ✅ COMPLETE', 'done'],
      ['## Phase 1 ✅', 'done'],
      ['## **Phase 1** ✔️', 'done'],
      ['## ✅ Foundation', 'done'],
      ['## ✅ Features', undefined],
      ['## ✅ Success criteria', undefined],
      ['## Phase 2 🚧', 'in-progress'],
      ['## 🔄 Beds', 'in-progress'],
      ['## Beds ⛔', 'blocked'],
      ['## In Progress', 'in-progress'],
      ['## 🚧 In progress', 'in-progress'],
      ['## Doing', 'in-progress'],
      ['## Doing (max 3)', 'in-progress'],
      ['## En cours de développement', 'in-progress'],
      ['## В работе', 'in-progress'],
      ['## 进行中', 'in-progress'],
      ['## Blocked', 'blocked'],
      ['## On hold', 'deferred'],
      ['## Cancelled', 'cancelled'],
      ['## To do', 'todo'],
      ['## Backlog', 'todo'],
      ['## Phase 1 (Completed: 2025-01-02)', 'done'],
      ['## Beds [Status: blocked]', 'blocked'],
      ['## Current roadmap', undefined],
      ['## Active projects', undefined],
      ['## New features', undefined],
      ['## Open questions', undefined],
      ['## In progress of the work on beds', undefined],
      ['## Beds in progress', undefined],
      ['## Phase 1', undefined],
      ['## Undone', undefined],
    ] as const)
      it(`'${heading}': ${status ?? 'none'}`, () =>
        assert.equal(item(read(heading, '- [ ] a'), 'a').inherited.status?.value, status));

    it('and keep the words before it for a name', () =>
      assert.deepEqual(
        sections('## Fase 1 (completada)', '## Phase 1 - DONE', '## Phase 2 ✅', '## ✅ Foundation'),
        ['Fase 1', 'Phase 1', 'Phase 2', 'Foundation'],
      ));

    it('that makes of the section a list of work, or of what is done', () =>
      assert.deepEqual(
        read('## Phase 1 ✅', '### Notes', '### Beds', '## Phase 2 🚧', '## Phase 3').sections.map(
          ({ title, kind }) => `${title} ${kind}`,
        ),
        ['Phase 1 done', 'Notes other', 'Beds done', 'Phase 2 work', 'Phase 3 neutral'],
      ));

    it('in a chapter that speaks of something else, if it is done or lies ahead', () =>
      assert.deepEqual(
        read('## Overview', '### Completed', '### Planned', '### Features').sections.map(({ kind }) => kind),
        ['other', 'done', 'work', 'other'],
      ));
  });

  describe('of bold lines', () => {
    for (const [what, lines, expected] of [
      ['stand beneath any heading', ['###### A', '**B**', '', '- [ ] x'], ['A', 'A > B']],
      ['do not stand in one another', ['## A', '**B**', '', '**C**'], ['A', 'A > B', 'A > C']],
      ['end with the next heading', ['## A', '**B**', '', '## C', '**D**'], ['A', 'A > B', 'C', 'C > D']],
      ['leave their colon', ['**B:**', '', '**C**:', '', '__D：__'], ['B', 'C', 'D']],
      ['are none of two lines', ['**B', 'C**'], []],
      ['are none of a label with a value', ['**B: c**', '', '**B:** c'], []],
      ['are none of a label of details', ['**Notes:**', '', '**Acceptance criteria**'], []],
      ['are none in italics', ['*B*'], []],
    ] as const)
      it(what, () => assert.deepEqual(sections(...lines), expected));

    it('are items where they are numbered as parts, and no items stand beneath', () =>
      assert.deepEqual(
        titles(
          read('## Garden', '**1.1 Dig**', '', 'Deep.', '', '**1.2 Sow**', '', '- [ ] x', '', '**2 Reap**'),
        ),
        ['1.1 Dig', 'x'],
      ));

    it('are items where they say how far they are, unless they are sentences', () =>
      assert.deepEqual(
        read(
          ...[
            '## A',
            '**Sow the beans (done)**',
            '',
            'Words.',
            '',
            '**We are done with all of it. - DONE**',
            '',
          ],
          ...['Words.', '', '**Reap (in progress)**', '', '- [ ] x'],
        ).items.map(({ title, status, parent }) => [title, status, parent?.title]),
        [
          ['Sow the beans', 'done', undefined],
          ['x', 'todo', undefined],
        ],
      ));
  });

  describe('with fields', () => {
    it('are items where a phase has an owner and a status', () =>
      assert.deepEqual(
        titles(
          read(
            ...['## Phase 1: Dig', '**Status:** Done', '**Owner:** @a', '', '### Beds', '- [x] x', ''],
            ...['## Phase 2: Sow', '**Status:** Planned', '', '### Beds', '- [ ] y'],
          ),
        ),
        ['Phase 1: Dig', 'x', 'y'],
      ));

    it('hand down who owns them, the nearest first', () => {
      const roadmap = read(
        ...[
          '# Plan',
          '**Owner:** @all',
          '',
          '## A',
          '**Owner:** @a',
          '',
          '- [ ] x',
          '- [ ] y',
          '  - Owner: @y',
        ],
        ...['## B', '- [ ] z'],
      );
      assert.deepEqual(inherited(item(roadmap, 'x')), { owners: '@a from A' });
      assert.deepEqual(stated(item(roadmap, 'y')), { owners: '@y' });
      assert.deepEqual(inherited(item(roadmap, 'z')), { owners: '@all from Plan' });
      assert.deepEqual(titles(roadmap), ['x', 'y', 'z']);
    });

    it('are items where they say when, or how much', () => {
      const roadmap = read(
        '# Plan',
        '## A',
        '**Due:** 2025-08-01',
        '**Owner:** @a',
        '',
        '- [ ] x',
        '## B',
        '- [ ] y',
      );
      assert.deepEqual(titles(roadmap), ['A', 'x', 'y']);
      const epic = item(roadmap, 'A');
      assert.equal(epic.kind, 'heading');
      assert.deepEqual(stated(epic), { due: '2025-08-01', owners: '@a' });
      assert.equal(item(roadmap, 'x').parent, epic);
      assert.deepEqual(inherited(item(roadmap, 'x')), { owners: '@a from A', due: '2025-08-01 from A' });
    });

    it("are none where they are the document's title", () => {
      const roadmap = read(
        '# PLAN-1 Plan',
        '**Due:** 2025-08-01',
        '**Priority:** High',
        '',
        '## A',
        '- [ ] x',
      );
      assert.deepEqual(titles(roadmap), ['x']);
      assert.deepEqual(inherited(item(roadmap, 'x')), {});
    });

    it('are items where they have an ID', () => {
      const roadmap = read(
        '### TASK-007: Ship',
        '- Owner: @a',
        '- Status: Done',
        '',
        '### P0-1 Test',
        'Words.',
        '',
        '### SLA 99',
        '',
      );
      assert.deepEqual(titles(roadmap), ['TASK-007: Ship', 'Test']);
      assert.deepEqual(stated(item(roadmap, 'TASK-007: Ship')), {
        id: 'TASK-007',
        owners: '@a',
        status: 'Done',
      });
      assert.equal(item(roadmap, 'TASK-007: Ship').status, 'done');
    });

    it('are items, but for an owner alone that is named for what stands beneath', () => {
      const roadmap = read(
        '# Plan',
        '## A',
        '**Status:** In progress',
        '',
        'Words.',
        '## B',
        '**Owner:** @b',
        '- [ ] x',
      );
      assert.deepEqual(titles(roadmap), ['A', 'x']);
      assert.equal(item(roadmap, 'A').status, 'in-progress');
    });

    it('may have them as headings', () => {
      const roadmap = read(
        ...[
          '# Plan',
          '## Cloud',
          '### Objective : Multi-Cloud.',
          '### Estimate plan : 10-15 days (Complexity :high)',
        ],
        ...['1. First', '2. Second', '## Vault', '### Owner: @v', '1. Third'],
      );
      assert.deepEqual(titles(roadmap), ['Cloud', 'First', 'Second', 'Third']);
      const cloud = item(roadmap, 'Cloud');
      assert.deepEqual(stated(cloud), { effort: '10-15 days' });
      assert.deepEqual(cloud.fields.effort?.value, { minHours: 80, maxHours: 120 });
      assert.equal(at(roadmap, cloud.own).split('\n').length, 3);
      assert.equal(item(roadmap, 'Second').parent, cloud);
      assert.deepEqual(inherited(item(roadmap, 'Third')), { owners: '@v from Vault' });
    });

    it("do not take what stands at the document's end", () => {
      const roadmap = read(
        ...[
          '# Plan',
          '## A',
          '- [ ] x',
          '  - Owner: @x',
          '',
          '---',
          '**Owner:** @end',
          '**Due:** 2025-08-01',
        ],
      );
      assert.deepEqual(titles(roadmap), ['x']);
      assert.deepEqual([stated(item(roadmap, 'x')), inherited(item(roadmap, 'x'))], [{ owners: '@x' }, {}]);
    });
  });
});
