import { count } from '../roadmap/wording.ts';
import { defineRule } from './rule.ts';

/** A place that was left out: nothing is known of what stands there, so nobody is told of what is overdue in it. */
export const unreadable = defineRule({
  id: 'unreadable',
  title: 'A part of the document that was not read',
  setting:
    'How to report a part of a document that was left out, because it is nested too deeply or too long to read.',
  explanation: {
    why: 'Reading some texts would take too long. What stands there is left out, so nobody is told what is overdue in it.',
    counts: [
      '*Nested too deeply*: lines in more than 64 lists and quotes, and what follows the first 120 characters of a paragraph with more than 32 brackets in each other.',
      '*Too long*: what follows the first 120 characters of a paragraph, a heading or a row with more than 32,000 characters, 1,000 lines, or 1,000 brackets or marks of emphasis and code; and a stretch of more than 128,000 characters that no heading, item, row or empty line divides. Plain text, lists and tables may be as long as they like, and lines up to 128,000 characters.',
      'The rest of the document is read as always.',
    ],
    bad: [`${'> '.repeat(150)}What nobody reads`],
    good: ['> What everybody reads'],
  },
  defaultSeverity: 'warning',
  tags: ['document'],
  checkDocument: (roadmap) =>
    roadmap.unreadable.map(({ span: { start, end }, reason }) => {
      // Not before it is needed: of an open document, it has to be put together.
      const { text } = roadmap;
      const line = /^[^\r\n]*/u.exec(text.slice(start, Math.min(start + LONGEST, end)))?.[0] ?? '';
      const lines = text.slice(start, end).split(/\r\n|\r|\n/u).length;
      return {
        span: { start, end: start + line.length },
        message: `From here on, ${count(lines, 'line')} ${lines === 1 ? 'is' : 'are'} ${reason}.`,
        fix: { kind: 'none' },
      };
    }),
});

/** Of a line without end, an editor underlines no more. */
const LONGEST = 120;
