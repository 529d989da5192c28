import type { Notation } from './notation.ts';
import { readDate } from './dates.ts';

/** The day on which an item was done. */
export const completed: Notation<'completed'> = {
  field: 'completed',
  labels: {
    en: ['completed', 'completed on', 'completion date', 'completion', 'done', 'finished', 'shipped', 'cm'],
    de: ['erledigt', 'erledigt am', 'abgeschlossen'],
    fr: ['terminé', 'terminé le', 'fait le'],
    es: ['completado', 'terminado'],
    pt: ['concluído', 'concluído em'],
    sv: ['klar', 'slutfört'],
    ru: ['завершено', 'выполнено'],
    uk: ['завершено', 'виконано'],
    zh: ['完成日期', '完成时间', '完成于'],
    ja: ['完了日'],
    ko: ['완료일'],
  },
  read: readDate,
  signs: [
    { pattern: /✅\ufe0f?\s*(?<value>\d{4}-\d{2}-\d{2})/du, read: readDate },
    {
      pattern: /\((?:shipped|done|completed|finished|implemented|已完成)[\s:]+(?<value>[^()]{4,20})\)/diu,
      read: readDate,
    },
  ],
};
