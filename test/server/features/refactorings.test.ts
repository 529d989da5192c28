import assert from 'node:assert/strict';
import type { CodeAction } from 'vscode-languageserver';
import {
  isRefactoringData,
  refactoringEdit,
  refactorings,
  resolvesEdits,
} from '../../../server/src/features/refactorings.ts';
import type { RoadmapDocument } from '../../../server/src/workspace/document.ts';
import { applied, open, rangeOf, SUPPORT } from './document.ts';

const LINES = ['## A (P1)', '', '- [x] a', '- [ ] b (P0)', '', '## Completed', '', '- [x] c'];

function offeredAt(document: RoadmapDocument, words: string, only?: string[], isLazy = true): CodeAction[] {
  const context = { diagnostics: [], ...(only ? { only } : {}) };
  return refactorings(document, { range: rangeOf(document, words), context }, SUPPORT, isLazy);
}
const titlesAt = (words: string, only?: string[]): string[] =>
  offeredAt(open(...LINES), words, only).map(({ title }) => title);

describe('refactorings', () => {
  it('of an item are offered on it', () =>
    assert.deepEqual(titlesAt('a\n'), ['Make it a bullet without a box']));

  it('of a section or document are offered on headings', () =>
    assert.deepEqual(titlesAt('## A'), [
      'Sort the items of "A" by priority',
      'Sort the items of "A" by status',
      'Move done items to "Completed"',
      'Write all fields as emoji of Obsidian Tasks',
      'Write all fields as inline fields of Dataview',
      'Write all fields as labels in parentheses',
    ]));

  it('are offered anywhere to who asks for them by name', () => {
    assert.deepEqual(titlesAt('b', ['refactor.move']), [
      'Sort the items of "A" by priority',
      'Sort the items of "A" by status',
      'Move done items to "Completed"',
    ]);
    assert.deepEqual(titlesAt('b', ['source.organizeItems']), [
      'Organize items: open ones first, by priority and due date',
    ]);
    assert.deepEqual(titlesAt('b', ['quickfix']), []);
  });

  it('tell their edits when they are chosen, or at once to who cannot ask', () => {
    const document = open(...LINES);
    const [lazy] = offeredAt(document, '## A', ['refactor.move']);
    assert.ok(lazy?.edit === undefined && isRefactoringData(lazy?.data));
    const [eager] = offeredAt(document, '## A', ['refactor.move'], false);
    const text = applied(document, eager?.edit);
    assert.ok(text.startsWith('## A (P1)\n\n- [ ] b (P0)\n- [x] a\n\n'));
    assert.equal(applied(document, refactoringEdit(document, lazy.data, SUPPORT)), text);
    assert.equal(refactoringEdit(open('- [ ] a'), lazy.data, SUPPORT), undefined, 'nothing to sort');
  });

  it('are asked for by clients that say so', () => {
    assert.equal(resolvesEdits({}), false);
    const codeAction = { dataSupport: true, resolveSupport: { properties: ['edit'] } };
    assert.equal(resolvesEdits({ textDocument: { codeAction } }), true);
  });
});
