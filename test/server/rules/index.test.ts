import assert from 'node:assert/strict';
import { check, documentationOf, RULES } from '../../../server/src/rules/index.ts';
import { read } from '../roadmap/read.ts';
import { settings } from './settings.ts';

const ROADMAP = read(
  '*Next Review: 2025-07-01*',
  '',
  '## A',
  '- [ ] x - *Due: 2025-07-25*',
  '- [x] y - *Due: 2025-02-30*',
);
const rules = (wanted: object = {}): string[] =>
  check(ROADMAP, { today: '2025-07-28', settings: settings({ rules: wanted }) }).map(
    ({ rule, severity }) => `${rule} ${severity}`,
  );

describe('rules', () => {
  it('speak in the order of the text, each with its severity', () =>
    assert.deepEqual(rules(), [
      'stale-review information',
      'missing-owner warning',
      'past-due warning',
      'invalid-date error',
    ]));

  it('can be switched off, and rated', () =>
    assert.deepEqual(rules({ 'missing-owner': 'off', 'past-due': 'error', 'invalid-date': 'hint' }), [
      'stale-review information',
      'past-due error',
      'invalid-date hint',
    ]));

  it('bring data that survives JSON', () => {
    for (const { fix } of check(ROADMAP, { today: '2025-07-28' }))
      assert.deepEqual(JSON.parse(JSON.stringify(fix)), fix);
  });

  for (const { id, title, setting } of RULES)
    it(`${id} has a page, and says what it is`, () => {
      assert.ok(documentationOf(id).endsWith(`/docs/rules/${id}.md`));
      assert.match(title, /^[A-Z].*[^.]$/);
      assert.match(setting, /^How to report .*\.$/);
    });
});
