import assert from 'node:assert/strict';
import { workspaceEdit } from '../../../server/src/features/workspaceEdits.ts';
import { open, URI } from './document.ts';

describe('workspace edits', () => {
  const document = open('- [ ] a');
  const edits = [
    { span: { start: 3, end: 4 }, text: 'x' },
    { span: { start: 7, end: 7 }, text: ' @owner', snippet: ' @${1:owner}' },
  ];
  const mark = { start: { line: 0, character: 3 }, end: { line: 0, character: 4 } };
  const end = { start: { line: 0, character: 7 }, end: { line: 0, character: 7 } };
  const plain = [
    { range: mark, newText: 'x' },
    { range: end, newText: ' @owner' },
  ];

  it('are bound to the version', () =>
    assert.deepEqual(workspaceEdit(document, edits, { documentChanges: true, snippets: false }), {
      documentChanges: [{ textDocument: { uri: URI, version: 7 }, edits: plain }],
    }));

  it('have places to fill in where the client knows them', () =>
    assert.deepEqual(workspaceEdit(document, edits, { documentChanges: true, snippets: true }), {
      documentChanges: [
        {
          textDocument: { uri: URI, version: 7 },
          edits: [plain[0], { range: end, snippet: { kind: 'snippet', value: ' @${1:owner}' } }],
        },
      ],
    }));

  it('are plain where the client knows no versions', () => {
    for (const snippets of [true, false])
      assert.deepEqual(workspaceEdit(document, edits, { documentChanges: false, snippets }), {
        changes: { [URI]: plain },
      });
  });

  it('of a file that is not open have no version', () =>
    assert.deepEqual(
      workspaceEdit({ ...document, version: null }, [], { documentChanges: true, snippets: false })
        .documentChanges,
      [{ textDocument: { uri: URI, version: null }, edits: [] }],
    ));
});
