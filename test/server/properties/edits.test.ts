import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits } from '../../../server/src/edits/edit.ts';
import { isTicked, toggleStatus } from '../../../server/src/edits/status.ts';
import { proposalsFor, unambiguousFixes } from '../../../server/src/features/codeActions.ts';
import { isOpen, type Item, type Roadmap } from '../../../server/src/roadmap/model.ts';
import { readRoadmap } from '../../../server/src/roadmap/read.ts';
import { check, type RatedFinding } from '../../../server/src/rules/index.ts';
import { settings } from '../rules/settings.ts';
import { roadmapText } from './arbitraries.ts';
import { REAL_DOCUMENTS } from './documents.ts';

const TODAY = '2026-11-20';
/** Long documents hold no other notations than short ones, and would take minutes. */
const SHORT_DOCUMENTS = REAL_DOCUMENTS.filter(({ text }) => text.length < 9000);
/** A rule that is off by default is held to its fixes as well. */
const CONTEXT = { today: TODAY, settings: settings({ rules: { 'priority-conflict': 'hint' } }) };
const OWNERS = ['@dana', 'Platform team'];

/**
 * Two toggles go through "done" and "to do" only, so what was in between, or done in other words, isn't given back;
 * nor is it that an item was ticked without its date, in a document that dates what is done.
 */
function hasTwoStates(item: Item, { items }: Roadmap): boolean {
  if (!item.box) return item.status === 'todo' && !item.fields.status && !item.cells?.status;
  // Which of two marks for done was meant can't be seen once it is gone.
  if (items.some(({ box }) => box?.mark === 'X')) return false;
  const undated =
    item.box.mark !== ' ' && !item.fields.completed && items.some(({ fields }) => fields.completed);
  return [' ', 'x', '☐', '☑'].includes(item.box.mark) && !undated;
}

/** The lines around an item, for messages. */
const around = (text: string, { own }: Item): string =>
  JSON.stringify(text.slice(Math.max(0, own.start - 40), own.end + 160));

function assertTogglesTwice(roadmap: Roadmap, item: Item): void {
  const edits = toggleStatus(roadmap, item, TODAY);
  assert.ok(edits, 'what has two states can be toggled');
  const once = readRoadmap(applyEdits(roadmap.text, edits));
  const same = once.items.find(({ id }) => id === item.id);
  assert.ok(same, `"${item.title}" is still there after a toggle: ${around(once.text, item)}`);
  assert.equal(
    isTicked(same),
    !isTicked(item),
    `a toggle changes the state of "${item.title}": ${around(once.text, item)}`,
  );
  const twice = applyEdits(once.text, toggleStatus(once, same, TODAY) ?? []);
  assert.ok(
    twice === roadmap.text,
    `two toggles of "${item.title}" give back the bytes: ${around(roadmap.text, item)} became ${around(twice, item)}`,
  );
}

/** What a finding is about, whatever its place in the text and its wording. */
function key({ rule, fix }: RatedFinding): string[] {
  switch (fix.kind) {
    case 'assign':
      return fix.items.map((item) => `${rule} ${item}`);
    case 'reschedule':
      return [`${rule} ${fix.item}`];
    case 'agree':
    case 'date-completed':
    case 'move-due':
    case 'prioritise':
    case 'set-priority':
      return [`${rule} ${fix.item}`];
    case 'mark':
      return fix.choices[0]?.items.map((item) => `${rule} ${item}`) ?? [];
    case 'replace':
      return [`${rule} ${fix.candidates.join()}`];
    case 'review':
    case 'repair':
    case 'none':
      return [rule];
    case 'unsuppress':
      return [`${rule} ${fix.rule ?? ''}`];
  }
}

const tally = (keys: readonly string[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const name of keys) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
};

const openIn = ({ items }: Roadmap): number => items.filter(isOpen).length;

function assertFixesMend(roadmap: Roadmap, finding: RatedFinding): void {
  const before = check(roadmap, CONTEXT);
  for (const { title, edits } of proposalsFor(roadmap, finding.fix, finding.span, {
    today: TODAY,
    owners: OWNERS,
  })) {
    const text = applyEdits(roadmap.text, edits);
    const explain = `${title} for ${finding.message}\n--- before\n${roadmap.text}\n--- after\n${text}`;
    const fixed = readRoadmap(text);
    const after = tally(check(fixed, CONTEXT).flatMap(key));
    const expected = tally(before.flatMap(key));
    for (const gone of key(finding))
      assert.ok((after.get(gone) ?? 0) < (expected.get(gone) ?? 0), `its finding is gone: ${explain}`);
    // A date that is mended may turn out to be over.
    if (finding.rule === 'invalid-date' || finding.rule === 'ambiguous-date') continue;
    // What is open again is judged as open work.
    if (openIn(fixed) > openIn(roadmap)) continue;
    for (const [name, count] of after)
      // The first or last of its parts that is done may make an item disagree with them.
      if (!name.startsWith('parent-'))
        assert.ok(count <= (expected.get(name) ?? 0), `no new finding (${name}): ${explain}`);
  }
}

describe('toggling an item twice gives back the bytes', () => {
  it('in text that looks like a roadmap', () => {
    fc.assert(
      fc.property(roadmapText, (text) => {
        const roadmap = readRoadmap(text);
        for (const item of roadmap.items.filter((item) => hasTwoStates(item, roadmap)))
          assertTogglesTwice(roadmap, item);
      }),
      { numRuns: 300 },
    );
  });

  it('in real documents', function () {
    this.timeout(120_000);
    for (const { name, text } of SHORT_DOCUMENTS) {
      const roadmap = readRoadmap(text);
      const items = roadmap.items.filter((item) => hasTwoStates(item, roadmap));
      // Each toggle reads the document twice again: a few items of each will do.
      const step = Math.ceil(items.length / 3);
      for (const item of items.filter((_, index) => index % step === 0))
        try {
          assertTogglesTwice(roadmap, item);
        } catch (error) {
          throw new Error(`${name}: ${(error as Error).message.slice(0, 2000)}`, { cause: error });
        }
    }
  });
});

describe('every offered fix makes its finding go away and makes no new one', () => {
  it('in text that looks like a roadmap', function () {
    this.timeout(60_000);
    fc.assert(
      fc.property(roadmapText, (text) => {
        const roadmap = readRoadmap(text);
        for (const finding of check(roadmap, CONTEXT)) assertFixesMend(roadmap, finding);
      }),
      { numRuns: 200 },
    );
  });

  it('in real documents', function () {
    this.timeout(120_000);
    for (const { name, text } of SHORT_DOCUMENTS) {
      const roadmap = readRoadmap(text);
      const findings = check(roadmap, CONTEXT);
      const step = Math.ceil(findings.length / 2);
      for (const finding of findings.filter((_, index) => index % step === 0))
        try {
          assertFixesMend(roadmap, finding);
        } catch (error) {
          throw new Error(`${name}: ${(error as Error).message.slice(0, 1500)}`, { cause: error });
        }
    }
  });
});

describe('fixing all that has one answer', () => {
  const assertFixedOnce = (text: string): void => {
    const once = applyEdits(text, unambiguousFixes(readRoadmap(text), CONTEXT));
    assert.deepEqual(unambiguousFixes(readRoadmap(once), CONTEXT), []);
  };

  it('changes nothing the second time, in text that looks like a roadmap', () => {
    fc.assert(fc.property(roadmapText, assertFixedOnce), { numRuns: 200 });
  });

  it('changes nothing the second time, in real documents', function () {
    this.timeout(120_000);
    for (const { text } of SHORT_DOCUMENTS) assertFixedOnce(text);
  });
});
