import fc from 'fast-check';

/**
 * The same texts on every run, so that a change is judged by what it changes. PROPERTY_SEED=<number> looks at others:
 * do so after touching notations or edits.
 */
fc.configureGlobal({ seed: Number(process.env['PROPERTY_SEED'] ?? 20261120) });

const word = fc.constantFrom(
  'Deploy',
  'the',
  'API',
  'gateway',
  'naïve',
  '修复',
  '🚀',
  'ðŸ”´',
  'üìã',
  'x',
  '`code @a`',
  '[link](u)',
  'DONE',
  '#12',
);
const words = fc.array(word, { minLength: 1, maxLength: 5 }).map((list) => list.join(' '));
const date = fc.constantFrom(
  '2025-07-25',
  '2025-02-30',
  '2026-12-31',
  'July 4, 2025',
  '4 July 2027',
  'Q2 2025',
  'H1 2027',
  '2025年8月30日',
  '31.04.2026',
  '03/04/2025',
  '29/06/2025',
  'Oct 20-26',
  'Dec 29 – Jan 5, 2026',
  'mid July 2025',
  'end of month',
  'next week',
  'Week 3',
  'Q4',
  '2026+',
  'TBD',
  'soon',
  '2025-13-05',
);
const owner = fc.constantFrom('@ann', '@ann, @bob', 'Platform team', 'TBD', '?', 'ann & bob');
const field = fc.oneof(
  date.map((d) => `Due: ${d}`),
  owner.map((o) => `Owner: ${o}`),
  fc.constantFrom(
    'Priority: High',
    'Status: In progress',
    'Status: Done',
    'Effort: 3-5 days',
    'ETA: 5 minutes',
    'Target: us-west-2',
    'Risk: fire',
  ),
  date.map((d) => `Completed: ${d}`),
);
const inline = fc.oneof(
  field.map((f) => ` - *${f}*`),
  field.map((f) => ` (${f})`),
  field.map((f) => ` | ${f}`),
  field.map((f) => ` <!-- ${f} -->`),
  date.map((d) => ` 📅 ${d}`),
  fc.constantFrom(' (done)', ' - DONE', ' (implemented)', ' [HIGH]', ' ✅ 2025-01-01', '  ', ' <!-- c -->'),
);
const title = fc
  .tuple(words, fc.array(inline, { maxLength: 2 }))
  .map(([text, fields]) => text + fields.join(''));
const bullet = fc.constantFrom('- ', '* ', '1. ', '+ ', '2) ');
const box = fc.constantFrom('[ ] ', '[x] ', '[X] ', '[~] ', '[-] ', '', '', '☐ ', '✔ ');
const item = fc
  .tuple(fc.constantFrom('', '', '', '  ', '   ', '    ', '> '), bullet, box, title)
  .map((parts) => parts.join(''));
const child = fc
  .tuple(fc.constantFrom('  - ', '    * ', '   - '), fc.oneof(field, words))
  .map((parts) => parts.join(''));
const heading = fc
  .tuple(
    fc.constantFrom('# ', '## ', '### ', '#### '),
    fc.oneof(
      title,
      fc.constantFrom(
        'Completed',
        'Risks',
        'Priority 1: Security (Within 1 Week)',
        '**Priority: High**',
        'Q2 2025',
        'Week 1 (Oct 20-26)',
        'This week',
        'Short-term (1-3 months)',
        'Backlog',
        'TASK-7 Ship it',
        'Estimate plan : 10-15 days',
      ),
    ),
  )
  .map((parts) => parts.join(''));
const other = fc.oneof(
  fc.constantFrom(
    '',
    '',
    '---',
    '```',
    '~~~',
    '<!--',
    '-->',
    '| a | b |',
    '|---|---|',
    '***',
    'Setext',
    '===',
    '\t',
    '> quote',
    '**I. Bold line**',
    '* **Tools:**',
    '**Last Updated:** 2025-07-24',
    '*Next Review: 2025-07-31*',
    '*Next Review: 2025-02-30*',
  ),
  field.map((f) => `**${f}**`),
  field.map((f) => `**${f.replace(':', ':**')}`),
  words,
);
const line = fc.oneof(
  { weight: 5, arbitrary: item },
  { weight: 3, arbitrary: child },
  { weight: 2, arbitrary: heading },
  { weight: 3, arbitrary: other },
);

const cell = fc.oneof(words, date, owner, fc.constantFrom('', 'Done', 'Planned', 'High', '3 days', '✅'));
const table = fc
  .tuple(
    fc.constantFrom(
      '| Task | Owner | Due | Status |',
      '| # | Feature | Priority | Effort |',
      '| Metric | Current | Target | Note |',
    ),
    fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 3 }),
    fc.boolean(),
  )
  .map(([head, rows, closed]) => [
    '',
    head,
    '| --- | --- | :-: | --- |',
    ...rows.map((cells) => `| ${cells.join(' | ')}${closed ? ' |' : ''}`),
    '',
  ]);

/** Text that looks like a roadmap, with whatever line breaks. */
export const roadmapText = fc
  .tuple(
    fc.array(fc.oneof({ weight: 20, arbitrary: line.map((one) => [one]) }, { weight: 1, arbitrary: table }), {
      maxLength: 25,
    }),
    fc.constantFrom('\n', '\n', '\r\n', '\r'),
    fc.boolean(),
  )
  .map(([lines, lineBreak, last]) => lines.flat().join(lineBreak) + (last ? lineBreak : ''));
