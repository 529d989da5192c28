import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { queriesPage } from '../../.scripts/docs/queries.mjs';

it('docs/queries.md is what the keys of queries say', () => {
  const page = readFileSync(path.join(import.meta.dirname, '../../docs/queries.md'), 'utf8');
  assert.equal(page, queriesPage(), 'It is out of date: npm run docs');
});
