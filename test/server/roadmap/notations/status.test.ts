import assert from 'node:assert/strict';
import { markFor, statusOfMark } from '../../../../server/src/roadmap/notations/status.ts';
import { lines } from './said.ts';

describe('notation of status', () => {
  describe('labels and languages', () =>
    lines([
      ['Status: done', { status: 'done' }],
      ['State: done', { status: 'done' }],
      ['Stand: erledigt', { status: 'done' }],
      ['Statut : en cours', { status: 'in-progress' }],
      ['Estado: pendiente', { status: 'todo' }],
      ['Situação: concluído', { status: 'done' }],
      ['Status: pågår', { status: 'in-progress' }],
      ['Статус: в работе', { status: 'in-progress' }],
      ['Статус: виконано', { status: 'done' }],
      ['状态：进行中', { status: 'in-progress' }],
      ['ステータス：完了', { status: 'done' }],
      ['상태: 보류', { status: 'deferred' }],
    ]));

  describe('values', () =>
    lines([
      ['**Status:** Planned', { status: 'todo' }],
      ['**Status**: In Progress', { status: 'in-progress' }],
      ['**Status: Blocked**', { status: 'blocked' }],
      ['Status: Not started', { status: 'todo' }],
      ['Status: not done', { status: 'todo' }],
      ['Status: Started', { status: 'in-progress' }],
      ['Status: WIP', { status: 'in-progress' }],
      ['Status: Complete ✅', { status: 'done' }],
      ['Status: ✅ Complete', { status: 'done' }],
      ['Status: ✅', { status: 'done' }],
      ['Status: :white_check_mark: shipped', { status: 'done' }],
      ['Status: 🚧', { status: 'in-progress' }],
      ['Status: 🟢 Done', { status: 'done' }],
      ['Status: Cancelled', { status: 'cancelled' }],
      ["Status: Won't do", { status: 'cancelled' }],
      ['Status: On hold', { status: 'deferred' }],
      ['Status: Deferred Until Project Completion', { status: 'deferred' }],
      ['Status: ❌ Not started', { status: 'todo' }],
      ['Status: ☑ Done', { status: 'done' }],
    ]));

  describe('signs', () =>
    lines([
      ['Falco monitoring (implemented)', { status: 'done' }],
      ['Falco monitoring (done)', { status: 'done' }],
      ['Falco monitoring (in progress)', { status: 'in-progress' }],
      ['Falco monitoring (WIP)', { status: 'in-progress' }],
      ['Falco monitoring (planned)', { status: 'todo' }],
      ['**Falco** (done) - watches', { status: 'done' }],
      ['✅ Secret scanning (Gitleaks) - DONE', { status: 'done' }],
      ['Secret scanning — COMPLETE', { status: 'done' }],
      ['Secret scanning – **DONE**', { status: 'done' }],
      ['2.3 Secret scanning ⏳ NOT STARTED', { status: 'todo' }],
      ['2.3 Secret scanning ✅ COMPLETE', { status: 'done' }],
      ['上线 (已完成)', { status: 'done' }],
    ]));

  describe('no status', () =>
    lines([
      ['Mark the issue as DONE', {}],
      ['Make it all done', {}],
      ['RDS read replicas (if read-heavy workload)', {}],
      ['Ship (done by others) first', {}],
      ['Status: Branch protection config created', {}],
      ['Status: [ ] Not started [ ] In progress', {}],
      ['**Status:** [ ] Not started [x] In progress', {}],
      ['Mark it as DONE', {}],
      ['Have it in progress by May', {}],
      ['Show "DONE" - or COMPLETE - in the list', {}],
      ['[KANBAN] Initialize', {}],
      ['[DONE](https://example.com) is a page', {}],
      ['Status page: done differently', {}],
      ['✅ Decoration', {}],
      ['Status: Doneness is tested', {}],
    ]));
});

describe('marks of boxes', () => {
  for (const [mark, status] of [
    [' ', 'todo'],
    ['x', 'done'],
    ['X', 'done'],
    ['~', 'in-progress'],
    ['/', 'in-progress'],
    ['-', 'cancelled'],
    ['>', 'deferred'],
    ['☐', 'todo'],
    ['☑', 'done'],
    ['✓', 'done'],
    ['⬜', 'todo'],
    ['☒', 'cancelled'],
    ['K', undefined],
    ['', undefined],
  ] as const)
    it(`'${mark}' is ${status ?? 'none'}`, () => assert.equal(statusOfMark(mark), status));

  for (const [mark, done, todo] of [
    [' ', 'x', ' '],
    ['x', 'x', ' '],
    ['X', 'x', ' '],
    ['~', 'x', ' '],
    ['☐', '☑', '☐'],
    ['☑', '☑', '☐'],
    ['☒', '☑', '☐'],
    ['⬜', '✔', '⬜'],
    ['✓', '✔', '⬜'],
  ] as const)
    it(`'${mark}' becomes '${done}' or '${todo}'`, () =>
      assert.deepEqual([markFor('done', mark), markFor('todo', mark)], [done, todo]));
});
