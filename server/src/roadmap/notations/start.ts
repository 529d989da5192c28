import type { Notation } from './notation.ts';
import { readDate, writePeriod } from './dates.ts';

/** From when an item can be worked on. */
export const start: Notation<'start'> = {
  field: 'start',
  labels: {
    en: ['start', 'start date', 'starts', 'scheduled'],
    de: ['start', 'beginn'],
    fr: ['début', 'date de début'],
    es: ['inicio', 'fecha de inicio'],
    pt: ['início', 'data de início'],
    sv: ['startdatum'],
    ru: ['начало'],
    uk: ['початок'],
    zh: ['开始日期', '开始时间'],
    ja: ['開始日'],
    ko: ['시작일'],
  },
  read: readDate,
  write: writePeriod,
  signs: [
    {
      id: 'emoji-start',
      example: 'Ship the gateway 🛫 2025-08-05',
      marks: '🛫',
      pattern: /🛫\ufe0f?\s*(?<value>\d{4}-\d{2}-\d{2})/du,
      leads: true,
      read: readDate,
    },
    {
      id: 'emoji-scheduled',
      example: 'Ship the gateway ⏳ 2025-08-05',
      marks: '⏳',
      pattern: /⏳\ufe0f?\s*(?<value>\d{4}-\d{2}-\d{2})/du,
      leads: true,
      read: readDate,
    },
  ],
};
