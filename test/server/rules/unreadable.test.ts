import assert from 'node:assert/strict';
import { read, titles } from '../roadmap/read.ts';
import { findings } from './findings.ts';

const DEEP = `${'> '.repeat(2000)}dig`;

describe('rule unreadable', () => {
  it('tells where reading stops, and why', () =>
    assert.deepEqual(
      findings('unreadable', '2025-07-28', '# Garden', '', '## Sow', '- [x] a', '', '## Dig', DEEP).map(
        ([place, message]) => [place, message],
      ),
      [[DEEP.slice(0, 120), 'From here on, 1 line is nested too deeply to read.']],
    ));

  it('of a line without end, tells what follows its beginning', () =>
    assert.deepEqual(
      findings('unreadable', '2025-07-28', '- [ ] a', `- [ ] b ${'*c_ '.repeat(2000)}`, '  d', '- [ ] e').map(
        ([, message]) => message,
      ),
      ['From here on, 2 lines are too long to read.'],
    ));

  it('tells nothing of what is long and plain', () =>
    assert.deepEqual(findings('unreadable', '2025-07-28', ...Array<string>(5000).fill('- [x] a')), []));

  it('leaves the rest of the document as it is', () =>
    assert.deepEqual(titles(read('## Dig', DEEP, '', '## Sow', '- [ ] a')), ['a']));
});
