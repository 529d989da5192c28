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
      '*Nested too deeply*: more than 64 lists and quotes in each other, or 32 brackets, where reading them would take long.',
      '*Too long*: a stretch without a heading, an item, a row or an empty line in it of more than 128,000 characters, or a paragraph of more than 1,000 lines. Plain lists and tables may be as long as they like.',
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
      return {
        span: { start, end: start + line.length },
        message: `From here on, ${count(text.slice(start, end).split(/\r\n|\r|\n/u).length, 'line')} are ${reason}.`,
        fix: { kind: 'none' },
      };
    }),
});

/** Of a line without end, an editor underlines no more. */
const LONGEST = 120;
