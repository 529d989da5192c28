import assert from 'node:assert/strict';
import { readRoadmap } from '../../../server/src/roadmap/read.ts';
import { OpenRoadmap, type RoadmapDocument } from '../../../server/src/workspace/document.ts';

const titles = ({ roadmap }: RoadmapDocument): string[] => roadmap.items.map(({ title }) => title);

describe('an open roadmap', () => {
  const text = '## Garden\n- [ ] dig\n\n## Shed\n- [ ] paint\n';

  it('is read on by what has changed', () => {
    const open = new OpenRoadmap('file:///a.md');
    const first = open.read(1, text, undefined);
    const at = text.indexOf('dig');
    const next = open.read(2, text.replace('dig', 'sow'), [{ start: at, end: at + 3, text: 'sow' }]);
    assert.deepEqual(titles(next), ['sow', 'paint']);
    assert.equal(next.chapters?.[1]?.part, first.chapters?.[1]?.part);
  });

  it('is read by its text where the changes give another one', () => {
    const open = new OpenRoadmap('file:///a.md');
    open.read(1, text, undefined);
    const next = open.read(2, text.replace('dig', 'water'), [{ start: 0, end: 400, text: '- [ ] other' }]);
    assert.deepEqual(titles(next), ['water', 'paint']);
    assert.deepEqual(titles(open.read(3, '- [ ] a', undefined)), ['a']);
  });

  it('is what is known of it, until it is edited', () => {
    const open = new OpenRoadmap('file:///a.md');
    const known = readRoadmap(text);
    assert.equal(open.read(1, text, undefined, known).roadmap, known);
    const next = open.read(2, `${text}x`, [{ start: text.length, end: text.length, text: 'x' }]);
    assert.deepEqual(titles(next), ['dig', 'paint x']);
    open.dispose();
  });

  it('is read as it was meant where it was decoded wrongly, and by chapters when that is mended', () => {
    const open = new OpenRoadmap('file:///a.md');
    const garbled = text.replace('dig', 'dig \u00f0\u0178\u201d\u00b4');
    assert.equal(open.read(1, garbled, undefined).roadmap.mojibake.length, 1);
    const at = garbled.indexOf('\u00f0');
    const next = open.read(2, text.replace('dig', 'dig '), [{ start: at, end: at + 4, text: '' }]);
    assert.deepEqual([next.roadmap.mojibake, titles(next)], [[], ['dig', 'paint']]);
  });
});
