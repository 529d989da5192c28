import assert from 'node:assert/strict';
import { toggle } from '../../../server/src/features/toggle.ts';
import type { RoadmapDocument } from '../../../server/src/workspace/document.ts';
import { applied, open, SUPPORT, TODAY, URI } from './document.ts';

const of = (document: RoadmapDocument, title: string) => ({
  uri: URI,
  id: document.roadmap.items.find((item) => item.title === title)?.id ?? 'none',
  version: document.version,
});

describe('toggle command', () => {
  it('gives an edit of the version', () => {
    const document = open('- [ ] a', '- [ ] b');
    const result = toggle(document, of(document, 'b'), TODAY, SUPPORT);
    assert.ok('edit' in result);
    assert.equal(applied(document, result.edit), '- [ ] a\n- [x] b\n');
  });

  it('finds the item where lines have moved since', () => {
    const before = open('- [ ] a', '- [ ] b');
    const now = open('word', '', '- [ ] b', '- [ ] a');
    const result = toggle({ ...now, version: 8 }, of(before, 'b'), TODAY, SUPPORT);
    assert.ok('edit' in result);
    assert.equal(applied({ ...now, version: 8 }, result.edit), 'word\n\n- [x] b\n- [ ] a\n');
  });

  for (const [what, lines, version] of [
    ['the item is gone', ['- [ ] b'], 7],
    ['there is another of its name, and the document has changed', ['- [ ] a', '- [ ] a'], 8],
  ] as const)
    it(`is refused where ${what}`, () =>
      assert.deepEqual(toggle({ ...open(...lines), version }, of(open('- [ ] a'), 'a'), TODAY, SUPPORT), {
        refused: 'The item is no longer there: the document has changed.',
      }));

  it('is refused where the document is gone', () =>
    assert.ok('refused' in toggle(undefined, of(open('- [ ] a'), 'a'), TODAY, SUPPORT)));

  it('is refused, with a reason, where only the section says that the item is done', () => {
    const document = open('## Done', '- a');
    assert.deepEqual(toggle(document, of(document, 'a'), TODAY, SUPPORT), {
      refused: '"a" is done because of the section it stands in: move it to reopen it.',
    });
  });
});
