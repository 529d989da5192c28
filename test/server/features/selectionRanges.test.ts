import assert from 'node:assert/strict';
import type { SelectionRange } from 'vscode-languageserver';
import { selectionRanges } from '../../../server/src/features/selectionRanges.ts';
import { readDocument } from '../../../server/src/workspace/document.ts';
import { marked } from '../markers.ts';
import { URI } from './document.ts';

function grown(...lines: string[]): string[] {
  const { text, cursors } = marked(...lines);
  const document = readDocument(URI, 1, text);
  const found: string[] = [];
  let range: SelectionRange | undefined = selectionRanges(document, cursors)[0];
  for (; range; range = range.parent)
    found.push(
      text.slice(document.lines.offsetAt(range.range.start), document.lines.offsetAt(range.range.end)),
    );
  return found;
}

describe('selection ranges', () => {
  it('grow from a word to the document', () =>
    assert.deepEqual(
      grown(
        '# Plan',
        '',
        '## Next',
        '',
        '- [ ] Draw - *Owner: Ann D‸ay, Bob*',
        '  - [ ] Pens',
        '',
        '## Later',
      ),
      [
        'Day',
        'Ann Day',
        'Ann Day, Bob',
        ' - *Owner: Ann Day, Bob*',
        'Draw - *Owner: Ann Day, Bob*',
        '- [ ] Draw - *Owner: Ann Day, Bob*',
        '- [ ] Draw - *Owner: Ann Day, Bob*\n  - [ ] Pens',
        '## Next\n\n- [ ] Draw - *Owner: Ann Day, Bob*\n  - [ ] Pens',
        '# Plan\n\n## Next\n\n- [ ] Draw - *Owner: Ann Day, Bob*\n  - [ ] Pens\n\n## Later',
        '# Plan\n\n## Next\n\n- [ ] Draw - *Owner: Ann Day, Bob*\n  - [ ] Pens\n\n## Later\n',
      ],
    ));
  it('grow over the cell of a row', () =>
    assert.deepEqual(grown('| Task | Owner |', '| --- | --- |', '| a | An‸n |').slice(0, 2), [
      'Ann',
      '| a | Ann |',
    ]));
  it('are the document where nothing else is', () => assert.deepEqual(grown('‸', 'a'), ['\na\n']));
});
