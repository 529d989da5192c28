import assert from 'node:assert/strict';
import { readRoadmap } from '../../../server/src/roadmap/read.ts';
import { effective, isOpen, isOverdue } from '../../../server/src/roadmap/model.ts';
import { at, item, read, titles } from './read.ts';

describe('reading', () => {
  for (const [what, source] of [
    ['nothing', ''],
    ['a byte order mark', '\ufeff'],
    ['white space', ' \n\t\r\n\u00a0'],
    ['prose', 'A word.\n'],
    ['an empty heading', '#\n##\n'],
    ['an empty bullet', '-\n*\n1.\n'],
    ['an open fence', '```\n- [ ] a'],
    ['an open comment', '<!--\n- [ ] a'],
    ['a thematic break', '---\n***\n'],
    ['NUL', '\0\0\0'],
    ['an empty bold line', '****\n\n** **\n'],
  ] as const)
    it(`finds no items in ${what}`, () => {
      const roadmap = readRoadmap(source);
      assert.deepEqual([roadmap.items, roadmap.invalidDates, roadmap.text], [[], [], source]);
      assert.deepEqual(roadmap.unreadable, []);
    });

  it('goes on behind a lone surrogate', () =>
    assert.deepEqual(titles(readRoadmap('- [ ] a\ud83d\n- [ ] \udc00b - *Due: 2025-07-25*\n')), [
      'a\ud83d',
      '\udc00b',
    ]));

  it('goes on behind bytes that were none', () =>
    assert.deepEqual(titles(read('- [ ] a\ufffd\ufffd', '- [ ] b')), ['a\ufffd\ufffd', 'b']));

  it('tells dates that can not be, and whose they are', () => {
    const roadmap = read('- [ ] a - *Due: 2025-02-30*', '- [ ] b', '  - Due: Feb 30, 2025');
    assert.deepEqual(
      roadmap.invalidDates.map(({ text, candidates, item: id }) => [text, candidates, id]),
      [
        ['2025-02-30', ['2025-02-28', '2025-03-02'], item(roadmap, 'a').id],
        ['Feb 30, 2025', ['Feb 28, 2025', 'Mar 2, 2025'], item(roadmap, 'b').id],
      ],
    );
    assert.equal(item(roadmap, 'a').fields.due, undefined);
  });

  it('takes mis-decoded text for what it was, where it stands', () => {
    const roadmap = read(
      ...['# T', '## \uf8ff\u00fc\u00f6\u00c4 Future', '- [ ] caf\u00c3\u00a9', '- \u00e2\u02dc\u0090 Ship'],
      '- [ ] Send \u00f0\u0178\u201c\u2026 2025-08-05',
    );
    assert.deepEqual(titles(roadmap), ['café', 'Ship', 'Send']);
    assert.equal(roadmap.sections[1]?.title, 'Future');
    const [cafe, ship, send] = roadmap.items;
    assert.equal(cafe && at(roadmap, cafe.titleSpan), 'caf\u00c3\u00a9');
    assert.equal(ship?.box && at(roadmap, ship.box.span), '\u00e2\u02dc\u0090');
    assert.equal(send?.fields.due && at(roadmap, send.fields.due.span), '2025-08-05');
    assert.equal(send?.section, roadmap.sections[1]);
    assert.equal(roadmap.mojibake.length, 4);
  });

  it('leaves code that shows mis-decoded text alone, unless the text around it is', () => {
    const shown = ['`caf\u00c3\u00a9`', '', '```', '\u00e2\u2020\u2019', '```'];
    assert.deepEqual(read('# T', ...shown).mojibake, []);
    assert.equal(read('# \u00f0\u0178\u201d\u00b4 T', ...shown).mojibake.length, 3);
    assert.equal(read('# EC2 \u201a\u00dc\u00ed Lambda', ...shown).mojibake.length, 1);
    assert.equal(read('<p>caf\u00c3\u00a9</p>').mojibake.length, 1);
  });

  it('takes as long as the text is long', () => {
    const lines = '- [ ] **item** - *Due: 2025-07-25*\n  - Owner: @a\n';
    assert.equal(readRoadmap(lines.repeat(500)).items.length, 500);
  });
});

describe('what holds for an item', () => {
  const roadmap = read(
    ...['## A (Target: 2025-07-31)', '**Owner:** @a', '', '- [ ] own - *Due: 2025-07-25*', '  - Owner: @own'],
    ...[
      '- [ ] inherits',
      '- [ ] placeholder',
      '  - Owner: TBD',
      '- [x] done',
      '- [-] cancelled',
      '- [>] deferred',
      '- [~] begun',
    ],
    ...['## B', '- [ ] nothing', '- [ ] nobody', '  - Owner: TBD', '- [ ] quarter - Due: Q2 2025'],
  );

  for (const [title, due, owners] of [
    ['own', '2025-07-25', ['@own']],
    ['inherits', '2025-07-31 inherited', ['@a']],
    ['placeholder', '2025-07-31 inherited', ['@a']],
    ['nothing', undefined, undefined],
    ['nobody', undefined, []],
  ] as const)
    it(title, () => {
      const found = effective(item(roadmap, title), 'due');
      assert.equal(
        found && `${found.value.end}${found.inheritedFrom === undefined ? '' : ' inherited'}`,
        due,
      );
      assert.deepEqual(effective(item(roadmap, title), 'owners')?.value, owners);
    });

  for (const [title, open] of [
    ['own', true],
    ['begun', true],
    ['done', false],
    ['cancelled', false],
    ['deferred', false],
  ] as const)
    it(`${title} is ${open ? 'open' : 'closed'}`, () => assert.equal(isOpen(item(roadmap, title)), open));

  for (const [title, today, overdue] of [
    ['own', '2025-07-25', false],
    ['own', '2025-07-26', true],
    ['inherits', '2025-07-31', false],
    ['inherits', '2025-08-01', true],
    ['begun', '2025-08-01', true],
    ['done', '2025-08-01', false],
    ['cancelled', '2025-08-01', false],
    ['deferred', '2025-08-01', false],
    ['nothing', '2099-01-01', false],
    ['quarter', '2025-06-30', false],
    ['quarter', '2025-07-01', true],
  ] as const)
    it(`${title} is ${overdue ? '' : 'not '}overdue on ${today}`, () =>
      assert.equal(isOverdue(item(roadmap, title), today), overdue));
});
