import assert from 'node:assert/strict';
import type { ItemReason, OtherReason } from '../../../server/src/roadmap/reasons.ts';
import { at, read } from './read.ts';

/** A document and the words of the one line of it that has the reason; what the reason is about, where it tells. */
type Case = readonly [lines: readonly string[], words: string, about?: string];

// Each union has to be covered, or this doesn't compile.
const ITEMS: Readonly<Record<ItemReason, readonly Case[]>> = {
  box: [
    [['- [ ] a'], 'a'],
    [['## Notes', '> - [x] a'], 'a'],
    [['- [ ] a', '  - [ ] b'], 'a'],
  ],
  'among-boxes': [[['## Notes', '- [ ] a', '- b'], 'b']],
  sign: [
    [['## Plan', '- ✅ a', '- ❌ b'], 'a'],
    [['## Plan', '- 🚧 a', '- 🚧 b'], 'a'],
    [['## Plan', '✅ a', '❌ b'], 'b'],
  ],
  section: [
    [['## Backlog', '- a'], 'a', 'Backlog'],
    [['## Fertig', '1. a'], 'a', 'Fertig'],
  ],
  lead: [[['## Chapter', 'Planned work:', '', '- a'], 'a', 'Planned work']],
  ticks: [
    [['## Chapter', '- ✅ a'], '✅ a'],
    [['## Done', '✅ a', '✔ b'], '✔ b'],
  ],
  step: [[['## Plan', '### TASK-7: Ship', '1. a'], 'a', 'TASK-7: Ship']],
  scheduled: [[['- [ ] x', '', '## A', '- **Day 1:** y'], 'Day 1: y']],
  plain: [
    [['- a'], 'a'],
    [['## Security', '- a'], 'a'],
  ],
  named: [
    [['## Phase 1', '**Task 1.1:** Sow', '', 'Words.'], 'Sow'],
    [['## Shed', '- Task 1: Sow'], 'Task 1: Sow'],
  ],
  topic: [
    [['## Backlog', '- Tooling', '  - write a script', '  - sort the keys'], 'write a script', 'Tooling'],
  ],
  row: [[['## Plan', '', '| Task | Owner |', '|---|---|', '| a | @b |'], 'a']],
  column: [[['| To do | Done |', '|---|---|', '| a | b |'], 'b']],
  'heading-id': [[['## TASK-7: Ship', 'Words.'], 'TASK-7: Ship']],
  'heading-place': [[['## Plan', '### 1. Sow', 'Words.', '### 2. Reap', 'Words.'], '1. Sow']],
  'heading-fields': [[['## Shed', '**Due:** 2025-08-01'], 'Shed']],
  'front-matter': [[['---', 'tasks:', '  - a', '---'], 'a']],
};

const OTHERS: Readonly<Record<OtherReason, readonly Case[]>> = {
  field: [
    [['- [ ] a', '  - Owner: @b'], '- Owner: @b', 'a'],
    [['## Backlog', '- Owner: @b', '- a'], 'Owner: @b'],
  ],
  detail: [
    [['## Backlog', '- a', '- Risk: high'], 'Risk: high', 'Risk'],
    [['## Backlog', '- 99.9% uptime'], '99.9% uptime'],
  ],
  reference: [[['## Backlog', '- [Notes](#notes)', '- a'], '[Notes](#notes)']],
  category: [[['## Backlog', '- **Modules:**', '  - a'], '**Modules:**', 'Modules']],
  nested: [
    [['- [ ] a', '  - b'], 'b', 'a'],
    [['## Backlog', '- **Tools:**', '  - a'], 'a', 'Backlog'],
  ],
  quoted: [[['> - a'], 'a']],
  'no-section': [[['- a', '', '## Backlog'], 'a']],
  'other-section': [
    [['## Notes', '- a'], 'a', 'Notes'],
    [['## Notes', '✅ a', '❌ b'], '✅ a\n❌ b', 'Notes'],
  ],
  'other-lead': [
    [['## Backlog', 'Notes:', '', '- a'], 'a', 'Notes'],
    [['## Backlog', 'The button:', '', '- blinks'], 'blinks', 'The button'],
  ],
  'heading-item': [[['## TASK-7: Ship', '- a'], 'a', 'TASK-7: Ship']],
  remark: [
    [['- [ ] a', '', '## Security', '- b'], 'b', 'Security'],
    [['## Security', '✅ a', '✅ b'], '✅ a\n✅ b', 'Security'],
  ],
  legend: [[['## Backlog', '- **High:** for users', '- **Low:** for us'], '**High:** for users']],
  pointers: [
    [['## Backlog', '- Plan: `PLAN.md`'], 'Plan: `PLAN.md`'],
    [['## Backlog', '- `due` - a day', '- `id` - a name'], '`due` - a day'],
  ],
  'other-table': [[['## Plan', '', '| Metric | Current |', '|---|---|', '| a | 7 |'], '| a | 7 |']],
  'empty-row': [[['## Plan', '', '| Task | Owner |', '|---|---|', '| a | @b |', '| | @c |'], '| | @c |']],
  code: [[['```', '- [ ] a', '```'], '```\n- [ ] a\n```']],
  comment: [[['<!--', '- [ ] a', '-->'], '<!--\n- [ ] a\n-->']],
};

describe('reasons', () => {
  describe('of items', () => {
    for (const [reason, cases] of Object.entries(ITEMS))
      for (const [lines, title, about] of cases)
        it(`${reason}: ${lines.join(' / ')}`, () =>
          assert.deepEqual(
            read(...lines).items.flatMap((item) =>
              item.title === title ? [[item.because.reason, item.because.about]] : [],
            ),
            [[reason, about]],
          ));
  });

  describe('of what is none', () => {
    for (const [reason, cases] of Object.entries(OTHERS))
      for (const [lines, words, about] of cases)
        it(`${reason}: ${lines.join(' / ')}`, () => {
          const roadmap = read(...lines);
          assert.deepEqual(
            roadmap.passedOver.flatMap((passed) =>
              at(roadmap, passed.span) === words ? [[passed.reason, passed.about]] : [],
            ),
            [[reason, about]],
          );
        });
  });
});
