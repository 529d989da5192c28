import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits } from '../../../server/src/edits/edit.ts';
import { unsuppress } from '../../../server/src/edits/suppress.ts';
import { suppressionsFor } from '../../../server/src/features/suppressions.ts';
import { sectionPath, type Roadmap } from '../../../server/src/roadmap/model.ts';
import { readRoadmap } from '../../../server/src/roadmap/read.ts';
import { check, type RatedFinding } from '../../../server/src/rules/index.ts';
import { roadmapText } from './arbitraries.ts';
import { REAL_DOCUMENTS } from './documents.ts';

const TODAY = '2026-11-20';

/** All that is known of items, but for where they stand. */
const known = ({ items }: Roadmap): unknown =>
  items.map(({ id, kind, title, status, fields, inherited, section }) => ({
    id,
    kind,
    title,
    status,
    fields: Object.entries(fields)
      .map(([field, { text }]) => `${field}: ${text}`)
      .sort(),
    inherited: Object.entries(inherited).map(([field, { text, from }]) => `${field}: ${text} of ${from}`),
    section: sectionPath(section),
  }));

const told = (findings: readonly RatedFinding[]): string[] =>
  findings.map(({ rule, message }) => `${rule} ${message}`).sort();

function assertSilences(roadmap: Roadmap, finding: RatedFinding): void {
  const before = check(roadmap, { today: TODAY });
  for (const { title, edits } of suppressionsFor(roadmap, finding.rule, finding.span.start)) {
    const text = applyEdits(roadmap.text, edits);
    const explain = `${title}: ${finding.message}\n--- before\n${roadmap.text}\n--- after\n${text}`;
    const silenced = readRoadmap(text);
    assert.deepEqual(known(silenced), known(roadmap), explain);
    const after = told(check(silenced, { today: TODAY }));
    assert.ok(after.length < before.length, `it is silent: ${explain}`);
    for (const one of after)
      assert.ok(told(before).includes(one), `nothing new is told (${one}): ${explain}`);
    if (title.endsWith('table')) continue;
    const [comment] = silenced.directives;
    assert.ok(comment && silenced.directives.length === 1 + roadmap.directives.length, explain);
    assert.equal(
      applyEdits(text, unsuppress(silenced, comment.span, finding.rule)),
      roadmap.text,
      `it can be taken back: ${explain}`,
    );
  }
}

describe('a comment that silences a finding silences it, and changes nothing else', () => {
  it('in text that looks like a roadmap', function () {
    this.timeout(120_000);
    fc.assert(
      fc.property(roadmapText, (text) => {
        const roadmap = readRoadmap(text);
        for (const finding of check(roadmap, { today: TODAY })) assertSilences(roadmap, finding);
      }),
      { numRuns: 60 },
    );
  });

  it('in real documents', function () {
    this.timeout(120_000);
    for (const { name, text } of REAL_DOCUMENTS.filter(({ text }) => text.length < 9000)) {
      const roadmap = readRoadmap(text);
      const findings = check(roadmap, { today: TODAY });
      const step = Math.ceil(findings.length / Number(process.env['FINDINGS'] ?? 1));
      for (const finding of findings.filter((_, index) => index % step === 0))
        try {
          assertSilences(roadmap, finding);
        } catch (error) {
          throw new Error(`${name}: ${(error as Error).message.slice(0, 1500)}`, { cause: error });
        }
    }
  });
});
