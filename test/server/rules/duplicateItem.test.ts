import assert from 'node:assert/strict';
import { check, type RatedFinding } from '../../../server/src/rules/index.ts';
import { WorkspaceFacts } from '../../../server/src/rules/workspaceFacts.ts';
import { linksOf, wordingKey } from '../../../server/src/roadmap/links.ts';
import { at, read } from '../roadmap/read.ts';
import { settings } from './settings.ts';

const ON = settings({ rules: { 'duplicate-item': 'hint' } });

function found(first: string[], ...others: string[][]): [place: string, finding: RatedFinding][] {
  const facts = new WorkspaceFacts();
  const roadmap = read(...first);
  facts.set('file:///a.md', [linksOf(roadmap)]);
  for (const [index, other] of others.entries())
    facts.set(`file:///b%20${index}.md`, [linksOf(read(...other))]);
  return check(roadmap, { today: '2025-07-28', settings: ON, workspace: { facts, uri: 'file:///a.md' } })
    .filter(({ rule }) => rule === 'duplicate-item')
    .map((finding) => [at(roadmap, finding.span), finding]);
}

const KEYS = '- [ ] Rotate the API keys';

describe('rule duplicate-item', () => {
  it('tells each of two items, with the place of the other', () => {
    const all = found([KEYS, '', '## Later', '- [ ] 2.1 🔑 rotate the  API keys!']);
    assert.deepEqual(
      all.map(([place, { message }]) => [place, message]),
      [
        ['Rotate the API keys', '"Rotate the API keys" is planned elsewhere in this document, too.'],
        [
          '2.1 🔑 rotate the  API keys!',
          '"2.1 🔑 rotate the API keys!" is planned elsewhere in this document, too.',
        ],
      ],
    );
    assert.deepEqual(
      all.map(([, { related }]) => related?.map(({ message }) => message)),
      [['"2.1 🔑 rotate the API keys!"'], ['"Rotate the API keys"']],
    );
  });
  it('names the other file', () =>
    assert.equal(found([KEYS], [KEYS])[0]?.[1].message, '"Rotate the API keys" is planned in b 0.md, too.'));
  it('counts the other files', () =>
    assert.equal(
      found([KEYS, '', '## B', KEYS], [KEYS], [KEYS])[0]?.[1].message,
      '"Rotate the API keys" is planned elsewhere in this document and in 2 other files, too.',
    ));
  it('is off unless it is switched on', () =>
    assert.ok(
      check(read(KEYS, '', '## B', KEYS), { today: '2025-07-28' }).every(
        ({ rule }) => rule !== 'duplicate-item',
      ),
    ));
  for (const lines of [
    [KEYS],
    [KEYS, '- [x] Rotate the API keys'],
    [KEYS, '- [ ] Rotate the API keys twice'],
    ['- [ ] Update the docs', '', '## B', '- [ ] Update the docs'],
    ['- [ ] One', '  - [ ] Update all of the docs', '- [ ] Two', '  - [ ] Update all of the docs'],
  ])
    it(`says nothing of ${lines.join(' / ')}`, () => assert.deepEqual(found(lines), []));
});

describe('what a title says', () => {
  for (const [title, key] of [
    ['Rotate the API keys', 'rotate the api keys'],
    ['3) **Rotate** the API-keys', 'rotate the api keys'],
    ['1.2.3 Rotate the API keys', 'rotate the api keys'],
    ['Move to Node 22 now', 'move to node 22 now'],
    ['Unit tests', undefined],
    ['1 2 3 4', undefined],
    ['', undefined],
    ['重构用户认证模块', '重构用户认证模块'],
    ['测试', undefined],
  ] as const)
    it(`is ${key ?? 'little'}: ${title}`, () => assert.equal(wordingKey(title), key));
});
