/** What an item lacks that the others beside it state: shared by the rules for single fields. */
import { effective, isOpen, type Item, type RoadmapPart } from '../roadmap/model.ts';

/** When a rule of a field speaks; what isn't told at all is off. */
export const WHEN = {
  type: 'enum',
  values: ['auto', 'always'],
  default: 'auto',
  description:
    '`auto`: only where most of the comparable items in the same section state it; `always`: of each open item.',
} as const;

/** One or two may have been an afterthought; three are a habit. */
const HABIT = 3;
/** Of the comparable items, how many must state the field for the others to lack it. */
const MOST = 2 / 3;

/** The open items without the field, own or inherited. What is a part of another item isn't told, nor does it count. */
export function lacking(
  { items, invalidDates }: Pick<RoadmapPart, 'items' | 'invalidDates'>,
  field: 'due' | 'priority',
  when: (typeof WHEN.values)[number],
): Item[] {
  // A date that can't be is told by another rule.
  const impossible = new Set(invalidDates.filter((date) => date.field === field).map(({ item }) => item));
  const isStated = (item: Item): boolean => effective(item, field) !== undefined || impossible.has(item.id);
  // Where priorities are signs, none means "normal".
  const counts = (item: Item): boolean => isStated(item) && (field === 'due' || saysInWords(item));
  const whole = items.filter(({ parent }) => !parent);
  const isLacking = (item: Item): boolean => isOpen(item) && !isStated(item) && !saysElse(item, field);
  if (when === 'always') return whole.filter(isLacking);
  return groups(whole, field).flatMap((group) => {
    const stated = group.filter(counts).length;
    return stated >= HABIT && stated >= MOST * group.length ? group.filter(isLacking) : [];
  });
}

const saysInWords = ({ fields }: Item): boolean => fields.priority === undefined || fields.priority.labelled;

/** A cell with words that are no value, as "TBD": nobody has forgotten it. */
function saysElse({ cells }: Item, field: 'due' | 'priority'): boolean {
  const cell = cells?.[field];
  return cell !== undefined && cell.start < cell.end;
}

/**
 * Items that one would expect to state the same: of one section and one kind, rows in tables with the same columns.
 * Those that are done count, so that to finish one changes nothing for the others.
 */
function groups(items: readonly Item[], field: 'due' | 'priority'): Item[][] {
  const bySection = new Map<unknown, Map<string, Item[]>>();
  for (const item of items) {
    const inSection = bySection.get(item.section) ?? new Map<string, Item[]>();
    bySection.set(item.section, inSection);
    const kind = `${item.kind} ${item.cells?.[field] ? 'column' : ''}`;
    inSection.set(kind, [...(inSection.get(kind) ?? []), item]);
  }
  return [...bySection.values()].flatMap((kinds) => [...kinds.values()]);
}
