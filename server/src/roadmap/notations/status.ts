import type { Status } from '../model.ts';
import { WordPattern } from '../wordPattern.ts';
import { inCaseOf } from './case.ts';
import type { Labels, Like, Notation, ReadResult } from './notation.ts';

/**
 * The words of a status by language, and its emoji, in the order in which they are tried: "not started" comes before
 * "started". The first word of a language is the one that is written.
 */
export const WORDS: readonly (readonly [Status, Labels, readonly string[]])[] = [
  [
    'todo',
    {
      en: [
        'to do',
        'not started',
        'not yet started',
        'not done',
        'not implemented',
        'not begun',
        'not yet',
        'not documented',
        'missing',
        'todo',
        'open',
        'planned',
        'pending',
        'backlog',
        'proposed',
        'new',
      ],
      de: ['offen', 'geplant', 'nicht begonnen'],
      fr: ['à faire', 'à développer', 'planifié', 'planifiée', 'prévu', 'prévue'],
      es: ['pendiente', 'por hacer', 'planificado', 'planificada'],
      pt: ['pendente', 'a fazer', 'planejado'],
      sv: ['planerad', 'att göra', 'ej påbörjad'],
      ru: ['запланировано', 'не начато', 'к выполнению'],
      uk: ['заплановано', 'не розпочато'],
      zh: ['待办', '未开始', '计划中', '待开始', '待实现', '规划中'],
      ja: ['未着手', '予定', '計画中'],
      ko: ['예정', '대기', '계획'],
    },
    ['⬜', '☐', '📋'],
  ],
  [
    'in-progress',
    {
      en: [
        'in progress',
        'in review',
        'in development',
        'in testing',
        'wip',
        'doing',
        'started',
        'ongoing',
        'current',
        'partially',
        'partial',
        'active',
        'under way',
        'mostly done',
        'mostly complete',
      ],
      de: ['in arbeit', 'läuft', 'begonnen'],
      fr: ['en cours', 'partiel', 'partiellement implémenté'],
      es: ['en progreso', 'en curso', 'en proceso', 'parcial'],
      pt: ['em andamento', 'em progresso', 'em curso', 'parcial'],
      sv: ['pågår', 'pågående', 'delvis'],
      ru: ['в работе', 'в процессе', 'частично'],
      uk: ['в роботі', 'в процесі', 'в процессі', 'частково'],
      zh: ['进行中', '部分完成', '開發中', '开发中'],
      ja: ['進行中', '作業中', '対応中', '一部'],
      ko: ['진행 중', '진행'],
    },
    ['🚧', '🔄', '⏳', '⚠', ':construction:', ':warning:'],
  ],
  [
    'cancelled',
    {
      en: [
        'cancelled',
        'canceled',
        'dropped',
        'abandoned',
        "won't do",
        "won't fix",
        'wont do',
        'rejected',
        'declined',
        'obsolete',
      ],
      de: ['verworfen', 'abgebrochen'],
      fr: ['annulé', 'annulée', 'abandonné'],
      es: ['cancelado', 'cancelada', 'descartado'],
      pt: ['cancelado', 'cancelada'],
      sv: ['avbruten'],
      ru: ['отменено'],
      uk: ['скасовано'],
      zh: ['已取消', '取消'],
      ja: ['中止'],
      ko: ['취소'],
    },
    ['❌'],
  ],
  [
    'deferred',
    {
      en: ['deferred', 'postponed', 'on hold', 'paused', 'parked', 'later'],
      de: ['verschoben', 'zurückgestellt'],
      fr: ['reporté', 'reportée', 'en pause'],
      es: ['aplazado', 'pospuesto', 'pausado'],
      pt: ['adiado', 'pausado'],
      sv: ['uppskjuten', 'pausad'],
      ru: ['отложено'],
      uk: ['відкладено'],
      zh: ['推迟', '暂停', '延期'],
      ja: ['延期', '保留'],
      ko: ['보류', '연기'],
    },
    ['⏸'],
  ],
  [
    'blocked',
    {
      en: ['blocked', 'waiting', 'stuck'],
      de: ['blockiert'],
      fr: ['bloqué', 'bloquée'],
      es: ['bloqueado', 'bloqueada'],
      pt: ['bloqueado', 'bloqueada'],
      sv: ['blockerad'],
      ru: ['заблокировано'],
      uk: ['заблоковано'],
      zh: ['阻塞', '受阻'],
      ja: ['ブロック'],
      ko: ['차단', '블록'],
    },
    ['🚫', '⛔'],
  ],
  [
    'done',
    {
      en: [
        'done',
        'complete',
        'completed',
        'implemented',
        'finished',
        'shipped',
        'released',
        'delivered',
        'closed',
        'fixed',
        'resolved',
        'merged',
        'live',
      ],
      de: ['erledigt', 'fertig', 'abgeschlossen'],
      fr: ['terminé', 'terminée', 'implémenté', 'implémentée', 'livré', 'livrée', 'fait', 'faite'],
      es: ['completado', 'completada', 'implementado', 'implementada', 'hecho', 'terminado', 'listo'],
      pt: ['concluído', 'concluido', 'concluída', 'implementado', 'feito'],
      sv: ['klar', 'klart', 'slutförd'],
      ru: ['готово', 'сделано', 'выполнено', 'завершено'],
      uk: ['готово', 'виконано', 'зроблено', 'завершено'],
      zh: ['已完成', '完成', '完毕'],
      ja: ['完了', '完成', '済み', '実装済み'],
      ko: ['완료'],
    },
    ['✅', '✔', '☑', ':white_check_mark:'],
  ],
];

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/ /g, '[\\s-]?');
const longestFirst = (a: string, b: string): number => b.length - a.length;
const PATTERNS = WORDS.map(
  ([status, labels, emoji]) =>
    [
      status,
      new WordPattern(
        Object.values(labels).flat().sort(longestFirst).map(escape),
        (words) => new RegExp(`^(?:${words.join('|')})`, 'iu'),
      ),
      new RegExp(`^(?:${emoji.join('|')})\\ufe0f?`, 'u'),
    ] as const,
);
const EMOJI = new RegExp(`(?:${WORDS.flatMap(([, , emoji]) => emoji).join('|')})\\ufe0f?`, 'gu');
/** What those begin with: a picture, or the colon of a shortcode. */
const MARKS_OF_EMOJI = WORDS.flatMap(([, , emoji]) =>
  emoji.map((sign) => sign.slice(0, sign.startsWith(':') ? 1 : undefined)),
).join('');

/** Words that say too little by themselves: "(new)" is no state of work. */
const WEAK = new Set([
  'open',
  'new',
  'live',
  'active',
  'started',
  'current',
  'closed',
  'later',
  'partial',
  'merged',
  'klar',
]);
/** The words of signs, which have no label to say what they are about. */
const WORDS_OF_SIGNS = WORDS.flatMap(([, labels]) => Object.values(labels).flat())
  .filter((word) => !WEAK.has(word))
  .concat('current', 'merged', 'closed')
  .sort(longestFirst)
  .map(escape);

/** Behind a dash, words count in capitals; behind a colon, they do in capitals only. */
const WORDS_BEHIND_A_DASH =
  '(?:MOSTLY )?DONE|(?:ALL )?COMPLETED?|IMPLEMENTED|FINISHED|SHIPPED|(?:ALL )?RESOLVED|WIP|IN PROGRESS|BLOCKED|CANCELL?ED|DEFERRED|NOT STARTED|TO DO|(?<!:\\s+)(?:[Dd]one|[Cc]ompleted?|(?:[Aa]ll )?[Rr]esolved|[Ii]mplemented|[Ii]n [Pp]rogress|[Bb]locked|[Cc]ancell?ed|[Dd]eferred|[Tt]o [Dd]o)';

/** "Done:" and "Completed:" are labels of dates. */
const WORDS_AS_LABELS = 'deferred|postponed|blocked|cancell?ed|in progress|wip|to do|implemented';

/** The status that a text begins with, past emoji and marks that say nothing. A word decides before an emoji does. */
export function readStatus(text: string): ReadResult<Status> {
  const marks = /^(?:[^\p{L}\p{N}:]|:[a-z_]+:)*/u.exec(text)?.[0] ?? '';
  const rest = text.slice(marks.length);
  for (const [status, words] of PATTERNS) {
    const word = words.exec(rest)?.[0];
    if (word === undefined) continue;
    // A word of another meaning may begin alike, where words have ends.
    if (
      /[\p{Script=Latin}\p{Script=Cyrillic}]$/u.test(word) &&
      /^[\p{L}\p{N}]/u.test(rest.slice(word.length))
    )
      continue;
    // The emoji before it says the same, and has to change with it.
    const [emoji] = [...marks.matchAll(EMOJI)];
    return { value: status, start: emoji?.index ?? marks.length, end: marks.length + word.length };
  }
  const start = /^[*_]*/u.exec(text)?.[0].length ?? 0;
  for (const [status, , emoji] of PATTERNS) {
    const sign = emoji.exec(text.slice(start));
    if (sign) return { value: status, start, end: start + sign[0].length };
  }
  return undefined;
}

/** The emoji and the words of a text that was read, and what stands between them: `✅`, ` **`, `COMPLETE`. */
const PARTS = new RegExp(`^(?<emoji>${EMOJI.source})?(?<between>[\\s*_]*)(?<words>[^]*)$`, 'u');
const EXACT = WORDS.flatMap(([, labels]) =>
  Object.entries(labels).map(
    ([language, words]) => [language, new RegExp(`^(?:${words.map(escape).join('|')})$`, 'iu')] as const,
  ),
);

/** The status in the language, case and signs of a text that was read. */
function write(value: Status, { text }: Like, accepts: (word: string) => boolean = () => true): string {
  const { emoji = '', between = '', words = '' } = PARTS.exec(text)?.groups ?? {};
  const [, labels = {}] = WORDS.find(([status]) => status === value) ?? [];
  const sign = emoji && emojiFor(value, emoji);
  if (words === '' && emoji !== '') return sign;
  const language = EXACT.find(([, pattern]) => pattern.test(words))?.[0] ?? 'en';
  const word = labels[language]?.find(accepts) ?? value;
  return sign + between + inCaseOf(words, word);
}

/** A shortcode for a shortcode, where there is one. */
function emojiFor(value: Status, sample: string): string {
  const [, , signs = []] = WORDS.find(([status]) => status === value) ?? [];
  return signs.find((sign) => sign.startsWith(':') === sample.startsWith(':')) ?? signs[0] ?? '';
}

/** In a sign, words that say too little by themselves aren't read. */
const writeSign = (value: Status, like: Like): string => write(value, like, (word) => !WEAK.has(word));

/** How far along it is. */
export const status: Notation<'status'> = {
  field: 'status',
  labels: {
    en: ['status', 'state'],
    de: ['status', 'stand'],
    fr: ['statut', 'état'],
    es: ['estado'],
    pt: ['estado', 'situação'],
    sv: ['status'],
    ru: ['статус'],
    uk: ['статус'],
    zh: ['状态', '狀態'],
    ja: ['状態', 'ステータス', '状況'],
    ko: ['상태'],
  },
  read(text) {
    // "[ ] Not started [x] In progress" lists the choices: the ticked one would be it, but no word of it is stated.
    return /\[[ xX]\]/.test(text) ? undefined : readStatus(text);
  },
  write,
  signs: [
    {
      id: 'status-in-parentheses',
      example: 'Ship the gateway (in progress)',
      marks: '(',
      pattern: new WordPattern(
        WORDS_OF_SIGNS,
        (words) =>
          new RegExp(
            `\\s*[*_]{0,2}\\((?<value>(?:${EMOJI.source}\\s*)?(?:${words.join('|')}))\\)[*_]{0,2}(?=\\s*(?:$|[-–—|·,;([{*_@#]|<!--|\\p{Extended_Pictographic}))`,
            'diu',
          ),
      ),
      read: readStatus,
      write: writeSign,
    },
    {
      id: 'status-behind-a-dash',
      example: 'Ship the gateway - DONE',
      marks: '-–—:',
      pattern: new RegExp(
        `(?:\\s+[-–—]|:)\\s+(?:\\*\\*|__)?(?<value>(?:${EMOJI.source}\\s*(?:\\*\\*|__)?)?(?:${WORDS_BEHIND_A_DASH}))(?:\\*\\*|__)?[!.]?(?=\\s*(?:$|\\s[-–—|·]\\s|[([{*_]|<!--|\\p{Extended_Pictographic}))`,
        'du',
      ),
      read: readStatus,
    },
    {
      id: 'status-behind-a-sign',
      example: 'Ship the gateway ✅ COMPLETE',
      marks: MARKS_OF_EMOJI,
      pattern: new WordPattern(
        WORDS_OF_SIGNS,
        (words) =>
          new RegExp(
            `\\s(?<value>(?:${EMOJI.source})\\s*(?:\\*\\*|__)?(?:${words.join('|')}))(?:\\*\\*|__)?\\s*$`,
            'diu',
          ),
      ),
      read: readStatus,
      write: writeSign,
    },
    {
      id: 'status-in-front',
      example: '[IN PROGRESS] Ship the gateway',
      marks: '[',
      pattern:
        /^[*_]*\[(?<value>IN[ _-]PROGRESS|WIP|DOING|DONE|COMPLETED?|TO[ _-]?DO|BACKLOG|READY|BLOCKED|ON[ _-]HOLD|DEFERRED|CANCELL?ED)\](?!\()/diu,
      read: (word) => readStatus(word.replace(/_/gu, ' ')),
      write: (value, { text }) =>
        write(value, { text: text.replace(/_/gu, ' ') }).replace(/ /gu, text.includes('_') ? '_' : ' '),
    },
    {
      id: 'status-as-a-label',
      example: 'Deferred: ship the gateway',
      marks: ':',
      inTitle: true,
      pattern: new RegExp(`^[*_]*(?<value>${WORDS_AS_LABELS})[*_]*(?=:[*_]*\\s+\\S)`, 'diu'),
      read: readStatus,
      write: (value, like) =>
        write(value, like, (word) => new RegExp(`^(?:${WORDS_AS_LABELS})$`, 'u').test(word)),
    },
    {
      id: 'tick-behind',
      example: 'Ship the gateway ✅',
      marks: '✅✔☑⬜🚧❌⏸🚫',
      pattern: /\s(?<value>✅|✔|☑|⬜|🚧|❌|⏸|🚫)\ufe0f?[*_]*$/du,
      read: readStatus,
      write,
    },
    {
      id: 'todo.txt-done',
      example: 'x (A) Ship the gateway',
      marks: 'x',
      pattern: /^(?<value>x)\s(?=\d{4}-\d{2}-\d{2}\s|\([A-Z]\)\s)/du,
      read: () => ({ value: 'done', start: 0, end: 1 }),
      // What is to do has no sign at all.
      write: (value) => (value === 'todo' ? '' : 'x'),
    },
  ],
};

/** Marks inside a box, `[x]`, and marks that stand for a whole box. */
export const BOX_MARKS: Readonly<Record<string, Status>> = {
  ' ': 'todo',
  x: 'done',
  X: 'done',
  '~': 'in-progress',
  '/': 'in-progress',
  '-': 'cancelled',
  '>': 'deferred',
  '!': 'todo',
  '?': 'todo',
  '☐': 'todo',
  '⬜': 'todo',
  '☑': 'done',
  '✓': 'done',
  '✔': 'done',
  '☒': 'cancelled',
  '✅': 'done',
  '❌': 'todo',
  '⚠': 'in-progress',
  '🚧': 'in-progress',
  '⏳': 'in-progress',
  '🔄': 'in-progress',
  '🎯': 'todo',
  '📋': 'todo',
  '🔜': 'todo',
  '⏸': 'deferred',
};

/** Signs that stand where others have boxes. */
export const SIGNS: ReadonlySet<string> = new Set(['✅', '❌', '⚠', '🚧', '⏳', '🔄', '🎯', '📋', '🔜', '⏸']);

/** Sets of marks: what is read in one is written in it. The first that holds a mark is its set. */
const MARK_SETS: readonly Readonly<Partial<Record<Status, string>>>[] = [
  { todo: ' ', done: 'x', 'in-progress': '/', cancelled: '-', deferred: '>' },
  { todo: '☐', done: '☑', cancelled: '☒' },
  { todo: '⬜', done: '✔' },
  { todo: '❌', done: '✅', 'in-progress': '🚧', deferred: '⏸' },
];
/** Marks that a set knows, but doesn't write. */
const OTHER_MARKS: readonly string[] = ['X~!?', '', '✓', [...SIGNS].join('')];

const setOf = (mark: string): number =>
  MARK_SETS.findIndex(
    (marks, index) => Object.values(marks).includes(mark) || OTHER_MARKS[index]?.includes(mark),
  );

/** Whether two marks belong to one set. */
export const areAlike = (one: string, other: string): boolean => setOf(one) === setOf(other);

/** The status of a box; `undefined` for a mark that is none. */
export const statusOfMark = (mark: string): Status | undefined => BOX_MARKS[mark];

/** What replaces a mark when the status changes, in the same set of marks; `undefined` where the set has none for it. */
export const markFor = (status: Status, mark: string): string | undefined => MARK_SETS[setOf(mark)]?.[status];
