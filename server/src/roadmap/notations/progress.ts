import type { Notation, ReadResult } from './notation.ts';

function read(text: string): ReadResult<number> {
  const match = /^[^\p{L}\d]*(?<number>\d{1,3})\s?[%％]/u.exec(text);
  const number = match?.groups?.['number'];
  if (!match || number === undefined || Number(number) > 100) return undefined;
  const start = match[0].lastIndexOf(number);
  return { value: Number(number), start, end: match[0].length };
}

/** How much of it is done, in per cent. */
export const progress: Notation<'progress'> = {
  field: 'progress',
  labels: {
    en: ['progress', 'completion', 'complete', 'done'],
    de: ['fortschritt'],
    fr: ['avancement', 'progression', 'progrès'],
    es: ['progreso', 'avance'],
    pt: ['progresso', 'andamento'],
    sv: ['framsteg'],
    ru: ['прогресс'],
    uk: ['прогрес'],
    zh: ['进度', '完成度'],
    ja: ['進捗', '進捗率'],
    ko: ['진행률', '진척도'],
  },
  read,
  write: (value, { text }) => `${value}${/\s?[%％]$/u.exec(text)?.[0] ?? '%'}`,
  signs: [
    {
      id: 'progress-in-parentheses',
      example: 'Ship the gateway (40%)',
      marks: '(',
      pattern: /\((?<value>\d{1,3}\s?[%％])(?:\s(?:done|complete|completed|implemented|finished))?\)/diu,
      read,
    },
  ],
};
