import assert from 'node:assert/strict';
import { excludedNames, excludeGlob } from '../../../client/src/server/excludes.ts';

describe('exclude glob', () => {
  it('has what is on, as a file and as a folder', () =>
    assert.equal(
      excludeGlob({ '**/node_modules': true, '**/old': false, '**/*.{a,b}': true }),
      '{**/node_modules,**/node_modules/**,**/*.{a,b},**/*.{a,b}/**}',
    ));

  it('leaves out conditional patterns', () =>
    assert.equal(excludeGlob({ '**/*.js': { when: '$(basename).ts' } }), undefined));

  it('is none where nothing is excluded', () => assert.equal(excludeGlob({}), undefined));
});

describe('excluded names', () => {
  it('are those of folders that are excluded wherever they are', () =>
    assert.deepEqual(
      [
        ...excludedNames(
          { '**/.git': true, '**/out/**': true, 'docs/old': true, '**/*.js': true, '**/no': false },
          { '**/a/b': true, '**/node_modules': true },
        ),
      ],
      ['.git', 'out', 'node_modules'],
    ));
});
