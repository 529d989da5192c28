import { defineRule } from './rule.ts';

/** A comment that silences nothing. What it says is found where findings are silenced: see `suppression.ts`. */
export const unusedSuppression = defineRule({
  id: 'unused-suppression',
  title: 'A comment that silences no finding',
  setting:
    'How to report a comment such as `<!-- roadmap-disable-next-line past-due -->` that silences nothing.',
  explanation: {
    why: 'A comment that outlives what it was written for will silence the next finding in its place, unseen.',
    counts: [
      'A rule that doesn’t exist is told, and the one that was probably meant.',
      'Nothing is said of a rule that is switched off: nobody can tell what it would have found.',
      'It can’t be silenced itself.',
    ],
    bad: ['<!-- roadmap-disable-next-line past-due -->', '- [x] **Rotate the API keys** - *Due: 2025-07-26*'],
    good: [
      '<!-- roadmap-disable-next-line past-due -->',
      '- [ ] **Rotate the API keys** (Owner: @ann) - *Due: 2025-07-26*',
    ],
    fixes: 'Remove the comment, or the rule from it.',
  },
  defaultSeverity: 'information',
  tags: ['document'],
});
