import assert from 'node:assert/strict';
import {
  dependedOn,
  dependenciesOf,
  hierarchyItem,
  hierarchyTarget,
  shownItem,
  waitingFor,
} from '../../../server/src/features/callHierarchy.ts';
import { readDocument } from '../../../server/src/workspace/document.ts';
import { marked } from '../markers.ts';
import { item } from '../roadmap/read.ts';
import { URI } from './document.ts';

describe('hierarchy of dependencies', () => {
  const { text, ranges } = marked(
    '- [ ] TASK-1: Dig - Due: 2025-08-01',
    '- [x] TASK-2: Plant - Depends on: ⟦TASK-1⟧, ⟦Buy seeds⟧, TASK-9',
    '- [ ] Buy seeds',
    '- [ ] Water - Depends on: TASK-2',
  );
  const document = readDocument(URI, 1, text);
  const { roadmap } = document;

  it('shows what an item depends on, and where it says so', () =>
    assert.deepEqual(
      dependedOn(document, dependenciesOf(document, item(roadmap, 'TASK-2: Plant'))).map(
        ({ to, fromRanges }) => [to.name, to.detail, ...fromRanges],
      ),
      [
        ['TASK-1: Dig', 'To do, due 2025-08-01', ranges[0]],
        ['Buy seeds', 'To do', ranges[1]],
      ],
    ));
  it('shows what waits for it', () => {
    const waiting = (title: string): string[] =>
      waitingFor(document, item(roadmap, title)).map(({ from }) => from.name);
    assert.deepEqual(waiting('TASK-2: Plant'), ['Water']);
    assert.deepEqual(waiting('Buy seeds'), ['TASK-2: Plant']);
    assert.deepEqual(waiting('Water'), []);
    assert.deepEqual(waitingFor(document, item(roadmap, 'TASK-1: Dig'))[0]?.fromRanges, [ranges[0]]);
  });
  it('begins with an item, or with what is depended on', () => {
    const at = (line: number, character: number) => hierarchyTarget(document, { line, character });
    assert.deepEqual(at(3, 8), { item: item(roadmap, 'Water') });
    assert.deepEqual(at(3, 30), { named: { kind: 'item', keys: new Set(['task-2']) } });
    assert.equal(at(4, 0), undefined);
  });
  it('finds the item again that was shown', () => {
    const water = item(roadmap, 'Water');
    assert.equal(shownItem(document, hierarchyItem(document, water)), water);
  });
});
