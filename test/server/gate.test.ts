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

  it('loads before the first message, and once', () => {
    const done: unknown[] = [];
    const gate = new Gate();
    gate.closeUntil(() => void done.push('loaded'));
    assert.equal(done.length, 0);
    for (const id of [1, 2]) void gate.handleMessage(message(id), (each) => void done.push(each));
    assert.deepEqual(done, ['loaded', message(1), message(2)]);
  });

  it('tries again where loading has failed', () => {
    const passed: Message[] = [];
    const gate = new Gate();
    let fails = true;
    gate.closeUntil(() => {
      if (fails) throw new Error('not there');
    });
    const handle = (): unknown => gate.handleMessage(message(1), (each) => void passed.push(each));
    assert.throws(handle, /not there/);
    fails = false;
    handle();
    assert.equal(passed.length, 1);
  });
});
