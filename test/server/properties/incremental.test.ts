import assert from 'node:assert/strict';
import fc from 'fast-check';
import { RoadmapReading } from '../../../server/src/roadmap/chapters/roadmapReading.ts';
import { MarkdownDocument } from '../../../server/src/roadmap/markdown/incremental/document.ts';
import type { Item, Roadmap, Section } from '../../../server/src/roadmap/model.ts';
import { forget } from '../../../server/src/roadmap/remember.ts';
import { roadmapText } from './arbitraries.ts';
import { REAL_DOCUMENTS } from './documents.ts';

/** All of a roadmap as plain data: what refers to others, by their place. */
function plain(roadmap: Roadmap): unknown {
  const nameOf = (value: Item | Section | undefined): unknown =>
    value && ('heading' in value ? ['section', value.heading.start] : ['item', value.own.start, value.id]);
  const replacer = (key: string, value: unknown): unknown =>
    key === 'parent' || key === 'section' ? nameOf(value as Item | Section | undefined) : value;
  // What only a document that is edited has says nothing more.
  const shown = { ...roadmap, parts: undefined, ownInvalidDates: undefined };
  return JSON.parse(JSON.stringify(shown, replacer)) as unknown;
}

const fromScratch = (text: string): RoadmapReading => RoadmapReading.of(MarkdownDocument.parse(text), false);

const insert = fc.oneof(
  { weight: 3, arbitrary: roadmapText.map((text) => text.slice(0, 80)) },
  {
    weight: 5,
    arbitrary: fc.constantFrom(
      ...[
        'x',
        ' ',
        '\n',
        '\n\n',
        '#',
        '# ',
        '## ',
        '- ',
        '[ ] ',
        '`',
        '```\n',
        '<!--',
        '-->',
        '|',
        '**',
        ':',
        '✅',
      ],
      ...[
        '## Owner: Ann\n',
        '# Done\n',
        '## Phase 2\n',
        '# Plan 2026\n',
        '1. ',
        '❌ ',
        '---\n',
        'Status: Done\n',
        '\r\n',
      ],
      ...['**Last Updated:** 2025-07-24\n', 'Week 1 (Oct 20-26)\n', '13/04/2025', '😀'],
    ),
  },
);
const edit = fc.record({ at: fc.nat(), remove: fc.oneof(fc.constant(0), fc.nat({ max: 40 })), insert });
const documents = fc.array(roadmapText, { minLength: 1, maxLength: 5 }).map((texts) => texts.join('\n'));

/** Edits a text step by step, and compares what each leaves with the text read anew. */
function assertSame(text: string, edits: readonly { at: number; remove: number; insert: string }[]): void {
  let current = text;
  let reading = RoadmapReading.of(MarkdownDocument.parse(text), true);
  for (const { at, remove, insert } of edits) {
    const start = at % (current.length + 1);
    const end = Math.min(start + remove, current.length);
    current = current.slice(0, start) + insert + current.slice(end);
    reading = reading.next(reading.markdown.edit([{ start, end, text: insert }]));
    assert.equal(reading.markdown.text, current);
    assert.deepEqual(plain(reading.roadmap), plain(fromScratch(current).roadmap), JSON.stringify(current));
  }
  forget();
}

describe('a roadmap that is read on, edit by edit', function () {
  this.timeout(60_000);
  const numRuns = Number(process.env['EDIT_RUNS'] ?? 150);

  it('is the same as one read from scratch', () => {
    fc.assert(
      fc.property(documents, fc.array(edit, { minLength: 1, maxLength: 8 }), (text, edits) =>
        assertSame(text, edits),
      ),
      { numRuns },
    );
  });

  it('of real documents too', function () {
    const small = REAL_DOCUMENTS.filter(({ text }) => text.length < 12_000);
    if (small.length === 0) this.skip();
    fc.assert(
      fc.property(
        fc.constantFrom(...small),
        fc.array(edit, { minLength: 1, maxLength: 3 }),
        ({ text }, edits) => assertSame(text, edits),
      ),
      { numRuns: Math.ceil(numRuns / 10) },
    );
  });

  it('reads nothing but the chapter that was edited', () => {
    const text = Array.from({ length: 50 }, (_, nth) => `## Garden ${nth}\n\n- [ ] Dig\n- [ ] Sow\n\n`).join(
      '',
    );
    const reading = RoadmapReading.of(MarkdownDocument.parse(`# T\n\n${text}`), true);
    assert.equal(reading.chaptersRead, 51);
    const at = text.length / 2;
    const next = reading.next(reading.markdown.edit([{ start: at, end: at, text: 'x' }]));
    assert.ok(next.chaptersRead <= 2, `${next.chaptersRead}`);
  });
});
