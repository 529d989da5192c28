import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { notationsPage } from '../../.scripts/docs/notations.mjs';

it('docs/notations.md is what the tables of the reader say', () => {
  const page = readFileSync(path.join(import.meta.dirname, '../../docs/notations.md'), 'utf8');
  assert.equal(page, notationsPage(), 'It is out of date: npm run docs');
});
