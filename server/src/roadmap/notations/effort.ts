import type { Effort } from '../model.ts';
import type { Notation, ReadResult } from './notation.ts';

/** Hours in a unit of work: days of 8, weeks of 5 days, months of 4 weeks. */
const UNITS: readonly (readonly [RegExp, number])[] = [
  [/^(?:m|min|mins|minutes?|minutos?|Minuten?)$/iu, 1 / 60],
  [/^(?:h|hrs?|hours?|std|stunden?|heures?|horas?|timmar|час\p{L}*|годин\p{L}*|小时|小時|時間|시간)$/iu, 1],
  [/^(?:d|days?|pd|person-?days?|tage?n?|jours?|días?|dias?|dagar|дн\p{L}*|день|天|日|일)$/iu, 8],
  [/^(?:w|wks?|weeks?|wochen?|semaines?|semanas?|veckor|недел\p{L}*|тиж\p{L}*|周|週間|週|주)$/iu, 40],
  [
    /^(?:mo|months?|monate?n?|mois|mes(?:es)?|mês|månader|месяц\p{L}*|місяц\p{L}*|个月|ヶ月|か月|개월)$/iu,
    160,
  ],
];
const AMOUNT =
  /(?<!\p{L})[~≈<>]?\s?(?<min>\d+(?:[.,]\d+)?)(?:\s?(?:[-–—~]|to|bis|à|a)\s?(?<max>\d+(?:[.,]\d+)?))?\+?\s?(?<unit>\p{L}+(?:-days?)?)(?![\p{L}\d])/iu;
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
  const size = SIZE.exec(text);
  return size ? { value: {}, start: 0, end: size[0].length } : undefined;
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
  signs: [
    {
      pattern:
        /\s[-–—]\s(?<value>~?\d+(?:\.\d+)?(?:\s?[-–]\s?\d+(?:\.\d+)?)?\s?(?:days?|hours?|hrs?|weeks?|months?|[hdw]))(?=\s*(?:$|\p{Extended_Pictographic}))/diu,
      read: readEffort,
    },
  ],
};
