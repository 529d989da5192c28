import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Range } from 'vscode-languageserver';
import { codeLenses } from '../../../server/src/features/codeLens.ts';
import { diagnostics } from '../../../server/src/features/diagnostics.ts';
import { documentLinks } from '../../../server/src/features/documentLinks.ts';
import { documentSymbols, symbolsInParts } from '../../../server/src/features/documentSymbols.ts';
import { encode } from '../../../server/src/node/encoder.ts';
import { OpenRoadmap, readDocument, type RoadmapDocument } from '../../../server/src/workspace/document.ts';
import { roadmapText } from '../properties/arbitraries.ts';

const TODAY = '2025-08-01';
const LINKS = { issues: 'https://example.org/{id}' };
const URI = 'file:///w/ROADMAP.md';

const byPlace = <T extends { range: Range }>(told: readonly T[]): T[] =>
  [...told].sort(
    (a, b) =>
      a.range.start.line - b.range.start.line ||
      a.range.start.character - b.range.start.character ||
      (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1),
  );

/** All that is told of a document after each key stroke, as it is sent. */
const told = (document: RoadmapDocument): unknown =>
  JSON.parse(
    JSON.stringify({
      symbols: documentSymbols(document),
      links: documentLinks(document, LINKS),
      lenses: byPlace(codeLenses(document, TODAY).all),
      findings: byPlace(diagnostics(document, { today: TODAY }).all),
    }),
  ) as unknown;

/** The same as text, as it is written to a stream. */
const written = (document: RoadmapDocument): unknown => {
  const { symbols, links, lenses, findings } = JSON.parse(
    encode({
      symbols: symbolsInParts(document),
      links: documentLinks(document, LINKS),
      lenses: codeLenses(document, TODAY),
      findings: diagnostics(document, { today: TODAY }),
    }).toString(),
  ) as { symbols: unknown; links: unknown; lenses: { range: Range }[]; findings: { range: Range }[] };
  return { symbols, links, lenses: byPlace(lenses), findings: byPlace(findings) };
};

const documents = fc.array(roadmapText, { minLength: 1, maxLength: 4 }).map((texts) => texts.join('\n'));
const COMMENTS = [
  '<!-- roadmap-disable-next-line missing-owner -->\n',
  '<!-- roadmap-disable past-due, missing-owner -->\n',
  '<!-- roadmap-enable past-due -->',
  '\n<!-- roadmap-disable-file -->',
];
const insert = fc.constantFrom(
  'x',
  '\n',
  '- [ ] ',
  '## Done\n',
  '# T\n',
  'Owner: @a',
  ' (done)',
  '# ',
  '#12 ',
  '[a](b.md) ',
  '',
  ...COMMENTS,
);
const edit = fc.record({ at: fc.nat(), remove: fc.nat({ max: 12 }), insert });

describe('what is told of a document after a key stroke', function () {
  this.timeout(60_000);

  it('is what would be told of it if it were read from scratch', () => {
    fc.assert(
      fc.property(documents, fc.array(edit, { minLength: 1, maxLength: 6 }), (text, edits) => {
        const open = new OpenRoadmap(URI);
        let current = text;
        open.read(1, current, undefined);
        edits.forEach(({ at, remove, insert: inserted }, index) => {
          const start = at % (current.length + 1);
          const end = Math.min(start + remove, current.length);
          current = current.slice(0, start) + inserted + current.slice(end);
          const version = index + 2;
          const document = open.read(version, current, [{ start, end, text: inserted }]);
          const anew = told(readDocument(URI, version, current));
          assert.deepEqual(written(document), anew, JSON.stringify(current));
          assert.deepEqual(told(document), anew, JSON.stringify(current));
        });
      }),
      { numRuns: Number(process.env['EDIT_RUNS'] ?? 100) },
    );
  });
});
