import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { ItemLinks } from '../../../server/src/roadmap/links.ts';
import { WorkspaceFacts } from '../../../server/src/rules/workspaceFacts.ts';

const A = 'file:///A.md';
const B = 'file:///B.md';
const item = (name: string, ...dependsOn: string[]): ItemLinks => ({
  item: name,
  title: `The title of ${name}`,
  name,
  isOpen: true,
  ...(dependsOn.length > 0 ? { dependsOn } : {}),
});

/** What a view tells, and what it noted. */
const ask = <T>(
  facts: WorkspaceFacts,
  question: (view: ReturnType<WorkspaceFacts['view']>) => T,
): [T, Set<string>] => {
  const asked = new Set<string>();
  return [question(facts.view(asked)), asked];
};

describe('facts of the workspace', () => {
  it('know items by id and by title, in all files', () => {
    const facts = new WorkspaceFacts();
    facts.set(B, [[item('T-2')]]);
    facts.set(A, [[item('T-1')], [item('T-2')]]);
    const [found] = ask(facts, (view) => [
      view.named('t-2'),
      view.named('the title of T-1'),
      view.named('T-3'),
    ]);
    assert.deepEqual(
      found.map((links) => links.map(({ uri, item }) => [uri, item])),
      [
        [
          [A, 'T-2'],
          [B, 'T-2'],
        ],
        [[A, 'T-1']],
        [],
      ],
    );
    facts.delete(B);
    assert.equal(ask(facts, (view) => view.named('T-2'))[0].length, 1);
  });

  it('tell that what was asked has changed, and nothing else', () => {
    const facts = new WorkspaceFacts();
    facts.set(A, [[item('T-1'), item('T-2')]]);
    const [, one] = ask(facts, (view) => view.named('T-1'));
    const [, other] = ask(facts, (view) => view.named('T-3'));
    const { revision } = facts;
    // Read again, and the same.
    facts.set(A, [[item('T-1'), item('T-2')]]);
    assert.equal(facts.revision, revision);
    facts.set(A, [[item('T-1'), { ...item('T-2'), due: '2025-01-01' }]]);
    assert.deepEqual([facts.hasChanged(one, revision), facts.hasChanged(other, revision)], [false, false]);
    facts.set(B, [[item('T-3')]]);
    assert.deepEqual([facts.hasChanged(one, revision), facts.hasChanged(other, revision)], [false, true]);
    facts.set(A, [[{ ...item('T-1'), isOpen: false }, item('T-2')]]);
    assert.ok(facts.hasChanged(one, revision));
  });

  it('know circles, through files, from each of their items on', () => {
    const facts = new WorkspaceFacts();
    facts.set(A, [[item('T-1', 'T-2'), item('T-4', 'T-1'), item('T-5', 'T-5')]]);
    facts.set(B, [[item('T-2', 'T-3'), item('T-3', 'T-1')]]);
    const cycle = (uri: string, name: string): string[] | undefined =>
      ask(facts, (view) => view.cycleOf(uri, name))[0]?.map(({ item }) => item);
    assert.deepEqual(cycle(A, 'T-1'), ['T-1', 'T-2', 'T-3']);
    assert.deepEqual(cycle(B, 'T-3'), ['T-3', 'T-1', 'T-2']);
    assert.deepEqual(cycle(A, 'T-5'), ['T-5']);
    assert.equal(cycle(A, 'T-4'), undefined);
    const [, asked] = ask(facts, (view) => view.cycleOf(A, 'T-1'));
    const { revision } = facts;
    facts.set(B, [[item('T-2'), item('T-3', 'T-1')]]);
    assert.ok(facts.hasChanged(asked, revision));
    assert.equal(cycle(A, 'T-1'), undefined);
  });

  it('don’t mind chains without end', () => {
    const facts = new WorkspaceFacts();
    facts.set(A, [Array.from({ length: 20_000 }, (_, nth) => item(`T-${nth}`, `T-${nth + 1}`))]);
    assert.equal(ask(facts, (view) => view.cycleOf(A, 'T-0'))[0], undefined);
  });

  it('are after any changes what they would be from scratch, and tell what has changed', () => {
    const name = fc.constantFrom('T-1', 'T-2', 'T-3', 'T-4');
    const links = fc
      .record({ name, dependsOn: fc.array(name, { maxLength: 2 }), isOpen: fc.boolean() })
      .map(({ name, dependsOn, isOpen }) => ({ ...item(name, ...dependsOn), isOpen }));
    const part = fc.uniqueArray(links, { selector: (link) => link.item, maxLength: 3 });
    const step = fc.record({ uri: fc.constantFrom(A, B), parts: fc.array(part, { maxLength: 1 }) });
    const questions = (facts: WorkspaceFacts): [string, Set<string>][] =>
      ['T-1', 'T-2', 'T-3', 'T-4'].flatMap((one) =>
        [
          ask(facts, (view) => view.named(one)),
          ask(facts, (view) => view.cycleOf(A, one)),
          ask(facts, (view) => [...view.names()].sort()),
          ask(facts, (view) => view.saying(`The title of ${one}`)),
        ].map(([answer, asked]) => [JSON.stringify(answer), asked] as [string, Set<string>]),
      );
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 6 }), (steps) => {
        const facts = new WorkspaceFacts();
        const now = new Map<string, ItemLinks[][]>();
        for (const { uri, parts } of steps) {
          const before = questions(facts);
          const { revision } = facts;
          facts.set(uri, parts);
          now.set(uri, parts);
          const after = questions(facts);
          const fresh = new WorkspaceFacts();
          for (const [one, all] of now) fresh.set(one, all);
          const plain = (all: [string, Set<string>][]): string[] => all.map(([answer]) => answer);
          assert.deepEqual(plain(after), plain(questions(fresh)));
          for (const [index, [answer, asked]] of before.entries())
            if (answer !== after[index]![0]) assert.ok(facts.hasChanged(asked, revision), answer);
        }
      }),
      { numRuns: 200 },
    );
  });
});
