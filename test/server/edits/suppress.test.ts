import assert from 'node:assert/strict';
import { applyEdits } from '../../../server/src/edits/edit.ts';
import { suppressHere, suppressInFile, unsuppress } from '../../../server/src/edits/suppress.ts';
import { read, text } from '../roadmap/read.ts';

/** The document after its place marked by ‸ was silenced. */
function here(...lines: string[]): string[] {
  const marked = text(...lines);
  const at = marked.indexOf('‸');
  const roadmap = read(...marked.replace('‸', '').split('\n').slice(0, -1));
  return applyEdits(roadmap.text, suppressHere(roadmap, 'past-due', at))
    .split('\n')
    .slice(0, -1);
}
const inFile = (...lines: string[]): string[] => {
  const roadmap = read(...lines);
  return applyEdits(roadmap.text, suppressInFile(roadmap, 'past-due')).split('\n').slice(0, -1);
};
const LINE = '<!-- roadmap-disable-next-line past-due -->';
const FILE = '<!-- roadmap-disable-file past-due -->';

describe('a comment that silences a line', () => {
  for (const [what, before, after] of [
    ['stands before the first item', ['- [ ] ‸a', '- [ ] b'], [LINE, '- [ ] a', '- [ ] b']],
    ['stands in the item before', ['- [ ] a', '- [ ] ‸b'], ['- [ ] a', `  ${LINE}`, '- [ ] b']],
    ['stands as deep as a first child', ['- [ ] a', '  - [ ] ‸b'], ['- [ ] a', `  ${LINE}`, '  - [ ] b']],
    [
      'stands in the sibling, not in its children',
      ['1. a', '   - b', '', '2. ‸c'],
      ['1. a', '   - b', '', `   ${LINE}`, '2. c'],
    ],
    [
      'stays in a list with lazy lines',
      ['- [ ] a', 'goes on', '- [ ] ‸b'],
      ['- [ ] a', 'goes on', `  ${LINE}`, '- [ ] b'],
    ],
    ['stays in a quote', ['> - [ ] a', '> - [ ] ‸b'], ['> - [ ] a', `>   ${LINE}`, '> - [ ] b']],
    ['stands before a heading', ['- a', '## ‸B'], ['- a', LINE, '## B']],
    [
      'stands behind the line before, within a paragraph',
      ['- [ ] a', '  ‸Due: x'],
      [`- [ ] a ${LINE}`, '  Due: x'],
    ],
    ['stands before a paragraph', ['# A', '', '‸Due: x'], ['# A', '', LINE, 'Due: x']],
    [
      'goes around a table',
      ['| Task | Due |', '| --- | --- |', '| ‸a | 2025-01-01 |', '', 'b'],
      [
        '<!-- roadmap-disable past-due -->',
        '| Task | Due |',
        '| --- | --- |',
        '| a | 2025-01-01 |',
        '<!-- roadmap-enable past-due -->',
        '',
        'b',
      ],
    ],
    [
      'joins the one that is there',
      ['<!-- roadmap-disable-next-line missing-owner -->', '- [ ] ‸a'],
      ['<!-- roadmap-disable-next-line missing-owner, past-due -->', '- [ ] a'],
    ],
    [
      'isn’t written into front matter',
      ['---', 'tasks:', '  - ‸a', '---'],
      ['---', 'tasks:', '  - a', '---'],
    ],
  ] as [string, string[], string[]][])
    it(what, () => assert.deepEqual(here(...before), after));
});

describe('a comment that silences a document', () => {
  it('stands at its beginning', () => assert.deepEqual(inFile('# A'), [FILE, '', '# A']));
  it('stands behind its front matter', () =>
    assert.deepEqual(inFile('---', 'a: b', '---', '# A'), ['---', 'a: b', '---', '', FILE, '# A']));
  it('stands behind a byte order mark', () =>
    assert.deepEqual(inFile('\ufeff# A'), [`\ufeff${FILE}`, '', '# A']));
  it('joins the one that is there', () =>
    assert.deepEqual(inFile('<!-- roadmap-disable-file x -->'), [
      '<!-- roadmap-disable-file x, past-due -->',
    ]));
});

describe('a comment that silences', () => {
  const without = (rule: string | undefined, ...lines: string[]): string => {
    const roadmap = read(...lines);
    return applyEdits(roadmap.text, unsuppress(roadmap, roadmap.directives[0]!.span, rule));
  };

  it('goes with its line', () =>
    assert.equal(without('past-due', '- [ ] a', `  ${LINE}`, '- [ ] b'), '- [ ] a\n- [ ] b\n'));
  it('goes from the line that it ends', () =>
    assert.equal(without('past-due', `- [ ] a ${LINE}`, '  b'), '- [ ] a\n  b\n'));
  it('goes where it names no rule', () =>
    assert.equal(without(undefined, '<!-- roadmap-disable -->', '- [ ] a'), '- [ ] a\n'));
  for (const [rule, left] of [
    ['a', 'b, c'],
    ['b', 'a, c'],
    ['c', 'a, b'],
  ] as const)
    it(`goes on without ${rule}`, () =>
      assert.equal(
        without(rule, '<!-- roadmap-disable a, b, c -->', '- [ ] a'),
        `<!-- roadmap-disable ${left} -->\n- [ ] a\n`,
      ));
});
