import assert from 'node:assert/strict';
import { applyEdits } from '../../../server/src/edits/edit.ts';
import { proposalsFor } from '../../../server/src/features/codeActions.ts';
import { readRoadmap } from '../../../server/src/roadmap/read.ts';
import { check, type RuleId } from '../../../server/src/rules/index.ts';
import { at } from '../roadmap/read.ts';
import { settings } from './settings.ts';

const TODAY = '2025-07-28';
const SETTINGS = settings({
  rules: { 'status-conflict': { undated: true }, 'priority-conflict': 'hint' },
});

const found = (rule: RuleId, text: string): [string, string][] => {
  const roadmap = readRoadmap(text);
  return check(roadmap, { today: TODAY, settings: SETTINGS })
    .filter((finding) => finding.rule === rule)
    .map(({ span, message }) => [at(roadmap, span), message]);
};
const says = (rule: RuleId, ...lines: string[]): [string, string][] => found(rule, lines.join('\n'));

/** What the fixes of the rule's only finding make of the document, by their titles. */
function fixes(rule: RuleId, ...lines: string[]): Record<string, string[]> {
  const text = lines.join('\n');
  const roadmap = readRoadmap(text);
  const [finding, ...more] = check(roadmap, { today: TODAY, settings: SETTINGS }).filter(
    (told) => told.rule === rule,
  );
  assert.ok(finding && more.length === 0, 'there is one finding');
  return Object.fromEntries(
    proposalsFor(roadmap, finding.fix, finding.span, { today: TODAY, owners: [] }).map(({ title, edits }) => {
      const fixed = applyEdits(text, edits);
      assert.deepEqual(found(rule, fixed), [], `${title} leaves nothing to say`);
      return [title, fixed.split('\n')];
    }),
  );
}

describe('rule status-conflict', () => {
  for (const [line, place, message] of [
    ['- [ ] x - DONE', 'DONE', '"x" says "DONE", but its box is empty.'],
    ['- [ ] x (done)', 'done', '"x" says "done", but its box is empty.'],
    ['- [ ] x ✅', '✅', '"x" says "✅", but its box is empty.'],
    ['- [x] x (in progress)', 'in progress', '"x" is ticked, but says "in progress".'],
    ['- [x] x - BLOCKED', 'BLOCKED', '"x" is ticked, but says "BLOCKED".'],
    ['- [x] x\n  - Status: Not started', 'Not started', '"x" is ticked, but says "Not started".'],
  ] as const)
    it(`tells of ${JSON.stringify(line)}`, () =>
      assert.deepEqual(says('status-conflict', line), [[place, message]]));

  for (const line of [
    '- [ ] ✅ x',
    '- [x] ✅ x',
    '- [ ] Mark the release as DONE',
    '- [x] x - DONE',
    '- [ ] x (in progress)',
    '- [~] x (in progress)',
    '- [ ] ~~x~~',
    '- [x] x (deferred)',
    '- [x] x (cancelled)',
    '- [ ] Implemented: a way to log in',
    '- x (done)',
    '- [ ] x, done by hand',
    '- [ ] x\n  - Status: [ ] Not started [x] Done',
    '```\n- [ ] x - DONE\n```',
  ])
    it(`says nothing of ${JSON.stringify(line)}`, () => assert.deepEqual(says('status-conflict', line), []));

  for (const heading of [
    'Completed',
    'Done / Shipped',
    '✅ Completed features',
    'Completed tasks of day 4',
    'Phase 1: Payments - ✅ COMPLETE',
    'Phase 1 ✅ **COMPLETE** (October 29, 2025)',
    'Phase 1 (done)',
    'Erledigt',
  ])
    it(`tells open work in "${heading}"`, () =>
      assert.equal(says('status-conflict', `## ${heading}`, '', '- [ ] x', '- [x] y').length, 1));

  for (const heading of [
    'Phase 1 - 60% COMPLETE',
    'Phase 1: SUBSTANTIALLY COMPLETE',
    'Phase 1: completed when',
    'Completion criteria',
    'Definition of done',
    'Phase 1 completion plan',
    'To do',
    'Phase 1 ✅',
  ])
    it(`expects open work in "${heading}"`, () =>
      assert.deepEqual(says('status-conflict', `## ${heading}`, '', '- [ ] x', '- [x] y'), []));

  it('tells several in a section once, at its heading', () =>
    assert.deepEqual(says('status-conflict', '## Completed', '- [ ] x', '- [x] y', '- [ ] z'), [
      ['## Completed', '2 open items stand in "Completed".'],
    ]));

  it('lets plain bullets, what is deferred and what remains stand among done things', () =>
    assert.deepEqual(
      says('status-conflict', '## Completed', '- a', '- [>] b', '- [-] c', '### Remaining work', '- [ ] d'),
      [],
    ));

  it('tells a date of completion that is yet to come, of what is done', () => {
    assert.deepEqual(says('status-conflict', '- [x] x - *Completed: 2025-07-29*'), [
      ['2025-07-29', '"x" is done, but its date of completion is yet to come (2025-07-29).'],
    ]);
    for (const line of ['- [x] x - *Completed: 2025-07-28*', '- [ ] x - *Completed: 2025-07-29*'])
      assert.deepEqual(says('status-conflict', line), []);
  });

  it('tells what lacks its date beside things that have theirs, where that is wanted', () => {
    const dated = ['- [x] a - *Completed: 2025-07-01*', '- [x] b - *Completed: 2025-07-02*'];
    assert.deepEqual(says('status-conflict', ...dated, '- [x] c', '- [ ] d'), [
      ['c', '"c" is done, but lacks its date, which others beside it have.'],
    ]);
    assert.deepEqual(says('status-conflict', ...dated, '- [x] c', '- [x] d'), []);
    const roadmap = readRoadmap([...dated, '- [x] c'].join('\n'));
    assert.deepEqual(check(roadmap, { today: TODAY }), []);
  });

  it('ticks the box, or takes the word back', () =>
    assert.deepEqual(fixes('status-conflict', '- [ ] x - DONE', '- [ ] y'), {
      'Tick the box': ['- [x] x - DONE', '- [ ] y'],
      'Take back that it is done': ['- [ ] x', '- [ ] y'],
    }));

  it('unticks the box, or changes the word', () =>
    assert.deepEqual(fixes('status-conflict', '- [x] x (in progress) #tag'), {
      'Untick the box': ['- [ ] x (in progress) #tag'],
      'Change the words to done': ['- [x] x (done) #tag'],
    }));

  it('only makes done what stands among done things', () =>
    assert.deepEqual(fixes('status-conflict', '## Completed', '- [x] x (in progress)'), {
      'Change the words to done': ['## Completed', '- [x] x (done)'],
    }));

  it('changes a field beneath the item', () =>
    assert.deepEqual(fixes('status-conflict', '- [ ] x', '  - Status: Done'), {
      'Tick the box': ['- [x] x', '  - Status: Done'],
      'Take back that it is done': ['- [ ] x', '  - Status: To do'],
    }));

  it('marks as done what stands among done things, words and date included', () =>
    assert.deepEqual(
      fixes('status-conflict', '## Completed', '- [ ] x (in progress)', '- [ ] y', '- [x] z (2025-07-01)'),
      { 'Mark 2 items as done': ['## Completed', '- [x] x (done)', '- [x] y', '- [x] z (2025-07-01)'] },
    ));

  it('sets the date of completion', () => {
    const set = 'Set completion date to 2025-07-28 (today)';
    assert.deepEqual(fixes('status-conflict', '- [x] x - *Completed: 2025-08-01*'), {
      [set]: ['- [x] x - *Completed: 2025-07-28*'],
    });
    const dated = ['- [x] a - *Completed: 2025-07-01*', '- [x] b - *Completed: 2025-07-02*'];
    assert.deepEqual(fixes('status-conflict', ...dated, '- [x] c'), {
      [set]: [...dated, '- [x] c - *Completed: 2025-07-28*'],
    });
  });
});

describe('rule parent-open', () => {
  it('tells an open item of which all parts are done, and marks it', () => {
    assert.deepEqual(says('parent-open', '- [ ] x', '  - [x] a', '  - [-] b'), [
      ['x', '"x" is open, but all beneath it is done.'],
    ]);
    assert.deepEqual(fixes('parent-open', '- [ ] x (in progress)', '  - [x] a'), {
      'Mark "x" as done': ['- [x] x (done)', '  - [x] a'],
    });
  });

  for (const lines of [
    ['- [ ] x', '  - [x] a', '  - [ ] b'],
    ['- [x] x', '  - [x] a'],
    ['- [ ] x', '  - [-] a'],
    ['- [ ] x', '  - a', '  - b'],
    ['- [ ] x', '  - ✅ a'],
    ['- [>] x', '  - [x] a'],
    ['## Work', '- [x] a'],
  ])
    it(`says nothing of ${JSON.stringify(lines)}`, () => assert.deepEqual(says('parent-open', ...lines), []));
});

describe('rule parent-done', () => {
  it('tells a done item of which parts are open, and changes either', () => {
    assert.deepEqual(says('parent-done', '- [x] x', '  - [x] a', '  - [ ] b', '  - [~] c'), [
      ['x', '"x" is done, but 2 items beneath it are open.'],
    ]);
    assert.deepEqual(fixes('parent-done', '- [x] x - DONE', '  - [x] a', '  - [ ] b'), {
      'Mark "b" as done': ['- [x] x - DONE', '  - [x] a', '  - [x] b'],
      'Reopen "x"': ['- [ ] x - TO DO', '  - [x] a', '  - [ ] b'],
    });
  });

  it('tells a heading that says it is done', () =>
    assert.deepEqual(fixes('parent-done', '# Plan', '## TASK-1: x', '**Status:** Done', '', '- [ ] a'), {
      'Mark "a" as done': ['# Plan', '## TASK-1: x', '**Status:** Done', '', '- [x] a'],
      'Reopen "TASK-1: x"': ['# Plan', '## TASK-1: x', '**Status:** To do', '', '- [ ] a'],
    }));

  for (const lines of [
    ['- [x] x', '  - [x] a'],
    ['- [x] x', '  - [>] a', '  - [-] b'],
    ['- [x] x', '  - a plain note'],
    ['- [ ] x', '  - [ ] a'],
  ])
    it(`says nothing of ${JSON.stringify(lines)}`, () => assert.deepEqual(says('parent-done', ...lines), []));
});

describe('rule priority-conflict', () => {
  const LINES = ['## P1', '', '- [ ] x (Priority: P3)'];
  it('tells an item that its section contradicts, and changes it', () => {
    assert.deepEqual(says('priority-conflict', ...LINES), [
      ['P3', '"x" has priority P3, but stands in "P1" (P1).'],
    ]);
    assert.deepEqual(fixes('priority-conflict', '## High priority', '', '- [ ] x (Priority: low)'), {
      'Change priority to P1': ['## High priority', '', '- [ ] x (Priority: high)'],
    });
  });
  it('is off where nobody has switched it on', () =>
    assert.ok(
      check(readRoadmap(LINES.join('\n')), { today: TODAY }).every(
        ({ rule }) => rule !== 'priority-conflict',
      ),
    ));
  for (const lines of [
    ['## P1', '- [ ] x (Priority: high)'],
    ['## P1', '- [x] x (Priority: P3)'],
    ['- [ ] x (Priority: P1)', '  - [ ] y (Priority: P3)'],
    ['- [ ] x (Priority: P3)'],
  ])
    it(`says nothing of ${JSON.stringify(lines)}`, () =>
      assert.deepEqual(says('priority-conflict', ...lines), []));
});
