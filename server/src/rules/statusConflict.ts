import type { CivilDate } from '../roadmap/dates/civil.ts';
import { isOpen, type Item, type Section } from '../roadmap/model.ts';
import { statusOfMark } from '../roadmap/notations/status.ts';
import { isExplicit } from './children.ts';
import { saysDone } from './doneSections.ts';
import { defineRule, type Finding } from './rule.ts';

/** A document that says two things of how far an item is. */
export const statusConflict = defineRule({
  id: 'status-conflict',
  title: 'A status that contradicts itself',
  setting:
    'How to report an item of which the document says two things: an empty box and "done", a ticked box and "in progress", open work in a section of completed things, a completion date that is yet to come.',
  explanation: {
    why: 'Whoever counts boxes and whoever reads words come to different ends, and both of them plan with it.',
    counts: [
      'An empty box beside words that say done, and a ticked box beside words that say to do, in progress or blocked: in parentheses, behind a dash or a sign, or as a field. Words of a title are no status, and neither is a tick before it.',
      'An item with an open box or status in a section that is named for what is done (`Completed`, `Shipped features`), or says so at its heading’s end (`✅ COMPLETE`, `- DONE`). Several in one section are told once, at its heading. `60 % complete` and `Success criteria` promise nothing.',
      'With the option `undated`, a thing done without its date, where most of the done things beside it have theirs.',
      'A thing done whose completion date lies in the future. Of open work, such a date is a plan.',
      'A cancelled or deferred item may be ticked or not.',
    ],
    bad: ['- [ ] Rotate the API keys - DONE', '- [x] Test the backups (in progress)'],
    good: ['- [x] Rotate the API keys - DONE', '- [ ] Test the backups (in progress)'],
    fixes:
      'Change the box to what the words say, or the words to what the box says. Mark as done what stands among completed things. Set the completion date to today.',
  },
  defaultSeverity: 'warning',
  tags: ['status'],
  options: {
    undated: {
      type: 'boolean',
      default: false,
      description: 'Whether to report a thing done that lacks its date, where most beside it have theirs.',
    },
  },
  checkPart({ items }, { today, options }) {
    return [
      ...items.flatMap(ofBox),
      ...openAmongDone(items),
      ...(options.undated ? undated(items) : []),
      ...items.flatMap((item) => ofFuture(item, today)),
    ];
  },
});

/** Marks of boxes that nobody has ticked; other marks for what is to do say something by themselves. */
const BLANK = new Set([' ', '☐', '⬜']);

function ofBox(item: Item): Finding[] {
  const stated = item.fields.status;
  // What leads a title as its first word may be no more than that.
  if (!item.box || !stated || stated.notation === 'status-as-a-label') return [];
  const { mark } = item.box;
  const { value, text, span } = stated;
  const fix = { kind: 'agree', item: item.id, done: isAmongDone(item) } as const;
  if (BLANK.has(mark) && value === 'done')
    return [{ span, message: `"${item.title}" says "${text}", but its box is empty.`, fix }];
  if (statusOfMark(mark) === 'done' && (value === 'todo' || value === 'in-progress' || value === 'blocked'))
    return [{ span, message: `"${item.title}" is ticked, but says "${text}".`, fix }];
  return [];
}

function openAmongDone(items: readonly Item[]): Finding[] {
  const groups = new Map<Section, Item[]>();
  for (const item of items) {
    const { section, parent } = item;
    // Of what is done above it, parent-done speaks.
    if (!section || !isOpen(item) || !isExplicit(item) || isDone(parent) || !isAmongDone(item)) continue;
    const group = groups.get(section) ?? [];
    if (group.push(item) === 1) groups.set(section, group);
  }
  return [...groups].map(([section, open]) => {
    const [first] = open;
    const fix = {
      kind: 'mark',
      choices: [{ items: open.map(({ id }) => id), done: true }],
    } as const;
    const where = `"${first?.inherited.status?.from ?? section.title}"`;
    return first && open.length === 1
      ? { span: first.titleSpan, message: `"${first.title}" is open, but stands in ${where}.`, fix }
      : { span: section.heading, message: `${open.length} open items stand in ${where}.`, fix };
  });
}

const isAmongDone = ({ section, inherited }: Item): boolean =>
  section?.kind === 'done' && saysDone(inherited.status);
const isDone = (item: Item | undefined): boolean => item?.status === 'done' && isExplicit(item);

/** Done things without a date, where most of those beside them have theirs. */
function undated(items: readonly Item[]): Finding[] {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    if (item.status !== 'done') continue;
    const { kind, parent, section } = item;
    const key = JSON.stringify([kind, parent?.id, section?.heading.start]);
    const group = groups.get(key) ?? [];
    if (group.push(item) === 1) groups.set(key, group);
  }
  return [...groups.values()].flatMap((group) => {
    const without = group.filter(({ fields }) => !fields.completed);
    if (without.length * 2 >= group.length) return [];
    return without.map((item) => ({
      span: item.titleSpan,
      message: `"${item.title}" is done, but lacks its date, which others beside it have.`,
      fix: { kind: 'date-completed', item: item.id } as const,
    }));
  });
}

function ofFuture({ id, title, status, fields: { completed } }: Item, today: CivilDate): Finding[] {
  if (status !== 'done' || !completed || completed.value.start <= today) return [];
  return [
    {
      span: completed.span,
      message: `"${title}" is done, but its date of completion is yet to come (${completed.text}).`,
      fix: { kind: 'date-completed', item: id },
    },
  ];
}
