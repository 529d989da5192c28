import { isOpen } from '../roadmap/model.ts';
import { foldOwner, namesIn, type Name } from '../roadmap/names.ts';
import { nearest } from '../roadmap/nearest.ts';
import { Directory } from '../roadmap/team.ts';
import { defineRule, type Finding, type PartContext } from './rule.ts';
import type { Settings } from './settings.ts';

/** Work that belongs to somebody who is on no list of those who may own it. */
export const unknownOwner = defineRule({
  id: 'unknown-owner',
  title: 'An owner who is on no list',
  setting:
    'How to report an owner who is on no list, where there is one: `#roadmap.owners#`, CODEOWNERS, or the document’s own team section.',
  explanation: {
    why: 'Work that is given to a misspelt name, or to somebody who has left, is seen by nobody.',
    counts: [
      'Lists are `owners` in the settings, a configuration file or the front matter; CODEOWNERS in the workspace folder, its `.github`, `.gitlab` or `docs`; and a section such as `## Team` or `## Contributors`. Without any, nothing is said.',
      'A section counts where it lists at least half of those who own work in the document.',
      'CODEOWNERS knows handles and addresses, not names: by it alone, only owners with an `@` are judged.',
      '`Ann` is known where `Ann Lee` is, `@backend` where `@org/backend` is. Case doesn’t matter.',
      'Owners of work that is done, cancelled or deferred may have left.',
    ],
    bad: [
      '## Work',
      '',
      '- [ ] Draw the plan (Owner: @mina)',
      '- [ ] Build it (Owner: @mnia)',
      '',
      '## Team',
      '',
      '- @mina: design',
      '- @ben: engineering',
    ],
    good: [
      '## Work',
      '',
      '- [ ] Draw the plan (Owner: @mina)',
      '- [ ] Build it (Owner: @ben)',
      '',
      '## Team',
      '',
      '- @mina: design',
      '- @ben: engineering',
    ],
    fixes: 'Change to the name that was probably meant; it is written with or without `@` as it was.',
  },
  defaultSeverity: 'warning',
  tags: ['owners'],
  checkPart(part, context) {
    const { named, coded } = listsFor(context);
    if (named.isEmpty && coded.isEmpty) return [];
    return namesIn(part).flatMap((name): Finding[] => {
      const { role, text, item } = name;
      if (role !== 'owners' || (item && !isOpen(item)) || named.has(text) || coded.has(text)) return [];
      if (named.isEmpty && !text.includes('@')) return [];
      const near = nearTo(name, [...named.names, ...coded.names]);
      const whose = item ? `"${item.title}" belongs to ${text}` : text;
      return [
        {
          span: name.span,
          message: `${whose}, who is on no list of owners${near === undefined ? '.' : `: meant ${near}?`}`,
          fix: near === undefined ? { kind: 'none' } : { kind: 'replace', candidates: [near] },
        },
      ];
    });
  },
});

/** Those who are listed by name, and those of whom only handles are known. */
interface Lists {
  readonly named: Directory;
  readonly coded: Directory;
}

/** Looked up for each chapter that changes, while they stay the same. */
const LISTS = new WeakMap<Settings, Lists & { readonly team: readonly string[] }>();

function listsFor({ settings, team }: PartContext): Lists {
  const known = LISTS.get(settings);
  if (known?.team === team) return known;
  const named = new Directory([...settings.owners, ...team]);
  const lists = { named, coded: new Directory(settings.codeOwners), team };
  LISTS.set(settings, lists);
  return lists;
}

/** The listed name that was probably meant, marked as the text marks it. */
function nearTo({ text }: Name, names: readonly string[]): string | undefined {
  const bare = (name: string): string => name.replace(/^@/u, '');
  // The same person may be on several lists.
  const listed = new Map(names.map((name) => [foldOwner(name), name]));
  const near = nearest(foldOwner(text), listed.keys());
  const found = near === undefined ? undefined : listed.get(near);
  return found === undefined ? undefined : `${text.startsWith('@') ? '@' : ''}${bare(found)}`;
}
