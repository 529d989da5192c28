import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readRoadmap } from '../../../server/src/roadmap/read.ts';
import { NotPlainError, pack, unpack } from '../../../server/src/workspace/pack.ts';
import { roadmapText } from '../properties/arbitraries.ts';
import { REAL_DOCUMENTS } from '../properties/documents.ts';

describe('packed data', () => {
  for (const value of [
    {},
    [],
    { a: 1, b: -1, c: 0.5, d: 'é\n', e: true, f: null, g: undefined, i: 2 ** 40 },
    { start: 7, end: 3, span: { start: 7, end: 3 }, period: { start: '2025-01-01', end: '2025-03-31' } },
    { first: { start: 1000, end: 1001 }, second: { start: 3, end: 2 ** 30 }, other: { start: -1, end: 1 } },
    { list: [1, 2, 300, 70_000], names: ['a', 'b', 'a'], nested: [[1], [], [[2]]], none: [undefined] },
    { 'a key with spaces': { '': 1 } },
  ])
    it(`come back: ${JSON.stringify(value)}`, () => assert.deepEqual(unpack(pack(value)), value));

  it('keep what refers to the same, in circles too', () => {
    interface Node {
      name: string;
      next?: Node;
      all?: Node[];
    }
    const a: Node = { name: 'a' };
    const b: Node = { name: 'b', next: a };
    a.next = b;
    a.all = [a, b, a];
    const copy = unpack(pack(a)) as Node;
    assert.equal(copy.next?.next, copy);
    assert.deepEqual(
      copy.all?.map((node) => node === copy),
      [true, false, true],
    );
  });

  it('may be nested more deeply than the stack allows', () => {
    let deep: object = {};
    for (let depth = 0; depth < 50_000; depth++) deep = { deep };
    let depth = 0;
    for (let at = unpack(pack(deep)) as { deep?: object }; at.deep; at = at.deep) depth++;
    assert.equal(depth, 50_000);
  });

  it('are nothing else', () => {
    for (const value of [
      { a: new Map() },
      { a: () => 1 },
      { a: NaN },
      { a: -0 },
      { a: 1n },
      [1, 'a'],
      new Date(0),
    ])
      assert.throws(() => pack(value), NotPlainError);
  });

  it('show that they end too early', () => {
    const packed = pack({ list: [1, 2, 3] });
    assert.throws(() => unpack(packed.subarray(0, packed.length - 1)));
    assert.throws(() => unpack(packed.subarray(0, 3)));
  });

  it('are any plain data', () => {
    const leaf = fc.oneof(fc.integer(), fc.string(), fc.boolean(), fc.constant(null), fc.constant(undefined));
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof({ maxDepth: 3 }, leaf, tie('object'), fc.array(tie('object'), { maxLength: 4 })),
      object: fc.dictionary(
        fc.string({ unit: 'binary' }).filter((key) => !/\n|^__proto__$/u.test(key)),
        tie('tree'),
        { noNullPrototype: true, maxKeys: 5 },
      ),
    }));
    fc.assert(
      fc.property(fc.record({ tree }, { noNullPrototype: true }), (value) =>
        assert.deepEqual(unpack(pack(value)), value),
      ),
    );
  });

  it('are the roadmaps of real documents', () => {
    // Reading takes a hundred times as long as packing: every fourth has to do.
    for (const { name, text } of REAL_DOCUMENTS.filter((_, index) => index % 4 === 0)) {
      const roadmap = readRoadmap(text);
      assert.deepEqual(unpack(pack(roadmap)), roadmap, name);
    }
  }).timeout(120_000);

  it('are the roadmaps of any document', () =>
    fc.assert(
      fc.property(roadmapText, (text) => {
        const roadmap = readRoadmap(text);
        assert.deepEqual(unpack(pack(roadmap)), roadmap);
      }),
      { numRuns: 50 },
    ));
});
