import { readNames, separatorIn, splitNames } from './lists.ts';
import type { Notation } from './notation.ts';

/** What people write where nothing has to be done before. */
const NOTHING =
  /^(?:[-–—_.?]+|none|nothing|n\/?a|no(?:ne)? dependencies|keine?|aucune?|ningun[oa]s?|nenhum[oa]?|inga?|нет|немає|无|無|なし|없음)(?![\p{L}\d])/iu;
const SEPARATOR =
  /\s*(?:[,;、，]|\s&\s|\r?\n\s*(?:[-*+]|\d+[.)])?\s?|\s(?:and|und|et|y|e|och|и|та|和)\s)\s*/iu;
/** `TASK-7`, `t2844`, `#12`, `1.3`. */
const ID =
  /#\d+|(?<![\p{L}\d])(?:[A-Z][A-Z0-9]*-\d+(?:\.\d+)*|[a-z]\d{2,}|[A-Z]{1,3}\d+(?:\.\d+)*|\d+(?:\.\d+)+)(?![\p{L}\d])/gu;
/** A title is short; what is longer is a sentence about dependencies. */
const TITLE_WORDS = 6;

/** What has to be done before the item can be. "None" depends on nothing. */
export const dependsOn: Notation<'dependsOn'> = {
  field: 'dependsOn',
  labels: {
    en: [
      'depends on',
      'dependencies',
      'dependency',
      'blocked by',
      'blockers',
      'depends',
      'requires',
      'prerequisites',
      'prerequisite',
    ],
    de: ['abhängig von', 'abhängigkeiten', 'hängt ab von', 'voraussetzungen'],
    fr: ['dépend de', 'dépendances', 'prérequis'],
    es: ['depende de', 'dependencias', 'bloqueado por', 'requisitos previos'],
    pt: ['depende de', 'dependências', 'bloqueado por', 'pré-requisitos'],
    sv: ['beror på', 'beroenden', 'förutsätter'],
    ru: ['зависит от', 'зависимости'],
    uk: ['залежить від', 'залежності'],
    zh: ['依赖', '前置任务', '前置条件'],
    ja: ['依存', '依存関係', '前提条件'],
    ko: ['의존성', '선행 작업', '선행작업'],
  },
  separator: SEPARATOR,
  takesLists: true,
  read(text) {
    const words = text.replace(/[\s.*_]+$/u, '');
    if (words === '') return undefined;
    if (NOTHING.test(words)) return { value: [], start: 0, end: words.length };
    // An explanation in parentheses names nothing: "ISS-19 (has to be wired first)".
    const named = words.replace(/\s*\([^()]*\)/gu, (explanation) => ' '.repeat(explanation.length));
    const names = splitNames(named, SEPARATOR).flatMap((part) => {
      const ids = [...part.name.matchAll(ID)].map(({ 0: name, index }) => {
        const start = part.start + index;
        return { name, start, end: start + name.length };
      });
      if (ids.length > 0) return ids;
      const title = part.name.split(/\s+/u);
      return title.length <= TITLE_WORDS ? [{ ...part, name: title.join(' ') }] : [];
    });
    return names.length > 0 ? readNames(names, { start: 0, end: words.length }) : undefined;
  },
  write: (value, { text }) => (value.length === 0 ? 'None' : value.join(separatorIn(text, SEPARATOR))),
  signs: [
    {
      id: 'emoji-depends-on',
      example: 'Ship the gateway ⛔ a1b2c3',
      marks: '⛔',
      pattern: /⛔\ufe0f?\s*(?<value>[\w-]+(?:\s*,\s*[\w-]+)*)/du,
      read: (value) => readNames(splitNames(value, /,/u), { start: 0, end: value.length }),
    },
  ],
};
