import { isOpen, type Item } from '../roadmap/model.ts';
import { defineRule, type Finding } from './rule.ts';

/** An item that names another priority than the section that it stands in. */
export const priorityConflict = defineRule({
  id: 'priority-conflict',
  title: 'A priority that its section contradicts',
  setting: 'How to report an item whose own priority is another one than that of the section it stands in.',
  explanation: {
    why: 'Where a section is called “P1” and an item in it says P3, one of them is left over from an earlier plan.',
    counts: [
      'The section’s priority is what its heading says (`## P1`, `## High priority`), or a line beneath it.',
      'The rule is off unless it is switched on: many documents order things within a section by priorities of their own.',
      'Nothing is said of work that is done, cancelled or deferred, nor of a priority that an item has from the item above.',
    ],
    bad: ['## P1', '', '- [ ] Rotate the API keys (Priority: P3)'],
    good: ['## P1', '', '- [ ] Rotate the API keys (Priority: P1)'],
    fixes: 'Change the item’s priority to that of its section. Where the section is wrong, move the item.',
  },
  defaultSeverity: 'off',
  tags: ['priority'],
  checkPart: ({ items }) => items.flatMap(ofItem),
});

function ofItem(item: Item): Finding[] {
  const own = item.fields.priority;
  const given = item.inherited.priority;
  if (!own || !given || own.value === given.value || !isOpen(item) || isOfItem(item)) return [];
  return [
    {
      span: own.span,
      message: `"${item.title}" has priority ${own.value}, but stands in "${given.from}" (${given.value}).`,
      fix: { kind: 'set-priority', item: item.id, to: given.value },
    },
  ];
}

/** Whether what is inherited is the priority of an item above: its parts may matter less than it does. */
function isOfItem({ parent, inherited }: Item): boolean {
  for (let above = parent; above; above = above.parent)
    if (above.fields.priority?.span.start === inherited.priority?.span.start) return true;
  return false;
}
