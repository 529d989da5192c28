import assert from 'node:assert/strict';
import { item, read } from './read.ts';

const PLAN = ['# Plan', '## Now', '- [ ] Ship', '- [ ] Test', '## Later', '- [ ] Ship'];
const ids = (...lines: string[]): string[] => read(...lines).items.map(({ id }) => id);

describe('identity', () => {
  it('tells all items of a document apart', () => {
    const all = ids(...PLAN, '- [ ] Ship', '- [ ] Ship');
    assert.equal(new Set(all).size, all.length);
  });

  for (const [what, lines] of [
    ['the document gets another name', PLAN.map((line) => line.replace('# Plan', '# The Plan'))],
    ['lines are put before it', ['', 'A word.', '', ...PLAN]],
    ['a field comes', PLAN.map((line) => line.replace('Ship', 'Ship - *Due: 2025-08-01*'))],
    ['it is ticked', PLAN.map((line) => line.replace('[ ]', '[x]'))],
    ['the section is decorated', PLAN.map((line) => line.replace('## Now', '## 🔴 **Now**'))],
    ['an item with another title comes before it', PLAN.toSpliced(2, 0, '- [ ] New')],
  ] as const)
    it(`stays when ${what}`, () => {
      const now = ids(...lines);
      for (const id of ids(...PLAN)) assert.ok(now.includes(id));
    });

  it('changes with title and section', () => {
    const [ship] = ids(...PLAN);
    assert.ok(!ids(...PLAN.map((line) => line.replace('Ship', 'Ship it'))).includes(ship!));
    assert.ok(!ids(...PLAN.map((line) => line.replace('Now', 'Soon'))).includes(ship!));
  });

  it('is what it always was: other programs may have kept it', () =>
    assert.equal(item(read('# Plan', '## Now', '- [ ] Ship'), 'Ship').id, '2cc0858d'));
});
