import assert from 'node:assert/strict';
import {
  InsertReplaceEdit,
  type CompletionItem,
  type CompletionList,
  type TextEdit,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  completion,
  completionDocumentation,
  completionSupport,
  isCompletionData,
  type CompletionOptions,
} from '../../../server/src/features/completion.ts';
import { readDocument, type RoadmapDocument } from '../../../server/src/workspace/document.ts';
import { URI } from './document.ts';

/** A Friday. */
const TODAY = '2026-11-27';
const ALL = { snippets: true, insertReplace: true, asIs: true };
const NONE = { snippets: false, insertReplace: false, asIs: false };

interface Asked {
  readonly document: RoadmapDocument;
  readonly list: CompletionList | null;
  readonly labels: readonly string[];
  readonly item: (label: string) => CompletionItem;
  /** The text once the entry is chosen, with a bar for the snippet's first place. */
  readonly after: (label: string) => string;
}

/** Asks at the bar in the lines. */
function ask(lines: readonly string[], options: Partial<CompletionOptions> = {}, trigger?: string): Asked {
  const marked = lines.join('\n');
  const at = marked.indexOf('‸');
  const document = readDocument(URI, 7, marked.replace('‸', ''));
  const context =
    trigger === undefined ? undefined : ({ triggerKind: 2, triggerCharacter: trigger } as const);
  const list = completion(document, document.lines.positionAt(at), context, {
    today: TODAY,
    owners: ['@ann', 'Bob'],
    support: ALL,
    ...options,
  });
  const item = (label: string): CompletionItem => {
    const found = list?.items.find((candidate) => candidate.label === label);
    assert.ok(found, `${label} among ${list?.items.map((candidate) => candidate.label).join()}`);
    return found;
  };
  return {
    document,
    list,
    labels: list?.items.map(({ label }) => label) ?? [],
    item,
    after: (label) => {
      const { textEdit, additionalTextEdits = [], insertTextFormat } = item(label);
      assert.ok(textEdit);
      const edit: TextEdit = InsertReplaceEdit.is(textEdit)
        ? { range: textEdit.replace, newText: textEdit.newText }
        : textEdit;
      const newText =
        insertTextFormat === 2
          ? edit.newText
              .replace(/\$\{1\|[^}]*\|\}|\$1/u, '‸')
              .replace(/\$0/u, '')
              .replace(/\\(.)/gu, '$1')
          : edit.newText;
      return TextDocument.applyEdits(TextDocument.create(URI, 'markdown', 7, document.roadmap.text), [
        ...additionalTextEdits,
        { ...edit, newText },
      ]);
    },
  };
}

describe('completion of values', () => {
  it('knows owners: the likeliest first, each once, whatever was typed of the name', () => {
    const { labels, after, item } = ask(['- [ ] a (Owner: @a‸)']);
    assert.deepEqual(labels, ['@ann', 'Bob']);
    assert.equal(item('Bob').filterText, '@Bob');
    assert.equal(item('@ann').filterText, '@ann');
    assert.equal(after('Bob'), '- [ ] a (Owner: Bob)');
    assert.equal(ask(['- [ ] a (Owner: ‸)']).item('@ann').filterText, 'ann');
    assert.deepEqual(ask(['- [ ] a', '  - Owners: @ann, b‸']).labels, ['Bob']);
    assert.equal(ask(['- [ ] a', '  - Owners: @ann, b‸']).after('Bob'), '- [ ] a\n  - Owners: @ann, Bob');
  });

  it('replaces the name that stands there, and inserts where the client tells both apart', () => {
    const { item, after } = ask(['- [ ] a (Owners: ca‸rl, dan)']);
    const { textEdit } = item('@ann');
    assert.ok(textEdit && InsertReplaceEdit.is(textEdit));
    assert.deepEqual([textEdit.insert.start.character, textEdit.insert.end.character], [17, 19]);
    assert.deepEqual([textEdit.replace.start.character, textEdit.replace.end.character], [17, 21]);
    assert.equal(after('@ann'), '- [ ] a (Owners: @ann, dan)');
    assert.equal(
      ask(['- [ ] a (Owners: ca‸rl, dan)'], { support: NONE }).after('@ann'),
      '- [ ] a (Owners: @ann, dan)',
    );
  });

  it('turns words into days, in the form of the document', () => {
    const { list, item, after } = ask(['- [ ] a (Due: Dec 15, 2026)', '- [ ] b (Due: fri‸)']);
    assert.equal(list?.isIncomplete, true);
    assert.equal(item('next friday').detail, 'Friday, Dec 4, 2026');
    assert.equal(after('next friday'), '- [ ] a (Due: Dec 15, 2026)\n- [ ] b (Due: Dec 4, 2026)');
    assert.match(item('friday').filterText ?? '', /^fri/u);
    assert.equal(ask(['- [ ] b due:fri‸']).after('friday'), '- [ ] b due:2026-12-04');
    assert.equal(ask(['- [ ] b [due:: in 2‸]']).after('in 2 weeks'), '- [ ] b [due:: 2026-12-11]');
    assert.equal(ask(['- [ ] b 📅 ‸']).after('tomorrow'), '- [ ] b 📅 2026-11-28');
    assert.equal(ask(['- [x] b ✅ ‸']).after('yesterday'), '- [x] b ✅ 2026-11-26');
  });

  it('says a status or priority in the words of the document', () => {
    const lines = [
      '- [ ] a',
      '  - Status: Underway',
      '  - Status: Erledigt',
      '- [ ] b',
      '  - Status: in Arbeit',
    ];
    assert.ok(ask([...lines, '- [ ] c', '  - Status: ‸']).labels.includes('in Arbeit'));
    const { labels, item } = ask(['- [ ] a (Priority: Hoch)', '- [ ] b (Priority: ‸)']);
    assert.deepEqual(labels.slice(0, 4), ['Kritisch', 'Hoch', 'Mittel', 'Niedrig']);
    assert.equal(item('Hoch').detail, 'P1');
  });

  it('knows what an item may depend on', () => {
    const { labels, item, after } = ask([
      '- [ ] TASK-1: Lay the cable',
      '- [ ] TASK-2: Ring the bell',
      '- [ ] TASK-3: Go (Depends on: TASK-1, be‸)',
    ]);
    assert.deepEqual(labels, ['TASK-2']);
    assert.equal(item('TASK-2').detail, 'TASK-2: Ring the bell');
    assert.match(item('TASK-2').filterText ?? '', /bell/u);
    assert.match(after('TASK-2'), /Depends on: TASK-1, TASK-2\)$/u);
    assert.deepEqual(ask(['- [ ] Ring it', '- [ ] b (Depends on: ‸)']).labels, ['Ring it']);
    assert.deepEqual(ask(['- [ ] a 🆔 x1', '- [ ] b ⛔ ‸']).labels, ['x1']);
  });

  it('fills cells, empty ones too', () => {
    const table = [
      '| Task | Owner | Due | Status |',
      '| - | - | - | - |',
      '| a | @ann | 2026-12-01 | Open |',
    ];
    assert.deepEqual(ask([...table, '| b | ‸ | | |']).labels, ['@ann', 'Bob']);
    assert.equal(
      ask([...table, '| b | ‸ | | |'])
        .after('Bob')
        .split('\n')[3],
      '| b | Bob | | |',
    );
    assert.ok(ask([...table, '| b |  | fri‸ | |']).labels.includes('friday'));
    assert.ok(ask([...table, '| b |  |  | ‸ |']).labels.includes('Open'));
    assert.deepEqual(ask([...table, '| b ‸|  |  |  |']).labels, []);
  });
});

describe('completion of fields', () => {
  it('adds a field behind an item, as the document writes it', () => {
    const { after, item, labels } = ask(['- [ ] a [due:: 2026-12-01]', '- [ ] b d‸']);
    assert.ok(labels.includes('due'));
    assert.equal(item('due').textEdit?.newText, '[due:: $1]$0');
    assert.equal(after('due'), '- [ ] a [due:: 2026-12-01]\n- [ ] b [due:: ‸]');
  });

  it('adds it beneath where the document has it beneath', () => {
    const lines = ['- [ ] a', '  - **Owner:** @ann'];
    assert.equal(
      ask([...lines, '- [ ] b o‸']).after('Owner'),
      [...lines, '- [ ] b', '  - **Owner:** ‸'].join('\n'),
    );
    assert.equal(
      ask([...lines, '- [ ] b', '  - O‸']).after('Owner'),
      [...lines, '- [ ] b', '  - **Owner:** ‸'].join('\n'),
    );
    assert.equal(
      ask([...lines, '- [ ] b', '  - **O‸']).after('Owner'),
      [...lines, '- [ ] b', '  - **Owner:** ‸'].join('\n'),
    );
    assert.equal(ask([...lines, '- [ ] b', '  - **O‸']).item('Owner').filterText, '**Owner');
  });

  it('lets choose where there are few values, and sends no snippet to who knows none', () => {
    const newText = ask(['- [ ] a (Priority: High)', '- [ ] b p‸']).item('Priority').textEdit?.newText;
    assert.equal(newText, '(Priority: ${1|Critical,High,Medium,Low,Lowest|})$0');
    const plain = ask(['- [ ] a (Priority: High)', '- [ ] b p‸'], { support: NONE }).item('Priority');
    assert.equal(plain.textEdit?.newText, '(Priority: ');
    assert.equal(plain.insertTextFormat, undefined);
    assert.equal(plain.insertTextMode, undefined);
  });

  it('assigns an item by a name behind it', () => {
    const asked = ask(['- [ ] a (Owner: @ann)', '- [ ] b @bo‸'], {}, '@');
    assert.equal(asked.after('Bob'), '- [ ] a (Owner: @ann)\n- [ ] b (Owner: Bob)');
    assert.equal(asked.item('Bob').filterText, '@Bob');
  });

  it('offers no field that is there', () =>
    assert.ok(!ask(['- [ ] a (Due: 2026-12-01) o‸']).labels.includes('Due')));
});

describe('completion stays silent', () => {
  for (const [where, ...lines] of [
    ['in prose', 'Owner: ‸'],
    ['in prose beneath items', '- [ ] a', '', 'Some words ‸'],
    ['in fenced code', '- [ ] a', '', '  ```', '  Owner: ‸', '  ```'],
    ['in code of a line', '- [ ] a `Owner: ‸`'],
    ['in an address', '- [ ] [a](http://x/Owner:‸)'],
    ['in a comment without a label', '- [ ] a', '', '<div>Owner: ‸</div>'],
    ['in a heading', '## Plans ‸', '- [ ] a'],
    ['in the middle of a title', '- [ ] a ‸ b'],
    ['where a title begins', '- [ ] a‸'],
  ] as const)
    it(where, () => assert.deepEqual(ask(lines).labels, []));

  it('when somebody types a space in words or behind a value', () => {
    assert.equal(ask(['- [ ] a ‸'], {}, ' ').list, null);
    assert.equal(ask(['- [ ] Ring the: ‸'], {}, ':').list, null);
    assert.equal(ask(['- [ ] a', '  - Owner: Ann ‸'], {}, ' ').list, null);
    assert.notEqual(ask(['- [ ] a', '  - Owner: ‸'], {}, ' ').list, null);
    assert.notEqual(ask(['- [ ] a', '  - Owner:‸'], {}, ':').list, null);
    assert.notEqual(ask(['- [ ] a', '  - Owner: Ann, ‸'], {}, ' ').list, null);
  });
});

describe('what is said of a completion', () => {
  const about = (asked: Asked, label: string): string | undefined => {
    const { data } = asked.item(label);
    assert.ok(isCompletionData(data));
    return completionDocumentation(asked.document.roadmap, data, TODAY);
  };

  it('tells what somebody has to do', () => {
    const asked = ask([
      '- [ ] a (Owner: @ann) (Due: 2026-11-01)',
      '- [x] b (Owner: @ann)',
      '- [ ] c (Owner: ‸)',
    ]);
    assert.equal(about(asked, '@ann'), '1 open item, 1 overdue in this document:\n\n- a');
    assert.equal(about(asked, 'Bob'), undefined);
  });

  it('tells how far off a day is', () =>
    assert.equal(
      about(ask(['- [ ] c (Due: ‸)']), 'next friday'),
      'Friday, 2026-12-04: 7 days left (5 working days)',
    ));

  it('tells what an id stands for', () =>
    assert.equal(
      about(ask(['- [x] T-1: a (Owner: Bob)', '- [ ] c (Depends on: ‸)']), 'T-1'),
      'T-1: a\n\nDone\nOwner: Bob',
    ));
});

it('a client that says nothing of itself gets plain completions', () =>
  assert.deepEqual(completionSupport({}), NONE));
