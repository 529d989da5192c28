import assert from 'node:assert/strict';
import { linesOf } from '../../../../server/src/roadmap/markdown/mask.ts';
import { LABEL_FORMS, labelForm } from '../../../../server/src/roadmap/notations/forms.ts';
import { NOTATIONS, readLine, type FieldsOfLine } from '../../../../server/src/roadmap/notations/index.ts';
import { SAMPLES } from './samples.ts';

function read(text: string): FieldsOfLine {
  const [line] = linesOf(text, { start: 0, end: text.length });
  assert.ok(line);
  return readLine(line, {}, 'inline');
}

/** Where a field of that form stands: on a line of its own, or behind a title or another field. */
const place = (id: string, field: string): string =>
  ['label', 'bold-label', 'full-width'].includes(id)
    ? field
    : `${id === 'chain' ? 'Reviewer: Bo' : 'Ship the gateway'} ${field}`;

describe('forms of labels', () => {
  for (const form of LABEL_FORMS)
    describe(form.id, () => {
      const { id } = form;
      it(form.example, () => {
        const { fields } = read(form.example);
        assert.ok(fields.some(({ stated }) => stated.labelled && stated.notation === id));
      });

      for (const { field, labels } of NOTATIONS)
        for (const [language, [label = '']] of Object.entries(labels)) {
          const [value] = SAMPLES[field];
          const text = place(id, form.write(label, value));
          it(`${language}: ${text}`, () => {
            const { fields } = read(text);
            assert.deepEqual(
              fields.map(({ field, stated }) => [field, stated.text, stated.notation]),
              [[field, value, id]],
            );
          });
        }
    });

  it('are found by their ids', () => {
    assert.equal(labelForm('chain').id, 'chain');
    assert.throws(() => labelForm('flags'), /flags/u);
  });
});
