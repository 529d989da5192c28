import assert from 'node:assert/strict';
import type { FieldName, FieldValues, NotationId } from '../../../../server/src/roadmap/model.ts';
import {
  isSameValue,
  readValue,
  writeValue,
  type FoundField,
} from '../../../../server/src/roadmap/notations/index.ts';

/** Behind a label: the value, like what text, and what is written; which is read as the value again. */
function writes<F extends FieldName>(
  field: F,
  table: readonly (readonly [value: FieldValues[F], like: string, written: string])[],
): void {
  describe(`of ${field}`, () => {
    for (const [value, like, written] of table)
      it(`${JSON.stringify(value)} like '${like}'`, () => {
        const read = readValue(field, like, {});
        assert.equal(writeValue(field, value, { text: like, read }), written);
        assert.ok(isSameValue(readValue(field, written, {}), value), 'reads so');
        if (read !== undefined) assert.equal(writeValue(field, read, { text: like, read }), like, 'itself');
      });
  });
}

describe('writing a value', () => {
  writes('status', [
    ['in-progress', 'DONE', 'IN PROGRESS'],
    ['in-progress', 'Done', 'In progress'],
    ['todo', 'In Progress', 'To Do'],
    ['todo', '✅ **COMPLETE', '⬜ **TO DO'],
    ['blocked', '✅완료', '🚫차단'],
    ['cancelled', '⚠️', '❌'],
    ['done', 'Geplant', 'Erledigt'],
    ['done', '⏳', '✅'],
    ['done', 'pågår', 'klar'],
    ['in-progress', '✅ Завершено', '🚧 В работе'],
    ['done', '', 'done'],
  ]);
  writes('priority', [
    ['P2', 'P1 (High)', 'P2 (Medium)'],
    ['P1', '🟡 Medium', '🔴 High'],
    ['P3', 'P0-CRITICAL', 'P3-LOW'],
    ['P4', 'CRITICAL', 'LOWEST'],
    ['P4', 'Must have', 'Lowest'],
    ['P2', 'Must have', 'Could have'],
    ['P1', '**P0', '**P1'],
    ['P0', '🔴', 'P0'],
    ['P3', '0', '3'],
    ['P3', '高', '低'],
    ['P4', '高', 'P4'],
    ['P1', '', 'P1'],
  ]);
  writes('effort', [
    [{ minHours: 40, maxHours: 40 }, '10-15 days', '5 days'],
    [{ minHours: 8, maxHours: 8 }, '10 - 15 Days', '1 Day'],
    [{ minHours: 12, maxHours: 24 }, '1,5 Tage', '1,5-3 Tage'],
    [{ minHours: 1 / 6, maxHours: 1 / 6 }, '2 weeks', '10 minutes'],
    [{ minHours: 1, maxHours: 1 }, '2w', '1h'],
    [{ minHours: 80, maxHours: 120 }, '4 to 6 weeks', '2 to 3 weeks'],
    [{ size: 'medium' }, 'LARGE', 'MEDIUM'],
    [{ points: 8 }, '5 pts', '8 pts'],
    [{ points: 8 }, '5 days', '8 points'],
    [{ minHours: 16, maxHours: 16 }, '', '16 hours'],
  ]);
  writes('owners', [
    [['@c', '@d'], '@a/@b', '@c/@d'],
    [['Cyd', 'Dee'], 'Ann & Bob', 'Cyd & Dee'],
    [['Cyd', 'Dee'], 'Ann', 'Cyd, Dee'],
    [['李雷', '张三'], '王五、赵六', '李雷、张三'],
    [[], 'Ann', 'TBD'],
    [['types', 'lang'], '![Team][] [compiler]', '![Team][] [types] [lang]'],
    [['types', 'lang'], '![Team][] [a], [b]', '![Team][] [types], [lang]'],
  ]);
  writes('dependsOn', [
    [['T-1', 'T-2'], '#3; #4', 'T-1; T-2'],
    [[], 'T-1', 'None'],
    [['T-1'], 'None', 'T-1'],
  ]);
  writes('progress', [
    [70, '40 %', '70 %'],
    [100, '0％', '100％'],
    [5, '', '5%'],
  ]);
  writes('id', [['TASK-8', 'T1', 'TASK-8']]);

  describe('in a sign', () => {
    const cases: readonly [NotationId, FoundField['field'], FieldValues[FieldName], string, string][] = [
      ['status-in-front', 'status', 'todo', 'IN_PROGRESS', 'TO_DO'],
      ['status-as-a-label', 'status', 'done', 'Deferred', 'Implemented'],
      ['status-in-parentheses', 'status', 'done', 'pågår', 'klart'],
      ['tick-behind', 'status', 'todo', '✅', '⬜'],
      ['todo.txt-done', 'status', 'todo', 'x', ''],
      ['todo.txt-priority', 'priority', 'P4', 'A', 'D'],
      ['todo.txt-priority', 'priority', 'P0', 'A', 'P0'],
    ];
    for (const [notation, field, value, text, written] of cases)
      it(`${notation}: ${JSON.stringify(value)}`, () =>
        assert.equal(writeValue(field, value, { text, notation }), written));
  });
});
