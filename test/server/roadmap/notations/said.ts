import assert from 'node:assert/strict';
import { linesOf } from '../../../../server/src/roadmap/markdown/mask.ts';
import { readLine, type FoundField } from '../../../../server/src/roadmap/notations/index.ts';

/**
 * What a line says of each field, in short: `{ owners: '@a + @b', due: '2025-07-01..2025-09-30', effort: '16-24 h' }`;
 * a date that can't be stands under `invalid`.
 */
export function said(text: string): Record<string, string> {
  const [line] = linesOf(text, { start: 0, end: text.length });
  if (!line) return {};
  const { fields, invalid } = readLine(line, { reference: '2025-07-24' }, 'inline');
  for (const { stated } of fields) {
    assert.ok(
      text.slice(stated.span.start, stated.span.end).endsWith(stated.text.slice(-1)),
      'span of the value',
    );
    assert.ok(
      stated.whole.start <= stated.span.start && stated.span.end <= stated.whole.end,
      'span of the whole',
    );
  }
  return Object.fromEntries([
    // Of two, the first counts, as it does for an item.
    ...fields.map((found) => [found.field, brief(found)] as const).reverse(),
    ...invalid.map(({ text: date, candidates }) => ['invalid', [date, ...candidates].join(' ')] as const),
  ]);
}

function brief(found: FoundField): string {
  switch (found.field) {
    case 'owners':
      return found.stated.value.join(' + ');
    case 'effort': {
      const { minHours, maxHours } = found.stated.value;
      return minHours === undefined ? 'a size' : `${minHours}-${maxHours ?? '?'} h`;
    }
    case 'priority':
    case 'status':
    case 'id':
      return found.stated.value;
    case 'dependsOn':
      return found.stated.value.join(' + ');
    case 'progress':
      return `${found.stated.value} %`;
    default: {
      const { start, end } = found.stated.value;
      return start === end ? start : `${start}..${end}`;
    }
  }
}

/** Tests of lines, each with what it says. */
export function lines(table: readonly (readonly [string, Record<string, string>])[]): void {
  for (const [text, fields] of table) it(text, () => assert.deepEqual(said(text), fields));
}
