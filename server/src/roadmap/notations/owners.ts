import { readNames, separatorIn, splitNames, trimmed } from './lists.ts';
import type { Notation } from './notation.ts';

/** What people write where nobody is named yet. */
const NOBODY =
  /^(?:\?+|tbd|tba|tbc|n\/?a|none|nobody|unassigned|unknown|open|[-–—_.]+|\[[^\]]*\]|<[^>]*>|à nommer|à définir|offen|por definir|a definir|待定|未定|미정)$/iu;

const SEPARATOR =
  /\s*(?:[,;&+、，]|\r?\n\s*(?:[-*+]|\d+[.)])?\s?|\s\/\s|\/(?=@)|\s(?:and|und|et|y|e|och|и|та|和)\s)\s*/iu;

/** A name ends where an explanation or the next sentence begins; a dash at the beginning of a line is a bullet. */
const NAME_END = /\s*(?:\(|(?<=\S[^\S\r\n]+)[-–—|·]\s|\ufffc|\p{Extended_Pictographic})/u;

/** `[Ann](https://…)`, whose address is hidden from notations. */
const LINK = /\[(?<name>[^[\]\ufffc]+)\ufffc+/gu;

/** `![Team][] [lang] [wg-macros]`: references to teams, where one bracket alone is a blank to be filled in. */
const REFERENCES = /^(?:\ufffc|!\[[^\]]*\]\[\])[\s,]*\[|^\[[^\]]+\][\s,]+\[/u;

/** Who answers for an item. A stated field without a name (`TBD`) has no owners. */
export const owners: Notation<'owners'> = {
  field: 'owners',
  labels: {
    en: [
      'owner',
      'owners',
      'owner(s)',
      'assignee',
      'assignees',
      'assigned to',
      'assigned',
      'lead',
      'tech lead',
      'dri',
      'responsible',
      'agent',
      'champion',
    ],
    de: ['verantwortlich', 'zuständig', 'verantwortliche'],
    fr: ['responsable', 'responsables', 'assigné à'],
    es: ['responsable', 'responsables', 'asignado a'],
    pt: ['responsável', 'responsáveis', 'atribuído a'],
    sv: ['ansvarig', 'ägare'],
    ru: ['ответственный', 'исполнитель'],
    uk: ['відповідальний', 'виконавець'],
    zh: ['负责人', '責任者'],
    ja: ['担当', '担当者', '責任者'],
    ko: ['담당', '담당자'],
  },
  separator: SEPARATOR,
  takesLists: true,
  write(value, { text }) {
    if (value.length === 0) return 'TBD';
    if (!REFERENCES.test(text)) return value.join(separatorIn(text, SEPARATOR));
    const image = /^![^\s,]*[\s,]*/u.exec(text)?.[0] ?? '';
    return (
      image +
      value.map((team) => `[${team}]`).join(/\]([\s,]+)\[(?!\])/u.exec(text.slice(image.length))?.[1] ?? ' ')
    );
  },
  read(text) {
    const blank = text.trim();
    if (blank !== '' && NOBODY.test(blank))
      return { value: [], start: text.indexOf(blank), end: text.trimEnd().length };
    if (REFERENCES.test(text)) {
      const teams = [...text.matchAll(/(?<=(?<!!)\[)[^\]]+(?=\])/gu)];
      return readNames(
        teams.map(({ 0: name, index }) => ({ name, start: index, end: index + name.length })),
        { start: 0, end: text.length },
      );
    }
    const words = text.replace(LINK, (link, name: string) => ` ${name}`.padEnd(link.length));
    const cut = NAME_END.exec(words)?.index ?? words.length;
    const named = words.slice(0, cut).replace(/[\s*_.]+$/u, '');
    if (named === '') return undefined;
    const names = splitNames(named, SEPARATOR)
      .map((name) => trimmed(name, /^[*_`]+|[*_`]+$/gu))
      .filter(({ name }) => name !== '' && !NOBODY.test(name));
    // A name is short; what is longer is a sentence about owners.
    if (names.some(({ name }) => name.split(/\s+/u).length > 5)) return undefined;
    return readNames(names, { start: named.search(/\S/u), end: named.length });
  },
};
