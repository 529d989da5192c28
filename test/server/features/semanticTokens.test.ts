import assert from 'node:assert/strict';
import { semanticTokens, TokenHistory } from '../../../server/src/features/semanticTokens.ts';
import { TOKENS_LEGEND } from '../../../server/src/features/semanticTokensLegend.ts';
import { OpenRoadmap, type RoadmapDocument } from '../../../server/src/workspace/document.ts';
import { open, TODAY, URI } from './document.ts';

/** The tokens as words: type and modifiers, and what they stand on. */
function decoded({ roadmap }: RoadmapDocument, data: readonly number[]): string[] {
  const lines = roadmap.text.split(/\r?\n/u);
  const told: string[] = [];
  let [line, character] = [0, 0];
  for (let at = 0; at < data.length; at += 5) {
    const [down = 0, right = 0, length = 0, type = 0, bits = 0] = data.slice(at, at + 5);
    character = down === 0 ? character + right : right;
    line += down;
    const modifiers = TOKENS_LEGEND.tokenModifiers.filter((_, nth) => bits & (1 << nth));
    const words = lines[line]!.slice(character, character + length);
    told.push(
      [[TOKENS_LEGEND.tokenTypes[type]?.replace('roadmap', ''), ...modifiers].join('.'), words].join(' '),
    );
  }
  return told;
}
const tokens = (...lines: string[]): string[] => {
  const document = open(...lines);
  return decoded(document, semanticTokens(document, TODAY));
};

describe('semantic tokens', () => {
  it('stand on fields, their labels and boxes', () =>
    assert.deepEqual(tokens('- [ ] a (Due: 2025-08-01) 🔼', '  - **Owner:** Ann', '  - Effort: 3 days'), [
      'Label Due',
      'Due 2025-08-01',
      'Priority 🔼',
      'Label Owner',
      'Owner Ann',
      'Label Effort',
      'Effort 3 days',
    ]));

  it('tell what is late, done or handed down', () =>
    assert.deepEqual(
      tokens(
        '## B',
        '',
        '**Owner:** Ann',
        '',
        '- [ ] a [due:: 2025-07-01]',
        '- [x] b [due:: 2025-07-01]',
        '- [ ] c (blocked)',
      ),
      [
        'Label Owner',
        'Owner.handedDown Ann',
        'Label due',
        'Due.overdue 2025-07-01',
        'Status.done x',
        'Label due',
        'Due.done 2025-07-01',
        'Status.blocked blocked',
      ],
    ));

  it('stand in cells', () =>
    assert.deepEqual(tokens('| Task | Owner | Due |', '| - | - | - |', '| a | Ann | 2025-09-01 |'), [
      'Owner Ann',
      'Due 2025-09-01',
    ]));

  it('have one piece for each line', () =>
    assert.deepEqual(tokens('- [ ] a', '  - Owners:', '    - Ann', '    - Bob').slice(-3), [
      'Label Owners',
      'Owner Ann',
      'Owner Bob',
    ]));

  it('of a range are those of its lines', () => {
    const document = open('- [ ] a', '- [x] b', '- [ ] c');
    const range = { start: { line: 1, character: 0 }, end: { line: 1, character: 5 } };
    assert.deepEqual(decoded(document, semanticTokens(document, TODAY, range)), ['Status.done x']);
  });

  it('go where their chapter goes, and are told anew at midnight', () => {
    const roadmap = new OpenRoadmap(URI);
    const text = '# T\n\n## A\n\n- [ ] a (Due: 2025-07-28)\n\n## B\n\n- [x] b\n';
    const first = roadmap.read(1, text, undefined);
    assert.ok(first.chapters);
    assert.deepEqual(decoded(first, semanticTokens(first, TODAY)), [
      'Label Due',
      'Due 2025-07-28',
      'Status.done x',
    ]);
    const changed = text.replace('# T\n', '# T\n\nWords\n');
    const second = roadmap.read(2, changed, [{ start: 4, end: 4, text: '\nWords\n' }]);
    const range = { start: { line: 10, character: 0 }, end: { line: 11, character: 0 } };
    assert.deepEqual(decoded(second, semanticTokens(second, '2025-07-29')), [
      'Label Due',
      'Due.overdue 2025-07-28',
      'Status.done x',
    ]);
    assert.deepEqual(decoded(second, semanticTokens(second, TODAY, range)), ['Status.done x']);
  });
});

describe('the history of tokens', () => {
  const BEFORE = [0, 0, 1, 0, 0, 1, 2, 3, 4, 0, 1, 0, 1, 1, 0];
  it('tells what has changed', () => {
    for (const after of [
      BEFORE,
      [...BEFORE.slice(0, 5), ...BEFORE.slice(10)],
      [...BEFORE.slice(0, 5), 1, 2, 9, 4, 0, ...BEFORE.slice(10)],
      [...BEFORE.slice(0, 10), 0, 1, 2, 3, 1, ...BEFORE.slice(10)],
      [],
    ]) {
      const history = new TokenHistory();
      const { resultId = '' } = history.full(URI, BEFORE);
      const delta = history.delta(URI, resultId, after);
      assert.ok('edits' in delta);
      const data = [...BEFORE];
      for (const { start, deleteCount, data: added = [] } of delta.edits) {
        assert.equal(start % 5, 0, 'whole tokens');
        data.splice(start, deleteCount, ...added);
      }
      assert.deepEqual(data, after);
    }
  });

  it('tells all to who has something else', () => {
    const history = new TokenHistory();
    history.full(URI, BEFORE);
    assert.ok('data' in history.delta(URI, 'other', BEFORE));
  });
});
