import assert from 'node:assert/strict';
import { buildTree, type Group } from '../../../client/src/tree/model.ts';
import { due, file, item } from '../items.ts';

const options = { showClosed: false, fileName: (uri: string) => uri.replace('file:///work/', '') };

/** A tree as text: groups with their rows' titles. */
function outline(groups: readonly Group[]): Record<string, string[]> {
  return Object.fromEntries(
    groups.map((group) => [group.priority ?? 'none', group.rows.map((row) => row.item.title)]),
  );
}

describe('tree model', () => {
  it('groups by priority, most urgent first, and has no empty groups', () => {
    const groups = buildTree(
      [
        file(
          'ROADMAP.md',
          item('someday'),
          item('low', { priority: 'P3' }),
          item('now', { priority: 'P0' }),
          item('too', { priority: 'P0' }),
        ),
      ],
      options,
    );
    assert.deepEqual(
      groups.map((group) => group.priority),
      ['P0', 'P3', null],
    );
    assert.deepEqual(outline(groups), { P0: ['now', 'too'], P3: ['low'], none: ['someday'] });
  });

  it('sorts overdue items first, then by due date, then as in the documents', () => {
    const groups = buildTree(
      [
        file('b.md', item('undated b')),
        file(
          'a.md',
          item('undated a'),
          item('undated a 2'),
          item('far', due('2025-09-01', 30)),
          item('near', due('2025-08-03', 1)),
          item('late', due('2025-08-01', -1)),
          item('very late', due('2025-07-01', -32)),
        ),
      ],
      options,
    );
    assert.deepEqual(outline(groups), {
      none: ['very late', 'late', 'near', 'far', 'undated a', 'undated a 2', 'undated b'],
    });
  });

  it('sorts a period by its last day', () => {
    const quarter = { start: '2025-07-01', end: '2025-09-30', text: 'Q3 2025' };
    const groups = buildTree(
      [file('a.md', item('quarter', { due: quarter, daysLeft: 50 }), item('day', due('2025-08-12', 1)))],
      options,
    );
    assert.deepEqual(outline(groups), { none: ['day', 'quarter'] });
  });

  describe('closed items', () => {
    const files = [
      file(
        'a.md',
        item('dropped', { status: 'cancelled' }),
        item('later', { status: 'deferred' }),
        item('ready', { status: 'done', ...due('2025-01-01', -200), overdue: false }),
        item('open', due('2025-08-12', 1)),
        item('finished', { status: 'done', priority: 'P1' }),
      ),
    ];

    it('are hidden but counted', () => {
      const groups = buildTree(files, options);
      assert.deepEqual(outline(groups), { none: ['open'] });
      assert.deepEqual(groups[0]?.counts, { open: 1, overdue: 0, closed: 3 });
    });

    it('come last, in document order, when they are shown', () => {
      const groups = buildTree(files, { ...options, showClosed: true });
      assert.deepEqual(outline(groups), { P1: ['finished'], none: ['open', 'dropped', 'later', 'ready'] });
    });
  });

  it('gives every row a key of its own, the same from one build to the next', () => {
    const files = [file('a.md', item('twice'), item('twice'), item('once')), file('b.md', item('twice'))];
    const keys = () => buildTree(files, options).flatMap((group) => group.rows.map((row) => row.key));
    assert.equal(new Set(keys()).size, 4);
    assert.deepEqual(keys(), keys());
  });

  it('leaves the items that it was given in their order', () => {
    const files = [file('a.md', item('undated'), item('dated', due('2025-08-12', 1)))];
    buildTree(files, options);
    assert.deepEqual(
      files[0]?.items.map(({ title }) => title),
      ['undated', 'dated'],
    );
  });
});
