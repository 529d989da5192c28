import { isOpen } from '../roadmap/model.ts';
import { families } from './children.ts';
import { defineRule } from './rule.ts';

/** An item that is open, while all beneath it is done. */
export const parentOpen = defineRule({
  id: 'parent-open',
  title: 'An open item of which all parts are done',
  setting: 'How to report an open item of which everything beneath it is done.',
  explanation: {
    why: 'The last part is ticked, and nobody looks up: the item stays on all lists of what is open. Often it is done; sometimes a part is missing.',
    counts: [
      'Only what says so itself counts, by a box, a word or a date: nothing is concluded from where an item stands.',
      'All items right beneath it have to be done or dropped, at least one of them done.',
      'It is a hint, and nothing is ever ticked by itself: there may be more to an item than its parts.',
    ],
    bad: ['- [ ] Rotate the API keys', '  - [x] Billing', '  - [x] Search'],
    good: ['- [ ] Rotate the API keys', '  - [x] Billing', '  - [ ] Search'],
    fixes: 'Mark the item as done.',
  },
  defaultSeverity: 'hint',
  tags: ['status'],
  checkPart: (part) =>
    families(part)
      .filter(
        ({ parent, children, explicit }) =>
          isOpen(parent) &&
          explicit.length === children.length &&
          !children.some(isOpen) &&
          children.some(({ status }) => status === 'done'),
      )
      .map(({ parent }) => ({
        span: parent.titleSpan,
        message: `"${parent.title}" is open, but all beneath it is done.`,
        fix: { kind: 'mark', choices: [{ items: [parent.id], done: true }] },
      })),
});
