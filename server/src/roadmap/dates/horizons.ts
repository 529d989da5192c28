/** What headings promise: when the work beneath them is due, and within which period it is planned. */
import { addTo, type CivilDate } from './civil.ts';
import type { DateContext } from './context.ts';
import { findDate } from './formats.ts';
import type { Period } from './period.ts';
import { anyOf, LETTER, UNIT, unitOf, WORD_END, WORD_START } from './words.ts';

/** Words that make a heading's date one of the past or of a report, not a promise. */
const REPORT = new RegExp(
  `${WORD_START}(?:${anyOf({
    en: 'last|updated|as of|since|completed|done|released|shipped|delivered|finished|implemented|created|generated|recent(?:ly)? (?:updates?|changes|commits|work|progress|activity)|current state|state of|changelog',
    de: 'stand|aktualisiert|seit|erledigt|abgeschlossen|veröffentlicht|erstellt|letzte[nrs]?',
    fr: 'mis(?:e)? à jour|depuis|terminée?s?|livrée?s?|publiée?s?|créée?s?|dernière?s?',
    es: 'actualizad[oa]s?|desde|completad[oa]s?|terminad[oa]s?|publicad[oa]s?|cread[oa]s?|últim[oa]s?',
    pt: 'atualizad[oa]s?|concluíd[oa]s?|lançad[oa]s?|criad[oa]s?',
    sv: 'uppdaterad|sedan|slutfört?|släppt?|skapad|senast',
    ru: '(?:обновл|заверш|выполн|выпущ|созда)[её]?н[а-я]*|последн[а-я]+',
    uk: '(?:оновл|заверш|викон|створ)[еа]н[а-яі]*|останн[а-яі]+',
  })})${WORD_END}|已完成|完成于|发布于|更新于|更新日|完了|作成日|완료|업데이트|작성일`,
  'iu',
);

const NUMBER_WORDS: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  twelve: 12,
  ein: 1,
  eine: 1,
  einem: 1,
  einer: 1,
  un: 1,
  une: 1,
  una: 1,
  um: 1,
  uma: 1,
  en: 1,
  ett: 1,
  一: 1,
  两: 2,
  兩: 2,
  二: 2,
  三: 3,
  四: 4,
  六: 6,
};
const AMOUNT = `(?<amount>\\d{1,3}|${Object.keys(NUMBER_WORDS)
  .sort((a, b) => b.length - a.length)
  .join('|')})`;
const UNIT_NAME = `(?<unit>${UNIT})`;
const UNIT_END = `(?![${LETTER}\\d])`;

/** "Within 2 weeks", "in the next 3 months", "dans 2 semaines", "2周内". */
const WITHIN: readonly RegExp[] = [
  `${WORD_START}(?:${anyOf({
    en: '(?:with)?in(?: the)?(?: next)?|(?:over )?(?:the )?next|(?:the )?coming',
    de: 'innerhalb(?: von| der nächsten)?|binnen|in(?: den nächsten)?|(?:die )?nächste[nr]?',
    fr: "d['’]ici|dans(?: les)?(?: prochaine?s)?|sous|(?:les )?prochaine?s",
    es: 'en(?: l[oa]s)?(?: próxim[oa]s)?|dentro de|próxim[oa]s?',
    pt: 'em',
    sv: 'inom|om|kommande|närmaste|nästa',
    ru: '(?:в )?(?:течение|ближайшие|следующие)|через',
    uk: 'через|протягом|(?:у |в )?(?:найближчі|наступні)',
  })})\\s+${AMOUNT}\\s*${UNIT_NAME}${UNIT_END}`,
  `${WORD_START}${AMOUNT}\\s+prochaine?s\\s+${UNIT_NAME}${UNIT_END}`,
  `${AMOUNT}\\s?(?:个|個)?${UNIT_NAME}\\s?(?:之内|以内|内|이내|안에)`,
].map((pattern) => new RegExp(pattern, 'iu'));

/** "0-3 months", "24–48 hours", "6 months". */
const DURATION = new RegExp(
  `${WORD_START}(?:(?<from>\\d{1,3})\\s?(?:[-–—~～]|to|bis|à|a)\\s?)?(?<to>\\d{1,3})\\s?${UNIT_NAME}${UNIT_END}`,
  'iu',
);
/** Words beside which a duration tells when; elsewhere it tells how long the work takes. */
const TERM = new RegExp(
  `${WORD_START}(?:${anyOf({
    en: '(?:short|near|medium|mid|long|longer)[- ]?term|immediate(?:ly)?|time horizon|(?:now|next|later)(?= ?[(:–—])',
    de: '(?:kurz|mittel|lang)-?fristig\\p{L}*|sofort',
    fr: '(?:court|moyen|long) terme|immédiat\\p{L}*',
    es: '(?:corto|mediano|medio|largo) plazo|inmediat[oa]s?',
    pt: '(?:curto|médio|longo) prazo|imediat[oa]s?',
    sv: '(?:kort|lång|medellång) sikt|(?:kort|lång)siktig\\p{L}*|omedelbart?',
    ru: '(?:кратко|средне|долго)срочн\\p{L}*|немедленн\\p{L}*|ближайш\\p{L}*',
    uk: '(?:коротко|середньо|довго)строков\\p{L}*|негайн\\p{L}*',
  })})|短期|近期|中期|长期|長期|立即|直近|단기|중기|장기|즉시`,
  'iu',
);

/** So many units on from a day; hours by the days that they take. */
function later(from: CivilDate, count: number, unitName: string): CivilDate | undefined {
  switch (unitOf(unitName)) {
    case 'hour':
      return addTo(from, { days: Math.ceil(count / 24) });
    case 'day':
      return addTo(from, { days: count });
    case 'week':
      return addTo(from, { weeks: count });
    case 'month':
      return addTo(from, { months: count });
    case 'quarter':
      return addTo(from, { months: 3 * count });
    case 'year':
      return addTo(from, { years: count });
    default:
      return undefined;
  }
}

const spanning = (start: CivilDate, end: CivilDate | undefined): Period | undefined =>
  end === undefined || end < start ? undefined : { start, end, precision: 'span' };

/** A stretch of time found in a text, and where it stands. */
export interface FoundSpan {
  readonly start: number;
  readonly end: number;
  readonly read: Period;
}

/**
 * The period that words such as "Within 2 Weeks" promise, counted from the document's own date. `undefined` without
 * such words, or without a date to count from.
 */
export function findWithin(text: string, { reference }: DateContext): FoundSpan | undefined {
  if (reference === undefined) return undefined;
  for (const pattern of WITHIN) {
    const match = pattern.exec(text);
    if (!match) continue;
    const { amount = '', unit = '' } = match.groups ?? {};
    const read = spanning(
      reference,
      later(reference, NUMBER_WORDS[amount.toLowerCase()] ?? Number(amount), unit),
    );
    if (read) return { start: match.index, end: match.index + match[0].length, read };
  }
  return undefined;
}

/** "Short-term (1-3 months)", "0-3 months": when, not how long. */
function readTerm(words: string, { reference }: DateContext): Period | undefined {
  const match = reference === undefined ? null : DURATION.exec(words);
  if (!match || reference === undefined) return undefined;
  const { from, to = '', unit = '' } = match.groups ?? {};
  const alone = !/[\p{L}\p{N}]/u.test(words.replace(match[0], ''));
  if (!(from === '0' || TERM.test(words) || (alone && from !== undefined))) return undefined;
  // "1-3 months" is the first of several such periods: it begins now.
  const start = Number(from ?? 0) <= 1 ? reference : later(reference, Number(from), unit);
  return start === undefined ? undefined : spanning(start, later(reference, Number(to), unit));
}

/** What a heading says of time. */
export interface HeadingDates {
  /** A date or a period of the calendar: what stands beneath is due with it. */
  readonly due?: Period;
  /** When the work is planned: that period, or a stretch of time such as "Within 1 Week". */
  readonly horizon?: Period;
}

/** Longer headings say no more of time. */
const LONGEST = 500;

/** `above`: titles of the sections around, the innermost first; a year in one of them holds for what lacks one. */
export function readHeading(title: string, context: DateContext, above: Iterable<string> = []): HeadingDates {
  const words = title.slice(0, LONGEST);
  const found = findDate(words, withYear(context, [words, ...above]));
  const due = found && 'start' in found.read && !REPORT.test(words) ? found.read : undefined;
  const horizon = findWithin(words, context)?.read ?? readTerm(words, context) ?? due;
  return { ...(due ? { due } : {}), ...(horizon ? { horizon } : {}) };
}

function withYear(context: DateContext, titles: readonly string[]): DateContext {
  for (const title of titles) {
    const year = yearNamedIn(title);
    if (year !== undefined) return { ...context, year };
  }
  return context;
}

/** The one year that a text names. */
export function yearNamedIn(text: string): number | undefined {
  if (!text.includes('20')) return undefined;
  const years = new Set(text.match(/(?<![\p{L}\d.:/#-])20\d\d(?![\d:/]|[.-]\d|\p{L})/gu));
  const [year, ...others] = years;
  return year === undefined || others.length > 0 ? undefined : Number(year);
}
