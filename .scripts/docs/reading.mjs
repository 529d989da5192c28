// @ts-check
// What the reader makes of an example, in words.
import { effective, horizonOf } from '../../server/src/roadmap/model.ts';
import { readRoadmap } from '../../server/src/roadmap/read.ts';

/** @typedef {import('../../server/src/roadmap/model.ts').Item} Item */
/** @typedef {import('../../server/src/roadmap/model.ts').FieldName} FieldName */
/** @typedef {import('../../server/src/roadmap/dates/period.ts').Period} Period */

/** What the documents of all examples say of themselves: a Wednesday, and the Monday on which the plan began. */
export const DOCUMENT_DATE = '2025-07-23';
export const PLAN_START = '2025-01-06';
const TITLE = '# Roadmap';
const DATES = ['', `Last updated: ${DOCUMENT_DATE}`, `Start date: ${PLAN_START}`, ''];

/** How the fields are called, in the order of the page. */
export const FIELD_TITLES = /** @type {const} */ ({
  owners: 'Owner',
  due: 'Due',
  start: 'Start',
  completed: 'Completed',
  status: 'Status',
  priority: 'Priority',
  effort: 'Effort',
  progress: 'Progress',
  dependsOn: 'Depends on',
  id: 'Id',
});
export const FIELDS = /** @type {FieldName[]} */ (Object.keys(FIELD_TITLES));

/**
 * The items of a document with these lines.
 * @param {readonly string[]} lines
 * @returns {readonly Item[]}
 */
export const itemsOf = (lines) => readRoadmap([TITLE, ...DATES, ...lines, ''].join('\n')).items;

/** @type {readonly ((example: string) => string[])[]} */
const PLACES = [
  (example) => [`- [ ] ${example}`],
  (example) => ['- [ ] Ship the gateway', `  - ${example}`],
  (example) => ['## To do', '', `- ${example}`],
];

/**
 * The item that the example makes, in the first place where what is asked for can be seen: as a task, as a bullet
 * beneath one, as a plain bullet.
 * @param {string} example
 * @param {(item: Item) => boolean} isRight
 * @param {string} what
 * @returns {Item}
 */
export function itemFrom(example, isRight, what) {
  for (const place of PLACES) {
    const [item] = itemsOf(place(example));
    if (item && isRight(item)) return item;
  }
  throw new Error(`"${example}" isn't read as ${what}.`);
}

/**
 * All that the item states.
 * @param {Item} item
 */
export function statedIn({ fields }) {
  const stated = FIELDS.flatMap((field) => {
    const words = said(field, fields);
    return words === undefined ? [] : `${FIELD_TITLES[field].toLowerCase()} ${words}`;
  });
  return stated.join(', ') || 'nothing';
}

/**
 * A field's value.
 * @param {FieldName} field
 * @param {Item['fields']} fields
 * @returns {string | undefined}
 */
export function said(field, { owners, due, start, completed, status, priority, effort, ...others }) {
  switch (field) {
    case 'owners':
      return owners && (owners.value.join(' and ') || 'nobody yet');
    case 'due':
      return due && periodIn(due.value);
    case 'start':
      return start && periodIn(start.value);
    case 'completed':
      return completed && periodIn(completed.value);
    case 'status':
      return status?.value;
    case 'priority':
      return priority?.value;
    case 'effort':
      return effort && effortIn(effort.value);
    case 'progress':
      return others.progress && `${others.progress.value} %`;
    case 'dependsOn':
      return others.dependsOn && (others.dependsOn.value.join(' and ') || 'nothing');
    case 'id':
      return others.id?.value;
  }
}

/**
 * @param {Period} period
 * @returns {string}
 */
export function periodIn({ start, end, ambiguous }) {
  if (ambiguous) return ambiguous.join(' or ');
  return start === end ? start : `${start} to ${end}`;
}

/** @param {import('../../server/src/roadmap/model.ts').Effort} effort */
function effortIn({ minHours, maxHours, size, points }) {
  if (points !== undefined) return `${points} points`;
  if (minHours === undefined) return `the size ${size}`;
  const [unit, perHour] = minHours < 1 ? ['minutes', 60] : ['hours', 1];
  const [min, max] = [minHours, maxHours ?? minHours].map((hours) => hours * perHour);
  return min === max ? `${min} ${unit}` : `${min} to ${max} ${unit}`;
}

/**
 * What a heading gives to an item beneath it: due, horizon, priority, status.
 * @param {string} heading
 */
export function givenBy(heading) {
  const [item] = itemsOf([`## ${heading}`, '', '- [ ] Ship the gateway']);
  if (!item) throw new Error(`There is no item beneath "${heading}".`);
  const due = effective(item, 'due')?.value;
  const horizon = horizonOf(item)?.value;
  const { priority } = item.inherited;
  const status = item.inherited.status;
  return [
    ...(due ? [`due ${periodIn(due)}`] : []),
    ...(horizon && !due ? [`planned for ${periodIn(horizon)}`] : []),
    ...(priority ? [`priority ${priority.value}`] : []),
    ...(status ? [`status ${status.value} for what has no box`] : []),
  ].join(', ');
}
