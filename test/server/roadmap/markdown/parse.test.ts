import assert from 'node:assert/strict';
import { parseMarkdown } from '../../../../server/src/roadmap/markdown/parse.ts';

describe('parser', () => {
  it('knows what GitHub adds', () => {
    const { root, unreadable } = parseMarkdown('| a |\n|---|\n| b |\n\n- [ ] c ~~d~~\n');
    assert.equal(unreadable, undefined);
    assert.deepEqual(
      root.children.map(({ type }) => type),
      ['table', 'list'],
    );
  });

  it('does not throw where a text is nested deeply', () => {
    const { root, unreadable } = parseMarkdown('> '.repeat(1_000));
    if (unreadable === undefined) assert.ok(root.children.length > 0);
    else assert.deepEqual([root.children, unreadable], [[], 'it is nested too deeply']);
  });
});
