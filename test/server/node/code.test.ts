import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { CompiledBundle } from '../../../server/src/node/code.ts';

describe('compiled bundles', () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'roadmap-code-'));
    file = path.join(folder, 'bundle.cjs');
    writeFileSync(file, "exports.twice = (text) => text + text; exports.sep = require('node:path').sep;");
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  /** Runs the bundle; whether it was used as kept, and what it does. */
  function start(): { isAsKept: boolean; twice: string; sep: string } {
    const bundle = new CompiledBundle(file);
    const { twice, sep } = bundle.run() as { twice: (text: string) => string; sep: string };
    const result = { isAsKept: bundle.isAsKept, twice: twice('a'), sep };
    bundle.keep();
    return result;
  }

  it('runs what was compiled before', () => {
    assert.deepEqual(start(), { isAsKept: false, twice: 'aa', sep: path.sep });
    assert.equal(readdirSync(folder).length, 2);
    assert.deepEqual(start(), { isAsKept: true, twice: 'aa', sep: path.sep });
  });

  it('compiles anew what is damaged, and what has changed at the same length', () => {
    start();
    const { keptFile } = new CompiledBundle(file);
    const kept = readFileSync(keptFile);
    for (const at of [0, 30, kept.length - 1]) {
      const damaged = Buffer.from(kept);
      damaged[at] = (damaged[at] ?? 0) ^ 1;
      writeFileSync(keptFile, damaged);
      assert.equal(start().isAsKept, false, `byte ${at}`);
    }
    assert.equal(start().isAsKept, true);
    writeFileSync(file, readFileSync(file, 'utf8').replace('text + text', "text + 'b' "));
    assert.deepEqual(start(), { isAsKept: false, twice: 'ab', sep: path.sep });
  });

  it('runs where nothing can be kept', () => {
    const bundle = new CompiledBundle(file);
    rmSync(folder, { recursive: true });
    bundle.keep();
    assert.equal((bundle.run() as { sep: string }).sep, path.sep);
  });
});
