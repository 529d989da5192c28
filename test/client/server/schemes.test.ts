import assert from 'node:assert/strict';
import { documentSchemes } from '../../../client/src/server/schemes.ts';

describe('document schemes', () => {
  it('are those of the folders beside files and untitled documents', () =>
    assert.deepEqual(documentSchemes(['vscode-vfs', 'file', 'vscode-vfs']), [
      'file',
      'untitled',
      'vscode-vfs',
    ]));
});
