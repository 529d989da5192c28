import type { Notation } from './notation.ts';

/** An id is one word. */
const ID = /^[*_`]*(?<id>#?[\p{L}\d][\p{L}\d_.-]{0,29})(?=[\s*_`,;)\]}]|$)/u;
/** Standards and algorithms look like ids of work, but are none. */
const NO_ID = /^(?:SHA|UTF|ISO|ADR|RFC|AES|MD|HTTP|TLS|CVE|COVID|GPT|WCAG|P)-/u;

/** What the document calls the item, so that others can depend on it. */
export const id: Notation<'id'> = {
  field: 'id',
  labels: {
    en: ['id', 'task id', 'item id', 'ticket', 'key'],
    ru: ['номер'],
    zh: ['编号', '任务编号'],
    ja: ['番号'],
    ko: ['번호'],
  },
  read(text) {
    const value = ID.exec(text)?.groups?.['id'];
    // A word without a figure is a name, not an id.
    if (value === undefined || !/\d/u.test(value)) return undefined;
    const start = text.indexOf(value);
    return { value, start, end: start + value.length };
  },
  write: (value) => value,
  signs: [
    {
      id: 'emoji-id',
      example: 'Ship the gateway 🆔 a1b2c3',
      marks: '🆔',
      pattern: /🆔\ufe0f?\s*(?<value>[\w-]+)/du,
      leads: true,
      read: (value) => ({ value, start: 0, end: value.length }),
    },
    {
      id: 'id-in-front',
      example: 'TASK-7: Ship the gateway',
      marks: '-',
      inTitle: true,
      pattern: /^[^\p{L}\p{N}]*(?<value>[A-Z][A-Z0-9]{0,9}-\d+(?:\.\d+)*)(?![\p{L}\d])/du,
      read: (value) => (NO_ID.test(value) ? undefined : { value, start: 0, end: value.length }),
    },
  ],
};
