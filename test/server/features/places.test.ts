import assert from 'node:assert/strict';
import { definitions } from '../../../server/src/features/definition.ts';
import { targetAt } from '../../../server/src/features/places.ts';
import { highlights, references } from '../../../server/src/features/references.ts';
import { readDocument } from '../../../server/src/workspace/document.ts';
import { mark, marked } from '../markers.ts';
import { URI } from './document.ts';

/** What is referred to from the cursor, marked in the text. */
function referred(...lines: string[]): string[] {
  const { text, cursors } = marked(...lines.map((line) => line.replace(/[⟦⟧]/gu, '')));
  const document = readDocument(URI, 1, text);
  const target = targetAt(document, cursors[0]!);
  const found = target ? references(document, target.named, true) : [];
  assert.deepEqual(
    target ? highlights(document, target).map(({ range }) => range) : [],
    found.map(({ range }) => range),
  );
  return mark(
    text,
    found.map(({ range }) => range),
  );
}

const without = (lines: readonly string[]): string[] => lines.map((line) => line.replace(/‸/gu, ''));

/** Lines whose marks are the places that the cursor's name has. */
const CASES: Readonly<Record<string, readonly string[]>> = {
  'an owner among others': [
    '# Plan',
    '- [ ] a (Owner: ⟦A‸nn⟧, Bob)',
    '- [ ] b - *Owner: Bob and ⟦ann⟧*',
    '- [ ] c - Owner: Annette',
    '- [ ] d - Owner: ⟦@ann⟧',
    '- [ ] e by Ann',
  ],
  'owners in a table': [
    '| Task | Owner | Status |',
    '| --- | --- | --- |',
    '| a | Bob / ⟦An‸n⟧ | todo |',
    '| b | ⟦Ann⟧ (lead) | todo |',
  ],
  'the owner of a section': [
    '# Plan',
    '',
    '## Next',
    '',
    '**Owner:** ⟦@ops‸⟧',
    '',
    '- [ ] a - Owner: ⟦@ops⟧',
  ],
  'owners in a list of their own': [
    '# Plan',
    '- [ ] a',
    '  - Owners: Bob, ⟦Ann⟧',
    '- [ ] b',
    '  - Owner: ⟦A‸nn⟧',
  ],
  'an owner that is a link': [
    '- [ ] a - Owner: [⟦Ann⟧](https://example.org/ann), Bob',
    '- [ ] b - Owner: ⟦Ann‸⟧',
  ],
  'an id, and what depends on it': [
    '- [ ] ⟦TA‸SK-1⟧: first',
    '- [ ] TASK-2: second - *Depends on: ⟦TASK-1⟧, TASK-9*',
    '- [ ] third - Blocked by: ⟦TASK-1⟧ (has to be wired)',
    '- [ ] TASK-10: fourth',
  ],
  'a dependency': ['- [ ] a 🆔 ⟦abc1⟧', '- [ ] b ⛔ xyz2,⟦ab‸c1⟧', '- [ ] c ⛔ ⟦abc1⟧, xyz2'],
  'a title that is depended on': [
    '- [ ] Draw the ‸plan',
    '- [ ] Build - *Depends on: ⟦Draw the plan⟧*',
    '- [ ] Paint - *Depends on: Build, ⟦draw the plan⟧*',
  ],
  'an item with an id, by either': [
    '- [ ] Draw the plan 🆔 ⟦pl‸an1⟧',
    '- [ ] Build - *Depends on: ⟦Draw the plan⟧*',
    '- [ ] Paint ⛔ ⟦plan1⟧',
  ],
  'what names nothing': ['- [ ] a - *Due: 2025-‸07-01*', '- [ ] b - Owner: TBD'],
};

describe('references and highlights', () => {
  for (const [what, lines] of Object.entries(CASES))
    it(`of ${what}`, () => assert.deepEqual(referred(...lines), without(lines)));

  it('leave out where a name is given', () => {
    const { text, cursors } = marked('- [ ] TASK-1: a', '- [ ] b - Depends on: TAS‸K-1');
    const document = readDocument(URI, 1, text);
    const { named } = targetAt(document, cursors[0]!)!;
    assert.deepEqual(references(document, named, false).length, 1);
    assert.deepEqual(references(document, named, true).length, 2);
  });

  it('stand where the text has them, in a text that was decoded wrongly', () => {
    const { text, cursors, ranges } = marked('- [ ] CafÃ© â€“ later (Owner: JosÃ©, ⟦An‸n⟧)');
    const document = readDocument(URI, 1, text);
    assert.ok(document.roadmap.mojibake.length > 0);
    const target = targetAt(document, cursors[0]!);
    assert.deepEqual(
      references(document, target!.named, true).map(({ range }) => range),
      ranges,
    );
  });
});

describe('definition', () => {
  const titleOf = (...lines: string[]): (string | undefined)[] => {
    const { text, cursors } = marked(...lines);
    const document = readDocument(URI, 1, text);
    const target = targetAt(document, cursors[0]!)!;
    const { lines: index } = document;
    return definitions(document, target).map(({ targetSelectionRange: { start, end } }) =>
      text.slice(index.offsetAt(start), index.offsetAt(end)),
    );
  };

  it('of a dependency is the item of that id', () =>
    assert.deepEqual(titleOf('- [ ] TASK-1: a', '- [ ] TASK-12: b', '- [ ] c - Depends on: TASK‸-1'), [
      'TASK-1: a',
    ]));
  it('of a dependency is the item of that title', () =>
    assert.deepEqual(titleOf('- [ ] Draw it', '- [ ] c - Depends on: draw ‸it'), ['Draw it']));
  it('of an id is its item', () => assert.deepEqual(titleOf('- [ ] a 🆔 a‸b1'), ['a']));
  it('of an owner is nowhere', () => assert.deepEqual(titleOf('- [ ] a - Owner: A‸nn'), []));
});
