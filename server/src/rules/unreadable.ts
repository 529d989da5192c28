import { count } from '../roadmap/wording.ts';
import type { Rule } from './rule.ts';

/** A place that was left out: nothing is known of what stands there, so nobody is told of what is overdue in it. */
export const unreadable: Rule = {
  id: 'unreadable',
  title: 'A part of the document that was not read',
  defaultSeverity: 'warning',
  tags: ['document'],
  checkDocument: (roadmap) =>
    roadmap.unreadable.map(({ span: { start, end }, reason }) => {
      // Not before it is needed: of an open document, it has to be put together.
      const { text } = roadmap;
      const line = /^[^\r\n]*/u.exec(text.slice(start, Math.min(start + LONGEST, end)))?.[0] ?? '';
      return {
        rule: 'unreadable',
        span: { start, end: start + line.length },
        message: `From here on, ${count(text.slice(start, end).split(/\r\n|\r|\n/u).length, 'line')} are ${reason}.`,
        fix: { kind: 'none' },
      };
    }),
};

/** Of a line without end, an editor underlines no more. */
const LONGEST = 120;
