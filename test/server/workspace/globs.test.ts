import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import picomatch from 'picomatch';
import {
  DEFAULT_EXCLUDE,
  DEFAULT_INCLUDE,
  MARKDOWN_FILES,
  roadmapMatcher,
} from '../../../server/src/workspace/globs.ts';

describe('globs', () => {
  const matches = roadmapMatcher();

  for (const path of [
    'ROADMAP.md',
    'roadmap.md',
    'docs/Roadmap.markdown',
    'docs/product-roadmap-2025.md',
    'TODO.md',
    'TODO.MD',
    'packages/a/todo.md',
    'BACKLOG.md',
    'docs/ACTION_ITEMS.md',
    'INFRASTRUCTURE_IMPROVEMENTS.md',
    'future_enhancements.md',
    'FUTURE.md',
    'NEXT_STEPS.md',
    'docs/KANBAN.md',
    'PLAN.md',
    'migration_plan.md',
    'migration-plan.md',
    'docs/FAHRPLAN.md',
    'HOJA_DE_RUTA.md',
    'tasks.md',
    '.github/ROADMAP.md',
    'docs with spaces/ROADMAP.md',
  ])
    it(`take ${path}`, () => assert.ok(matches(path)));

  for (const path of [
    'README.md',
    'CHANGELOG.md',
    'roadmap.txt',
    'roadmap.md.bak',
    'roadmap/README.md',
    'planet.md',
    'explanation.md',
    'node_modules/a/ROADMAP.md',
    'packages/b/node_modules/a/TODO.md',
    '',
  ])
    it(`leave ${path || 'nothing'}`, () => assert.ok(!matches(path)));

  it('are what the user says', () => {
    const own = roadmapMatcher(['docs/*.md', 'Plans/**'], ['**/old/**']);
    for (const [path, is] of [
      ['docs/a.md', true],
      ['DOCS/A.MD', true],
      ['plans/x/y.md', true],
      ['plans/old/y.md', false],
      ['Plans/OLD/y.md', false],
      ['docs/deep/a.md', false],
      ['ROADMAP.md', false],
    ] as const)
      assert.equal(own(path), is, path);
    assert.ok(!roadmapMatcher([], [])('ROADMAP.md'));
    assert.ok(roadmapMatcher(['', 'docs/*.md'], [''])('docs/a.md'), 'an entry that is still empty');
    assert.ok(roadmapMatcher(undefined, [])('node_modules/a/ROADMAP.md'));
  });

  it('are the defaults of the settings', () => {
    const { contributes } = JSON.parse(
      readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'),
    ) as { contributes: { configuration: { properties: Record<string, { default: unknown }> }[] } };
    const defaults = Object.assign(
      {},
      ...contributes.configuration.map(({ properties }) => properties),
    ) as Record<string, { default: unknown }>;
    assert.deepEqual(defaults['roadmap.files.include']?.default, DEFAULT_INCLUDE);
    assert.deepEqual(defaults['roadmap.files.exclude']?.default, DEFAULT_EXCLUDE);
  });

  for (const path of ['a.md', 'a/b.markdown', '.github/c.md', 'README.MD'])
    it(`ask the file system for ${path}`, () => assert.ok(picomatch(MARKDOWN_FILES, { dot: true })(path)));
});
