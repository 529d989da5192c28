import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { FieldName, Roadmap } from '../../../server/src/roadmap/model.ts';
import { isSameValue, NOTATIONS } from '../../../server/src/roadmap/notations/index.ts';
import { readRoadmap } from '../../../server/src/roadmap/read.ts';
import { roadmapText } from './arbitraries.ts';
import { REAL_DOCUMENTS } from './documents.ts';
import { FIELDS, NEW_VALUES, roundTrip, setAll, valueOf } from './roundTrips.ts';

/** ROUND_TRIP_ALL=1 looks at the long ones too, and at more values: it takes minutes. */
const isThorough = process.env['ROUND_TRIP_ALL'] !== undefined;
/** Every sign, in the words of its documentation. */
const SIGNS_OF_ALL = NOTATIONS.flatMap(({ signs }) => (signs ?? []).map(({ example }) => `- ${example}`));
const DOCUMENTS = [
  { name: 'signs', text: ['## Backlog', '', ...SIGNS_OF_ALL, ''].join('\n') },
  ...REAL_DOCUMENTS.filter(({ text }) => isThorough || text.length < 9000),
];
const STEPS = isThorough ? [1, 2, 3] : [1];
/** Our own documents alone are too few for a share: these are a `x` of todo.txt and one in `massnahmenplan.md`. */
const OWN_EXCEPTIONS = 2;
const hasCorpus = REAL_DOCUMENTS.length > 100;

/** Items that don't say the field, and can. Headings would take what stands beneath them for details. */
const without = (roadmap: Roadmap, field: FieldName): Roadmap['items'] =>
  roadmap.items.filter(
    ({ id, kind, fields, cells, box }) =>
      kind !== 'heading' &&
      fields[field] === undefined &&
      (kind !== 'row' || cells?.[field] !== undefined) &&
      !(field === 'status' && box) &&
      !roadmap.invalidDates.some(({ item }) => item === id),
  );

/** Adds the field to all items without it; how many there are. Those that still count say it. */
function assertAdds(roadmap: Roadmap, field: FieldName): number {
  const value = NEW_VALUES[field];
  const items = without(roadmap, field);
  if (items.length === 0) return 0;
  const { items: after } = setAll(
    roadmap,
    field,
    items.map((item) => [item, value]),
  );
  for (const [index, item] of after.entries())
    assert.ok(
      !item || isSameValue(valueOf(item, field), value),
      `${field} of "${items[index]?.title ?? ''}" is ${JSON.stringify(valueOf(item, field))}`,
    );
  return items.length;
}

describe('each notation writes what it reads', () => {
  it('in text that looks like a roadmap', function () {
    this.timeout(60_000);
    fc.assert(
      fc.property(roadmapText, fc.constantFrom(...FIELDS), (text, field) => {
        const { wrong, changed } = roundTrip(readRoadmap(text), field);
        assert.deepEqual({ wrong, changed }, { wrong: [], changed: [] });
      }),
      { numRuns: 300 },
    );
  });

  it('in real documents', function () {
    this.timeout(isThorough ? 3_600_000 : 120_000);
    const sums = FIELDS.map((field) => ({ field, set: 0, exceptions: 0, inOwnWords: 0 }));
    for (const { name, text } of DOCUMENTS) {
      const roadmap = readRoadmap(text);
      for (const sum of sums)
        for (const steps of STEPS) {
          const { set, wrong, changed, exceptions, exactInOwnWords } = roundTrip(roadmap, sum.field, steps);
          assert.deepEqual({ wrong, changed }, { wrong: [], changed: [] }, name);
          sum.set += set;
          sum.exceptions += exceptions;
          sum.inOwnWords += exactInOwnWords;
        }
    }
    for (const { field, set, exceptions, inOwnWords } of sums) {
      assert.ok(set > 0, `${field} takes part`);
      const most = hasCorpus ? set * 0.02 : OWN_EXCEPTIONS;
      assert.ok(exceptions <= most, `${field}: ${exceptions} exceptions of ${set}`);
      assert.ok(inOwnWords >= set * 0.8, `${field}: ${inOwnWords} of ${set} without wording`);
    }
  });
});

describe('a field is added as it is read', () => {
  it('in real documents', function () {
    this.timeout(isThorough ? 3_600_000 : 120_000);
    // Each field in every tenth document: one example shows what another would.
    for (const [index, field] of FIELDS.entries()) {
      let added = 0;
      for (const { name, text } of DOCUMENTS.filter((_, at) => isThorough || at % FIELDS.length === index))
        try {
          added += assertAdds(readRoadmap(text), field);
        } catch (error) {
          throw new Error(`${name}: ${(error as Error).message}`, { cause: error });
        }
      assert.ok(added > 0, `${field} takes part`);
    }
  });
});
