import assert from 'node:assert/strict';
import { PartedList, PLACEHOLDER, type Part } from '../../../server/src/features/parted.ts';
import { encode } from '../../../server/src/node/encoder.ts';

const URI = 'file:///w/ROADMAP.md';
const read = (message: unknown): unknown => JSON.parse(encode(message).toString());

describe('a list in parts', () => {
  const parts: Part<unknown>[] = [{ values: ['☐ a', 1] }, { values: [] }, { values: [{ b: '"' }] }];
  const list = ['☐ a', 1, { b: '"' }];

  it('is written as the list that it is', () => {
    assert.deepEqual(read({ id: 1, result: new PartedList(parts) }), { id: 1, result: list });
    assert.deepEqual(read({ items: new PartedList([]), more: [new PartedList(parts)] }), {
      items: [],
      more: [list],
    });
    assert.equal(JSON.stringify(new PartedList(parts)), JSON.stringify(list));
  });

  it('is written as well where somebody says what stands for it', () =>
    assert.deepEqual(read([PLACEHOLDER, new PartedList(parts)]), [PLACEHOLDER, list]));

  it('points at each version anew', () => {
    const reference = { uri: '', id: 'a', version: null };
    const part = { values: [{ title: '☐', arguments: [reference] }], references: [reference] };
    for (const version of [7, 2_147_483_647, 12]) {
      const shown = [{ title: '☐', arguments: [{ uri: URI, id: 'a', version }] }];
      assert.deepEqual(read(new PartedList([part], { uri: URI, version })), shown);
      assert.deepEqual(new PartedList([part], { uri: URI, version }).all, shown);
    }
  });

  it('writes what stays once', () => {
    let written = 0;
    const values = [{ toJSON: () => ++written }];
    for (let n = 0; n < 3; n++) encode({ result: new PartedList([{ values }]) });
    assert.equal(written, 1);
  });
});
