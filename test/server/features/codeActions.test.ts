import assert from 'node:assert/strict';
import type { CodeAction } from 'vscode-languageserver';
import { CODE_ACTION_KINDS, FIX_ALL } from '../../../server/src/features/codeActionKinds.ts';
import { codeActions } from '../../../server/src/features/codeActions.ts';
import { applied, offered, open, rangeOf, SUPPORT, TODAY, URI } from './document.ts';

const titlesOf = (actions: readonly CodeAction[]): string[] => actions.map(({ title }) => title);

function called(actions: readonly CodeAction[], title: string): CodeAction {
  const found = actions.find((action) => action.title === title);
  assert.ok(found, `"${title}" among: ${titlesOf(actions).join(' | ')}`);
  return found;
}

const QUICK = ['quickfix'];

describe('code actions', () => {
  describe('for a missing owner', () => {
    const lines = ['## A', '- [ ] a', '- [ ] b (Owner: @b)'];

    it('offer the owners that there are, five at most', () => {
      const owners = ['@b', '@c', '@d', '@e', '@f', '@g'];
      const actions = offered(open(...lines), { owners }, QUICK);
      assert.deepEqual(
        titlesOf(actions),
        owners.slice(0, 5).map((owner) => `Assign to ${owner}`),
      );
      assert.ok(actions.every(({ isPreferred }) => isPreferred === undefined));
      assert.equal(
        applied(open(...lines), called(actions, 'Assign to @c').edit),
        '## A\n- [ ] a (Owner: @c)\n- [ ] b (Owner: @b)\n',
      );
    });

    it('are preferred where there is one owner only', () =>
      assert.deepEqual(
        offered(open(...lines), { owners: ['@b'] }, QUICK).map(({ title, isPreferred }) => [
          title,
          isPreferred,
        ]),
        [['Assign to @b', true]],
      ));

    it('answer the diagnostic they were asked for', () => {
      const [action] = offered(open(...lines), { owners: ['@b'] }, QUICK);
      assert.deepEqual(
        action?.diagnostics?.map(({ code }) => code),
        ['missing-owner'],
      );
      assert.equal(action.kind, 'quickfix');
    });

    it('assign a whole section at once', () => {
      const document = open('## A', '', '- [ ] a', '- [ ] b');
      const actions = offered(document, { owners: ['@x'] }, QUICK);
      assert.equal(
        applied(document, called(actions, 'Assign to @x').edit),
        '## A\n**Owner:** @x\n\n- [ ] a\n- [ ] b\n',
      );
    });

    it('leave a place for a name where nobody is known', () => {
      const document = open('## A', '', '- [ ] a');
      const [action] = offered(document, {}, QUICK);
      assert.equal(action?.title, 'Assign "A" to an owner');
      assert.deepEqual(action.edit?.documentChanges, [
        {
          textDocument: { uri: URI, version: 7 },
          edits: [
            {
              range: { start: { line: 0, character: 4 }, end: { line: 0, character: 4 } },
              snippet: { kind: 'snippet', value: '\n**Owner:** @${1:owner}' },
            },
          ],
        },
      ]);
      const [plain] = offered(document, { support: { documentChanges: true, snippets: false } }, QUICK);
      assert.equal(applied(document, plain?.edit), '## A\n**Owner:** @owner\n\n- [ ] a\n');
    });

    it('fill all places with one name', () => {
      const [action] = offered(open('- [ ] a', '- [ ] b'), {}, QUICK);
      assert.equal(action?.title, 'Assign 2 items to an owner');
      const [change] = action.edit?.documentChanges ?? [];
      assert.ok(change && 'edits' in change);
      assert.deepEqual(
        change.edits.map((edit) => 'snippet' in edit && edit.snippet.value),
        ['\n  - Owner: @${1:owner}', '\n  - Owner: @$1'],
      );
    });
  });

  describe('for a date that has passed', () => {
    const document = open('- [ ] a (Owner: @a) - *Due: 2025-07-25*');
    const actions = offered(document, { owners: ['@a'] }, QUICK);

    it('offer days, and to be done', () =>
      assert.deepEqual(titlesOf(actions), [
        'Move due date to 2025-07-28 (today)',
        'Move due date to 2025-08-04 (next Monday)',
        'Move due date to 2025-08-04 (in 1 week)',
        'Move due date to 2025-08-11 (in 2 weeks)',
        'Move due date to 2025-08-28 (in 1 month)',
        'Mark as done',
      ]));

    for (const [title, line] of [
      ['Move due date to 2025-08-11 (in 2 weeks)', '- [ ] a (Owner: @a) - *Due: 2025-08-11*\n'],
      ['Mark as done', '- [x] a (Owner: @a) - *Due: 2025-07-25*\n'],
    ] as const)
      it(title, () => assert.equal(applied(document, called(actions, title).edit), line));

    it('are never preferred: there is a choice', () =>
      assert.ok(actions.every(({ isPreferred }) => isPreferred !== true)));

    it('set a date of its own where it is inherited', () => {
      const late = open('## A (Target: 2025-07-25)', '- [ ] a (Owner: @a)');
      const action = called(offered(late, {}, QUICK), 'Set due date to 2025-07-28 (today)');
      assert.equal(
        applied(late, action.edit),
        '## A (Target: 2025-07-25)\n- [ ] a (Owner: @a) - *Due: 2025-07-28*\n',
      );
    });
  });

  describe('for an impossible date', () => {
    for (const [line, expected] of [
      [
        '- [x] a - *Due: 2025-02-30*',
        [
          ['Change to 2025-02-28', undefined],
          ['Change to 2025-03-02', undefined],
        ],
      ],
      ['- [x] a - *Due: 2025-25-07*', [['Change to 2025-07-25', true]]],
      [
        '- [x] a - *Due: Feb 30, 2025*',
        [
          ['Change to Feb 28, 2025', undefined],
          ['Change to Mar 2, 2025', undefined],
        ],
      ],
    ] as const)
      it(line, () =>
        assert.deepEqual(
          offered(open(line), {}, QUICK).map(({ title, isPreferred }) => [title, isPreferred]),
          expected,
        ),
      );

    it('change the date alone', () => {
      const document = open('- [x] a - *Due: 2025-25-07*  ');
      assert.equal(
        applied(document, offered(document, {}, QUICK)[0]?.edit),
        '- [x] a - *Due: 2025-07-25*  \n',
      );
    });
  });

  describe('for a stale review', () => {
    const document = open('*Last Updated: 2025-07-11*', '*Next Review: 2025-07-25*');
    const actions = offered(document, {}, QUICK);

    it('offer the rhythm of the document, a week, a month', () =>
      assert.deepEqual(titlesOf(actions), [
        'Reviewed today: next review 2025-08-11',
        'Reviewed today: next review 2025-08-04',
        'Reviewed today: next review 2025-08-28',
      ]));

    it('change both dates', () =>
      assert.equal(
        applied(document, actions[0]?.edit),
        '*Last Updated: 2025-07-28*\n*Next Review: 2025-08-11*\n',
      ));
  });

  describe('for mis-decoded text', () => {
    const document = open('# caf\u00c3\u00a9', '- [x] EC2 \u201a\u00dc\u00ed Lambda  ');

    it('repair the document', () => {
      const [action, ...others] = offered(document, {}, QUICK);
      assert.deepEqual(
        [action?.title, action?.isPreferred, others],
        ['Repair the encoding of this document (2 places)', true, []],
      );
      assert.equal(applied(document, action?.edit), '# café\n- [x] EC2 → Lambda  \n');
    });

    it('are not for saving', () => assert.deepEqual(offered(document, {}, [FIX_ALL]), []));
  });

  describe('at the cursor', () => {
    const at = (words: string, ...lines: string[]): CodeAction[] => {
      const document = open(...lines);
      return codeActions(
        document,
        { textDocument: { uri: URI }, range: rangeOf(document, words), context: { diagnostics: [] } },
        { today: TODAY, owners: [], support: SUPPORT },
      );
    };

    it('set a due date for an item without one', () => {
      const actions = at('a', '- [ ] a', '- [ ] b');
      assert.deepEqual(titlesOf(actions).slice(0, 2), [
        'Set due date to 2025-07-28 (today)',
        'Set due date to 2025-08-04 (next Monday)',
      ]);
      assert.ok(actions.every(({ kind }) => kind === 'refactor.rewrite'));
      assert.equal(
        applied(open('- [ ] a', '- [ ] b'), actions[0]?.edit),
        '- [ ] a - *Due: 2025-07-28*\n- [ ] b\n',
      );
    });

    for (const [what, lines] of [
      ['that has a date', ['- [ ] a - *Due: 2025-07-31*']],
      ['that is done', ['- [x] a']],
      ['that is none', ['a']],
    ] as const)
      it(`are none for an item ${what}`, () => assert.deepEqual(at('a', ...lines), []));
  });

  describe('that fix all', () => {
    const document = open(
      '- [x] a - *Due: 2025-25-07*',
      '- [x] b - *Due: 2025-02-30*',
      '- [x] c - *Due: 2025-26-07*',
    );

    it('do what has one answer only', () => {
      const [action, ...others] = offered(document, {}, [FIX_ALL]);
      assert.deepEqual([action?.kind, others], [FIX_ALL, []]);
      assert.equal(
        applied(document, action?.edit),
        '- [x] a - *Due: 2025-07-25*\n- [x] b - *Due: 2025-02-30*\n- [x] c - *Due: 2025-07-26*\n',
      );
    });

    it('are not there where there is nothing to fix', () =>
      assert.deepEqual(offered(open('- [x] b - *Due: 2025-02-30*'), {}, [FIX_ALL]), []));

    it('come only when they are asked for', () => {
      const kinds = (only?: string[]): Set<string | undefined> =>
        new Set(offered(document, {}, only).map(({ kind }) => kind));
      assert.ok(!kinds().has(FIX_ALL));
      for (const only of ['source', 'source.fixAll', FIX_ALL])
        assert.deepEqual([...kinds([only])], [FIX_ALL], only);
      assert.deepEqual([...kinds(['source.organizeImports'])], []);
    });
  });

  it('come only of the kinds that are asked for', () => {
    const document = open('- [ ] a');
    for (const only of ['quickfix', 'refactor', 'refactor.rewrite'])
      for (const { kind } of offered(document, { owners: ['@a'] }, [only]))
        assert.ok(kind === only || kind?.startsWith(`${only}.`), `${kind ?? ''} for ${only}`);
    assert.deepEqual(CODE_ACTION_KINDS, [
      'quickfix',
      'refactor.rewrite',
      'refactor.move',
      'source.fixAll.roadmap',
      'source.organizeItems',
    ]);
  });

  it('leave alone what others have found, and what was found in another version', () => {
    const document = open('- [ ] a');
    const range = rangeOf(document, 'a');
    const of = (diagnostic: object): CodeAction[] =>
      codeActions(
        document,
        {
          textDocument: { uri: URI },
          range,
          context: { diagnostics: [{ range, message: '', ...diagnostic }], only: QUICK },
        },
        { today: TODAY, owners: ['@a'], support: SUPPORT },
      );
    const fix = { kind: 'assign', items: ['gone'] };
    for (const diagnostic of [
      { source: 'markdownlint', data: { fix } },
      { source: 'roadmap' },
      { source: 'roadmap', data: { fix } },
      { source: 'roadmap', data: { fix: { kind: 'reschedule', item: 'gone' } } },
    ])
      assert.deepEqual(of(diagnostic), []);
  });

  it('are plain for a client without versions', () => {
    const [action] = offered(
      open('- [x] a - *Due: 2025-25-07*'),
      { support: { documentChanges: false, snippets: false } },
      QUICK,
    );
    assert.deepEqual(action?.edit, {
      changes: {
        [URI]: [
          {
            range: { start: { line: 0, character: 16 }, end: { line: 0, character: 26 } },
            newText: '2025-07-25',
          },
        ],
      },
    });
  });
});
