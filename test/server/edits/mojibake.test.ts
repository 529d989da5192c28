import assert from 'node:assert/strict';
import { applyEdits } from '../../../server/src/edits/edit.ts';
import { garbledLike, repairMojibake } from '../../../server/src/edits/mojibake.ts';
import { read, text } from '../roadmap/read.ts';

describe('repairing mis-decoded text', () => {
  const roadmap = read('# caf\u00c3\u00a9  ', '', '* [ ] \u00e9 EC2 \u00e2\u2020\u2019 Lambda');

  it('changes what is mis-decoded, and nothing else', () => {
    assert.equal(
      applyEdits(roadmap.text, repairMojibake(roadmap)),
      text('# café  ', '', '* [ ] \u00e9 EC2 → Lambda'),
    );
    assert.equal(repairMojibake(roadmap).length, 2);
  });

  it('is nothing where all is well', () => assert.deepEqual(repairMojibake(read('# café')), []));

  it('can be done without, in the place of mis-decoded characters', () => {
    const start = roadmap.text.indexOf('\u00c3');
    assert.equal(garbledLike(roadmap, { start, end: start + 2 }, 'è'), '\u00c3\u00a8');
    assert.equal(garbledLike(roadmap, { start: 0, end: 1 }, 'è'), 'è');
  });
});
