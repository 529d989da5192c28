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
const PLURAL = /^(?:min|minute|hr|hour|day|week|wk|month|person-?day|pt|point)s?$/iu;

/** With two decimals at most. */
const isShort = (amount: number): boolean => Math.abs(amount * 100 - Math.round(amount * 100)) < 1e-6;

/** The effort in the unit of a text that was read; in hours where the unit makes no short number. */
function writeEffort(value: Effort, { text }: Like): string {
  if (value.points !== undefined) return text.replace(/^\d+/u, String(value.points));
  if (value.size !== undefined) return inCaseOf(text, value.size);
  const { minHours = 0, maxHours = minHours } = value;
  const match = AMOUNT.exec(text);
  const unit = match?.groups?.['unit'] ?? 'hours';
  const perUnit = hours(unit) ?? 1;
  const [min, max] = [minHours / perUnit, maxHours / perUnit];
  if (![min, max].every(isShort)) return writeEffort(value, { text: '1 hours' });
  const separator = /\d(\s?(?:[-–—~]|to|bis|à|a)\s?)\d/iu.exec(text)?.[1] ?? '-';
  const comma = /\d,\d/u.test(text);
  const write = (amount: number): string =>
    String(Math.round(amount * 100) / 100).replace('.', comma ? ',' : '.');
  const amount = min === max ? write(max) : write(min) + separator + write(max);
  const before = match?.[0].match(/^[~≈<>]?\s?/u)?.[0] ?? '';
  const between = match?.[0].slice(0, -unit.length).match(/\+?\s?$/u)?.[0] ?? ' ';
  const singular = unit.replace(/(?<=\p{L}{2})s$/iu, '');
  const named = !PLURAL.test(unit)
    ? unit
    : max === 1
      ? singular
      : `${singular}${/\p{Ll}$/u.test(singular) ? 's' : 'S'}`;
  return before.trimStart() + amount + between + named;
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
    de: ['aufwand', 'schätzung', 'dauer'],
    fr: ['effort', 'estimation', 'durée'],
    es: ['esfuerzo', 'estimación', 'tiempo estimado', 'duración'],
    pt: ['esforço', 'estimativa', 'duração'],
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
      pattern: /(?:⏱|⏲|⌛|🕐|🕒)\ufe0f?\s*(?<value>~?\d[^()|]{0,20}?\p{L}+)(?=\s*(?:$|[()|]))/du,
      read: readEffort,
    },
    {
      id: 'effort-in-parentheses',
      example: 'Ship the gateway (2-3 days)',
      pattern:
        /[(（](?:est\.?:?\s)?(?<value>~?\d+(?:[.,]\d+)?(?:\s?[-–~]\s?\d+(?:[.,]\d+)?)?\s?(?:min(?:utes)?|h(?:ou)?rs?|h|days?|d|weeks?|w|months?|jours?|heures?|semaines?|días?|horas?|semanas?|dias?|tage?|stunden|wochen?|дн(?:я|ей|і)|недел[яиь]|час(?:а|ов)?|[天日周]|小时|時間|週間|일|시간|주))[)）]/diu,
      read: readEffort,
    },
    {
      id: 'tilde-effort',
      example: 'Ship the gateway ~2h',
      pattern:
        /\s(?<value>~\d+(?:\.\d+)?(?:\s?[-–]\s?\d+(?:\.\d+)?)?\s?(?:min|hrs?|hours?|days?|weeks?|months?|[mhdw]))(?=\s*(?:$|\(|[#@]|<!--|\p{Extended_Pictographic}|\w+:))/diu,
      read: readEffort,
    },
    {
      id: 'effort-behind-a-dash',
      example: 'Ship the gateway - 3 days',
      pattern:
        /\s[-–—]\s(?<value>~?\d+(?:\.\d+)?(?:\s?[-–]\s?\d+(?:\.\d+)?)?\s?(?:days?|hours?|hrs?|weeks?|months?|[hdw]))(?=\s*(?:$|\p{Extended_Pictographic}))/diu,
      read: readEffort,
    },
  ],
};
