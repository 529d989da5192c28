import assert from 'node:assert/strict';
import { fuzzyScore } from '../../../server/src/features/fuzzy.ts';
import { WorkspaceSymbols } from '../../../server/src/features/workspaceSymbols.ts';
import { open } from './document.ts';

function found(query: string, ...lines: string[]): string[] {
  const symbols = new WorkspaceSymbols(query, true);
  symbols.add(open(...lines));
  return symbols
    .best()
    .map(({ name, containerName, tags }) => `${name} | ${containerName}${tags ? ' | dropped' : ''}`);
}

describe('workspace symbols', () => {
  const LINES = [
    '# Plan',
    '## Next (due 2025-08-01)',
    '- [ ] Ship the gateway',
    '- [x] Shut the gate',
    '- [-] Sell the goat',
    '- [ ] Agree on all whales - Due: 2025-09-01',
  ];
  it('tell how far an item is, when it is due, and where it stands', () =>
    assert.deepEqual(found('', ...LINES), [
      'Shut the gate | Done, due 2025-08-01 · Next (due 2025-08-01)',
      'Sell the goat | Cancelled, due 2025-08-01 · Next (due 2025-08-01) | dropped',
      'Ship the gateway | To do, due 2025-08-01 · Next (due 2025-08-01)',
      'Agree on all whales | To do, due 2025-09-01 · Next (due 2025-08-01)',
    ]));
  it('are found by pieces of their words', () => {
    const names = (query: string): string[] => found(query, ...LINES).map((line) => line.split(' | ')[0]!);
    assert.deepEqual(names('sgw'), ['Ship the gateway']);
    assert.deepEqual(names('ship gate'), ['Ship the gateway']);
    assert.deepEqual(names('GATE'), ['Shut the gate', 'Ship the gateway']);
    assert.deepEqual(names('xyz'), []);
  });
});

describe('fuzzy score', () => {
  const best = (query: string, ...names: string[]): string | undefined =>
    names
      .map((name) => ({ name, score: fuzzyScore(name, query) }))
      .filter(({ score }) => score !== undefined)
      .sort((a, b) => b.score! - a.score!)[0]?.name;
  it('prefers beginnings of words', () =>
    assert.equal(best('st', 'a loft', 'lost', 'Ship it', 'Ship the'), 'lost'));
  it('prefers initials to letters within', () =>
    assert.equal(best('sg', 'Ship a gate', 'string bag'), 'Ship a gate'));
  it('prefers a whole word at its beginning', () =>
    assert.equal(best('gate', 'delegate', 'the gate'), 'the gate'));
  it('wants the order', () => assert.equal(fuzzyScore('ab', 'ba'), undefined));
});
