import type { Item, Section } from '../roadmap/model.ts';
import { lacksOwner, placeholdersIn } from './ownership.ts';
import { defineRule, type Finding } from './rule.ts';

/**
 * Open work that nobody answers for. Where a document names owners, each item without one is told; where it names
 * nobody, people don't track owners item by item, so each section is told once.
 */
export const missingOwner = defineRule({
  id: 'missing-owner',
  title: 'Open work that nobody answers for',
  setting:
    'How to report an open item that nobody owns: neither it nor the section that it stands in names one.',
  explanation: {
    why: 'Work without a name beside it waits for somebody else.',
    counts: [
      'The rule looks at items that are neither done nor cancelled nor deferred.',
      'An owner may be inherited: from the item above, from a line such as `**Owner:** @mina` beneath the heading, or from the document’s title block.',
      '`—` names nobody. Nor do `TBD`, `?`, `[Name]` and the like, but of those [placeholder-owner](placeholder-owner.md) speaks.',
      'The steps of an item that lacks an owner itself are not told again.',
      'Where no item of the document names an owner, people don’t track owners item by item: then each section is told once, at its heading.',
    ],
    bad: [
      '## Reliability',
      '',
      '- [ ] **Rotate the API keys** - *Due: 2026-02-01*',
      '- [ ] **Test the backups** - *Due: 2026-02-08*',
      '  - Owner: @mina',
    ],
    good: [
      '## Reliability',
      '',
      '**Owner:** @mina',
      '',
      '- [ ] **Rotate the API keys** - *Due: 2026-02-01*',
      '- [ ] **Test the backups** - *Due: 2026-02-08*',
    ],
    fixes:
      '*Assign to …* for the document’s owners by how often they are named, then those of the workspace’s other roadmaps. The owner is written as the document writes owners. For a section, it is one line beneath the heading.',
  },
  defaultSeverity: 'warning',
  tags: ['owners'],
  checkPart(part, { usage }) {
    const namesOwners = { sectioned: usage.sectioned.has('owners'), loose: usage.loose.has('owners') };
    const waiting = new Set(placeholdersIn(part).flatMap(({ items }) => items));
    const unowned = part.items.filter((item) => lacksOwner(item) && !waiting.has(item));
    const chapters = unowned.filter(isChapter);
    const others = unowned.filter((item) => !isChapter(item));
    const loose = others.filter(({ section }) => !section);
    const sectioned = others.filter(({ section }) => section);
    // Items before the first heading are judged by all, those in sections by each other: so assigning the loose ones
    // doesn't set off item by item findings everywhere else.
    return [
      ...(namesOwners.loose || namesOwners.sectioned
        ? loose.map(ofItem)
        : loose.length > 0
          ? [ofGroup(loose)]
          : []),
      ...chapters.map(ofItem),
      ...(namesOwners.sectioned ? sectioned.map(ofItem) : bySection(sectioned).map(ofGroup)),
    ];
  },
});

/** A heading that is work right beneath the document's title is a section of its own. */
const isChapter = ({ kind, section }: Item): boolean => kind === 'heading' && (section?.depth ?? 0) <= 1;

function bySection(items: readonly Item[]): Item[][] {
  const groups = new Map<Section | undefined, Item[]>();
  for (const item of items) {
    const group = groups.get(item.section) ?? [];
    if (group.push(item) === 1) groups.set(item.section, group);
  }
  return [...groups.values()];
}

function ofItem(item: Item): Finding {
  return {
    span: item.titleSpan,
    message: `"${item.title}" has no owner.`,
    fix: { kind: 'assign', items: [item.id] },
  };
}

/** For the items of one section, or for those in none. */
function ofGroup(items: readonly Item[]): Finding {
  const section = items[0]?.section;
  const whose = items.length === 1 ? 'the open item' : `the ${items.length} open items`;
  return {
    span: section?.heading ?? items[0]?.titleSpan ?? { start: 0, end: 0 },
    message: section
      ? `Nobody owns ${whose} of "${section.title}".`
      : `Nobody owns ${whose} of this document.`,
    fix: { kind: 'assign', items: items.map(({ id }) => id), section: section?.heading },
  };
}
