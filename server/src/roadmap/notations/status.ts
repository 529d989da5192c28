import type { Status } from '../model.ts';
import type { Notation, ReadResult } from './notation.ts';

/** Words and emoji of a status, in the order in which they are tried: "not started" must come before "started". */
const WORDS: readonly (readonly [Status, RegExp])[] = [
  [
    'todo',
    /^(?:not[\s-]?(?:yet[\s-])?(?:started|done|implemented|begun)|todo|to[\s-]do|open|planned|pending|backlog|proposed|new|offen|geplant|à faire|pendiente|pendente|planerad|запланировано|заплановано|待办|未开始|计划中|未着手|예정|⬜|☐|📋)/iu,
  ],
  [
    'in-progress',
    /^(?:in[\s-]?(?:progress|review|development|testing)|wip|doing|started|ongoing|current|partial(?:ly)?|active|in arbeit|en cours|en (?:curso|progreso)|em (?:andamento|progresso)|pågår|в (?:работе|процессе|роботі)|进行中|進行中|진행|🚧|🔄|⏳|⚠|:warning:|:construction:)/iu,
  ],
  [
    'cancelled',
    /^(?:cancell?ed|dropped|abandoned|wont[\s-]?do|won't (?:do|fix)|rejected|declined|obsolete|verworfen|annulée?|cancelad[oa]|avbruten|отменено|скасовано|已取消|中止|취소|❌)/iu,
  ],
  [
    'deferred',
    /^(?:deferred|postponed|on[\s-]hold|paused|parked|later|verschoben|reportée?|aplazado|adiado|отложено|відкладено|推迟|延期|보류)/iu,
  ],
  [
    'blocked',
    /^(?:blocked|waiting|stuck|blockiert|bloquée?|bloqueado|blockerad|заблокировано|заблоковано|阻塞|ブロック|🚫|⛔)/iu,
  ],
  [
    'done',
    /^(?:done|completed?|implemented|finished|shipped|released|delivered|closed|fixed|resolved|merged|live|erledigt|fertig|abgeschlossen|terminée?|faite?|hecho|completad[oa]|terminado|conclu[ií]d[oa]|feito|klar|slutförd|готово|сделано|выполнено|завершено|виконано|зроблено|已完成|完成|完了|完毕|완료|✅|✔|☑|:white_check_mark:)/iu,
  ],
];

/** The status that a text begins with, past emoji and marks that say nothing. */
export function readStatus(text: string): ReadResult<Status> {
  for (const start of new Set([0, /^(?:[^\p{L}\p{N}:]|:[a-z_]+:)*/u.exec(text)?.[0].length ?? 0])) {
    const rest = text.slice(start);
    // A word decides before an emoji does, so the emoji is tried last.
    for (const [status, pattern] of start === 0 && /^\P{L}/u.test(rest) ? [] : WORDS) {
      const match = pattern.exec(rest);
      if (
        match &&
        !/^[\p{L}\p{N}]/u.test(/\p{Script=Latin}$/u.test(match[0]) ? rest.slice(match[0].length) : '')
      )
        return { value: status, start, end: start + match[0].length };
    }
  }
  for (const [status, pattern] of WORDS) {
    const match = pattern.exec(text);
    // Words were tried above, as whole words.
    if (match && !/^\p{L}/u.test(match[0])) return { value: status, start: 0, end: match[0].length };
  }
  return undefined;
}

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
    return /\[[ xX]\]/.test(text) ? undefined : readStatus(text.replace(/^[*_]+/u, ''));
  },
  signs: [
    {
      pattern:
        /\s*[*_]{0,2}\((?<value>implemented|done|completed?|finished|shipped|released|resolved|fixed|merged|closed|hecho|erledigt|fait|feito|not done|in progress|wip|current|blocked|on hold|deferred|postponed|cancell?ed|planned|已完成|进行中|完了|готово)\)[*_]{0,2}(?=\s*(?:$|[-–—|·,;([{*_@#]|\p{Extended_Pictographic}))/diu,
      read: readStatus,
    },
    {
      pattern:
        /\s+[-–—]\s+(?:✅\s*)?(?:\*\*|__)?(?<value>DONE|COMPLETED?|IMPLEMENTED|FINISHED|SHIPPED|WIP|IN PROGRESS|BLOCKED|CANCELL?ED|DEFERRED|NOT STARTED|[Dd]one|[Cc]ompleted|[Ii]mplemented|[Ii]n [Pp]rogress)(?:\*\*|__)?[!.]?(?=\s*(?:$|\s[-–—|·]\s|[([{*_]|\p{Extended_Pictographic}))/du,
      read: readStatus,
    },
    {
      pattern:
        /\s(?:✅|⏳|🚧|🔄|❌|⬜)\s*(?<value>DONE|COMPLETED?|IN PROGRESS|NOT STARTED|BLOCKED|PLANNED)\s*$/diu,
      read: readStatus,
    },
  ],
};

/** Marks inside a box, `[x]`, and marks that stand for a whole box. */
const BOX_MARKS: Readonly<Record<string, Status>> = {
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
};

/** Signs that stand where others have boxes. */
const SIGNS: ReadonlySet<string> = new Set(['✅', '❌', '⚠', '🚧', '⏳', '🔄']);

/** The status of a box; `undefined` for a mark that is none. */
export const statusOfMark = (mark: string): Status | undefined => BOX_MARKS[mark];

/** What replaces a mark when the item is done or to do again, in the same set of marks. */
export function markFor(done: boolean, mark: string): string {
  if (mark === '☐' || mark === '☑' || mark === '☒') return done ? '☑' : '☐';
  if (mark === '⬜' || mark === '✔' || mark === '✓') return done ? '✔' : '⬜';
  if (SIGNS.has(mark)) return done ? '✅' : '❌';
  return done ? 'x' : ' ';
}
