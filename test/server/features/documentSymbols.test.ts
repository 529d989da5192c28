import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { DocumentSymbol, Position, Range } from 'vscode-languageserver';
import { documentSymbols, flatSymbols } from '../../../server/src/features/documentSymbols.ts';
import { readDocument, type RoadmapDocument } from '../../../server/src/workspace/document.ts';
import { roadmapText } from '../properties/arbitraries.ts';
import { REAL_DOCUMENTS } from '../properties/documents.ts';
import { open, rangeOf, URI } from './document.ts';

/** An outline as indented lines: `name: detail`. */
function outline(symbols: readonly DocumentSymbol[], indent = ''): string[] {
  return symbols.flatMap(({ name, detail, children = [] }) => [
    `${indent}${name}${detail === undefined ? '' : `: ${detail}`}`,
    ...outline(children, `${indent}  `),
  ]);
}

const shown = (...lines: string[]): string[] => outline(documentSymbols(open(...lines)));

describe('document symbols', () => {
  it('are sections and the items in them, in the order of the text', () =>
    assert.deepEqual(
      shown(
        '- [ ] first',
        '',
        '# Plan',
        '',
        '- [ ] a',
        '',
        '## Now',
        '',
        '- [x] b',
        '',
        '## Later',
        '- [~] c',
      ),
      ['first: To do', 'Plan', '  a: To do', '  Now', '    b: Done', '  Later', '    c: In progress'],
    ));

  it('nest items as the text does', () =>
    assert.deepEqual(shown('## Now', '- [ ] a', '  - [ ] b', '    - [x] c', '- [ ] d'), [
      'Now',
      '  a: To do',
      '    b: To do',
      '      c: Done',
      '  d: To do',
    ]));

  it('tell when an item is due, by itself or by its section', () =>
    assert.deepEqual(
      shown(
        '- [ ] a - *Due: 2025-07-25*',
        '- [ ] b - *Due: Q3 2025*',
        '## A (Target: 2025-07-31)',
        '- [x] c',
      ),
      [
        'a: To do, due 2025-07-25',
        'b: To do, due 2025-09-30',
        'A (Target: 2025-07-31)',
        '  c: Done, due 2025-07-31',
      ].map((line) => line.replace(' (Target: 2025-07-31)', '')),
    ));

  it('show a heading that is an item once, with what stands beneath it', () =>
    assert.deepEqual(
      shown(
        '# Plan',
        '## TASK-1: Move',
        'Status: In Progress',
        '',
        '### Steps',
        '- [ ] a',
        '## TASK-2: Stay',
      ),
      ['Plan', '  TASK-1: Move: In progress', '    Steps', '      a: To do', '  TASK-2: Stay: To do'],
    ));

  it('are the rows of tables of work', () =>
    assert.deepEqual(
      shown('## Tasks', '', '| Task | Status |', '|---|---|', '| Dig | Done |', '| Fill | Todo |'),
      ['Tasks', '  Dig: Done', '  Fill: To do'],
    ));

  it('of a document without headings and items are none', () => assert.deepEqual(shown('word'), []));

  it('cover what belongs to them, up to the last line that says something, and select the title', () => {
    const document = open('## Now', '', '- [ ] **dig** it', '  - Owner: @a', '', '', '## Later', '');
    const [now, later] = documentSymbols(document);
    const position = (line: number, character: number): Position => ({ line, character });
    assert.deepEqual(now?.range, { start: position(0, 0), end: position(3, 13) });
    assert.deepEqual(now.selectionRange, rangeOf(document, '## Now'));
    const [dig] = now.children ?? [];
    assert.deepEqual(dig?.range, { start: position(2, 0), end: position(3, 13) });
    assert.deepEqual(dig.selectionRange, rangeOf(document, '**dig** it'));
    assert.deepEqual(later?.range, { start: position(6, 0), end: position(6, 8) });
  });

  it('without nesting say what they stand in', () => {
    const flat = flatSymbols(URI, documentSymbols(open('# Plan', '## Now', '- [ ] a')));
    assert.deepEqual(
      flat.map(({ name, containerName, location }) => [name, containerName, location.range.start.line]),
      [
        ['Plan', undefined, 0],
        ['Now', 'Plan', 1],
        ['a', 'Now', 2],
      ],
    );
    assert.ok(flat.every(({ location: { uri } }) => uri === URI));
  });

  describe('are such as clients accept', () => {
    it('for text that looks like a roadmap', function () {
      this.timeout(60_000);
      fc.assert(
        fc.property(roadmapText, (text) => assertWellFormed(readDocument(URI, 1, text))),
        { numRuns: 200 },
      );
    });

    it('for random cuts of real documents', function () {
      this.timeout(60_000);
      const cut = fc
        .constantFrom(...REAL_DOCUMENTS)
        .chain(({ text }) =>
          fc
            .tuple(fc.nat(text.length), fc.nat(4000))
            .map(([start, length]) => text.slice(start, start + length)),
        );
      fc.assert(
        fc.property(cut, (text) => assertWellFormed(readDocument(URI, 1, text))),
        { numRuns: 60 },
      );
    });
  });
});

/** Editors refuse the whole outline otherwise; and each section and item is in it once. */
function assertWellFormed(document: RoadmapDocument): void {
  let count = 0;
  const visit = (symbols: readonly DocumentSymbol[], around: Range | undefined): void => {
    for (const { name, range, selectionRange, children = [] } of symbols) {
      count++;
      assert.notEqual(name, '');
      assertInside(selectionRange, range, `selection of "${name}"`);
      if (around) assertInside(range, around, `"${name}"`);
      visit(children, range);
    }
  };
  visit(documentSymbols(document), undefined);
  const { items, sections } = document.roadmap;
  assert.equal(count, items.filter(({ kind }) => kind !== 'heading').length + sections.length);
}

function assertInside(inner: Range, outer: Range, what: string): void {
  assert.ok(
    !isBefore(inner.start, outer.start) &&
      !isBefore(outer.end, inner.end) &&
      !isBefore(inner.end, inner.start),
    `${what}: ${JSON.stringify(inner)} in ${JSON.stringify(outer)}`,
  );
}

const isBefore = (a: Position, b: Position): boolean =>
  a.line < b.line || (a.line === b.line && a.character < b.character);
