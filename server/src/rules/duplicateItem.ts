import { isOpen } from '../roadmap/model.ts';
import { defineRule, type Finding, type RelatedItem } from './rule.ts';
import type { LinkedItem } from './workspaceFacts.ts';

/** More places would make a list that nobody reads. */
const MOST_PLACES = 10;

/** Work that is planned twice. */
export const duplicateItem = defineRule({
  id: 'duplicate-item',
  title: 'The same work in two places',
  setting: 'How to report an open item whose title another open item has, in the same roadmap or another.',
  explanation: {
    why: 'Two people do it, or one of the two places is never brought up to date.',
    counts: [
      'Titles are compared without regard to case, white space, signs and numbers in front.',
      'Titles of fewer than four words, such as `Update the docs`, may be said of anything. So may those of steps: items beneath others.',
      'Both items are open: what is done may come again.',
      'Each is told, with the places of the others. All roadmaps of the workspace count, or all files that are given to `roadmap check`.',
      'The rule is off unless it is switched on: many roadmaps list work in an overview, and again where it is told at length.',
    ],
    bad: [
      '## Now',
      '',
      '- [ ] Rotate the API keys (Owner: @ann)',
      '',
      '## Later',
      '',
      '- [ ] 3. rotate the API keys (Owner: @ben)',
    ],
    good: [
      '## Now',
      '',
      '- [ ] Rotate the API keys (Owner: @ann)',
      '',
      '## Later',
      '',
      '- [ ] Rotate the certificates (Owner: @ben)',
    ],
  },
  defaultSeverity: 'off',
  tags: ['document'],
  checkLinks: ({ items }, { workspace, uri }) =>
    items.flatMap((item): Finding[] => {
      if (!isOpen(item) || item.parent) return [];
      const others = workspace
        .saying(item.title)
        .filter((link) => link.isOpen && (link.uri !== uri || link.item !== item.id));
      if (others.length === 0) return [];
      return [
        {
          span: item.titleSpan,
          message: `"${item.title}" is planned ${placesOf(others, uri)}, too.`,
          fix: { kind: 'none' },
          related: others.slice(0, MOST_PLACES).map(related),
        },
      ];
    }),
});

const related = ({ uri, item, title }: LinkedItem): RelatedItem => ({ uri, item, message: `"${title}"` });

/** `elsewhere in this document and in TODO.md`. */
function placesOf(others: readonly LinkedItem[], uri: string): string {
  const files = [...new Set(others.map((other) => other.uri))].filter((other) => other !== uri);
  const here = others.some((other) => other.uri === uri) ? ['elsewhere in this document'] : [];
  const [first] = files;
  const there =
    first === undefined
      ? []
      : [files.length === 1 ? `in ${nameOf(first)}` : `in ${files.length} other files`];
  return [...here, ...there].join(' and ');
}

const nameOf = (uri: string): string => {
  const name = uri.slice(uri.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
};
