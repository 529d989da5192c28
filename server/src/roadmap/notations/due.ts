import type { Notation } from './notation.ts';
import { readDate, writePeriod } from './dates.ts';

/** When an item shall be done. A label alone says little ("Target: ≥ 95 %"): without a date there is no due. */
export const due: Notation<'due'> = {
  field: 'due',
  labels: {
    en: [
      'due',
      'due date',
      'due by',
      'deadline',
      'target',
      'target date',
      'eta',
      'complete by',
      'timeline',
      'by',
    ],
    de: ['fällig', 'fällig am', 'frist', 'termin', 'zieldatum'],
    fr: ['échéance', 'date limite', 'date cible'],
    es: ['fecha límite', 'vencimiento', 'fecha objetivo', 'plazo'],
    pt: ['prazo', 'data limite', 'vencimento'],
    sv: ['förfaller', 'deadline', 'slutdatum'],
    ru: ['срок', 'дедлайн', 'крайний срок'],
    uk: ['термін', 'дедлайн'],
    zh: ['起止日期', '截止日期', '截止', '截止时间', '目标日期', '到期'],
    ja: ['期限', '期日', '締切', '締め切り'],
    ko: ['마감', '마감일', '기한'],
  },
  read: readDate,
  write: writePeriod,
  signs: [
    {
      id: 'emoji-date',
      example: 'Ship the gateway 📅 2025-08-05',
      marks: '📅📆🗓',
      pattern: /(?:📅|📆|🗓)\ufe0f?\s*(?<value>\d{4}-\d{2}-\d{2})/du,
      leads: true,
      read: readDate,
    },
    {
      id: 'at-date',
      example: 'Ship the gateway @{2025-08-05}',
      marks: '{',
      pattern: /(?:^|\s)@\{(?<value>\d{4}-\d{2}-\d{2})\}/du,
      read: readDate,
    },
  ],
};
