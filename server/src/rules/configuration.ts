import { defineRule } from './rule.ts';

/** Front matter that settles something which can't be settled. */
export const configuration = defineRule({
  id: 'configuration',
  title: 'A setting in the front matter that is not understood',
  setting:
    'How to report what stands beneath `roadmap:` in the front matter of a document and is not understood.',
  explanation: {
    why: 'A setting that isn’t understood changes nothing, and nobody notices.',
    counts: [
      'The rule looks at the keys and values beneath `roadmap:`, and at nothing else in the front matter.',
      'What is wrong in a `.roadmaprc` file is told in that file.',
    ],
    bad: ['---', 'roadmap:', '  rules:', '    past-deu: off', '---', '# Plan'],
    good: ['---', 'roadmap:', '  rules:', '    past-due: off', '---', '# Plan'],
  },
  defaultSeverity: 'warning',
  tags: ['document'],
  checkDocument: (_, { faults }) =>
    faults.map(({ span, message }) => ({ span, message, fix: { kind: 'none' } })),
});
