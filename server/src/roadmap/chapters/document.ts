import type { RootContent } from 'mdast';
import { partsOf, type CivilDate } from '../dates/civil.ts';
import { findCalendarDate, type DateContext } from '../dates/formats.ts';
import { yearNamedIn } from '../dates/horizons.ts';
import { linesOf, spanOf, type Line } from '../markdown/mask.ts';
import type { DocumentFields, InvalidDate, Span, Stated } from '../model.ts';
import type { Period } from '../dates/period.ts';
import { COUNTED_UNIT, TO, unitOf } from '../dates/words.ts';
import { readDate } from '../notations/dates.ts';
import { findLabels, labelSearch, normalizeLabel, type LabelledText } from '../notations/labels.ts';
import type { Labels } from '../notations/notation.ts';

type DocumentField = keyof DocumentFields;

/** What a document says of itself, by field and language. */
const LABELS: Readonly<Record<DocumentField, Labels>> = {
  lastUpdated: {
    en: ['last updated', 'last update', 'updated', 'last modified', 'last revised', 'last reviewed', 'as of'],
    de: ['stand', 'zuletzt aktualisiert', 'letzte aktualisierung'],
    fr: ['dernière mise à jour', 'mis à jour'],
    es: ['última actualización', 'actualizado'],
    pt: ['última atualização', 'atualizado'],
    sv: ['senast uppdaterad'],
    ru: ['последнее обновление', 'обновлено'],
    uk: ['останнє оновлення', 'оновлено'],
    zh: ['最后更新', '更新日期', '更新时间'],
    ja: ['最終更新', '最終更新日', '更新日'],
    ko: ['최종 업데이트', '마지막 업데이트', '업데이트'],
  },
  nextReview: {
    en: ['next review', 'next review date', 'next update', 'review date', 'review due'],
    de: ['nächste überprüfung', 'nächstes review'],
    fr: ['prochaine révision', 'prochaine revue'],
    es: ['próxima revisión'],
    pt: ['próxima revisão'],
    sv: ['nästa granskning'],
    ru: ['следующий пересмотр'],
    uk: ['наступний перегляд'],
    zh: ['下次审查', '下次评审', '下次更新'],
    ja: ['次回レビュー', '次回見直し'],
    ko: ['다음 검토'],
  },
};

/** When the plan begins; the front matter's own date. These are read against, and never shown. */
const CONTEXT_LABELS: Readonly<Record<'start' | 'date', Labels>> = {
  start: {
    en: ['start date', 'start', 'starts', 'project start', 'kick-off', 'kickoff', 'kick-off date', 'begins'],
    de: ['start', 'startdatum', 'projektstart', 'beginn', 'projektbeginn', 'auftakt'],
    fr: ['date de début', 'début', 'lancement', 'démarrage'],
    es: ['fecha de inicio', 'inicio'],
    pt: ['data de início', 'início'],
    sv: ['startdatum', 'projektstart'],
    ru: ['дата начала', 'начало', 'старт'],
    uk: ['дата початку', 'початок', 'старт'],
    zh: ['开始日期', '启动日期', '开始时间'],
    ja: ['開始日', 'キックオフ'],
    ko: ['시작일', '착수일'],
  },
  date: { en: ['date'] },
};
type Label = DocumentField | keyof typeof CONTEXT_LABELS;

const ALL_LABELS = { ...LABELS, ...CONTEXT_LABELS };
const PATTERN = labelSearch(Object.values(ALL_LABELS));
const BY_LABEL = new Map(
  (Object.entries(ALL_LABELS) as [Label, Labels][]).flatMap(([field, labels]) =>
    Object.values(labels)
      .flat()
      .map((label) => [normalizeLabel(label), field] as const),
  ),
);

/** What may be a statement of the document itself, in one of its chapters. */
interface Told {
  readonly field: Label;
  readonly line: Line;
  readonly found: LabelledText;
  /** How many headings stand before it in its chapter. */
  readonly headings: number;
  /** It stands behind the chapter's last rule, and no heading follows. */
  readonly isBehindRule: boolean;
  readonly isInList: boolean;
  readonly isInMatter: boolean;
}

/** A line that begins with the first day, week or month of a plan: its unit, and what it says besides. */
interface First {
  readonly unit: ReturnType<typeof unitOf>;
  readonly isHeading: boolean;
  readonly rest: string;
}

/** What a chapter contributes to the question what the document says of itself. */
export interface Sayings {
  readonly told: readonly Told[];
  /** The chapter's first heading. */
  readonly heading: string | undefined;
  readonly headings: number;
  /** The years that each of its headings names, where it names any. */
  readonly years: readonly (readonly number[])[];
  /** Whether slashed dates have the day first, for each that can be read in one way only. */
  readonly orders: readonly boolean[];
  readonly firsts: readonly First[];
}

/** What a chapter may say of its document. The front matter stands at the first chapter's beginning. */
export function sayingsOf(masked: string, nodes: readonly RootContent[], matter: Span): Sayings {
  const own = nodes.filter((node) => spanOf(node).start >= matter.end);
  const headings = own.flatMap((node) =>
    node.type === 'heading' ? masked.slice(spanOf(node).start, spanOf(node).end) : [],
  );
  const last = own.findLastIndex(({ type }) => type === 'thematicBreak' || type === 'heading');
  const hasFooter = own[last]?.type === 'thematicBreak';
  const told: Told[] = [];
  const tell = (span: Span, place: Omit<Told, 'field' | 'line' | 'found'>): void => {
    for (const line of linesOf(masked, span))
      for (const found of findLabels(line.text, PATTERN)) {
        const field = BY_LABEL.get(found.label);
        if (field !== undefined) told.push({ field, line, found, ...place });
      }
  };
  const elsewhere = { isBehindRule: false, isInList: false, isInMatter: false };
  if (matter.end > matter.start) tell(matter, { headings: 0, ...elsewhere, isInMatter: true });
  let before = 0;
  for (const [index, node] of own.entries()) {
    if (node.type === 'heading') before++;
    const place = { ...elsewhere, headings: before, isBehindRule: hasFooter && index > last };
    if (node.type === 'paragraph' || node.type === 'blockquote') tell(spanOf(node), place);
    // What stands beneath a bullet speaks of that bullet.
    if (node.type === 'list' && before <= 1)
      for (const { children } of node.children)
        if (children[0]?.type === 'paragraph') tell(spanOf(children[0]), { ...place, isInList: true });
  }
  return {
    told,
    heading: headings[0],
    headings: headings.length,
    years: headings.flatMap((heading) => {
      const years = [...new Set(heading.match(/(?<![\p{L}\d.:])20\d\d(?![\p{L}\d])/gu))].map(Number);
      return years.length > 0 ? [years] : [];
    }),
    orders: ordersOf(masked),
    firsts: firstsOf(masked),
  };
}

/** What a document says of itself, and what the dates in it are read against. */
export interface DocumentReading {
  /** With the chapter that each stands in. */
  readonly fields: Readonly<Partial<Record<DocumentField, { stated: Stated<Period>; chapter: number }>>>;
  readonly invalid: readonly { date: InvalidDate; chapter: number }[];
  readonly context: DateContext;
}

/** The document's own dates, wherever they stand outside of code: people put them at the top or at the end. */
export function readDocument(chapters: readonly Sayings[]): DocumentReading {
  const titleYear = yearNamedIn(chapters.find(({ heading }) => heading !== undefined)?.heading ?? '');
  const dayFirst = onlyOne(chapters.flatMap(({ orders }) => orders));
  const fields: Partial<Record<DocumentField, { stated: Stated<Period>; chapter: number }>> = {};
  const others: Partial<Record<keyof typeof CONTEXT_LABELS, CivilDate>> = {};
  const invalid: { date: InvalidDate; chapter: number }[] = [];
  const own: DateContext = { year: titleYear, dayFirst };
  let headings = 0;
  for (const [chapter, sayings] of chapters.entries()) {
    for (const told of sayings.told) {
      const { field, line, found } = told;
      const isAtEdge =
        headings + told.headings <= 1 || (told.isBehindRule && chapter === chapters.length - 1);
      if (told.isInList && headings + told.headings > 1) continue;
      const { start, valueStart, valueEnd, end, form } = found;
      if (field === 'start' || field === 'date') {
        const speaks = told.isInMatter || (field === 'start' && isAtEdge);
        const read = speaks && readDate(line.text.slice(valueStart, valueEnd), own);
        if (read && 'value' in read) others[field] ??= read.value.start;
        continue;
      }
      if (fields[field] !== undefined) continue;
      const read = readDate(line.text.slice(valueStart, valueEnd), own);
      if (!read) continue;
      const token = 'invalid' in read ? read.invalid : read;
      const span = spanIn(line, valueStart + token.start, valueStart + token.end);
      const text = line.text.slice(valueStart + token.start, valueStart + token.end);
      if ('invalid' in read)
        invalid.push({ chapter, date: { text, span, candidates: read.invalid.candidates } });
      else
        fields[field] = {
          chapter,
          stated: {
            value: read.value,
            text,
            span,
            whole: spanIn(line, start, end),
            placement: 'below',
            labelled: true,
            notation: form.id,
            ...(read.format === undefined ? {} : { format: read.format }),
          },
        };
    }
    headings += sayings.headings;
  }
  const reference = fields.lastUpdated?.stated.value.end ?? others.date;
  const calendar: DateContext = { reference, dayFirst, year: yearOf(titleYear, reference, chapters) };
  const firsts = chapters.flatMap((sayings) => sayings.firsts);
  return { fields, invalid, context: { ...calendar, ...readPlan(firsts, calendar, others.start) } };
}

/** The lines between the dashes that a document may begin with; the parser takes them for a rule and a heading. */
export function frontMatter(text: string): Span {
  const found = /^\ufeff?---[ \t]*(?:\r\n|\n|\r)[^]*?(?:\r\n|\n|\r)(?:---|\.\.\.)[ \t]*(?=[\r\n]|$)/u.exec(
    text,
  );
  return { start: 0, end: found?.[0].length ?? 0 };
}

const SLASHED_DATE =
  /(?<![\d/.-])(?<first>\d{1,2})(?<separator>[-/])(?<second>\d{1,2})\k<separator>\d{4}(?![\d/-])/gu;

function ordersOf(text: string): boolean[] {
  const orders = new Set<boolean>();
  for (const { groups } of text.matchAll(SLASHED_DATE)) {
    const [first, second] = [Number(groups?.['first']), Number(groups?.['second'])];
    if (first > 12 !== second > 12) orders.add(first > 12);
  }
  return [...orders];
}

function onlyOne<T>(values: readonly T[]): T | undefined {
  const [first, ...others] = new Set(values);
  return others.length > 0 ? undefined : first;
}

/** Whether the text writes 29/06/2025 or 6/29/2025; `undefined` where it writes neither or both. */
export const readDayFirst = (text: string): boolean | undefined => onlyOne(ordersOf(text));

/**
 * The year that the document speaks of: its title's, where its own date doesn't contradict ("VS 2022 roadmap"), that
 * date's, or the one that most of its headings name.
 */
function yearOf(
  titled: number | undefined,
  reference: CivilDate | undefined,
  chapters: readonly Sayings[],
): number | undefined {
  const dated = reference === undefined ? undefined : partsOf(reference).year;
  if (titled !== undefined && (dated === undefined || Math.abs(dated - titled) <= 1)) return titled;
  if (dated !== undefined) return dated;
  const times = new Map<number, number>();
  for (const { years } of chapters)
    for (const year of years.flat()) times.set(year, (times.get(year) ?? 0) + 1);
  const [first, second] = [...times].sort((a, b) => b[1] - a[1]);
  return first && first[1] > (second?.[1] ?? 0) ? first[0] : undefined;
}

/** A line that begins with the first day, week or month of a plan. */
const FIRST_UNIT = new RegExp(
  `^(?<lead>[^\\p{L}\\p{N}\\r\\n]*)(?:(?<unit>${COUNTED_UNIT})\\s*#?1(?:${TO}(?:${COUNTED_UNIT})?\\s*\\d{1,3})?|第\\s?[1一]\\s?(?<cjkUnit>天|周|週|个月|月))(?!\\d|\\.\\d)(?<rest>[^\\r\\n]*)`.replaceAll(
    '\\s',
    '[ \\t]',
  ),
  'gimu',
);

function firstsOf(masked: string): First[] {
  return Array.from(masked.matchAll(FIRST_UNIT), ({ groups = {} }) => ({
    unit: unitOf(groups['unit'] ?? groups['cjkUnit'] ?? ''),
    isHeading: /[#*]{2}|^#/u.test(groups['lead'] ?? ''),
    rest: (groups['rest'] ?? '').slice(0, 120),
  }));
}

/** When the plan begins: as it says, or as "Week 1 (Oct 20-26)" shows; and what it counts more than once. */
function readPlan(
  firsts: readonly First[],
  calendar: DateContext,
  stated: CivilDate | undefined,
): Pick<DateContext, 'start' | 'renumbered'> {
  const starts = new Set<CivilDate>();
  for (const { rest } of firsts) {
    const found = findCalendarDate(rest, calendar);
    if (found && 'start' in found.read) starts.add(found.read.start);
  }
  const start = stated ?? (starts.size === 1 ? [...starts][0] : undefined);
  if (start === undefined) return {};
  const renumbered = (['day', 'week', 'month'] as const).filter((unit) => {
    const same = firsts.filter((first) => first.unit === unit);
    const headings = same.filter(({ isHeading }) => isHeading);
    return (headings.length > 0 ? headings : same).length > 1;
  });
  return { start, renumbered };
}

const spanIn = (line: Line, from: number, to: number): Span => ({
  start: line.sourceOffset(from),
  end: line.sourceOffset(to),
});
