import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { check, documentationOf, RULES } from '../../../server/src/rules/index.ts';
import { read } from '../roadmap/read.ts';

const ROADMAP = read(
  '*Next Review: 2025-07-01*',
  '',
  '## A',
  '- [ ] x - *Due: 2025-07-25*',
  '- [x] y - *Due: 2025-02-30*',
);
const rules = (...settings: Parameters<typeof check>[2][]): string[] =>
  check(ROADMAP, { today: '2025-07-28' }, settings[0]).map(({ rule, severity }) => `${rule} ${severity}`);

describe('rules', () => {
  it('speak in the order of the text, each with its severity', () =>
    assert.deepEqual(rules(), [
      'stale-review information',
      'missing-owner warning',
      'past-due warning',
      'invalid-date error',
    ]));

  it('can be switched off, and rated', () =>
    assert.deepEqual(
      rules({ 'missing-owner': 'off', 'past-due': 'error', 'invalid-date': 'hint', nonsense: 'error' }),
      ['stale-review information', 'past-due error', 'invalid-date hint'],
    ));

  it('bring data that survives JSON', () => {
    for (const { fix } of check(ROADMAP, { today: '2025-07-28' }))
      assert.deepEqual(JSON.parse(JSON.stringify(fix)), fix);
  });

  for (const { id, title, defaultSeverity } of RULES)
    it(`${id} has a page, and a setting with its severity`, () => {
      const page = new URL(`../../../docs/rules/${id}.md`, import.meta.url);
      assert.ok(existsSync(page), page.pathname);
      assert.ok(documentationOf(id).endsWith(`/docs/rules/${id}.md`));
      assert.match(title, /^[A-Z].*[^.]$/);
      const { contributes } = JSON.parse(
        readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'),
      ) as {
        contributes: { configuration: { properties: Record<string, { default: unknown }> }[] };
      };
      const settings = Object.assign(
        {},
        ...contributes.configuration.map(({ properties }) => properties),
      ) as Record<string, { default: unknown }>;
      assert.equal(settings[`roadmap.rules.${id}`]?.default, defaultSeverity);
    });
});
