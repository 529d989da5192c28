import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits } from '../../../server/src/edits/edit.ts';
import { proposalsFor } from '../../../server/src/features/codeActions.ts';
import { check, type RatedFinding } from '../../../server/src/rules/index.ts';
import type { Settings } from '../../../server/src/rules/settings.ts';
import type { Roadmap } from '../../../server/src/roadmap/model.ts';
import { readOn } from '../../../server/src/roadmap/read.ts';
import { at, read, text } from '../roadmap/read.ts';
import { settings } from './settings.ts';

const today = '2025-07-28';
const found = (roadmap: Roadmap, settled: Settings): RatedFinding[] =>
  check(roadmap, { today, settings: settled }).filter(({ rule }) => rule === 'unknown-owner');
const says = (settled: Settings, ...lines: string[]): [string, string][] => {
  const roadmap = read(...lines);
  return found(roadmap, settled).map(({ span, message }) => [at(roadmap, span), message]);
};
/** The whole text with each fix applied. */
function fixed(settled: Settings, ...lines: string[]): string[] {
  const roadmap = read(...lines);
  return found(roadmap, settled).flatMap(({ fix, span }) =>
    proposalsFor(roadmap, fix, span, { today, owners: [] }).map(({ edits }) =>
      applyEdits(roadmap.text, edits),
    ),
  );
}

const OWNERS = settings({ owners: ['@mina', 'Ann Lee'] });
const coded = (...codeOwners: string[]): Settings => ({ ...settings({}), codeOwners });

describe('rule unknown-owner', () => {
  it('tells who is on no list, and who was meant', () =>
    assert.deepEqual(says(OWNERS, '- [ ] a (Owner: @mnia)', '- [ ] b (Owner: @zoe)'), [
      ['@mnia', '"a" belongs to @mnia, who is on no list of owners: meant @mina?'],
      ['@zoe', '"b" belongs to @zoe, who is on no list of owners.'],
    ]));
  it('tells an owner of a section once', () =>
    assert.deepEqual(says(OWNERS, '## A', '**Owner:** @zoe', '', '- [ ] a', '- [ ] b'), [
      ['@zoe', '@zoe, who is on no list of owners.'],
    ]));
  it('tells one of several', () =>
    assert.deepEqual(
      says(OWNERS, '- [ ] a (Owner: @mina, @zoe)').map(([place]) => place),
      ['@zoe'],
    ));
  it('says nothing where there is no list', () =>
    assert.deepEqual(says(settings({}), '- [ ] a (Owner: @zoe)'), []));
  for (const line of [
    '- [ ] a (Owner: @mina)',
    '- [ ] a (Owner: Mina)',
    '- [ ] a (Owner: Ann)',
    '- [ ] a (Owner: ann lee)',
    '- [ ] a (Owner: TBD)',
    '- [ ] a',
    '- [x] a (Owner: @zoe)',
  ])
    it(`says nothing of ${line}`, () => assert.deepEqual(says(OWNERS, line), []));

  it('judges only handles by CODEOWNERS', () =>
    assert.deepEqual(
      says(
        coded('@mina', '@org/backend', 'cleo@example.com'),
        '- [ ] a (Owner: @zoe)',
        '- [ ] b (Owner: Zoe)',
        '- [ ] c (Owner: @backend)',
        '- [ ] d (Owner: @cleo)',
        '- [ ] e (Owner: @mina)',
      ).map(([place]) => place),
      ['@zoe'],
    ));
  it('judges by the team of the document', () => {
    const team = ['## Team', '- @mina', '- @ben'];
    const work = ['## Work', '- [ ] a (Owner: @mina)', '- [ ] b (Owner: @zoe)'];
    assert.deepEqual(
      says(settings({}), ...work, ...team).map(([place]) => place),
      ['@zoe'],
    );
    assert.deepEqual(says(settings({ owners: ['@zoe'] }), ...work, ...team), []);
  });

  it('follows what is edited in another chapter', () => {
    const before = text(
      '## Work',
      '- [ ] a (Owner: @mina)',
      '- [ ] b (Owner: @zoe)',
      '',
      '## Team',
      '- @mina',
    );
    const reading = readOn(undefined, before, undefined);
    assert.equal(found(reading.roadmap, settings({})).length, 1);
    const after = readOn(reading, `${before}- @zoe\n`, undefined);
    assert.equal(found(after.roadmap, settings({})).length, 0);
    assert.equal(after.chapters[0]?.part, reading.chapters[0]?.part);
  });

  it('changes to the near one, and nothing else', () => {
    assert.deepEqual(fixed(OWNERS, '- [ ] a (Owner: @bea, @mnia) - *Due: 2025-08-01*'), [
      '- [ ] a (Owner: @bea, @mina) - *Due: 2025-08-01*\n',
    ]);
    assert.deepEqual(fixed(OWNERS, '| Task | Owner |', '| --- | --- |', '| a | @mnia |'), [
      '| Task | Owner |\n| --- | --- |\n| a | @mina |\n',
    ]);
    assert.deepEqual(fixed(OWNERS, '- [ ] a', '  - **Owner**: mnia (lead)'), [
      '- [ ] a\n  - **Owner**: mina (lead)\n',
    ]);
    assert.deepEqual(fixed(coded('@org/backend'), '- [ ] a (Owner: @org/bakend)'), [
      '- [ ] a (Owner: @org/backend)\n',
    ]);
  });
  it('offers nothing where nobody is near, or several are', () => {
    assert.deepEqual(fixed(OWNERS, '- [ ] a (Owner: @zoe)'), []);
    assert.deepEqual(fixed(settings({ owners: ['@mina', '@nina'] }), '- [ ] a (Owner: @wina)'), []);
  });
  it('is silent of all who are listed', () =>
    fc.assert(
      fc.property(fc.uniqueArray(fc.stringMatching(/^@[a-z]{3,8}$/u), { minLength: 1 }), (owners) => {
        const lines = owners.map((owner, index) => `- [ ] item ${index} (Owner: ${owner})`);
        assert.deepEqual(says(settings({ owners }), ...lines), []);
      }),
    ));
});
