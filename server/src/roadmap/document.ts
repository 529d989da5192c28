import type { Root } from 'mdast';
import { partsOf, type CivilDate } from './dates/civil.ts';
import { findCalendarDate, type DateContext } from './dates/formats.ts';
import { yearNamedIn } from './dates/horizons.ts';
import { linesOf, spanOf, type Line } from './markdown/mask.ts';
import type { DocumentFields, InvalidDate, Span, Stated } from './model.ts';
import type { Period } from './dates/period.ts';
import { COUNTED_UNIT, TO, unitOf } from './dates/words.ts';
import { readDate } from './notations/dates.ts';
import { findLabels, labelSearch, normalizeLabel } from './notations/labels.ts';
import type { Labels } from './notations/notation.ts';

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

/** What a document says of itself, and what the dates in it are read against. */
export interface DocumentReading {
  readonly fields: DocumentFields;
  readonly invalid: readonly InvalidDate[];
  readonly context: DateContext;
  /** Where the front matter stands; empty without one. */
  readonly matter: Span;
}

/** The document's own dates, wherever they stand outside of code: people put them at the top or at the end. */
export function readDocument(masked: string, root: Root): DocumentReading {
  const matter = frontMatter(masked);
  const headings = root.children.flatMap((node) =>
    node.type === 'heading' && spanOf(node).start >= matter.end
      ? masked.slice(spanOf(node).start, spanOf(node).end)
      : [],
  );
  const titleYear = yearNamedIn(headings[0] ?? '');
  const dayFirst = readDayFirst(masked);
  const fields: Partial<Record<DocumentField, Stated<Period>>> = {};
  const others: Partial<Record<keyof typeof CONTEXT_LABELS, CivilDate>> = {};
  const invalid: InvalidDate[] = [];
  const own: DateContext = { year: titleYear, dayFirst };
  for (const { span, place } of blocks(root, matter))
    for (const line of linesOf(masked, span))
      for (const { label, start, valueStart, valueEnd, end, form } of findLabels(line.text, PATTERN)) {
        const field = BY_LABEL.get(label);
        if (field === undefined) continue;
        const read = readDate(line.text.slice(valueStart, valueEnd), own);
        if (!read) continue;
        if (field === 'start' || field === 'date') {
          const speaks = place === 'matter' || (field === 'start' && place === 'edge');
          if (speaks && 'value' in read) others[field] ??= read.value.start;
          continue;
        }
        if (fields[field] !== undefined) continue;
        const token = 'invalid' in read ? read.invalid : read;
        const at = spanIn(line, valueStart + token.start, valueStart + token.end);
        const text = line.text.slice(valueStart + token.start, valueStart + token.end);
        if ('invalid' in read) invalid.push({ text, span: at, candidates: read.invalid.candidates });
        else
          fields[field] = {
            value: read.value,
            text,
            span: at,
            whole: spanIn(line, start, end),
            placement: 'below',
            labelled: true,
            notation: form.id,
            ...(read.format === undefined ? {} : { format: read.format }),
          };
      }
  const reference = fields.lastUpdated?.value.end ?? others.date;
  const calendar: DateContext = { reference, dayFirst, year: yearOf(titleYear, reference, headings) };
  return { fields, invalid, matter, context: { ...calendar, ...readPlan(masked, calendar, others.start) } };
}

/** The lines between the dashes that a document may begin with; remark takes them for a rule and a heading. */
function frontMatter(text: string): Span {
  const found = /^\ufeff?---[ \t]*(?:\r\n|\n|\r)[^]*?(?:\r\n|\n|\r)(?:---|\.\.\.)[ \t]*(?=[\r\n]|$)/u.exec(
    text,
  );
  return { start: 0, end: found?.[0].length ?? 0 };
}

/** `edge`: beneath the title, or behind the last rule. */
type Place = 'matter' | 'edge' | 'within';

/** Where a document speaks of itself: paragraphs, quotes, and lists that stand before any work. */
function* blocks(root: Root, matter: Span): Iterable<{ span: Span; place: Place }> {
  if (matter.end > 0) yield { span: matter, place: 'matter' };
  const nodes = root.children.filter((node) => spanOf(node).start >= matter.end);
  const last = nodes.findLastIndex(({ type }) => type === 'thematicBreak' || type === 'heading');
  const hasFooter = nodes[last]?.type === 'thematicBreak';
  let headings = 0;
  for (const [index, node] of nodes.entries()) {
    if (node.type === 'heading') headings++;
    const place = headings <= 1 || (hasFooter && index > last) ? 'edge' : 'within';
    if (node.type === 'paragraph' || node.type === 'blockquote') yield { span: spanOf(node), place };
    // What stands beneath a bullet speaks of that bullet.
    if (node.type === 'list' && headings <= 1)
      for (const { children } of node.children)
        if (children[0]?.type === 'paragraph') yield { span: spanOf(children[0]), place };
  }
}

const SLASHED_DATE =
  /(?<![\d/.-])(?<first>\d{1,2})(?<separator>[-/])(?<second>\d{1,2})\k<separator>\d{4}(?![\d/-])/gu;

/** Whether the document writes 29/06/2025 or 6/29/2025; `undefined` where it writes neither or both. */
export function readDayFirst(text: string): boolean | undefined {
  const orders = new Set<boolean>();
  for (const { groups } of text.matchAll(SLASHED_DATE)) {
    const [first, second] = [Number(groups?.['first']), Number(groups?.['second'])];
    if (first > 12 !== second > 12) orders.add(first > 12);
  }
  const [order, ...others] = orders;
  return others.length > 0 ? undefined : order;
}

/**
 * The year that the document speaks of: its title's, where its own date doesn't contradict ("VS 2022 roadmap"), that
 * date's, or the one that most of its headings name.
 */
function yearOf(
  titled: number | undefined,
  reference: CivilDate | undefined,
  headings: readonly string[],
): number | undefined {
  const dated = reference === undefined ? undefined : partsOf(reference).year;
  if (titled !== undefined && (dated === undefined || Math.abs(dated - titled) <= 1)) return titled;
  if (dated !== undefined) return dated;
  const times = new Map<number, number>();
  for (const heading of headings)
    for (const year of new Set(heading.match(/(?<![\p{L}\d.:])20\d\d(?![\p{L}\d])/gu)))
      times.set(Number(year), (times.get(Number(year)) ?? 0) + 1);
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

/** When the plan begins: as it says, or as "Week 1 (Oct 20-26)" shows; and what it counts more than once. */
function readPlan(
  masked: string,
  calendar: DateContext,
  stated: CivilDate | undefined,
): Pick<DateContext, 'start' | 'renumbered'> {
  const starts = new Set<CivilDate>();
  const firsts: { unit: ReturnType<typeof unitOf>; isHeading: boolean }[] = [];
  for (const { groups = {} } of masked.matchAll(FIRST_UNIT)) {
    const unit = unitOf(groups['unit'] ?? groups['cjkUnit'] ?? '');
    firsts.push({ unit, isHeading: /[#*]{2}|^#/u.test(groups['lead'] ?? '') });
    const found = findCalendarDate((groups['rest'] ?? '').slice(0, 120), calendar);
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
