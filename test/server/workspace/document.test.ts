import assert from 'node:assert/strict';
import { readDocument } from '../../../server/src/workspace/document.ts';

describe('document', () => {
  it('is a version of a text, read', () => {
    const { uri, version, roadmap, lines } = readDocument('file:///a.md', 3, '- [ ] a\r\n- [ ] b');
    assert.deepEqual([uri, version, roadmap.items.length], ['file:///a.md', 3, 2]);
    assert.deepEqual(lines.positionAt(roadmap.items[1]!.own.start), { line: 1, character: 0 });
  });
});
