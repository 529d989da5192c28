import type { Root } from 'mdast';
import type { DateContext } from './dates/formats.ts';
import { linesOf, spanOf, type Line } from './markdown/mask.ts';
import type { DocumentFields, InvalidDate, Span, Stated } from './model.ts';
import type { Period } from './dates/period.ts';
import { readDate } from './notations/dates.ts';
import { findLabels, labelPattern, normalizeLabel } from './notations/labels.ts';
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

const PATTERN = labelPattern(Object.values(LABELS));
const BY_LABEL = new Map(
  (Object.entries(LABELS) as [DocumentField, Labels][]).flatMap(([field, labels]) =>
    Object.values(labels)
      .flat()
      .map((label) => [normalizeLabel(label), field] as const),
  ),
);

/** The document's own dates, wherever they stand outside of code: people put them at the top or at the end. */
export function readDocumentFields(
  masked: string,
  root: Root,
): { fields: DocumentFields; invalid: readonly InvalidDate[] } {
  const fields: Partial<Record<DocumentField, Stated<Period>>> = {};
  const invalid: InvalidDate[] = [];
  // Their own words give no year to the document's own dates.
  const context: DateContext = {};
  for (const span of blocks(root))
    for (const line of linesOf(masked, span))
      for (const { label, start, valueStart, valueEnd, end, form } of findLabels(line.text, PATTERN)) {
        const field = BY_LABEL.get(label);
        const read =
          field && fields[field] === undefined
            ? readDate(line.text.slice(valueStart, valueEnd), context)
            : undefined;
        if (!field || !read) continue;
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
  return { fields, invalid };
}

/** Where a document speaks of itself: paragraphs, quotes, and lists that stand before any work. */
function* blocks(root: Root): Iterable<Span> {
  let headings = 0;
  for (const node of root.children) {
    if (node.type === 'heading') headings++;
    if (node.type === 'paragraph' || node.type === 'blockquote' || (node.type === 'list' && headings <= 1))
      yield spanOf(node);
  }
}

const spanIn = (line: Line, from: number, to: number): Span => ({
  start: line.sourceOffset(from),
  end: line.sourceOffset(to),
});
