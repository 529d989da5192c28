import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { onTypeFormatting } from '../../../server/src/features/onTypeFormatting.ts';
import { readDocument } from '../../../server/src/workspace/document.ts';
import { URI } from './document.ts';

/** The text after Enter at the bar. */
function enter(text: string, lineBreak = '\n'): string {
  const typed = text.replace(
    '‸',
    lineBreak + (/^[ \t]*/u.exec(text.slice(text.lastIndexOf('\n', text.indexOf('‸')) + 1))?.[0] ?? ''),
  );
  const document = readDocument(URI, 7, typed);
  const at = text.indexOf('‸');
  const { line } = document.lines.positionAt(at + lineBreak.length);
  const character = document.lines.positionAt(at + typed.length - (text.length - 1)).character;
  const edits = onTypeFormatting(document, { line, character });
  return TextDocument.applyEdits(TextDocument.create(URI, 'markdown', 7, typed), edits);
}

describe('Enter', () => {
  for (const [what, before, after] of [
    ['continues a task, not done', '- [x] a‸', '- [x] a\n- [ ] '],
    ['continues a bullet', '## To do\n\n* a‸', '## To do\n\n* a\n* '],
    ['counts on', '## To do\n\n9. [ ] a‸', '## To do\n\n9. [ ] a\n10. [ ] '],
    ['keeps the indentation', '- [ ] a\n  - [ ] b‸', '- [ ] a\n  - [ ] b\n  - [ ] '],
    ['keeps quotes', '> - [ ] a‸', '> - [ ] a\n> - [ ] '],
    ['keeps other boxes', '- ☑ a‸', '- ☑ a\n- ☐ '],
    ['continues behind a wrapped title', '- [ ] a\n  b‸', '- [ ] a\n  b\n- [ ] '],
    ['continues the bullets of fields', '- [ ] a\n  - Owner: Ann‸', '- [ ] a\n  - Owner: Ann\n  - '],
    ['continues between items', '- [ ] a‸\n- [ ] b\n', '- [ ] a\n- [ ] \n- [ ] b\n'],
    ['ends the list on an empty item', '- [ ] a\n- [ ] ‸', '- [ ] a\n'],
    ['ends a numbered list', '1. [ ] a\n2. [ ] ‸', '1. [ ] a\n'],
    ['leaves prose alone', 'a\n\n- [ ] b\n\nc‸', 'a\n\n- [ ] b\n\nc\n'],
    ['leaves lists alone that are no work', '## Notes\n\n- a‸', '## Notes\n\n- a\n'],
    ['leaves code alone', '- [ ] a\n\n```\n- [ ] b‸\n```\n', '- [ ] a\n\n```\n- [ ] b\n\n```\n'],
    [
      'leaves rows alone',
      '| Task | Owner |\n| - | - |\n| a | Ann |‸',
      '| Task | Owner |\n| - | - |\n| a | Ann |\n',
    ],
    ['breaks a title where it is asked to', '- [ ] a‸ b', '- [ ] a\n b'],
  ] as const)
    it(what, () => assert.equal(enter(before), after));

  it('keeps the line breaks of Windows', () =>
    assert.equal(enter('- [ ] a\r\n- [ ] b‸', '\r\n'), '- [ ] a\r\n- [ ] b\r\n- [ ] '));
});
