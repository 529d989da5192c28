import assert from 'node:assert/strict';
import { applyEdits } from '../../../server/src/edits/edit.ts';
import { rename } from '../../../server/src/edits/rename.ts';
import { namesOf } from '../../../server/src/roadmap/names.ts';
import { readRoadmap } from '../../../server/src/roadmap/read.ts';

/** The text after the name, as it is first spelled so, was given another one; or why it wasn't. */
function renamed(text: string, from: string, to: string): string {
  const roadmap = readRoadmap(text);
  const name = namesOf(roadmap).find(({ text: spelled }) => spelled.toLowerCase() === from.toLowerCase());
  assert.ok(
    name,
    `${from} among ${namesOf(roadmap)
      .map((one) => one.text)
      .join(', ')}`,
  );
  const renaming = rename(roadmap, name, to);
  return 'refused' in renaming ? renaming.refused : applyEdits(text, renaming.edits);
}

describe('rename', () => {
  for (const [what, text, from, to, expected] of [
    ['an owner in a list', '- [ ] a (Owner: Ann, Bob)\n', 'Ann', 'Cleo', '- [ ] a (Owner: Cleo, Bob)\n'],
    [
      'an owner wherever it stands, and nobody else',
      '# Plan\r\n\r\n**Owner:** Hans Ann\r\n\r\n- [ ] Ask Ann - Owner: ann\r\n- [ ] b - Owner: Annette\r\n- [ ] c - Owner: Ann (until May)\r\n',
      'Ann',
      'Cleo Day',
      '# Plan\r\n\r\n**Owner:** Hans Ann\r\n\r\n- [ ] Ask Ann - Owner: Cleo Day\r\n- [ ] b - Owner: Annette\r\n- [ ] c - Owner: Cleo Day (until May)\r\n',
    ],
    [
      'a handle, but not the name of the same person',
      '- [ ] a - Owner: @ann\n- [ ] b - Owner: Ann\n- [ ] c (owner: @Ann, @annette)\n',
      '@ann',
      'cleo',
      '- [ ] a - Owner: @cleo\n- [ ] b - Owner: Ann\n- [ ] c (owner: @cleo, @annette)\n',
    ],
    ['a handle by a handle', '- [ ] a - Owner: @ann\n', '@ann', '@cleo', '- [ ] a - Owner: @cleo\n'],
    [
      'an owner that is a link, whose address stays',
      '- [ ] a - Owner: [Ann](https://example.org/Ann), Bob\n',
      'Ann',
      'Cleo',
      '- [ ] a - Owner: [Cleo](https://example.org/Ann), Bob\n',
    ],
    [
      'an owner in a cell',
      '| Task | Owner |\n| --- | --- |\n| Ann | **Ann**, Bob |\n',
      'Ann',
      'Cleo',
      '| Task | Owner |\n| --- | --- |\n| Ann | **Cleo**, Bob |\n',
    ],
    [
      'an id, with what depends on it',
      '- [ ] TASK-1: a\n- [ ] b - Depends on: TASK-12, TASK-1 (soon)\n- [ ] TASK-12: like TASK-1\n',
      'TASK-1',
      'TASK-3',
      '- [ ] TASK-3: a\n- [ ] b - Depends on: TASK-12, TASK-3 (soon)\n- [ ] TASK-12: like TASK-1\n',
    ],
    [
      'an id by its sign',
      '- [ ] 😀 a 🆔 x1\n- [ ] b ⛔ y2,x1\n',
      'x1',
      'z-9',
      '- [ ] 😀 a 🆔 z-9\n- [ ] b ⛔ y2,z-9\n',
    ],
    [
      'what was decoded wrongly',
      '- [ ] CafÃ© (Owner: JosÃ©, Ann)\n',
      'Ann',
      'Cleo',
      '- [ ] CafÃ© (Owner: JosÃ©, Cleo)\n',
    ],
  ] as const)
    it(`changes ${what}`, () => assert.equal(renamed(text, from, to), expected));

  for (const [what, text, from, to, expected] of [
    [
      'two names for one',
      '- [ ] a - Owner: Ann\n',
      'Ann',
      'Bob, Cleo',
      '"Bob, Cleo" can\'t be read as one owner.',
    ],
    ['nobody', '- [ ] a - Owner: Ann\n', 'Ann', 'TBD', '"TBD" can\'t be read as one owner.'],
    ['nothing', '- [ ] a - Owner: Ann\n', 'Ann', ' ', '" " can\'t be read as one owner.'],
    [
      'a handle with a space',
      '- [ ] a - Owner: @ann\n',
      '@ann',
      'Ann Day',
      '"Ann Day" can\'t be read as one owner.',
    ],
    [
      'an id without a figure',
      '- [ ] TASK-1: a\n',
      'TASK-1',
      'task',
      '"task" can\'t be read as an id in "TASK-1".',
    ],
    [
      'an id of another form in front',
      '- [ ] TASK-1: a\n',
      'TASK-1',
      'x1',
      '"x1" can\'t be read as an id in "TASK-1".',
    ],
  ] as const)
    it(`refuses ${what}`, () => assert.equal(renamed(text, from, to), expected));
});
