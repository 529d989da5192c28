import type { Priority } from '../model.ts';
import { WordPattern } from '../wordPattern.ts';
import { inCaseOf } from './case.ts';
import type { Like, Notation, ReadResult } from './notation.ts';

/**
 * Scales of five, from P0 to P4, as people write them: what is read in one is written in it. An empty place has no word
 * of its own, and is written in the first scale.
 */
export const SCALES: readonly (readonly string[])[] = [
  ['P0', 'P1', 'P2', 'P3', 'P4'],
  ['critical', 'high', 'medium', 'low', 'lowest'],
  ['urgent', 'high', 'normal', 'low', 'trivial'],
  ['must have', 'should have', 'could have', 'nice to have', ''],
  ['must', 'should', 'could', '', ''],
  ['kritisch', 'hoch', 'mittel', 'niedrig', ''],
  ['critique', 'haute', 'moyenne', 'basse', ''],
  ['crítica', 'alta', 'media', 'baja', ''],
  ['crítico', 'alto', 'medio', 'bajo', ''],
  ['crítica', 'alta', 'média', 'baixa', ''],
  ['crítico', 'alto', 'médio', 'baixo', ''],
  ['kritisk', 'hög', 'medel', 'låg', ''],
  ['критический', 'высокий', 'средний', 'низкий', ''],
  ['критичний', 'високий', 'середній', 'низький', ''],
  ['最高', '高', '中', '低', ''],
  ['긴급', '높음', '중간', '낮음', ''],
  ['0', '1', '2', '3', '4'],
  ['', 'A', 'B', 'C', 'D'],
  ['🔺', '⏫', '🔼', '🔽', '⏬'],
  ['', '🔴', '🟡', '🟢', ''],
];

/** Two letters at least: signs have no label that says what they are about. */
const WORDS_OF_SIGNS = [
  ...SCALES.flat(),
  'critico',
  'crítico',
  'critique',
  'prioridad alta',
  'priorité haute',
  'priorité moyenne',
  'priorité basse',
  'haute',
  'alto',
]
  .filter((word) => /\p{L}{2}/u.test(word))
  .sort((a, b) => b.length - a.length);
const CODE = 'P[0-4]';

const NAMES_OF_PRIORITY = 'priority|priorität|priorité|prioridad|prioridade|prioritet|приоритет|пріоритет';

/** Words that are read besides those of the scales; the first that matches decides. */
const FORMS: readonly (readonly [RegExp, Priority | ((digits: string) => Priority)])[] = [
  [/(?<![\p{L}\d])P([0-4])(?![\p{L}\d])/iu, (digit) => `P${digit}` as Priority],
  [
    /(?<![\p{L}\d])(?:critical|urgent|blocker|highest|immediate|kritisch|kritisk|critique|crítica|crítico|critic[ao]|критич\p{L}*)(?![\p{L}\d])|最高|紧急|緊急|긴급/iu,
    'P0',
  ],
  [/(?<![\p{L}\d])(?:must(?:[\s-]have)?)(?![\p{L}\d])/iu, 'P0'],
  [
    /(?<![\p{L}\d])(?:medium|med|moderate|normal|mittel|moyenne?|medi[ao]|médi[ao]|medel|средн\p{L}*|середн\p{L}*)(?![\p{L}\d])|中(?!\p{L})|중간/iu,
    'P2',
  ],
  [/(?<![\p{L}\d])(?:could(?:[\s-]have)?)(?![\p{L}\d])/iu, 'P2'],
  [
    /(?<![\p{L}\d])(?:high|should(?:[\s-]have)?|hoch|haute?|élevée?|alta|alto|hög|высок\p{L}*|висок\p{L}*)(?![\p{L}\d])|高|높음/iu,
    'P1',
  ],
  [/(?<![\p{L}\d])(?:lowest|trivial)(?![\p{L}\d])/iu, 'P4'],
  [
    /(?<![\p{L}\d])(?:low|minor|nice[\s-]to[\s-]have|niedrig|gering|basse|faible|baj[ao]|baix[ao]|låg|низк\p{L}*|низьк\p{L}*)(?![\p{L}\d])|低|낮음/iu,
    'P3',
  ],
  [/^\W*([0-4])(?!\d)/u, (digit) => `P${digit}` as Priority],
  [/^\W*([A-E])(?![\p{L}\d])/u, (letter) => `P${Math.min(letter.charCodeAt(0) - 64, 4)}` as Priority],
];

/** A word stands before an emoji, because where they disagree the word wins. */
const EMOJI: Readonly<Record<string, Priority>> = {
  '🔺': 'P0',
  '⏫': 'P1',
  '🔼': 'P2',
  '🔽': 'P3',
  '⏬': 'P4',
  '🔴': 'P1',
  '🟠': 'P2',
  '🟡': 'P2',
  '🟢': 'P3',
};

/** Where a value's sentence ends: "High - Critical for SaaS scaling" is High. */
const VALUE_END = /\s[-–—|·]\s|[(,;]|(?<=[\p{L}\d])\s*\p{Extended_Pictographic}/u;

function valueOf(words: string): Priority | undefined {
  for (const [pattern, priority] of FORMS) {
    const match = pattern.exec(words);
    if (match) return typeof priority === 'string' ? priority : priority(match[1] ?? '');
  }
  return Object.entries(EMOJI).find(([emoji]) => words.includes(emoji))?.[1];
}

function read(text: string): ReadResult<Priority> {
  const head = VALUE_END.exec(text);
  const words = text.slice(0, head && head.index > 0 ? head.index : text.length).replace(/[\s*_.]+$/u, '');
  const value = valueOf(words);
  if (value === undefined) return undefined;
  // "P1 (High)" says it twice, and both have to change together.
  const again = /^\s*\((?<inner>[^()]*)\)/u.exec(text.slice(words.length));
  const inner = again?.groups?.['inner'] ?? '';
  const twice = inner.split(/\s+/u).length <= 2 && valueOf(inner) === value;
  return { value, start: 0, end: words.length + (again && twice ? again[0].length : 0) };
}

const PLACES: readonly Priority[] = ['P0', 'P1', 'P2', 'P3', 'P4'];

/** A word of a scale, or a sign: what of a priority's text may have to change. */
const TOKEN = /\p{L}+(?:[\s-](?:to[\s-])?have)?|P?\d|\p{Extended_Pictographic}/gu;
const ENGLISH: readonly string[] = ['critical', 'high', 'medium', 'low', 'lowest'];

/**
 * Every word of a scale that the text holds is exchanged for the same scale's word, or the English one where it has none;
 * the marks around them stay. A code where the text has no such word.
 */
function write(value: Priority, { text }: Like): string {
  const from = valueOf(text);
  if (from === undefined || from === value) return from === value ? text : value;
  const [before, after] = [PLACES.indexOf(from), PLACES.indexOf(value)];
  const written = text.replace(TOKEN, (token: string) => {
    const key = token.toLowerCase().replace(/-/gu, ' ');
    const scales = SCALES.filter((words) => words[before]?.toLowerCase() === key);
    const isWord = /\p{L}{2}/u.test(token);
    const word =
      scales.find((words) => words[after] !== '')?.[after] ?? (isWord ? ENGLISH[after] : undefined);
    if (scales.length === 0 || word === undefined) return token;
    return /\p{Ll}/u.test(word) ? inCaseOf(token, word) : word;
  });
  // A word of no scale, or marks that can't say it.
  return valueOf(written) === value ? written : value;
}

/** How much it matters, on the scale from P0 (critical) to P4. */
export const priority: Notation<'priority'> = {
  field: 'priority',
  labels: {
    en: ['priority', 'prio'],
    de: ['priorität'],
    fr: ['priorité'],
    es: ['prioridad'],
    pt: ['prioridade'],
    sv: ['prioritet'],
    ru: ['приоритет'],
    uk: ['пріоритет'],
    zh: ['优先级', '優先級'],
    ja: ['優先度', '優先順位'],
    ko: ['우선순위'],
  },
  read,
  write,
  signs: [
    {
      id: 'emoji-priority',
      example: 'Ship the gateway ⏫',
      marks: '🔺⏫🔼🔽⏬',
      pattern: /(?<value>🔺|⏫|🔼|🔽|⏬)\ufe0f?/du,
      read,
    },
    {
      id: 'todo.txt-priority',
      example: '(A) Ship the gateway',
      marks: '(',
      pattern: /^\((?<value>[A-Z])\)(?=\s)/du,
      read: (letter) => ({
        value: `P${Math.min(letter.charCodeAt(0) - 64, 4)}` as Priority,
        start: 0,
        end: 1,
      }),
      // No letter is more than high: what is critical is said by its code, in the same parentheses.
      write: (value) => 'ABCD'[PLACES.indexOf(value) - 1] ?? value,
    },
    {
      id: 'priority-in-brackets',
      example: 'Ship the gateway [HIGH]',
      marks: '([',
      pattern: new WordPattern([CODE, ...WORDS_OF_SIGNS], (words) => {
        const named = `(?:${words.filter((word) => word !== CODE).join('|')})`;
        return new RegExp(
          named === '(?:)'
            ? `[([](?<value>${CODE})[)\\]]`
            : `[([](?<value>${CODE}|(?:${NAMES_OF_PRIORITY})\\s${named}|${named}(?:\\s(?:${NAMES_OF_PRIORITY}))?)[)\\]]`,
          'diu',
        );
      }),
      read,
    },
    {
      id: 'priority-in-front',
      example: 'P1: Ship the gateway',
      marks: 'P',
      pattern: /^[^\p{L}\p{N}]*(?<value>P[0-4])(?:-\d+)?(?:\*\*|__)?(?=\s*[:–—-]|(?<=\d-\d+)\s|\s\S)/du,
      read,
    },
    {
      id: 'priority-behind-a-sign',
      example: 'Ship the gateway 🔴 **URGENT**',
      marks: '🔴🟠🟡🟢⭐⚡🔥🚨',
      pattern: new WordPattern(
        WORDS_OF_SIGNS,
        (words) =>
          new RegExp(
            `(?<value>(?:🔴|🟠|🟡|🟢|⭐|⚡|🔥|🚨)\\ufe0f?\\s*[*_]{0,2}(?:${words.join('|')})(?:[\\s-]priority)?)[*_]{0,2}(?=\\s*(?:$|[([]|[-–—]\\s|<!--))`,
            'diu',
          ),
      ),
      read: (text) => read(text.replace(/\spriority$/iu, '')),
    },
  ],
};

/** The priority that a heading gives to what stands beneath it: `🔴 Priority 1: …`, `P0 – Critical`, `High Priority`. */
export function readHeadingPriority(title: string): Priority | undefined {
  const worded = /priority|prio(?:rität|rité|ridade?|ridad|ritet)|приоритет|пріоритет|优先级|優先/iu.exec(
    title,
  );
  if (worded) {
    // "Priority 1: Critical" has said it with its number.
    const number = /^\s*([0-4])(?!\d)/u.exec(title.slice(worded.index + worded[0].length));
    if (number) return `P${number[1]}` as Priority;
    const after = read(title.slice(worded.index + worded[0].length).replace(/^[\s:：*_-]+/u, ''));
    if (after && 'value' in after && !/^\s*$/u.test(title.slice(worded.index))) return after.value;
    // Only the words right before: "2. Test it ⭐ HIGH PRIORITY".
    const before = read(
      /(?:\p{L}+[\s-]){1,2}$/u.exec(title.slice(0, worded.index).replace(/[*_]+/gu, ''))?.[0] ?? '',
    );
    if (before && 'value' in before) return before.value;
  }
  const coded = /(?<![\p{L}\d])P([0-4])(?![\p{L}\d.])/u.exec(title);
  if (coded) return `P${coded[1]}` as Priority;
  // "🔴 CRITICAL: Backend tests", "High Impact", "CRÍTICO (Hacer primero)": a word of urgency that the heading begins with.
  const words = title
    .replace(/^[^\p{L}]+/u, '')
    .replace(/^\p{L}+\s+[\dIVX]+\s*[:–—-]\s*[^\p{L}]*/u, '')
    .replace(/\s*\([^()]*\)\s*$/u, '');
  const lead =
    /^(nice[\s-]to[\s-]have|\p{L}+(?:[\s-]have)?)(?:\s*[:–—-]\s|$|\s+(?:\p{L}+\s+)?(?:priority|impact|items|issues|tasks|fixes|bugs))/iu.exec(
      words,
    );
  const urgent = (lead?.[1]?.length ?? 0) > 1 ? read(lead?.[1] ?? '') : undefined;
  return urgent && 'value' in urgent ? urgent.value : undefined;
}
