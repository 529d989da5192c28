import type { Effort } from '../model.ts';
import { inCaseOf } from './case.ts';
import type { Like, Notation, ReadResult } from './notation.ts';

/** Hours in a unit of work: days of 8, weeks of 5 days, months of 4 weeks. */
const UNITS: readonly (readonly [RegExp, number])[] = [
  [/^(?:m|min|mins|minutes?|minutos?|Minuten?)$/iu, 1 / 60],
  [
    /^(?:h|hrs?|hours?|std|stunden?|heures?|horas?|timmar|час\p{L}*|годин\p{L}*|小时|小時|人?時間|人时|시간)$/iu,
    1,
  ],
  [/^(?:d|days?|pd|person-?days?|tage?n?|jours?|días?|dias?|dagar|dag|дн\p{L}*|день|(?:人)?[天日]|일)$/iu, 8],
  [/^(?:w|wks?|weeks?|wochen?|semaines?|semanas?|veckor|недел\p{L}*|тиж\p{L}*|(?:人)?周|週間|週|주)$/iu, 40],
  [
    /^(?:mo|months?|monate?n?|mois|mes(?:es)?|mês|månader|месяц\p{L}*|місяц\p{L}*|个月|人月|ヶ月|か月|개월)$/iu,
    160,
  ],
];
const AMOUNT =
  /(?<!\p{L})[~≈<>]?\s?(?<min>\d+(?:[.,]\d+)?)(?:\s?(?:[-–—~]|to|bis|à|a)\s?(?<max>\d+(?:[.,]\d+)?))?\+?\s?(?<unit>\p{L}+(?:-days?)?)(?![\p{L}\d])/iu;
const STARS = /^(?:[⭐★☆]\ufe0f?)+/u;
/** Sizes without a number. */
const SIZE = /^(?:(?:very\s+)?(?:small|medium|large|high|low)|xs|s|m|l|xl|xxl|\d+\s*(?:points?|pts?|sp))\b/iu;

function hours(unit: string): number | undefined {
  return UNITS.find(([pattern]) => pattern.test(unit))?.[1];
}

const amount = (text: string): number => Number(text.replace(',', '.'));

function readEffort(text: string): ReadResult<Effort> {
  const match = AMOUNT.exec(text);
  const groups = match?.groups;
  const unit = groups && hours(groups['unit'] ?? '');
  if (match && groups && unit !== undefined && match.index <= 24) {
    const minHours = amount(groups['min'] ?? '') * unit;
    const value: Effort = {
      minHours,
      maxHours: groups['max'] === undefined ? minHours : amount(groups['max']) * unit,
    };
    const start = match.index + (/^\s*/u.exec(match[0])?.[0].length ?? 0);
    return { value, start, end: match.index + match[0].length };
  }
  const size = SIZE.exec(text)?.[0] ?? STARS.exec(text)?.[0];
  if (size === undefined) return undefined;
  const points = /^\d+/u.exec(size)?.[0];
  const value = points === undefined ? { size: size.toLowerCase() } : { points: Number(points) };
  return { value, start: 0, end: size.length };
}

/** Units that an English text writes with an s where there are several of them. */
const PLURAL = /^(?:minute|hour|day|week|month|person-?day)s?$|^(?:min|hr|wk)s$/iu;

/** The effort in the manner of a text that was read. */
function writeEffort(value: Effort, { text, read }: Like<Effort>): string {
  if (value.points !== undefined) {
    const unit = read?.points === undefined ? ' points' : text.replace(/^\d+/u, '');
    return `${value.points}${unit}`;
  }
  if (value.size !== undefined) return inCaseOf(text, value.size);
  const bare = /^[~≈]?(?<min>\d+(?:[.,]\d+)?)(?:\s?[-–]\s?\d+(?:[.,]\d+)?)?$/u.exec(text)?.groups?.['min'];
  const unit = AMOUNT.exec(text)?.groups?.['unit'];
  if (bare === undefined && unit === undefined) return writeEffort(value, { text: '1 hours' });
  // A bare number has its unit from elsewhere: the head of its column.
  const own = bare === undefined ? hours(unit ?? '') : (read?.minHours ?? amount(bare)) / amount(bare);
  const isShort = (unit: number): boolean =>
    [value.minHours ?? 0, value.maxHours ?? 0].every((amount) => isWhole((amount / unit) * 100));
  if (own !== undefined && isShort(own))
    return writeAmount(value, text, own, bare === undefined ? (unit ?? '') : '');
  const [name, size] = isShort(1) ? ['hours', 1] : ['minutes', 1 / 60];
  return writeAmount(value, text, size, /\d\p{L}/u.test(text) ? name.charAt(0) : name);
}

/** A number of an amount is written with two decimals at most. */
const isWhole = (number: number): boolean => Math.abs(number - Math.round(number)) < 1e-6;

/** Minimum and maximum in a unit of so many hours; marks and spaces as the sample has them. */
function writeAmount(
  { minHours = 0, maxHours = minHours }: Effort,
  sample: string,
  unit: number,
  name: string,
): string {
  const separator = /\d(\s?(?:[-–—~]|to|bis|à|a)\s?)\d/iu.exec(sample)?.[1] ?? '-';
  const comma = /\d,\d/u.test(sample);
  const write = (hours: number): string =>
    String(Math.round((hours / unit) * 100) / 100).replace('.', comma ? ',' : '.');
  const before = /^[~≈<>]?\s?/u.exec(sample)?.[0] ?? '';
  const between = /\d(\+?\s?)\p{L}/u.exec(sample)?.[1] ?? '';
  const range = minHours === maxHours ? write(maxHours) : write(minHours) + separator + write(maxHours);
  return before + range + between + inNumber(name, maxHours / unit);
}

/** The unit's name for one or for several of it. */
function inNumber(name: string, amount: number): string {
  if (!PLURAL.test(name)) return name;
  const singular = name.replace(/(?<=\p{L}{2})s$/iu, '');
  return amount === 1 ? singular : `${singular}${/\p{Ll}$/u.test(singular) ? 's' : 'S'}`;
}

/** How much work it is. */
export const effort: Notation<'effort'> = {
  field: 'effort',
  labels: {
    en: [
      'effort',
      'estimate',
      'estimated effort',
      'estimated time',
      'estimated duration',
      'estimation',
      'estimate plan',
      'duration',
      'eta',
      'timeline',
      'time estimate',
      'time',
      'est',
      'loe',
      'size',
      'complexity',
      'points',
      'story points',
    ],
    de: ['aufwand', 'schätzung', 'dauer', 'geschätzter aufwand'],
    fr: ['effort', 'estimation', 'durée', 'effort estimé', 'durée estimée'],
    es: ['esfuerzo', 'estimación', 'esfuerzo estimado', 'tiempo estimado', 'duración'],
    pt: ['esforço', 'estimativa', 'esforço estimado', 'duração'],
    sv: ['insats', 'uppskattning'],
    ru: ['оценка', 'трудозатраты', 'длительность'],
    uk: ['оцінка', 'трудовитрати'],
    zh: ['工作量', '预计时间', '预估时间', '工期'],
    ja: ['工数', '見積もり', '見積'],
    ko: ['공수', '예상 시간'],
  },
  read: readEffort,
  write: writeEffort,
  signs: [
    {
      id: 'emoji-effort',
      example: 'Ship the gateway ⏱️ 4-6 hours',
      marks: '⏱⏲⌛🕐🕒',
      pattern: /(?:⏱|⏲|⌛|🕐|🕒)\ufe0f?\s*(?<value>~?\d[^()|]{0,20}?\p{L}+)(?=\s*(?:$|[()|]))/du,
      leads: true,
      read: readEffort,
    },
    {
      id: 'effort-in-parentheses',
      example: 'Ship the gateway (2-3 days)',
      marks: '(（',
      pattern:
        /[(（](?:est\.?:?\s)?(?<value>~?\d+(?:[.,]\d+)?(?:\s?[-–~]\s?\d+(?:[.,]\d+)?)?\s?(?:min(?:utes)?|h(?:ou)?rs?|h|days?|d|weeks?|w|months?|jours?|heures?|semaines?|días?|horas?|semanas?|dias?|tage?|stunden|wochen?|дн(?:я|ей|і)|недел[яиь]|час(?:а|ов)?|[天日周]|小时|時間|週間|일|시간|주))[)）]/diu,
      read: readEffort,
    },
    {
      id: 'tilde-effort',
      example: 'Ship the gateway ~2h',
      marks: '~',
      pattern:
        /\s(?<value>~\d+(?:\.\d+)?(?:\s?[-–]\s?\d+(?:\.\d+)?)?\s?(?:min|hrs?|hours?|days?|weeks?|months?|[mhdw]))(?=\s*(?:$|\(|[#@]|<!--|\p{Extended_Pictographic}|\w+:))/diu,
      read: readEffort,
    },
    {
      id: 'effort-behind-a-dash',
      example: 'Ship the gateway - 3 days',
      marks: '-–—',
      pattern:
        /\s[-–—]\s(?<value>~?\d+(?:\.\d+)?(?:\s?[-–]\s?\d+(?:\.\d+)?)?\s?(?:days?|hours?|hrs?|weeks?|months?|[hdw]))(?=\s*(?:$|\p{Extended_Pictographic}))/diu,
      read: readEffort,
    },
  ],
};
