import assert from 'node:assert/strict';
import { DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver';
import { diagnostics } from '../../../server/src/features/diagnostics.ts';
import { settings } from '../rules/settings.ts';
import { open, TODAY } from './document.ts';

const PAGES = 'https://github.com/roadmap-markdown/roadmap-markdown/blob/main/docs/rules';

describe('diagnostics', () => {
  const document = open(
    '*Next Review: 2025-07-01*',
    '',
    '## A',
    '- [ ] x (Owner: @x) - *Due: 2025-07-25*',
    '- [ ] y',
  );

  it('say all that there is to a finding', () =>
    assert.deepEqual(diagnostics(document, { today: TODAY }).all, [
      {
        source: 'roadmap',
        code: 'stale-review',
        codeDescription: { href: `${PAGES}/stale-review.md` },
        severity: DiagnosticSeverity.Information,
        range: { start: { line: 0, character: 14 }, end: { line: 0, character: 24 } },
        message: 'The review announced for 2025-07-01 is 27 days late.',
        data: { fix: { kind: 'review' }, tags: ['dates', 'document'] },
        tags: [DiagnosticTag.Deprecated],
      },
      {
        source: 'roadmap',
        code: 'past-due',
        codeDescription: { href: `${PAGES}/past-due.md` },
        severity: DiagnosticSeverity.Warning,
        range: { start: { line: 3, character: 28 }, end: { line: 3, character: 38 } },
        message: '"x" is 3 days overdue (due 2025-07-25).',
        data: {
          fix: { kind: 'reschedule', item: document.roadmap.items[0]!.id },
          tags: ['dates', 'schedule'],
        },
      },
      {
        source: 'roadmap',
        code: 'missing-owner',
        codeDescription: { href: `${PAGES}/missing-owner.md` },
        severity: DiagnosticSeverity.Warning,
        range: { start: { line: 4, character: 6 }, end: { line: 4, character: 7 } },
        message: '"y" has no owner.',
        data: { fix: { kind: 'assign', items: [document.roadmap.items[1]!.id] }, tags: ['owners'] },
      },
    ]));

  it('are rated as the user wants', () =>
    assert.deepEqual(
      diagnostics(document, {
        today: TODAY,
        settings: settings({
          rules: { 'stale-review': 'off', 'past-due': 'hint', 'missing-owner': 'error' },
        }),
      }).all.map(({ code, severity }) => [code, severity]),
      [
        ['past-due', DiagnosticSeverity.Hint],
        ['missing-owner', DiagnosticSeverity.Error],
      ],
    ));

  it('depend on the day', () =>
    assert.deepEqual(
      diagnostics(document, { today: '2025-06-30' }).all.map(({ code }) => code),
      ['missing-owner'],
    ));
});
