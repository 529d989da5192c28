import assert from 'node:assert/strict';
import { markdownScopes, setOff } from './tokenize.ts';

const DATE = 'constant.numeric.date';
const OWNER = 'entity.name.tag.owner';
const PRIORITY = 'keyword.other.priority';
const LABEL = 'support.type.property-name';

/** The characters that are set off with a scope. */
async function found(text: string, scope: string): Promise<string[]> {
  return (await setOff(text)).filter(([, name]) => name === scope).map(([characters]) => characters);
}

describe('injection grammar', () => {
  it('sets off the whole of an item', async () => {
    assert.deepEqual(await setOff('- [ ] **Ship it** - *Due: 2025-07-25*\n  - Owner: @devops-team'), [
      ['[ ]', 'constant.language.status.todo'],
      ['Due', LABEL],
      ['2025-07-25', DATE],
      ['Owner', LABEL],
      ['@devops-team', OWNER],
    ]);
  });

  describe('dates', () => {
    for (const date of [
      '2025-07-25',
      '2025/07/25',
      '2025-6-3',
      '2025-07',
      'Q1 2026',
      'Q3–Q4 2025',
      '2020-Q4',
      'H2 2025',
      'July 25, 2025',
      'Dec 2025',
      '27 Feb 2021',
      '2025年8月30日',
      '2025-07-25T10:00:00Z',
    ])
      it(date, async () => assert.deepEqual(await found(`until ${date}, then`, DATE), [date]));

    it('📅 with its date', async () =>
      assert.deepEqual(await found('- [ ] call 📅 2025-07-25', DATE), ['📅', '2025-07-25']));

    for (const text of [
      'v2025.07.251',
      '1.18 and 24/7',
      'report-2025-07-25-final',
      '12025-07-25',
      'Q5 2026',
      '2025-13-01',
    ])
      it(`not in ${text}`, async () => assert.deepEqual(await found(text, DATE), []));
  });

  describe('owners', () => {
    for (const [text, owners] of [
      ['Owner: @a', ['@a']],
      ['by @alice, @bob.', ['@alice', '@bob']],
      ['(@team-x)', ['@team-x']],
      ['Owner: @org/team', ['@org/team']],
      ['**Owner:** @org/team', ['@org/team']],
      ['Owner: @Müller', ['@Müller']],
    ] as const)
      it(text, async () => assert.deepEqual(await found(text, OWNER), owners));

    for (const text of [
      'mail jo@example.org',
      'use @types/node',
      '`@alice`',
      'see a@b',
      '[@x]: https://example.org',
      '@due(2025-07-25)',
      'https://example.org/@alice',
    ])
      it(`nobody in ${text}`, async () => assert.deepEqual(await found(text, OWNER), []));
  });

  describe('priorities', () => {
    for (const [text, priority] of [
      ['(P0)', 'P0'],
      ['P1 (urgent)', 'P1'],
      ['Priority: High', 'High'],
      ['**Priority:** low', 'low'],
      ['## Priority 1: Security', 'Priority 1'],
      ['high priority', 'high priority'],
      ['[HIGH] now', 'HIGH'],
      ['fix ⏫', '⏫'],
    ] as const)
      it(text, async () => assert.deepEqual(await found(text, PRIORITY), [priority]));

    for (const text of ['P5', 'AP1', 'P0-1: title', 'MP3', 'high tide'])
      it(`not in ${text}`, async () => assert.deepEqual(await found(text, PRIORITY), []));
  });

  describe('statuses', () => {
    for (const [text, mark, scope] of [
      ['- [ ] a', '[ ]', 'constant.language.status.todo'],
      ['* [x] a', '[x]', 'markup.inserted.status.done'],
      ['1. [X] a', '[X]', 'markup.inserted.status.done'],
      ['- [~] a', '[~]', 'markup.changed.status.in-progress'],
      ['- [-] a', '[-]', 'markup.deleted.status.cancelled'],
      ['### a ✅', '✅', 'markup.inserted.status.done'],
      ['### a 🚧', '🚧', 'markup.changed.status.in-progress'],
      ['- a - DONE', 'DONE', 'markup.inserted.status.done'],
      ['- a (in progress)', 'in progress', 'markup.changed.status.in-progress'],
    ] as const)
      it(text, async () => assert.deepEqual(await setOff(text), [[mark, scope]]));

    for (const text of [
      '- [x](https://example.org)',
      '* [KANBAN] Initialize',
      'an array[ ] of',
      'Mark it as DONE today',
    ])
      it(`none in ${text}`, async () => assert.deepEqual(await setOff(text), []));
  });

  describe('labels', () => {
    for (const [text, label] of [
      ['*Due: soon*', 'Due'],
      ['**Owner**: us', 'Owner'],
      ['**Status:** x', 'Status'],
      ['[due:: soon]', 'due'],
      ['- Blocked by: #12', 'Blocked by'],
      ['负责人：李', '负责人'],
      ['@due(soon)', '@due'],
    ] as const)
      it(text, async () => assert.deepEqual(await found(text, LABEL), [label]));

    for (const text of ['overdue: yes', 'the owner said', 'status://x', 'due to: nothing'])
      it(`none in ${text}`, async () => assert.deepEqual(await found(text, LABEL), []));
  });

  describe('leaves alone', () => {
    for (const [what, text] of [
      ['code spans', '`Due: 2025-07-25 @a P0 [ ]`'],
      ['fences', '```sh\n- [ ] Owner: @a 2025-07-25\n```'],
      ['comments', '<!-- Owner: @a 2025-07-25 -->'],
      ['links', 'https://example.org/2025-07-25/@a'],
      ['targets of links', '[plan](docs/2025-07-25/P0.md)'],
    ] as const)
      it(what, async () => assert.deepEqual(await setOff(text), []));

    it('and goes on after them', async () =>
      assert.deepEqual(await found('`2025-07-24` 2025-07-25\n```\n2025-07-26\n```\n2025-07-27', DATE), [
        '2025-07-25',
        '2025-07-27',
      ]));
  });

  it("keeps markdown's own scopes, at the start of a block too", async () => {
    const text =
      '- [ ] **a** `b`\n- 2025-07-25 **a** *b*\n✅ **a**\n**Due:** P1 **a**\n# ✅ **a** P1\n@a *b*';
    const { injected, plain } = await markdownScopes(text);
    assert.deepEqual(injected, plain);
  });
});
