import assert from 'node:assert/strict';
import { readRoadmap } from '../../../server/src/roadmap/read.ts';
import { pageOf, roadmapOf } from './documents.ts';
import { SHAPES } from './shapes.ts';
import { placesIn } from './typing.ts';

describe('the documents of the benchmark', () => {
  for (const items of [20, 100, 500])
    it(`have ${items} items as they say`, () =>
      assert.equal(readRoadmap(roadmapOf(items)).items.length, items));

  it('have about 110 bytes for each item', () => {
    const share = Buffer.byteLength(roadmapOf(1000)) / 1000;
    assert.ok(share > 95 && share < 125, `${share} bytes`);
  });

  it('are the same each time, and others for another seed', () => {
    assert.equal(roadmapOf(200, 7), roadmapOf(200, 7));
    assert.notEqual(roadmapOf(200, 7), roadmapOf(200, 8));
  });

  it('are of many kinds', () => {
    const { items } = readRoadmap(roadmapOf(300));
    assert.deepEqual([...new Set(items.map(({ kind }) => kind))].sort(), ['heading', 'row', 'task']);
    assert.ok(
      items.some(({ parent }) => parent?.kind === 'task'),
      'no step of a task',
    );
    for (const field of ['owners', 'due', 'completed', 'priority', 'status', 'effort'] as const)
      assert.ok(
        items.some(({ fields }) => fields[field]),
        `no ${field}`,
      );
  });

  it('are none where the page plans nothing', () => assert.deepEqual(readRoadmap(pageOf(3)).items, []));

  for (const { name, of } of SHAPES)
    it(`grow as they are told: ${name}`, () => assert.ok(of(80).length > 1.8 * of(40).length));
});

describe('places to type at', () => {
  const text = roadmapOf(100);

  it('are within words', () => {
    for (const { line, character, offset } of placesIn(text, 50)) {
      assert.match(text.slice(offset - 2, offset + 2), /^[a-z]{4}$/u);
      assert.equal(
        text.split('\n').slice(0, line).join('\n').length + (line > 0 ? 1 : 0) + character,
        offset,
      );
    }
  });

  it('are all over the text', () => {
    const quarters = placesIn(text, 12).map(({ offset }) => Math.floor((4 * offset) / text.length));
    assert.deepEqual([...new Set(quarters)].sort(), [0, 1, 2, 3]);
  });
});
