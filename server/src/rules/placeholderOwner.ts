import { placeholdersIn } from './ownership.ts';
import { defineRule } from './rule.ts';

/** Open work with a place for an owner in which nobody is named. */
export const placeholderOwner = defineRule({
  id: 'placeholder-owner',
  title: 'Open work whose owner is a placeholder',
  setting: 'How to report an open item whose owner is a placeholder such as `TBD`, `?` or `[Name]`.',
  explanation: {
    why: 'Somebody saw that a name was missing and meant to come back. It looks like an owner, and nobody is asked.',
    counts: [
      '`TBD`, `?`, `N/A`, `[Name]`, `unassigned`, `à nommer`, `offen`, a blank to be filled in (`____`) and the like name nobody.',
      'Where the section or the item above names somebody, that person holds, and nothing is said.',
      'A placeholder beneath a heading is told once, where it stands, if open items lack an owner because of it.',
      'A dash, as tables have it in empty cells, is no placeholder: [missing-owner](missing-owner.md) speaks of such items.',
      'Nothing is said of work that is done, cancelled or deferred.',
    ],
    bad: ['- [ ] **Rotate the API keys** (Owner: TBD) - *Due: 2026-02-01*'],
    good: ['- [ ] **Rotate the API keys** (Owner: @mina) - *Due: 2026-02-01*'],
    fixes:
      '*Assign to …* for the document’s owners by how often they are named, then those of the workspace’s other roadmaps. The name takes the place of the placeholder.',
  },
  defaultSeverity: 'warning',
  tags: ['owners'],
  checkPart: (part) =>
    placeholdersIn(part).map(({ stated, items, section }) => ({
      span: stated.span,
      message: `"${stated.text}" names nobody who owns "${section?.title ?? items[0]?.title ?? ''}".`,
      fix: { kind: 'assign', items: items.map(({ id }) => id), section: section?.heading },
    })),
});
