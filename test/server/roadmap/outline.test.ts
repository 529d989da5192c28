import assert from 'node:assert/strict';
import { item, read, stated, titles } from './read.ts';

describe('headings that are work by their place', () => {
  it('stand beneath a version, with a text each', () =>
    assert.deepEqual(
      titles(
        read(
          '# Roadmap',
          '## v2.4',
          '### Web shell',
          'Words.',
          '### Apply on the server',
          'Words.',
          '- a detail',
        ),
      ),
      ['Web shell', 'Apply on the server'],
    ));
  it('are none where lists of work stand beneath them', () =>
    assert.deepEqual(titles(read('# Roadmap', '## v2.4', '### Core', '- [ ] a', '### Web', '- [ ] b')), [
      'a',
      'b',
    ]));
  it('may be a bold id with its title behind it', () => {
    const roadmap = read(
      '## Phase 1',
      '**Task 1.1:** Run the tests',
      '- **Owner:** Lead',
      '- **Time:** 30 minutes',
      '- **Command:** `x`',
    );
    assert.deepEqual(titles(roadmap), ['Run the tests']);
    assert.deepEqual(stated(item(roadmap, 'Run the tests')), { owners: 'Lead', effort: '30 minutes' });
  });
});
