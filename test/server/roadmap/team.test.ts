import assert from 'node:assert/strict';
import { Directory, teamOf } from '../../../server/src/roadmap/team.ts';
import { read } from './read.ts';

const WORK = ['## Work', '- [ ] a (Owner: @ann)', '- [ ] b (Owner: @bea)'];

describe('the team of a document', () => {
  for (const [lines, names] of [
    [
      ['- @ann: design', '- @bea - code'],
      ['@ann', 'design', '@bea', 'code'],
    ],
    [
      ['- **Ann Lee** (@ann)', '1. [@bea](https://example.com/bea)'],
      ['Ann Lee', '@ann', '@bea'],
    ],
    [
      ['| Name | Role |', '| --- | --- |', '| Ann | Lead |', '| Bea | Code |'],
      ['Name', 'Role', 'Ann', 'Lead', 'Bea', 'Code'],
    ],
    [['@ann and @bea_lee, who does all of what is left to do here'], ['@ann', '@bea_lee']],
  ] as const)
    it(`is ${names.join(', ')}`, () => assert.deepEqual(teamOf(read(...WORK, '## Team', ...lines)), names));

  for (const title of [
    '👥 Team',
    '**Team**',
    'Core Contributors',
    'Code Owners',
    'Das Team',
    'Équipe',
    '团队',
  ])
    it(`stands in "${title}"`, () =>
      assert.deepEqual(teamOf(read(...WORK, `## ${title}`, '- @ann')), ['@ann']));

  for (const title of ['Team requirements', 'Notes', 'Team of the year', 'Steam'])
    it(`does not stand in "${title}"`, () =>
      assert.deepEqual(teamOf(read(...WORK, `## ${title}`, '- @ann', '- @bea')), []));

  it('is nobody where the list has less than half of those who own work', () => {
    const team = ['## Team', '- @ann'];
    assert.equal(teamOf(read(...WORK, ...team)).length, 1);
    assert.equal(teamOf(read(...WORK, '- [ ] c (Owner: @cleo)', ...team)).length, 0);
  });
  it('is nobody where nobody owns work', () =>
    assert.deepEqual(teamOf(read('## Team', '- two developers')), []));
});

describe('a directory', () => {
  const listed = new Directory(['Ann Lee', '@org/backend', 'cleo@example.com', 'Dana (design)']);
  for (const name of ['ann lee', 'Ann', '@ann', 'backend', '@backend', '@ORG/backend', 'cleo', 'Dana'])
    it(`knows ${name}`, () => assert.ok(listed.has(name)));
  for (const name of ['Anne', 'Ann Ray', '@org/frontend', 'example.com', '@org'])
    it(`does not know ${name}`, () => assert.ok(!listed.has(name)));
});
