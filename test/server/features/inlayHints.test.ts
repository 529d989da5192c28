import assert from 'node:assert/strict';
import {
  inlayHints,
  inlayHintTooltip,
  isInlayHintData,
  type InlayHintOptions,
} from '../../../server/src/features/inlayHints.ts';
import { open, rangeOf, TODAY } from './document.ts';

const LINES = [
  '## Now',
  '**Owner:** Ann',
  '',
  '- [ ] a (Due: 2025-07-31)',
  '- [x] b (Due: 2025-07-31)',
  '- [ ] c (Owner: Bob, Due: 2025-07-26)',
  '- [ ] d (Due: 2025-12-31)',
];

function hints(options: Partial<InlayHintOptions>, words?: string): string[] {
  const document = open(...LINES);
  const all = rangeOf(document, document.roadmap.text);
  const range = words === undefined ? all : rangeOf(document, words);
  return inlayHints(document, range, { today: TODAY, inherited: false, due: 'off', ...options }).map(
    ({ label, position: { line, character } }) => {
      assert.ok(typeof label === 'string');
      return `${LINES[line]!.slice(0, character)}‸${label}`;
    },
  );
}

describe('inlay hints', () => {
  it('tell how far off a due date is that is near, of what is open', () =>
    assert.deepEqual(hints({ due: 'near' }), [
      '- [ ] a (Due: 2025-07-31‸3 days left',
      '- [ ] c (Owner: Bob, Due: 2025-07-26‸2 days overdue',
    ]));

  it('or of each', () => assert.equal(hints({ due: 'all' })[2], '- [ ] d (Due: 2025-12-31‸156 days left'));

  it('tell what an item has from its section', () =>
    assert.deepEqual(hints({ inherited: true }), [
      '- [ ] a (Due: 2025-07-31)‸owner: Ann',
      '- [ ] d (Due: 2025-12-31)‸owner: Ann',
    ]));

  it('are those of the range', () =>
    assert.deepEqual(hints({ inherited: true, due: 'all' }, LINES[3]), [
      '- [ ] a (Due: 2025-07-31)‸owner: Ann',
      '- [ ] a (Due: 2025-07-31‸3 days left',
    ]));

  it('tell whence a value comes, when somebody looks', () => {
    const document = open(...LINES);
    const options = { today: TODAY, inherited: true, due: 'near' } as const;
    const tooltips = inlayHints(document, rangeOf(document, LINES[3]!), options).map(({ data }) => {
      assert.ok(isInlayHintData(data));
      return inlayHintTooltip(document, data);
    });
    assert.deepEqual(tooltips, ['Inherited from "Now" (line 2)', '2025-07-31, as "2025-07-31" is read']);
    const [hint] = inlayHints(document, rangeOf(document, LINES[3]!), options);
    assert.ok(isInlayHintData(hint?.data));
    assert.equal(inlayHintTooltip({ ...document, version: 8 }, hint.data), undefined, 'of another version');
  });
});
