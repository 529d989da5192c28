import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits, type Edit } from '../../../server/src/edits/edit.ts';
import { normalizeDates } from '../../../server/src/edits/isoDates.ts';
import { isSameItem } from '../../../server/src/edits/meaning.ts';
import { doneItems, moveDone } from '../../../server/src/edits/moveDone.ts';
import { convertNotation } from '../../../server/src/edits/notation.ts';
import { sortItems, type Order } from '../../../server/src/edits/sort.ts';
import type { Item, Roadmap } from '../../../server/src/roadmap/model.ts';
import { readRoadmap } from '../../../server/src/roadmap/read.ts';
import { roadmapText } from './arbitraries.ts';
import { REAL_DOCUMENTS } from './documents.ts';

/** Long documents hold no other shapes than short ones, and would take minutes. */
const SHORT_DOCUMENTS = REAL_DOCUMENTS.filter(({ text }) => text.length < 5000);
const ORDERS: readonly Order[] = ['priority', 'due', 'status', 'organized'];

const apply = ({ text }: Roadmap, edits: readonly Edit[]): Roadmap => readRoadmap(applyEdits(text, edits));
const linesOf = (text: string): string[] => text.split(/\r\n|\n|\r/u).sort();

/** What each item says, whatever its place. */
const said = ({ items }: Roadmap): string[] =>
  items
    .map(({ title, status, fields }) => JSON.stringify([title, status, Object.keys(fields).sort()]))
    .sort();

function assertSorts(roadmap: Roadmap, order: Order): void {
  const once = apply(roadmap, sortItems(roadmap, order));
  assert.deepEqual(linesOf(once.text), linesOf(roadmap.text), 'the lines are the same');
  assert.equal(once.text.length, roadmap.text.length, 'so are the bytes');
  assert.deepEqual(said(once), said(roadmap), `the items are the same by ${order}:\n${roadmap.text}`);
  assert.equal(apply(once, sortItems(once, order)).text, once.text, 'sorting twice changes nothing more');
}

const sameItems = (one: readonly Item[], other: readonly Item[]): boolean =>
  one.length === other.length && one.every((item, nth) => isSameItem(item, other[nth]!));

function assertConverts(roadmap: Roadmap): void {
  for (const there of ['dataview', 'tasks', 'labels'] as const) {
    const converted = apply(roadmap, convertNotation(roadmap, there));
    assert.ok(sameItems(roadmap.items, converted.items), `${there} says the same:\n${converted.text}`);
    const back = apply(converted, convertNotation(converted, 'labels'));
    assert.ok(sameItems(roadmap.items, back.items), `and back from ${there}:\n${back.text}`);
    const again = apply(converted, convertNotation(converted, there));
    assert.equal(again.text, converted.text, 'twice changes nothing more');
  }
}

function assertMoves(roadmap: Roadmap): void {
  const moved = doneItems(roadmap).map(({ span }) => roadmap.text.slice(span.start, span.end));
  const after = apply(roadmap, moveDone(roadmap));
  for (const block of moved) assert.ok(after.text.includes(block), `"${block}" keeps its bytes`);
  assert.deepEqual(said(after), said(roadmap), `the items are the same:\n${after.text}`);
}

function assertIso(roadmap: Roadmap): void {
  const after = apply(roadmap, normalizeDates(roadmap));
  assert.ok(sameItems(roadmap.items, after.items), `dates mean the same:\n${after.text}`);
  assert.deepEqual(normalizeDates(after), [], 'twice changes nothing more');
}

function assertAll(roadmap: Roadmap): void {
  for (const order of ORDERS) assertSorts(roadmap, order);
  assertConverts(roadmap);
  assertMoves(roadmap);
  assertIso(roadmap);
}

describe('refactorings', () => {
  it('keep what they are not about, in text that looks like a roadmap', function () {
    this.timeout(60_000);
    fc.assert(
      fc.property(roadmapText, (text) => assertAll(readRoadmap(text))),
      { numRuns: 40 },
    );
  });

  it('and in real documents', function () {
    this.timeout(120_000);
    for (const { name, text } of SHORT_DOCUMENTS)
      try {
        assertAll(readRoadmap(text));
      } catch (error) {
        throw new Error(`${name}: ${(error as Error).message.slice(0, 2000)}`, { cause: error });
      }
  });
});
