// @ts-check
import { DATE_FORMATS } from '../../server/src/roadmap/dates/formats.ts';
import { LABEL_FORMS } from '../../server/src/roadmap/notations/forms.ts';
import { NOTATIONS } from '../../server/src/roadmap/notations/index.ts';
import { priority, SCALES } from '../../server/src/roadmap/notations/priority.ts';
import { BOX_MARKS, SIGNS, status as statusField, WORDS } from '../../server/src/roadmap/notations/status.ts';
import {
  DOCUMENT_DATE,
  FIELD_TITLES,
  FIELDS,
  givenBy,
  itemFrom,
  itemsOf,
  PLAN_START,
  said,
  statedIn,
} from './reading.mjs';

/** @typedef {import('../../server/src/roadmap/model.ts').FieldName} FieldName */

const LANGUAGES = new Map([
  ['en', 'English'],
  ['de', 'German'],
  ['fr', 'French'],
  ['es', 'Spanish'],
  ['pt', 'Portuguese'],
  ['sv', 'Swedish'],
  ['ru', 'Russian'],
  ['uk', 'Ukrainian'],
  ['zh', 'Chinese'],
  ['ja', 'Japanese'],
  ['ko', 'Korean'],
]);

/** @type {readonly (readonly [place: string, lines: readonly string[]])[]} */
const PLACES = [
  ['in the line, behind the title', ['- [ ] Ship the gateway - Owner: Ann (Due: 2025-08-05)']],
  ['several, one after the other', ['- [ ] Ship the gateway | Owner: Ann | Due: 2025-08-05']],
  ['on a line beneath', ['- [ ] Ship the gateway', '  Owner: Ann Due: 2025-08-05']],
  ['on a bullet beneath', ['- [ ] Ship the gateway', '  - Owner: Ann', '  - Due: 2025-08-05']],
  ['a list beneath its label', ['- [ ] Ship the gateway', '  - Owners:', '    - Ann', '    - Bo']],
  [
    'in a cell of a table',
    ['| Task | Owner | Due |', '| --- | --- | --- |', '| Ship the gateway | Ann | 2025-08-05 |'],
  ],
  ['in a heading', ['## GATE-1 Ship the gateway (Due: 2025-08-05)']],
  ['beneath a heading', ['## Ship the gateway', '', '**Status:** in progress', '**Owner:** Ann']],
  ['in an HTML comment', ['- [ ] Ship the gateway <!-- owner: Ann, due: 2025-08-05 -->']],
];

/** What each field is for, and values that show what can stand behind its label. */
const ABOUT =
  /** @type {const} @satisfies {Record<FieldName, { what: string, values: readonly string[] }>} */ ({
    owners: {
      what: 'Who answers for the item: people or teams. A placeholder says that somebody is still to be named. Addresses, code and words such as `@work` name nobody.',
      values: [
        '@ann',
        'Ann, Bo & Cy',
        'Ann and Bo',
        '张三、李四',
        '[Ann](https://example.com/ann)',
        'Platform team (backend)',
        'TBD',
        '?',
        '—',
        '[Name]',
        '____',
        'à nommer',
      ],
    },
    due: {
      what: 'When it shall be done, in any [form of date](#dates). A period is over after its last day. A label without a date says nothing of when: `Target: us-west-2`, `Due: ASAP`.',
      values: [
        '2025-08-05',
        'by August 5',
        'no later than Tue, Aug 5, 2025',
        '~ Q3 2025',
        'in 2 weeks',
        'du 20 au 26 octobre 2025',
      ],
    },
    start: { what: 'From when it can be worked on.', values: ['2025-08-05', 'September'] },
    completed: { what: 'When it was done.', values: ['2025-07-24', 'July 24'] },
    status: {
      what: 'How far along it is. A word decides before an emoji does. What has neither a word nor a mark takes the status of its section: what stands beneath “In progress” is in progress.',
      values: [
        'In Progress',
        '✅ Complete',
        '🟢 Done',
        '🚧',
        'Deferred until May',
        'nicht begonnen',
        '进行中',
      ],
    },
    priority: {
      what: 'How much it matters, from P0 (critical) to P4 (lowest). Where word and emoji disagree, the word counts.',
      values: ['P1 (High)', 'Medium-High', 'High - critical for sales', '🟢 Medium', '🔴', '2 of 4'],
    },
    effort: {
      what: 'How much work it is, counted with 8 hours a day, 5 days a week and 4 weeks a month.',
      values: [
        '90 min',
        '~2h',
        '3d',
        '2–3 weeks',
        '1 to 2 months',
        'Large (3-5 days)',
        '1,5 Tage',
        '2 semaines',
        '3 días',
        '2 veckor',
        '3 дня',
        '5天',
        '3日',
        '4시간',
        'Large',
        'XL',
        '5 points',
        '⭐⭐⭐',
      ],
    },
    progress: { what: 'How much of it is done, in per cent.', values: ['40%', '40 %'] },
    dependsOn: {
      what: 'What has to be done before: ids, or short titles.',
      values: ['TASK-7, #12', 'TASK-7 (has to be wired first)', 'Billing and Login', 'None'],
    },
    id: { what: 'What the document calls the item. It has a figure in it.', values: ['TASK-7', '1.2'] },
  });

/** Where two fields share a label, the value decides; and not everything behind a label is a value. */
const DECIDED = [
  'ETA: 5 minutes',
  'ETA: Q3 2025',
  'Timeline: 2-3 weeks',
  'Done: 2025-07-24',
  'Done: 40 %',
  'Target: us-west-2',
  'Target: ≥ 95 %',
  'Due: ASAP',
  'Status: [ ] not started [x] in progress',
];

const RANGES = ['Q4 2025 – Q1 2026', '2025-08-05 to 2025-08-12', '2025-08 – 2025-10'];

const HEADINGS = [
  'Q3 2025',
  'Sprint 1 (July 7-18)',
  'Launch (complete by July 31)',
  'This week',
  'Week 30-31',
  'Within 2 weeks',
  'Next 3 months',
  '0-3 months',
  'Short-term (1-3 months)',
  'Kurzfristig (0-3 Monate)',
  'Les 3 prochains mois',
  '2周内',
  'Priority 1: Security',
  'High priority',
  'P0 – Critical',
  'Nice to have',
  'In progress',
  'Phase 1 ✅',
];

/** @type {readonly (readonly [rule: string, lines: readonly string[], counts: boolean])[]} */
const ITEMS = [
  ['A box makes an item, at any depth.', ['- [ ] Ship the gateway', '  - [x] Draw the plan'], true],
  ['A word in brackets is no box, but part of the title.', ['- [KANBAN] Set up'], true],
  [
    'Bullets and numbers count in a section of work or of things done.',
    ['## To do', '', '- Ship the gateway'],
    true,
  ],
  [
    'They don’t in a section that explains, measures or warns.',
    ['## Risks', '', '- The gateway is late'],
    false,
  ],
  [
    'Elsewhere they do where the document has neither boxes nor tables.',
    ['## Gateway', '', '- Ship the gateway'],
    true,
  ],
  [
    'Bullets beneath a bullet tell more of it.',
    ['## To do', '', '- Ship the gateway', '  - with the new cipher'],
    true,
  ],
  ['A field is no item.', ['- [ ] Ship the gateway', '  - Owner: Ann'], true],
  ['Nor is what names a detail.', ['## To do', '', '- Ship the gateway', '- Benefits: less traffic'], true],
  ['A heading with an id is an item.', ['## GATE-1: Ship the gateway'], true],
  ['So is one with fields beneath it.', ['## Ship the gateway', '', '**Status:** planned'], true],
  [
    'One that names a phase, a time or a priority holds items, and is none.',
    ['## Phase 1', '', '- [ ] Ship the gateway'],
    true,
  ],
  [
    'The rows of a table of work count.',
    ['| Task | Owner |', '| --- | --- |', '| Ship the gateway | Ann |'],
    true,
  ],
  [
    'Those of a table of risks, costs or figures don’t.',
    ['| Metric | Value |', '| --- | --- |', '| Requests | 100 |'],
    false,
  ],
  ['Nothing in code or in a comment counts.', ['```', '- [ ] Ship the gateway', '```'], false],
];

/** The page. Throws if an example isn't read as what it is an example of. */
export function notationsPage() {
  return `${[
    '<!-- Written by `npm run docs` from the tables that the reader uses. Changes belong there. -->',
    '# Notations',
    'What Roadmap Markdown understands. Nobody has to learn it: it is what people write. What an example reads as was told by the reader itself.',
    fields(),
    forms(),
    ...FIELDS.map(fieldOf),
    dates(),
    headings(),
    boxes(),
    items(),
  ].join('\n\n')}\n`;
}

function fields() {
  const rows = PLACES.map(([place, lines]) => {
    const [item] = itemsOf(lines);
    if (!item || item.title.replace(/^GATE-1 /u, '') !== 'Ship the gateway')
      throw notRead(lines.join(' '), place);
    return [place, block(lines), statedIn(item)];
  });
  const decided = DECIDED.map((line) => [code(line), statedIn(itemFrom(line, () => true, 'an item'))]);
  return [
    '## Fields',
    `A field says something of an item: ${FIELDS.map((field) => `[${FIELD_TITLES[field].toLowerCase()}](#${anchor(FIELD_TITLES[field])})`).join(', ')}. It is said with a label and a value, or by a sign that needs no label.`,
    table(['where', 'example', 'reads as'], rows),
    'What a heading or a parent says of owner, due and priority holds for what stands beneath it, unless that says something else. So does the status that a heading tells, for what has no box.',
    'The value tells which field it is where two share a label; without a value of its kind, a label says nothing.',
    table(['example', 'reads as'], decided),
  ].join('\n\n');
}

function forms() {
  const rows = LABEL_FORMS.map(({ id, about, example }) => {
    const item = itemFrom(example, (one) => notationsOf(one).includes(id), id);
    return [code(id), about, code(example), statedIn(item)];
  });
  return [
    '## Labels',
    'Each label of each field may stand in each of these forms, in upper or lower case, its words joined by spaces, `-` or `_`.',
    table(['form', 'how it looks', 'example', 'reads as'], rows),
  ].join('\n\n');
}

/**
 * A chapter on one field.
 * @param {FieldName} field
 */
function fieldOf(field) {
  const { what, values } = ABOUT[field];
  const notation = NOTATIONS.find((one) => one.field === field);
  if (!notation) throw new Error(`There is no field ${field}.`);
  const label = notation.labels['en']?.[0] ?? field;
  const valueRows = values.map((value) => {
    const line = `${label.charAt(0).toUpperCase()}${label.slice(1)}: ${value}`;
    const item = itemFrom(line, ({ fields }) => fields[field]?.labelled === true, field);
    return [code(line), said(field, item.fields) ?? ''];
  });
  const signRows = (notation.signs ?? []).map(({ id, example }) => {
    const item = itemFrom(example, ({ fields }) => fields[field]?.notation === id, id);
    return [code(id), code(example), statedIn(item)];
  });
  return [
    `## ${FIELD_TITLES[field]}`,
    what,
    byLanguage('labels', notation.labels),
    table(['value', 'reads as'], valueRows),
    ...(field === 'priority' ? [scales()] : []),
    ...(field === 'status' ? statusWords() : []),
    ...(signRows.length > 0
      ? ['Signs, which need no label:', table(['sign', 'example', 'reads as'], signRows)]
      : []),
  ].join('\n\n');
}

function scales() {
  const places = ['P0', 'P1', 'P2', 'P3', 'P4'];
  const rows = SCALES.map((scale) =>
    scale.map((word, index) => {
      if (word === '') return '';
      assertIs(word, priority.read(word, {}), places[index] ?? '');
      return word;
    }),
  );
  return `The words of the scales:\n\n${table(places, rows)}`;
}

function statusWords() {
  const rows = WORDS.flatMap(([status, words, emoji]) =>
    [...Object.entries(words), /** @type {const} */ (['', emoji])].map(([language, list], index) => {
      for (const word of list) assertIs(word, statusField.read(word, {}), status);
      return [index === 0 ? status : '', language === '' ? 'signs' : nameOf(language), list.join(', ')];
    }),
  );
  return ['The words of each status:', table(['status', 'language', 'words'], rows)];
}

/**
 * @param {string} word
 * @param {import('../../server/src/roadmap/notations/notation.ts').ReadResult<string>} read
 * @param {string} value
 */
function assertIs(word, read, value) {
  if (!read || !('value' in read) || read.value !== value) throw notRead(word, value);
}

function dates() {
  const rows = DATE_FORMATS.map(({ id, example }) => [id, code(example), dueIn(example, id)]);
  const ranges = RANGES.map((example) => [code(example), dueIn(example)]);
  return [
    '## Dates',
    `What a date lacks comes from its document. That of these examples was last updated on ${DOCUMENT_DATE}, a Wednesday, and its plan starts on ${PLAN_START}. Without such dates, “next week” and “Week 3” are no dates; without a year, “July 25” isn’t either. Names of months, quarters and units are understood in all the languages above.`,
    table(['form', 'example', 'reads as'], rows),
    'Two dates of one form make a range:',
    table(['example', 'reads as'], ranges),
    '3/4/2025 is read as what the document’s other dates show: behind 25/07/2025, as the third of April. A day that no calendar has, such as 2025-02-30, is no due but a [finding](rules/invalid-date.md).',
  ].join('\n\n');
}

/**
 * @param {string} example
 * @param {string} [format] in which form it has to be read
 */
function dueIn(example, format) {
  const isRight = /** @param {import('./reading.mjs').Item} item */ ({ fields }) =>
    fields.due?.text === example && (format === undefined || fields.due.format === format);
  return said('due', itemFrom(`Due: ${example}`, isRight, `the date ${format ?? 'range'}`).fields) ?? '';
}

function headings() {
  const rows = HEADINGS.map((heading) => {
    const given = givenBy(heading);
    if (given === '') throw notRead(heading, 'what a heading gives');
    return [code(`## ${heading}`), given];
  });
  return [
    '## What headings say',
    'A date in a heading is the due of what stands beneath; a stretch of time is the period that it is planned for. Both are counted from the document’s date, as above.',
    table(['heading', 'gives to its items'], rows),
  ].join('\n\n');
}

function boxes() {
  const rows = Object.keys(BOX_MARKS).map((mark) => {
    const line = /^[ -~]$/u.test(mark) ? `- [${mark}] Ship the gateway` : `- ${mark} Ship the gateway`;
    const [item] = itemsOf(['## To do', '', line, `- ${mark === '🚧' ? '✅' : '🚧'} Ring the bell`]);
    if (item?.box?.mark !== mark) throw notRead(line, 'a box');
    return { mark, row: [code(line), item.status] };
  });
  /** @param {boolean} areSigns */
  const tableOf = (areSigns) =>
    table(
      ['example', 'status'],
      rows.filter(({ mark }) => SIGNS.has(mark) === areSigns).map(({ row }) => row),
    );
  return [
    '## Boxes',
    'What stands in a box outweighs the words of the item; an empty box doesn’t.',
    tableOf(false),
    'Signs are boxes where more than one kind of them stands before the bullets of a list. Elsewhere a ✅ may be mere praise.',
    tableOf(true),
  ].join('\n\n');
}

function items() {
  const rows = ITEMS.map(([rule, lines, counts]) => {
    const titles = itemsOf(lines).map(({ title }) => title);
    if (titles.length > 0 !== counts) throw notRead(lines.join(' '), counts ? 'an item' : 'no item');
    return [rule, block(lines), titles.join('<br>') || 'none'];
  });
  return [
    '## Items',
    'Which lines are work, and which aren’t:',
    table(['rule', 'example', 'items'], rows),
  ].join('\n\n');
}

/** @param {import('./reading.mjs').Item} item */
const notationsOf = ({ fields }) => Object.values(fields).map((stated) => stated.notation);

/**
 * @param {string} example
 * @param {string} what
 */
const notRead = (example, what) => new Error(`"${example}" isn't read as ${what}.`);

/** @param {string} language */
function nameOf(language) {
  const name = LANGUAGES.get(language);
  if (name === undefined) throw new Error(`What is the language ${language} called?`);
  return name;
}

/**
 * @param {string} what
 * @param {Readonly<Record<string, readonly string[]>>} words
 */
const byLanguage = (what, words) =>
  table(
    ['language', what],
    Object.entries(words).map(([language, list]) => [nameOf(language), list.join(', ')]),
  );

/** @param {string} title */
const anchor = (title) => title.toLowerCase().replaceAll(' ', '-');

/** @param {string} text */
const code = (text) => (text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``);

/** @param {readonly string[]} lines */
const block = (lines) =>
  lines
    .map((line) =>
      line === '' ? '' : `${'&nbsp;'.repeat(line.length - line.trimStart().length)}${code(line.trimStart())}`,
    )
    .join('<br>');

/**
 * @param {readonly string[]} header
 * @param {readonly (readonly string[])[]} rows
 */
function table(header, rows) {
  const line = /** @param {readonly string[]} cells */ (cells) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n');
}
