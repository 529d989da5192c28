import assert from 'node:assert/strict';
import type { ListItem } from 'mdast';
import {
  isIdentified,
  isImperative,
  isLegend,
  isMeasure,
  isNamedLink,
  isNamedTask,
  isPointer,
  isReferenceLead,
  isReferenceLink,
  isScheduled,
  labelOf,
  markerOf,
  namesCode,
  signMarkerAt,
  type Marker,
} from '../../../../server/src/roadmap/items/bullets.ts';
import { maskMarkup } from '../../../../server/src/roadmap/markdown/mask.ts';
import { parseMarkdown } from '../../../../server/src/roadmap/markdown/parse.ts';

/** The first bullet of a text, and the text with code and addresses masked. */
function bullet(text: string): { node: ListItem; masked: string } {
  const { root } = parseMarkdown(text);
  const [list] = root.children;
  assert.ok(list?.type === 'list' && list.children[0], text);
  return { node: list.children[0], masked: maskMarkup(text, [root]) };
}

/** `mark@offset words`: what a marker says, and what is left behind it. */
const shown = ({ box, contentStart }: Marker, text: string): string =>
  `${box ? `${box.mark}@${box.span.start}-${box.span.end} ` : ''}${text.slice(contentStart)}`;

describe('bullets', () => {
  describe('have an id', () => {
    for (const [text, expected] of [
      ['1. **#59** — Review loop', true],
      ['- T2.1 Define the queue', true],
      ['- **ABC-12:** Sow', true],
      ['- ADR-001: Append-only ledger', false],
      ['- P1 first', false],
      ['- v2.1 ships', true],
      ['- 2.1 ships', false],
    ] as const)
      it(text, () => assert.equal(isIdentified(bullet(text).node, text), expected));
  });

  it('are things to do in the imperative, and topics without', () => {
    for (const text of ['Enforce limits', '✅ add tests']) assert.ok(isImperative(text), text);
    for (const text of ['Limits', 'Backup']) assert.ok(!isImperative(text), text);
  });

  it('point to places with a link and what is found there', () => {
    for (const text of ['[Guide](docs/guide.md) - how to move', '**[Specs](/specs/)**: the API'])
      assert.ok(isReferenceLead(text), text);
    for (const text of ['[Guide](docs/guide.md)', '[#7](https://a.b/7) - mend it', 'Read [it](a.md) - soon'])
      assert.ok(!isReferenceLead(text), text);
    for (const text of ['[Notebooks](https://a.b/1)', '🔗 [Model Registry](https://a.b/2)'])
      assert.ok(isNamedLink(text), text);
    for (const text of ['[Mend the log of failed runs](https://a.b/1)', '[A](https://a.b) and more'])
      assert.ok(!isNamedLink(text), text);
  });

  it('measure with scores and amounts', () => {
    for (const text of ['**Score:** 95/100', 'Size: 516 KB → 78 KB', 'Hosting: $25 a month', '¥0'])
      assert.ok(isMeasure(text), text);
    for (const text of ['Pay: by card', 'Review: 2025/07/01', 'Lower the price from $5'])
      assert.ok(!isMeasure(text), text);
  });

  describe('have a box', () => {
    for (const [text, expected] of [
      ['- [ ] a', ' @3-4 a'],
      ['- [x] a', 'x@3-4 a'],
      ['*   [X]  a', 'X@5-6 a'],
      ['12) [~] a', '~@5-6 a'],
      ['+ [/] a', '/@3-4 a'],
      ['- ☐ a', '☐@2-3 a'],
      ['- ⬜\ufe0f a', '⬜@2-3 a'],
      ['1. ☑ a', '☑@3-4 a'],
      ['- [ ]', ' @3-4 '],
      ['- [q] a', '[q] a'],
      ['- [x]a', '[x]a'],
      ['- [x](y)', '[x](y)'],
      ['- [] a', '[] a'],
      ['- ✅ a', '✅ a'],
      ['- a', 'a'],
      ['-', ''],
    ] as const)
      it(`'${text}'`, () => assert.equal(shown(markerOf(bullet(text).node, text), text), expected));
  });

  describe('have a sign for a box', () => {
    for (const [text, start, expected] of [
      ['- ✅ a', 0, '✅@2-3 a'],
      ['* ⚠\ufe0f a', 0, '⚠@2-3 a'],
      ['- 🚧 a', 0, '🚧@2-4 a'],
      ['✅ a', 0, '✅@0-1 a'],
      ['x\n🔄 a', 2, '🔄@2-4 a'],
      ['- ✅a', 0, '- ✅a'],
      ['- ✅ [ ] a', 0, '✅@2-3 [ ] a'],
      ['- a ✅', 0, '- a ✅'],
      ['- 🔥 a', 0, '- 🔥 a'],
      ['1. ✅ a', 0, '1. ✅ a'],
    ] as const)
      it(`'${text}'`, () => assert.equal(shown(signMarkerAt(start, text), text), expected));
  });

  describe('look like', () => {
    for (const [what, is, yes, no] of [
      [
        'a legend',
        (text: string): boolean => isLegend(bullet(text).node, text),
        [
          '- **High:** for users',
          '- P0: now',
          '- 📝: written',
          '- `done` = shipped',
          '- low priority: later',
        ],
        ['- Highest: the hill', '- Ship it', '- **API:** ship', '1. High: a', '- 👷 Ship'],
      ],
      [
        'a pointer',
        (text: string): boolean => isPointer(bullet(text).node, bullet(text).masked),
        ['- Plan: `PLAN.md`', '* The plan：`a`'],
        ['- Plan: PLAN.md', '- `PLAN.md`', '- **Plan:** `a`', '- Plan: see `a`', '- A: `a`'],
      ],
      [
        'a named task',
        (text: string): boolean => isNamedTask(bullet(text).node, text),
        [
          '- Task 1: sow',
          '- **Task 1.1:** sow',
          '2. **Feature 3** – sow',
          '- 🌱 Milestone 2: sow',
          '- Tâche 1.1 : semer',
          '- Aufgabe 4: säen',
          '- Задача 2: сеять',
          '- タスク1：蒔く',
          '- story #12. sow',
        ],
        ['- Task: sow', '- Tasks 1: sow', '- Task 1 sow', '- Sow task 1: now'],
      ],
      [
        'a name of code',
        (text: string): boolean => namesCode(bullet(text).node, bullet(text).masked),
        ['- `a.ts` is long', '- `a`'],
        ['- see `a`', '- **`a`**', '- a'],
      ],
    ] as const)
      describe(what, () => {
        for (const text of yes) it(`'${text}'`, () => assert.equal(is(text), true));
        for (const text of no) it(`not '${text}'`, () => assert.equal(is(text), false));
      });
  });

  describe('begin with a label', () => {
    for (const [text, label] of [
      ['- Risk: high', 'Risk'],
      ['- **Risk level:** high', 'Risk level'],
      ['- 目標：x', '目標'],
      ['- Risk', undefined],
      ['- [Risk]: high', undefined],
      ['- R: high', undefined],
      [`- ${'long '.repeat(7)}: x`, undefined],
      ['1. Risk: high', undefined],
    ] as const)
      it(`'${text}': ${label ?? 'none'}`, () => assert.equal(labelOf(bullet(text).node, text), label));
  });

  describe('are scheduled', () => {
    for (const [text, is] of [
      ['- **Day 1-2:** Set up the index', true],
      ['1. **Dag 3:** Testa', true],
      ['* Semana 5: búsqueda', true],
      ['- Week 2 — bulbs', false],
      ['- Days: seven', false],
      ['- Day 1', false],
    ] as const)
      it(`'${text}': ${String(is)}`, () => assert.equal(isScheduled(bullet(text).node, text), is));
  });

  describe('are only a link within the documents', () => {
    for (const [words, is] of [
      ['[a](#b)', true],
      [' [a](b.md) ', true],
      ['[a](../b/c.md#d)', true],
      ['[a](https://b.c/d.md)', true],
      ['[a](https://b.c/d)', false],
      ['[a](b.png)', false],
      ['[a](#b) c', false],
      ['a', false],
    ] as const)
      it(`'${words}': ${String(is)}`, () => assert.equal(isReferenceLink(words), is));
  });

  describe('are a measure', () => {
    for (const [words, is] of [
      ['99.9% uptime', true],
      ['99.9 % uptime', true],
      ['1,000+ stars', true],
      ['< 5% errors', true],
      ['~80% coverage', true],
      ['**API** - 25% coverage', true],
      ['Latency < 200 ms', true],
      ['Answers ≤ 2 seconds.', true],
      ['Reach 99.9% uptime', false],
      ['3 lamps', false],
      ['Add 5+ tests', false],
      ['100 %', true],
      ['Show rows < 200 on one page', false],
    ] as const)
      it(`'${words}': ${String(is)}`, () => assert.equal(isMeasure(words), is));
  });
});
