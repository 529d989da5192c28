/** Whom a section such as "Team" names. */
import type { Roadmap, RoadmapPart, Section } from './model.ts';
import { foldOwner, namesIn } from './names.ts';

/** Titles of sections that list people, by language. The whole title has to be one: "Team requirements" lists none. */
const TITLES: Readonly<Record<string, string>> = {
  en: '(?:(?:the|our|core|project|product|development|dev|engineering) )?team(?: members)?|members|(?:core )?(?:contributors|maintainers)|people|(?:code ?)?owners|who is who|who.s who',
  de: '(?:das |unser )?team|team-?mitglieder|mitwirkende|beteiligte|verantwortliche',
  fr: '(?:l.|notre )?équipe|membres(?: de l.équipe)?|contributeurs|responsables',
  es: '(?:el |nuestro )?equipo|miembros(?: del equipo)?|colaboradores|responsables',
  pt: '(?:a |nossa )?equipe|membros(?: da equipe)?|colaboradores|responsáveis',
  sv: 'team(?:et)?|medlemmar|medverkande|ansvariga',
  ru: '(?:наша )?команда|участники|ответственные',
  uk: '(?:наша )?команда|учасники|відповідальні',
  zh: '团队|团队成员|成员|贡献者|负责人',
  ja: 'チーム|メンバー|チームメンバー|担当者|貢献者',
  ko: '팀|팀원|구성원|기여자|담당자',
  tr: 'takım|ekip|ekip üyeleri|katkıda bulunanlar',
};

const TITLE = new RegExp(`^[^\\p{L}]*(?:${Object.values(TITLES).join('|')})[^\\p{L}]*$`, 'iu');

const SECTIONS = new WeakMap<RoadmapPart, readonly Section[]>();

function sectionsIn(part: RoadmapPart): readonly Section[] {
  const known = SECTIONS.get(part);
  if (known) return known;
  const found = part.sections.filter(({ title, isDocumentTitle }) => !isDocumentTitle && TITLE.test(title));
  SECTIONS.set(part, found);
  return found;
}

/** What stands between names, or between a name and what its bearer does. */
const BETWEEN = /\s[-–—/]\s|[:：,;、，(（)）|&+]|\s(?:and|und|et|y|e|och|и|та|ve)\s/u;
/** A name of more words is a sentence. */
const MOST_WORDS = 4;
/** Headings, fences, and what stands between the head and the body of a table. */
const NO_NAMES = /^\s*(?:#|```|~~~|[-:\s|]+$)/u;

/** All that may be a name in the lines of a section; what somebody does there may be taken for one, too. */
const namesInText = (text: string): string[] =>
  text
    .split('\n')
    .filter((line) => !NO_NAMES.test(line))
    .flatMap((line) =>
      line
        .replace(/^\s*(?:[-*+]|\d+[.)])\s+(?:\[.\]\s+)?/u, '')
        .replace(/!?\[([^\]]*)\]\([^)]*\)/gu, '$1')
        .replace(/[*`]|~~|(?<![\p{L}\d])_+|_+(?![\p{L}\d])/gu, '')
        .split(BETWEEN),
    )
    .map((name) => name.trim())
    .filter((name) => /\p{L}/u.test(name) && name.split(/\s+/u).length <= MOST_WORDS);

const NOBODY: readonly string[] = [];
/** Nearly always the same text as before the last key stroke. */
let last: { readonly text: string; readonly names: readonly string[] } | undefined;

/**
 * Whom the document lists as its team, in a section for that. A list that hasn't got most of those who own work is one of
 * something else, or of roles: then nobody.
 */
export function teamOf(roadmap: Roadmap): readonly string[] {
  const { parts: all = [roadmap] } = roadmap;
  const sections = all.flatMap(sectionsIn);
  if (sections.length === 0) return NOBODY;
  // Put together of the pieces when asked for: of no document that has no team.
  const { text } = roadmap;
  const lists = sections.map(({ heading, span }) => text.slice(heading.end, span.end)).join('\n');
  if (last?.text !== lists) last = { text: lists, names: namesInText(lists) };
  const { names } = last;
  const listed = new Directory(names);
  const owners = new Set(all.flatMap(ownersIn));
  const known = [...owners].filter((owner) => listed.has(owner)).length;
  return known > 0 && known * 2 >= owners.size ? names : NOBODY;
}

const OWNERS = new WeakMap<RoadmapPart, readonly string[]>();

function ownersIn(part: RoadmapPart): readonly string[] {
  const known = OWNERS.get(part);
  if (known) return known;
  const names = namesIn(part).filter(({ role }) => role === 'owners');
  const owners = [...new Set(names.map(({ text }) => foldOwner(text)))];
  OWNERS.set(part, owners);
  return owners;
}

/** Names to look others up in: `Ann` is Ann Lee, `@backend` is `@org/backend`, `ann` is `ann@example.com`. */
export class Directory {
  readonly #folded = new Set<string>();
  readonly #names: readonly string[];

  constructor(names: readonly string[]) {
    this.#names = names;
    for (const name of names)
      for (const words of spellings(name)) for (const each of runsOf(words)) this.#folded.add(each);
  }

  get isEmpty(): boolean {
    return this.#names.length === 0;
  }

  has(name: string): boolean {
    return spellings(name).some((words) => this.#folded.has(words.join(' ')));
  }

  /** Each as it is listed. */
  get names(): readonly string[] {
    return this.#names;
  }
}

/** The whole name; of a team the part behind its organisation, of an address the part before `@`. */
function spellings(name: string): string[][] {
  const folded = foldOwner(name.replace(/\([^)]*\)/gu, '').trim());
  const short =
    /^[^\s@/]+\/(?<team>[^\s/]+)$/u.exec(folded)?.groups?.['team'] ??
    /^(?<user>[^\s@]+)@\S+$/u.exec(folded)?.groups?.['user'];
  return [folded, ...(short === undefined ? [] : [short])].map((all) => all.split(/\s+/u));
}

/** The whole and each of its words. */
const runsOf = (words: readonly string[]): string[] => [...new Set([words.join(' '), ...words])];
