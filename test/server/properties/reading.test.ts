import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readRoadmap } from '../../../server/src/roadmap/read.ts';
import type { Roadmap, Span } from '../../../server/src/roadmap/model.ts';
import { roadmapText } from './arbitraries.ts';
import { REAL_DOCUMENTS } from './documents.ts';

function assertWellFormed(roadmap: Roadmap): void {
  const { text, items, sections } = roadmap;
  const inside = ({ start, end }: Span, outer: Span, what: string): void => {
    assert.ok(
      outer.start <= start && start <= end && end <= outer.end,
      `${what} ${start}–${end} in ${outer.start}–${outer.end}`,
    );
  };
  const all = { start: 0, end: text.length };
  for (const section of sections) {
    inside(section.span, all, 'section');
    inside(section.heading, section.span, `heading of "${section.title}"`);
  }
  items.forEach((item, index) => {
    inside(item.span, all, 'item');
    inside(item.own, item.span, `own lines of "${item.title}"`);
    inside(item.content, all, 'content');
    inside(item.titleSpan, item.content, `title of "${item.title}"`);
    assert.ok(item.inline.end <= item.span.end);
    const before = items[index - 1];
    assert.ok(!before || before.own.start < item.own.start, 'items stand in the order of the text');
    for (const stated of Object.values(item.fields)) {
      inside(stated.span, stated.whole, `value of a field of "${item.title}"`);
      inside(stated.whole, all, 'field');
    }
  });
  assert.equal(new Set(items.map(({ id }) => id)).size, items.length, 'ids are unique');
}

describe('reading never throws, and gives a well-formed roadmap', () => {
  it('for arbitrary text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) =>
        assertWellFormed(readRoadmap(text)),
      ),
      { numRuns: 300 },
    );
  });

  it('for arbitrary UTF-16, lone surrogates included', () => {
    const units = fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60 });
    fc.assert(
      fc.property(units, (codes) => assertWellFormed(readRoadmap(String.fromCharCode(...codes)))),
      { numRuns: 200 },
    );
  });

  it('for text that looks like a roadmap', () => {
    fc.assert(
      fc.property(roadmapText, (text) => assertWellFormed(readRoadmap(text))),
      { numRuns: 400 },
    );
  });

  it('for random cuts of real documents', function () {
    this.timeout(60_000);
    const cut = fc
      .constantFrom(...REAL_DOCUMENTS)
      .chain(({ name, text }) =>
        fc
          .tuple(fc.nat(text.length), fc.nat(4000))
          .map(([start, length]) => ({ name, piece: text.slice(start, start + length) })),
      );
    fc.assert(
      fc.property(cut, ({ piece }) => assertWellFormed(readRoadmap(piece))),
      { numRuns: 60 },
    );
  });

  it('for nesting that no parser stands', () => {
    const roadmap = readRoadmap(`${'> '.repeat(20_000)}x\n`);
    assert.deepEqual(roadmap.items, []);
    assert.match(roadmap.unreadable.map(({ reason }) => reason).join(), /nested too deeply/);
  });
});
