/** The documents that the project was asked for. They stand beside the project, where there are any. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { applyEdits } from '../../server/src/edits/edit.ts';
import { isTicked, toggleStatus } from '../../server/src/edits/status.ts';
import { effective, type Roadmap } from '../../server/src/roadmap/model.ts';
import { readRoadmap } from '../../server/src/roadmap/read.ts';
import { check } from '../../server/src/rules/index.ts';
import { ROOT } from './built.ts';

const SEEDS = path.join(ROOT, '../shared/seeds');
const TODAY = '2026-11-20';

const there = existsSync(SEEDS);

(there ? describe : describe.skip)(`seeds${there ? '' : `: skipped, for there is no ${SEEDS}`}`, () => {
  const seed = (number: string): Roadmap => {
    const name = readdirSync(SEEDS).find((file) => file.startsWith(number));
    assert.ok(name, number);
    return readRoadmap(readFileSync(path.join(SEEDS, name), 'utf8'));
  };
  const counts = ({ items }: Roadmap): { items: number; done: number } => ({
    items: items.length,
    done: items.filter(({ status }) => status === 'done').length,
  });

  it('000: 30 items, 6 of them done', () => assert.deepEqual(counts(seed('000')), { items: 30, done: 6 }));

  it('001: 25 items, with four epics and their effort', () => {
    const roadmap = seed('001');
    assert.deepEqual(counts(roadmap), { items: 25, done: 0 });
    assert.deepEqual(
      roadmap.items.filter(({ kind }) => kind === 'heading').map(({ fields }) => fields.effort?.value),
      [
        { minHours: 80, maxHours: 120 },
        { minHours: 120, maxHours: 160 },
        { minHours: 64, maxHours: 96 },
        { minHours: 80, maxHours: 120 },
      ],
    );
  });

  it('002: no item from what a terminal printed', () => {
    const roadmap = seed('002');
    assert.deepEqual(roadmap.unreadable, []);
    assert.ok(roadmap.items.length > 0);
    const fences = [...roadmap.text.matchAll(/^```[^]*?^```/gmu)];
    assert.equal(fences.length, 2);
    for (const { own, title } of roadmap.items)
      for (const fence of fences)
        assert.ok(own.end <= fence.index || own.start >= fence.index + fence[0].length, title);
  });

  it('003: 101 items, 1 of them done, with the priorities of their headings', () => {
    const roadmap = seed('003');
    assert.deepEqual(counts(roadmap), { items: 101, done: 1 });
    const given = roadmap.items.flatMap((item) => effective(item, 'priority')?.value ?? []);
    assert.deepEqual(given.slice(0, 5), ['P1', 'P1', 'P2', 'P2', 'P3']);
  });

  describe('004', () => {
    const roadmap = (): Roadmap => seed('004');
    const findings = (rule: string): number =>
      check(roadmap(), { today: TODAY }).filter((finding) => finding.rule === rule).length;

    it('33 items, 9 of them done', () => assert.deepEqual(counts(roadmap()), { items: 33, done: 9 }));
    it('all 24 that are open are past due, none of those that are done', () => {
      assert.equal(findings('past-due'), 24);
      const late = check(roadmap(), { today: TODAY }).flatMap(({ fix }) =>
        fix.kind === 'reschedule' ? [fix.item] : [],
      );
      assert.ok(roadmap().items.every(({ id, status }) => late.includes(id) === (status === 'todo')));
    });
    it('in want of a review', () => assert.equal(findings('stale-review'), 1));
    it('nothing without an owner, no date that can not be', () =>
      assert.deepEqual([findings('missing-owner'), findings('invalid-date')], [0, 0]));
    it('priorities 1 to 4 by section', () => {
      const given = new Set(roadmap().items.map((item) => effective(item, 'priority')?.value));
      assert.deepEqual([...given], ['P1', 'P2', 'P3', 'P4', undefined]);
    });
    it('readable sections', () =>
      assert.ok(roadmap().sections.some(({ title }) => title === 'Priority 1: Security Vulnerabilities')));
  });

  for (const number of ['000', '001', '002', '003', '004'])
    it(`${number}: two toggles give back the bytes`, function () {
      this.timeout(30_000);
      const roadmap = seed(number);
      const dates = roadmap.items.some(({ fields }) => fields.completed);
      const items = roadmap.items.filter(({ box, fields, status }) =>
        box ? box.mark === ' ' || !dates || fields.completed : status === 'todo',
      );
      // Each toggle reads the document twice again: some of each will do.
      const step = Math.ceil(items.length / 8);
      for (const item of items.filter((_, index) => index % step === 0)) {
        const once = readRoadmap(applyEdits(roadmap.text, toggleStatus(roadmap, item, TODAY) ?? []));
        const after = once.items.find(({ id }) => id === item.id);
        assert.ok(after && isTicked(after) !== isTicked(item), item.title);
        assert.equal(applyEdits(once.text, toggleStatus(once, after, TODAY) ?? []), roadmap.text, item.title);
      }
    });
});
