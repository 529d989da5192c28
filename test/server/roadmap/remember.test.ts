import assert from 'node:assert/strict';
import { forget, remembering, rememberingFor } from '../../../server/src/roadmap/remember.ts';

describe('remembered answers', () => {
  afterEach(forget);

  it('are asked for once, until they are forgotten', () => {
    const asked: string[] = [];
    const answer = remembering((text) => {
      asked.push(text);
      return text === '' ? undefined : text.length;
    });
    assert.deepEqual([answer('four'), answer(''), answer('four'), answer('')], [4, undefined, 4, undefined]);
    assert.deepEqual(asked, ['four', '']);
    forget();
    assert.equal(answer('four'), 4);
    assert.deepEqual(asked, ['four', '', 'four']);
  });

  it('are kept apart by what else they depend on', () => {
    const asked: string[] = [];
    const answer = rememberingFor((text: string, { year }: { year: number }) => {
      asked.push(text);
      return `${text} ${year}`;
    });
    const [one, other] = [{ year: 2025 }, { year: 2026 }];
    assert.deepEqual(
      [answer('May', one), answer('May', other), answer('May', one), answer('May', other)],
      ['May 2025', 'May 2026', 'May 2025', 'May 2026'],
    );
    assert.deepEqual(asked, ['May', 'May']);
  });
});
