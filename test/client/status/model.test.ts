import assert from 'node:assert/strict';
import { statusText } from '../../../client/src/status/model.ts';
import { due, file, item } from '../items.ts';
import { t } from '../translate.ts';

describe('language status', () => {
  it('counts the items of a roadmap', () => {
    const status = statusText('loaded', file('a.md', item('a'), item('b', { status: 'done' })), t);
    assert.equal(status.text, '1 open');
    assert.equal(status.detail, '1 closed');
    assert.equal(status.severity, 'information');
    assert.equal(status.command.id, 'roadmap.items.focus');
  });

  it('warns of what is overdue', () => {
    const status = statusText('loaded', file('a.md', item('a', due('2025-07-25', -1))), t);
    assert.equal(status.text, '1 open, 1 overdue');
    assert.equal(status.severity, 'warning');
  });

  it('tells a document that is no roadmap, and how to make it one', () => {
    const status = statusText('loaded', undefined, t);
    assert.equal(status.text, 'Not a roadmap');
    assert.deepEqual([status.command.id, status.command.argument], ['roadmap.openSettings', 'roadmap.files']);
  });

  it('is busy until the server has answered', () => {
    assert.ok(statusText('loading', undefined, t).busy);
    assert.ok(!statusText('loaded', undefined, t).busy);
  });

  it('offers a restart when there is no server', () => {
    const status = statusText('failed', undefined, t);
    assert.equal(status.severity, 'error');
    assert.equal(status.command.id, 'roadmap.restartServer');
  });
});
