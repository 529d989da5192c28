import assert from 'node:assert/strict';
import { applyEdits } from '../../../server/src/edits/edit.ts';
import { documentLinks, resolveLink } from '../../../server/src/features/documentLinks.ts';
import { renamedAddresses } from '../../../server/src/features/fileRename.ts';
import { readDocument } from '../../../server/src/workspace/document.ts';
import { marked } from '../markers.ts';
import { open, URI } from './document.ts';

describe('document links', () => {
  const SETTINGS = {
    issues: 'https://example.org/issues/{id}',
    commits: 'https://example.org/commit/{id}',
    tickets: { ABC: 'https://tickets.example.org/browse/{id}', XYZ: '' },
  };

  it('lead where the settings say', () => {
    const { text, ranges } = marked('- [ ] 😀 ⟦#12⟧, ⟦ABC-7⟧, XYZ-1, DEF-2, `⟦3f2a91c⟧`');
    const document = readDocument(URI, 1, text);
    assert.deepEqual(documentLinks(document, SETTINGS), [
      { range: ranges[0], target: 'https://example.org/issues/12' },
      { range: ranges[1], target: 'https://tickets.example.org/browse/ABC-7' },
      { range: ranges[2], target: 'https://example.org/commit/3f2a91c' },
    ]);
    assert.deepEqual(documentLinks(document, {}), []);
  });

  it('lead to files and headings, once they are followed', async () => {
    const document = open('- [ ] a [b](../b%20c.md#later--maybe-1) [d](#next) [e](x/e.md#no) [f](f.png)');
    const other = readDocument(
      'file:///b%20c.md',
      null,
      '# Later & maybe\n\n## Later & *maybe*\n\n## Next\n',
    );
    const get = (uri: string) => Promise.resolve(uri === other.uri ? other : undefined);
    const links = await Promise.all(documentLinks(document, {}).map((link) => resolveLink(link, get)));
    assert.deepEqual(
      links.map(({ target }) => target),
      ['file:///b%20c.md#L3', `${URI}#next`, 'file:///plans/x/e.md#no', 'file:///plans/f.png'],
    );
  });

  it('lead nowhere from a document that is nowhere', async () => {
    const [link] = documentLinks(readDocument('untitled:TODO.md', 1, '- [ ] [a](b.md)\n'), {});
    assert.equal((await resolveLink(link!, () => Promise.resolve(undefined))).target, undefined);
  });
});

describe('links to a file that is renamed', () => {
  const renamed = (text: string, oldUri: string, newUri: string): string =>
    applyEdits(text, renamedAddresses(readDocument(URI, 1, text), [{ oldUri, newUri }]));
  const TEXT = '- [ ] [a](todo.md#x), [b](./docs/b.md), [c](docs/bb.md)\n\n[t]: todo.md "T"\n';

  for (const [what, from, to, expected] of [
    ['follow it', 'todo.md', 'docs/done.md', TEXT.replaceAll('todo.md', 'docs/done.md')],
    [
      'follow its folder',
      'docs',
      'old/docs',
      TEXT.replace('./docs/b', './old/docs/b').replace('(docs', '(old/docs'),
    ],
    ['stay where another file is renamed', 'docs/b', 'docs/x', TEXT],
    [
      'lead back from where the document goes',
      'roadmap.md',
      'sub/roadmap.md',
      TEXT.replaceAll('todo.md', '../todo.md').replace('./docs', '../docs').replace('(docs', '(../docs'),
    ],
  ] as const)
    it(what, () => assert.equal(renamed(TEXT, `file:///plans/${from}`, `file:///plans/${to}`), expected));
});
