import assert from 'node:assert/strict';
import { relocate } from '../../../server/src/roadmap/relocate.ts';

describe('positions led back to another text', () => {
  const twice = (offset: number): number => offset * 2;

  it('are those of spans and places for fields, and nothing else', () =>
    assert.deepEqual(
      relocate(
        {
          span: { start: 1, end: 3 },
          depth: 3,
          title: 'x',
          value: { start: '2025-01-01', end: '2025-01-31' },
          list: [{ start: 0, end: 1 }, 'a', undefined, null, 7],
        },
        twice,
      ),
      {
        span: { start: 2, end: 6 },
        depth: 3,
        title: 'x',
        value: { start: '2025-01-01', end: '2025-01-31' },
        list: [{ start: 0, end: 2 }, 'a', undefined, null, 7],
      },
    ));

  it('once each, where values refer to each other', () => {
    const span = { start: 1, end: 2 };
    const parent: { span: typeof span; child?: object } = { span };
    parent.child = { parent, span };
    const copy = relocate(parent, twice);
    assert.deepEqual(copy.span, { start: 2, end: 4 });
    assert.deepEqual(Object.values(copy.child ?? {}), [copy, copy.span]);
    assert.deepEqual(span, { start: 1, end: 2 });
  });

  it('at any depth', () => {
    let deep: object = { start: 1 };
    for (let i = 0; i < 100_000; i++) deep = { deep };
    relocate(deep, twice);
  });
});
