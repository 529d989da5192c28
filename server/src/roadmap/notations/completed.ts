import type { Notation } from './notation.ts';
import { readDate, writePeriod } from './dates.ts';

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
  write: writePeriod,
  signs: [
    {
      id: 'emoji-completed',
      example: 'Ship the gateway ✅ 2025-08-05',
      marks: '✅',
      pattern: /✅\ufe0f?\s*(?<value>\d{4}-\d{2}-\d{2})/du,
      leads: true,
      read: readDate,
    },
    {
      id: 'completed-in-parentheses',
      example: 'Ship the gateway (shipped 2025-08-05)',
      marks: '(',
      pattern:
        /\((?:shipped|done|completed|finished|implemented|erledigt|terminado|fait|готово|已完成)[\s:]+(?<value>[^()]{4,20})\)/diu,
      read: readDate,
    },
    {
      id: 'todo.txt-completed',
      example: 'x 2025-08-05 Ship the gateway',
      marks: 'x',
      // todo.txt: the day of completion first, then perhaps the day of creation.
      pattern: /^x\s(?<value>\d{4}-\d{2}-\d{2})(?=\s)(?:\s\d{4}-\d{2}-\d{2}(?=\s))?/du,
      read: readDate,
    },
  ],
};
