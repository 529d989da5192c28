import assert from 'node:assert/strict';
import type { Message } from 'vscode-languageserver';
import { Gate } from '../../server/src/gate.ts';

const message = (id: number): Message => ({ jsonrpc: '2.0', id }) as Message;

describe('gate', () => {
  it('lets everything through until it is closed', () => {
    const passed: unknown[] = [];
    const gate = new Gate();
    void gate.handleMessage(message(1), (each) => void passed.push(each));
    assert.deepEqual(passed, [message(1)]);
  });

  it('loads at the first message, once, and keeps the order', async () => {
    const passed: Message[] = [];
    const next = (each: Message): void => void passed.push(each);
    const gate = new Gate();
    let loads = 0;
    let loaded: () => void = () => undefined;
    gate.closeUntil(() => {
      loads++;
      return new Promise((resolve) => (loaded = resolve));
    });
    assert.equal(loads, 0);
    const handled = [1, 2, 3].map((id) => gate.handleMessage(message(id), next));
    await Promise.resolve();
    assert.deepEqual([loads, passed], [1, []]);
    loaded();
    await Promise.all(handled.map((each) => Promise.resolve(each)));
    void gate.handleMessage(message(4), next);
    assert.deepEqual(passed, [1, 2, 3, 4].map(message));
    assert.equal(loads, 1);
  });
});
