import { isOpen } from '../roadmap/model.ts';
import { count } from '../roadmap/wording.ts';
import { families } from './children.ts';
import { defineRule } from './rule.ts';

/** An item that is done, while something beneath it is open. */
export const parentDone = defineRule({
  id: 'parent-done',
  title: 'A done item of which parts are open',
  setting: 'How to report an item that is done, while items beneath it are open.',
  explanation: {
    why: 'What is left beneath a done item is on nobody’s list any more.',
    counts: [
      'Only what says so itself counts, by a box, a word or a date: a plain bullet beneath a done item is no open work.',
      'The rule looks at items right beneath it, which are neither done nor cancelled nor deferred.',
      'It is a hint, and nothing is ever changed by itself: what is left may be an idea for later.',
    ],
    bad: ['- [x] Rotate the API keys', '  - [x] Billing', '  - [ ] Search'],
    good: ['- [x] Rotate the API keys', '  - [x] Billing', '  - [x] Search'],
    fixes: 'Mark what is left as done, or reopen the item.',
  },
  defaultSeverity: 'hint',
  tags: ['status'],
  checkPart: (part) =>
    families(part).flatMap(({ parent, explicit }) => {
      const open = explicit.filter(isOpen);
      if (parent.status !== 'done' || open.length === 0) return [];
      const what = `${count(open.length, 'item')} beneath it ${open.length === 1 ? 'is' : 'are'} open`;
      const choices = [
        { items: open.map(({ id }) => id), done: true },
        { items: [parent.id], done: false },
      ];
      return {
        span: parent.titleSpan,
        message: `"${parent.title}" is done, but ${what}.`,
        fix: { kind: 'mark', choices } as const,
      };
    }),
});
