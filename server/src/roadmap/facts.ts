/** What is known of an item, each fact with the notation that gave it or the place that it comes from. */
import type { Lines } from './lines.ts';
import { horizonOf, type FieldName, type Inherited, type Item, type Stated } from './model.ts';
import { statusOfMark } from './notations/status.ts';

export const FIELD_NAMES: Readonly<Record<FieldName, string>> = {
  owners: 'owners',
  due: 'due',
  start: 'start',
  priority: 'priority',
  status: 'status',
  effort: 'effort',
  completed: 'completed',
  id: 'id',
  dependsOn: 'depends on',
  progress: 'progress',
};

/** A value for people: names with commas, a period by its days, hours as hours. */
function shown(value: unknown, none = 'nobody'): string {
  if (Array.isArray(value)) return value.length === 0 ? none : value.join(', ');
  if (typeof value !== 'object' || value === null) return String(value);
  if ('start' in value && 'end' in value) {
    const { start, end } = value as { start: string; end: string };
    return start === end ? start : `${start} to ${end}`;
  }
  const { minHours, maxHours, points, size } = value as Record<string, number | string | undefined>;
  if (points !== undefined) return `${points} points`;
  if (minHours === undefined) return String(size);
  return minHours === maxHours ? `${minHours} hours` : `${minHours} to ${String(maxHours)} hours`;
}

/** One fact, and where it comes from. */
export interface ExplainedFact {
  readonly name: string;
  readonly value: string;
  readonly source: string;
}

/** The status first, then what is stated, then what is inherited. */
export function factsOf(item: Item, lines: Lines): ExplainedFact[] {
  const lineOf = (offset: number): string => `line ${lines.positionAt(offset).line + 1}`;
  const facts: ExplainedFact[] = [{ name: 'status', value: item.status, source: statusSource(item, lineOf) }];
  for (const [field, stated] of Object.entries(item.fields) as [
    FieldName,
    NonNullable<Item['fields'][FieldName]>,
  ][]) {
    if (field === 'status') continue;
    const approximate = isApproximate(stated.value) ? ', the year taken from the document' : '';
    facts.push({
      name: FIELD_NAMES[field],
      value: shown(stated.value, field === 'dependsOn' ? 'nothing' : 'nobody'),
      source: sourceOf(stated, lineOf) + approximate,
    });
  }
  for (const [field, inherited] of Object.entries(item.inherited) as [FieldName, Inherited<unknown>][])
    facts.push({
      name: FIELD_NAMES[field],
      value: shown(inherited.value),
      source: `inherited from "${inherited.from}" on ${lineOf(inherited.span.start)}`,
    });
  const horizon = horizonOf(item);
  if (horizon)
    facts.push({
      name: 'horizon',
      value: shown(horizon.value),
      source: `promised by "${horizon.from}" on ${lineOf(horizon.span.start)}`,
    });
  return facts;
}

/** The words in the document, and the notation's id, by which `docs/notations.md` shows it. */
const sourceOf = ({ text, span, notation }: Stated<unknown>, lineOf: (offset: number) => string): string =>
  `"${text}" on ${lineOf(span.start)}, written as ${notation}`;

const isApproximate = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && (value as { approximate?: boolean }).approximate === true;

function statusSource(item: Item, lineOf: (offset: number) => string): string {
  const { box, fields, inherited } = item;
  if (fields.status && (!box || box.mark.trim() === '')) return sourceOf(fields.status, lineOf);
  // An empty box has no say in what is struck through.
  if (box && statusOfMark(box.mark) === item.status)
    return /^[ -~]$/u.test(box.mark) ? `the box [${box.mark}]` : `the mark ${box.mark}`;
  if (fields.completed && item.status === 'done') return 'its date of completion';
  if (inherited.status?.value === item.status) return `inherited from "${inherited.status.from}"`;
  return item.status === 'todo' ? 'nothing says otherwise' : 'its place or its marks';
}
