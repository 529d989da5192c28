import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { writtenFiles } from '../../.scripts/docs/written.mjs';

const ROOT = path.join(import.meta.dirname, '../..');
const FILES = writtenFiles();

describe('what is written from tables and catalogues', () => {
  for (const [file, text] of FILES)
    it(`${file} is what they say`, () =>
      assert.equal(readFileSync(path.join(ROOT, file), 'utf8'), text, 'It is out of date: npm run docs'));

  it('has no page of a rule that is gone', () => {
    const pages = readdirSync(path.join(ROOT, 'docs/rules')).map((name) => `docs/rules/${name}`);
    assert.deepEqual(
      pages.filter((page) => !FILES.has(page)),
      [],
    );
  });
});
