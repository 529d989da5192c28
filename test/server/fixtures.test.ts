import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { applyEdits } from '../../server/src/edits/edit.ts';
import { toggleStatus } from '../../server/src/edits/status.ts';
import { effective, type Roadmap } from '../../server/src/roadmap/model.ts';
import { readRoadmap } from '../../server/src/roadmap/read.ts';
import { check } from '../../server/src/rules/index.ts';
import { DOCUMENTS, readFixture } from './fixtures.ts';
import { item, titles } from './roadmap/read.ts';

const TODAY = '2026-11-20';

const done = ({ items }: Roadmap): number => items.filter(({ status }) => status === 'done').length;
const found = (roadmap: Roadmap, rule: string): number =>
  check(roadmap, { today: TODAY }).filter((finding) => finding.rule === rule).length;
const priorities = ({ items }: Roadmap): string[] =>
  items.map((it) => effective(it, 'priority')?.value ?? '-');
const sections = (roadmap: Roadmap): string[] => roadmap.sections.map(({ title }) => title);

describe('documents in the dialects that people write', () => {
  describe('a log with owners and dates, mis-decoded', () => {
    const roadmap = readFixture('improvements-log.md');

    it('has 8 items, 2 of them done', () => assert.deepEqual([roadmap.items.length, done(roadmap)], [8, 2]));
    it('is past due in all that is open and dated', () => assert.equal(found(roadmap, 'past-due'), 6));
    it('is in want of a review', () => assert.equal(found(roadmap, 'stale-review'), 1));
    it('names an owner for everything', () => assert.equal(found(roadmap, 'missing-owner'), 0));
    it('has priorities by section', () =>
      assert.deepEqual(priorities(roadmap), ['P1', 'P1', 'P1', 'P2', 'P2', 'P4', '-', '-']));
    it('names its sections readably', () =>
      assert.deepEqual(sections(roadmap).slice(1, 3), ['Priority 1: Safety of Bookings', 'Accounts']));
    it('promises a week', () =>
      assert.deepEqual(
        [item(roadmap, 'Keep a second timetable server').section?.horizon?.value.end],
        ['2025-03-17'],
      ));
    it('takes no target for a date, no status for one, no down time for an effort', () => {
      assert.deepEqual(Object.keys(item(roadmap, 'Check card terminals for tampering').fields).sort(), [
        'due',
        'owners',
      ]);
      assert.deepEqual(Object.keys(item(roadmap, 'Keep a second timetable server').fields).sort(), [
        'due',
        'owners',
      ]);
      assert.equal(item(roadmap, 'Ask for a second factor at the harbour desks').status, 'todo');
    });
  });

  describe('phases with priorities in headings, mis-decoded', () => {
    const roadmap = readFixture('phases.md');

    it('have 11 items, 1 of them done', () =>
      assert.deepEqual([roadmap.items.length, done(roadmap)], [11, 1]));
    it('have priorities by section', () =>
      assert.deepEqual(priorities(roadmap), ['-', '-', '-', 'P1', 'P1', 'P2', 'P3', '-', '-', '-', '-']));
    it('have readable titles', () => {
      assert.ok(titles(roadmap).includes('Weigh crates at the gate (scale → tablet → server)'));
      assert.ok(sections(roadmap).includes('Phase 1: Core (Current Focus)'));
    });
    it('leave what stands at the end to the document', () => {
      assert.deepEqual(item(roadmap, 'Keep copies in a second barn').fields, {});
      assert.equal(roadmap.document.lastUpdated?.value.end, '2025-09-21');
    });
    it('are told once for each section that nobody owns', () =>
      assert.equal(found(roadmap, 'missing-owner'), 6));
  });

  describe('epics with fields in headings', () => {
    const roadmap = readFixture('epics.md');

    it('are items, and so are their steps', () => assert.equal(roadmap.items.length, 10));
    for (const [title, minHours, maxHours] of [
      ['Greenhouse (Second Site)', 32, 48],
      ['Cold Store', 80, 120],
      ['Delivery Routes', 40, 64],
    ] as const)
      it(`${title} takes ${minHours} to ${maxHours} hours`, () => {
        const epic = item(roadmap, title);
        assert.deepEqual([epic.kind, epic.fields.effort?.value], ['heading', { minHours, maxHours }]);
        assert.ok(roadmap.items.some(({ parent }) => parent === epic));
      });
  });

  describe('bullets in categories, with output in fences', () => {
    const roadmap = readFixture('readiness.md');

    it('have 11 items, none of them from a fence', () => {
      assert.equal(roadmap.items.length, 11);
      assert.ok(titles(roadmap).every((title) => !title.includes('not an item')));
      assert.ok(roadmap.items.every(({ fields }) => Object.keys(fields).length === 0));
    });
    it('are those beneath a category, not the category', () => {
      assert.ok(titles(roadmap).includes('Write one.'));
      for (const category of ['Spare Parts', 'Who Is Told', 'Phone Tree', 'Paper'])
        assert.ok(!titles(roadmap).includes(category), category);
    });
  });

  describe('boxes without owners or dates', () => {
    const roadmap = readFixture('enhancements.md');

    it('are 7, 3 of them done', () => assert.deepEqual([roadmap.items.length, done(roadmap)], [7, 3]));
    it('take no date and no status out of a title', () => {
      assert.deepEqual(item(roadmap, 'Lamps that turn off by themselves (released May 2024)').fields, {});
      assert.equal(item(roadmap, 'Search by shelf (if visitors ask for it)').status, 'todo');
    });
  });

  for (const name of readdirSync(DOCUMENTS))
    it(`${name}: two toggles of any item give back the bytes`, () => {
      const roadmap = readFixture(name);
      // What was neither done nor to do, or was ticked without the date that others have, is not given back.
      const items = roadmap.items.filter(({ box, status, fields }) =>
        box ? box.mark === ' ' || (box.mark === 'x' && fields.completed) : status === 'todo',
      );
      assert.ok(items.length > 0);
      for (const before of items) {
        const once = readRoadmap(applyEdits(roadmap.text, toggleStatus(roadmap, before, TODAY) ?? []));
        const after = once.items.find(({ id }) => id === before.id);
        assert.ok(after && after.status !== before.status, before.title);
        assert.equal(
          applyEdits(once.text, toggleStatus(once, after, TODAY) ?? []),
          roadmap.text,
          before.title,
        );
      }
    });
});
