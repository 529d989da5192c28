/**
 * Words that dates are made of, by language: data, so that another language is one more entry. Entries are patterns
 * whose groups don't nest; a space stands for any white space.
 */
import type { Unit } from './period.ts';

type Words = Readonly<Record<string, string>>;

/** The letters that words are made of which have spaces around them. */
export const LETTER = 'A-Za-zÀ-ɏͰ-ԯ';
/** Nothing of another word or number right before or behind. */
export const WORD_START = `(?<![${LETTER}\\d])`;
export const WORD_END = `(?![${LETTER}\\d])`;

/** Any of the words of all languages, the longest first. */
export function anyOf(...lists: readonly Words[]): string {
  const words = lists.flatMap((byLanguage) => Object.values(byLanguage)).join('|');
  return [...new Set(words.split(/\|(?![^(]*\))/u))]
    .sort((a, b) => b.length - a.length)
    .join('|')
    .replace(/ \?/g, '\\s?')
    .replace(/ /g, '\\s+');
}

/** Which entry of a table a text that was found by `anyOf` belongs to. */
export function entryOf<T>(table: readonly (readonly [T, Words])[]): (text: string) => T | undefined {
  const compiled = table.map(([value, words]) => [value, new RegExp(`^(?:${anyOf(words)})$`, 'iu')] as const);
  return (text) => compiled.find(([, pattern]) => pattern.test(text))?.[0];
}

/** Units of time as they follow or precede a number: "2 weeks", "Week 2". */
const UNITS: readonly (readonly [Unit | 'hour', Words])[] = [
  [
    'hour',
    {
      en: 'hours?|hrs?|h',
      de: 'stunden?|std',
      fr: 'heures?',
      es: 'horas?',
      sv: 'timm(?:e|ar)',
      ru: 'час(?:а|ов)?',
      uk: 'годин(?:а|и|у)?',
      zh: '小时|小時',
      ja: '時間',
      ko: '시간',
    },
  ],
  [
    'day',
    {
      en: 'days?',
      de: 'tage?n?',
      fr: 'jours?',
      es: 'días?',
      pt: 'dias?',
      sv: 'dag(?:ar)?',
      ru: 'день|дн(?:я|ей|и)',
      uk: 'дн(?:і|ів)',
      zh: '天|日',
      ko: '일',
    },
  ],
  [
    'week',
    {
      en: 'weeks?|wks?',
      de: 'wochen?',
      fr: 'semaines?',
      es: 'semanas?',
      sv: 'veck(?:an?|or)',
      ru: 'недел[яиюье]',
      uk: 'тиж(?:день|ні|нів|ня)',
      zh: '周|週|星期',
      ja: '週間',
      ko: '주일?',
    },
  ],
  [
    'month',
    {
      en: 'months?',
      de: 'monate?[ns]?',
      fr: 'mois',
      es: 'mes(?:es)?',
      pt: 'mês',
      sv: 'månad(?:er|en)?',
      ru: 'месяц(?:[аеы]|ев)?',
      uk: 'місяц(?:ь|і|я|ів)',
      zh: '个月|個月|月',
      ja: 'ヶ月|か月|カ月',
      ko: '개월|[달월]',
    },
  ],
  [
    'quarter',
    {
      en: 'quarters?',
      de: 'quartale?[ns]?',
      fr: 'trimestres?',
      sv: 'kvartal(?:et)?',
      ru: 'квартал(?:[ауе]|ов)?',
      uk: 'квартал(?:и|ів)',
      zh: '个季度|個季度|季度?',
      ja: '四半期',
      ko: '분기',
    },
  ],
  [
    'year',
    {
      en: 'years?|yrs?',
      de: 'jahre?[ns]?',
      fr: 'ans?|années?',
      es: 'años?',
      pt: 'anos?',
      sv: 'år(?:et)?',
      ru: 'год[ау]?|лет',
      uk: 'р(?:ік|оки|оків|оку)',
      zh: '年',
      ko: '[년연해]',
    },
  ],
];
export const UNIT = anyOf(...UNITS.map(([, words]) => words));
export const unitOf = entryOf(UNITS);
/** Units that plans number. */
export const COUNTED_UNIT = anyOf(
  ...UNITS.filter(([unit]) => unit === 'day' || unit === 'week' || unit === 'month').map(
    ([, words]) => words,
  ),
);

/** Thirds of a period, as they are said before it. */
const PARTS: readonly (readonly [0 | 1 | 2, Words])[] = [
  [
    0,
    {
      en: 'early|beginning of|start of',
      de: 'anfang',
      fr: 'début',
      es: 'principios|inicios|comienzos',
      pt: 'in[ií]cio|começo',
      sv: 'början av',
      ru: 'начал[оеау]',
      uk: 'почат(?:ок|ку)',
    },
  ],
  [
    1,
    {
      en: 'mid|middle of',
      de: 'mitte',
      fr: 'mi|milieu',
      es: 'mediados',
      pt: 'meados',
      sv: 'mitten av',
      ru: 'середин[аеыу]',
      uk: 'середин[аиіу]',
    },
  ],
  [
    2,
    {
      en: 'late|end of|the end of',
      de: 'ende',
      fr: 'fin',
      es: 'finales|final',
      pt: 'fim|finais',
      sv: 'slutet av',
      ru: 'кон(?:ец|це|цу|ца)',
      uk: 'кін(?:ець|ці|ця)',
    },
  ],
];
/** A third before its period, with what joins them: "mid-", "finales de ". */
export const PART = `(?<part>${anyOf(...PARTS.map(([, words]) => words))})(?:\\s+(?:the|this|de|du|do|da|des|der|del|la)(?=\\s))*(?:\\s+(?:d['’]|l['’])?|-)`;
export const partOf = entryOf(PARTS);

/** Thirds as Chinese, Japanese and Korean say them: behind the period. */
const PARTS_BEHIND: readonly (readonly [0 | 1 | 2, Words])[] = [
  [0, { zh: '初|上旬', ko: '초순?|상순' }],
  [1, { zh: '中旬', ko: '중순' }],
  [2, { zh: '末|底|下旬', ko: '말|하순' }],
];
export const PART_BEHIND = `\\s?(?<part>${anyOf(...PARTS_BEHIND.map(([, words]) => words))})`;
export const partBehindOf = entryOf(PARTS_BEHIND);

/** Numbers of quarters and halves, in the ways in which they are written. */
export const NUMERALS: readonly (readonly string[])[] = [
  ['1', '2', '3', '4'],
  ['I', 'II', 'III', 'IV'],
  ['first', 'second', 'third', 'fourth'],
  ['一', '二', '三', '四'],
  ['上', '下'],
  ['상', '하'],
];

/** The number that a numeral names, from 1; 0 for none. */
export function numeral(text: string): number {
  for (const numbers of NUMERALS) {
    const index = numbers.findIndex((name) => name.toLowerCase() === text.toLowerCase());
    if (index >= 0) return index + 1;
  }
  return 0;
}

/** Before a unit: the one that the day lies in, and the one after it. A unit may also be followed by "next". */
export const THIS = anyOf({
  en: 'this|(?:the )?current',
  de: 'diese[rnms]?',
  fr: 'ce(?:tte)?',
  es: 'n?est[ea]',
  sv: '(?:den )?här|denna|detta|i',
  ru: '(?:на |в )?(?:эт[а-я]+|текущ[а-я]+)',
  uk: 'ц(?:ей|ього|ьому)',
});
export const NEXT = anyOf({
  en: '(?:the )?(?:next|following|coming)',
  de: '(?:nächste|kommende)[rnms]?',
  fr: 'prochaine?',
  es: '(?:el |la |o )?próxim[oa]',
  sv: 'nästa|kommande',
  ru: '(?:на |в )?следующ[а-я]+',
  uk: 'наступн[а-яії]+',
});
export const NEXT_BEHIND = anyOf({ fr: 'prochaine?', es: 'que viene', pt: 'que vem' });
/** The same where nothing stands between words. */
export const CJK_THIS = '本|这个?|這個?|今|이번|금';
export const CJK_NEXT = '下个?|下個?|来|來|明|다음|차|내';
export const CJK_UNIT = '周|週|月|季度?|四半期|年|주|달|분기|해|월|연|년';

/** Periods that have a word of their own: how many units on, and which third. */
const RELATIVE: readonly (readonly [{ unit: Unit; offset: 0 | 1; part?: 2 }, Words])[] = [
  [
    { unit: 'day', offset: 0 },
    {
      en: 'today|eod|end of (?:the )?day',
      de: 'heute',
      fr: "aujourd['’]hui",
      es: 'hoy',
      pt: 'hoje',
      sv: 'i ?dag',
      ru: 'сегодня',
      uk: 'сьогодні',
      zh: '今天',
      ja: '今日|本日',
      ko: '오늘',
    },
  ],
  [
    { unit: 'day', offset: 1 },
    {
      en: 'tomorrow',
      de: 'morgen',
      fr: 'demain',
      es: 'mañana',
      pt: 'amanhã',
      sv: 'i ?morgon',
      ru: 'завтра',
      zh: '明天',
      ja: '明日',
      ko: '내일',
    },
  ],
  [{ unit: 'year', offset: 0 }, { ko: '올해' }],
  [{ unit: 'week', offset: 0, part: 2 }, { en: 'eow' }],
  [
    { unit: 'month', offset: 0, part: 2 },
    { en: 'eom', de: 'monatsende' },
  ],
  [
    { unit: 'quarter', offset: 0, part: 2 },
    { en: 'eoq', de: 'quartalsende' },
  ],
  [
    { unit: 'year', offset: 0, part: 2 },
    { en: 'eoy', de: 'jahresende' },
  ],
];
export const RELATIVE_WORDS = anyOf(...RELATIVE.map(([, words]) => words));
export const relativeOf = entryOf(RELATIVE);

/** Words that may stand between a label and its date. */
export const LEADING_WORDS = anyOf({
  en: 'by|before|until|till|on|est\\.?|estimated|target(?:ed)?(?: for)?|complete by|expected|planned(?: for)?|is|the|around|about|approx\\.?|ca\\.?|no later than',
  de: 'bis|vor|spätestens|am|zum|etwa',
  fr: "avant|d['’]ici|au plus tard|pour|le|vers",
  es: 'antes de(?:l)?|hasta|para|el|a|hacia',
  pt: 'até|antes de|em|o|no',
  sv: 'före|senast|innan|till|den',
  ru: 'до|к|не позднее|в',
  uk: 'до|не пізніше',
});
/** Words before a range. */
export const RANGE_WORDS = anyOf({
  en: 'from|between',
  de: 'vom|von|ab',
  fr: 'du|de',
  es: 'del',
  sv: 'från',
  ru: 'с|от',
  uk: 'з|від',
});
export const WEEKDAYS = anyOf({
  en: '(?:mon|tues?|wednes|thurs?|fri|satur|sun)day|mon|tue|wed|thu|fri|sat|sun',
  de: '(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|mo|di|mi|do|fr|sa|so',
  fr: '(?:lun|mar|mercre|jeu|vendre|same)di|dimanche',
  es: 'lunes|martes|miércoles|jueves|viernes',
});
/** What stands between the two ends of a range. */
export const TO = `(?:\\s*(?:[~～〜–—→‑-]|->|至|到)\\s*|\\s+(?:${anyOf({
  en: 'to|until|till|through',
  de: 'bis',
  fr: 'au?|à',
  es: 'al?|hasta',
  pt: 'até',
  sv: 'till',
  ru: 'до|по',
})})\\s+)`;
