// @ts-check
import { KEYS } from '../../server/src/query/keys.ts';

/** @param {string} text */
const cell = (text) => text.replaceAll('|', '\\|');

export function queriesPage() {
  const rows = KEYS.map(({ name, about, values, example }) => [
    `\`${name}\``,
    about,
    `${values}`,
    `\`${example}\``,
  ]);
  const table = [['key', 'what it asks for', 'values', 'for example'], ['---', '---', '---', '---'], ...rows];
  return `# Queries

<!-- Written by \`npm run docs\` from server/src/query/keys.ts; do not edit. -->

A query picks items: \`owner:@platform is:overdue due<2026-01-01 priority:P0..P1 invoice\`. The command line takes one
(\`roadmap list --query "…"\`).

- All conditions have to hold. A comma between values means "or": \`status:todo,blocked\`. A minus in front means "not":
  \`-section:later\`.
- A word without a key is looked for in the titles; words with blanks go in quotes: \`"price list"\`, \`section:"next quarter"\`.
- \`:\` asks for a value or a range (\`P0..P1\`, \`2026-01..2026-03\`, \`..2026-06-30\`); \`<\`, \`<=\`, \`>\`, \`>=\` compare. A period
  counts by its last day.
- Dates are written as documents write them (\`2026-01-05\`, \`2026-Q1\`, \`next-week\`, \`"5 January 2026"\`), or as a distance from
  today in days, weeks or months: \`due<7d\`, \`completed>=-2w\`.
- What an item inherits from its section or parent counts as its own.

${table.map((row) => `| ${row.map(cell).join(' | ')} |`).join('\n')}
`;
}
