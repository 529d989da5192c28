import assert from 'node:assert/strict';
import fc from 'fast-check';
import { RoadmapReading } from '../../../server/src/roadmap/chapters/roadmapReading.ts';
import { MarkdownDocument } from '../../../server/src/roadmap/markdown/incremental/document.ts';
import { at, read } from './read.ts';

const directives = (...lines: string[]): unknown[] => {
  const roadmap = read(...lines);
  return roadmap.directives.map(({ kind, rules, covers }) => [
    kind,
    rules.map(({ name, span }) => (at(roadmap, span) === name ? name : 'elsewhere')),
    ...(kind === 'next-line' ? [at(roadmap, covers)] : []),
  ]);
};

describe('comments that silence', () => {
  for (const [what, lines, expected] of [
    [
      'the next line',
      ['<!-- roadmap-disable-next-line a-b, c -->', '', '- [ ] x'],
      ['next-line', ['a-b', 'c'], '- [ ] x'],
    ],
    [
      'the line below their own',
      ['- [ ] x <!-- roadmap-disable-next-line a -->', '  y'],
      ['next-line', ['a'], '  y'],
    ],
    [
      'the next chapter',
      ['# A', '<!--roadmap-disable-next-line a-->', '', '## B'],
      ['next-line', ['a'], '## B'],
    ],
    ['nothing at the end', ['# A', '', '<!-- roadmap-disable-next-line -->'], ['next-line', [], '']],
    ['a range', ['<!-- roadmap-disable a b -->'], ['begin', ['a', 'b']]],
    ['nothing any more', ['- x', '  <!-- roadmap-enable -->'], ['end', []]],
    ['a document', ['| a <!-- roadmap-disable-file a --> |', '| --- |'], ['file', ['a']]],
  ] as [string, string[], unknown][])
    it(`silence ${what}`, () => assert.deepEqual(directives(...lines), [expected]));

  for (const lines of [
    ['`<!-- roadmap-disable -->`'],
    ['```', '<!-- roadmap-disable -->', '```'],
    ['<!-- roadmap-disabled -->'],
    ['<!-- roadmap-disable-everything -->'],
    ['<!-- roadmap -->'],
    ['---', 'x: "<!-- roadmap-disable -->"', '---'],
  ])
    it(`are none: ${lines.join(' ')}`, () => assert.deepEqual(directives(...lines), []));

  it('stay where they are, whatever is edited around them', () => {
    const line = fc.constantFrom(
      '# A',
      '## B',
      '- [ ] x',
      '',
      '<!-- roadmap-disable-next-line a, b -->',
      '<!-- roadmap-disable -->',
      '```',
      '---',
      'roadmap:',
      '  rules: {}',
    );
    const edit = fc.record({
      at: fc.nat(),
      remove: fc.nat({ max: 9 }),
      insert: fc.oneof(line, fc.constant('\n')),
    });
    const said = ({ roadmap }: RoadmapReading): unknown =>
      JSON.parse(JSON.stringify([roadmap.directives, roadmap.configuration ?? null]));
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), fc.array(edit, { maxLength: 5 }), (lines, edits) => {
        let text = lines.join('\n');
        let reading = RoadmapReading.of(MarkdownDocument.parse(text), true);
        for (const { at, remove, insert } of edits) {
          const start = at % (text.length + 1);
          const end = Math.min(start + remove, text.length);
          text = text.slice(0, start) + insert + text.slice(end);
          reading = reading.next(reading.markdown.edit([{ start, end, text: insert }]));
          assert.deepEqual(said(reading), said(RoadmapReading.of(MarkdownDocument.parse(text), false)), text);
        }
      }),
      { numRuns: 200 },
    );
  });
});
