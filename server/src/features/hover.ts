import { MarkupKind, type Hover, type Position } from 'vscode-languageserver';
import { daysBetween, weekdayOf, type CivilDate } from '../roadmap/dates/civil.ts';
import { contains, type Period } from '../roadmap/dates/period.ts';
import { workingDaysBetween } from '../roadmap/dates/workingDays.ts';
import { factsOf } from '../roadmap/facts.ts';
import { effective, horizonOf, isOpen, type Effective, type Item, type Span } from '../roadmap/model.ts';
import { count, distance, WEEKDAY_NAMES } from '../roadmap/wording.ts';
import type { RoadmapDocument } from '../workspace/document.ts';

/** What there is to know of a due date, on the date itself; on an item's title, whence all is known that is known of it. */
export function hover(document: RoadmapDocument, position: Position, today: CivilDate): Hover | null {
  const { lines, roadmap } = document;
  const offset = lines.offsetAt(position);
  const over = (span: Span, value: readonly string[]): Hover => ({
    range: lines.rangeOf(span),
    contents: { kind: MarkupKind.Markdown, value: value.join('  \n') },
  });
  for (const item of roadmap.items) {
    const due = effective(item, 'due');
    if (due?.inheritedFrom === undefined && due && within(due.span, offset))
      return over(due.span, describe(item, due, today));
    if (!within(item.titleSpan, offset)) continue;
    const inherited = due?.inheritedFrom === undefined ? [] : describe(item, due, today);
    const said = [...inherited, ...sources(item, document, inherited.length > 0 ? DESCRIBED : [])];
    if (said.length > 0) return over(item.titleSpan, said);
  }
  return null;
}

/** What the description of a due date has told already. */
const DESCRIBED = ['due', 'horizon'];

/** Each fact with its source, in a line; none where an item says nothing but what its box shows. */
function sources(item: Item, { lines }: RoadmapDocument, told: readonly string[]): string[] {
  const facts = factsOf(item, lines).filter(({ name }) => !told.includes(name));
  if (facts.length === 1 && (item.box ?? item.status === 'todo')) return [];
  return facts.map(({ name, value, source }) => `${name}: **${escape(value)}** – ${escape(source)}`);
}

const within = ({ start, end }: Span, offset: number): boolean => start <= offset && offset <= end;

function describe(item: Item, due: Effective<Period>, today: CivilDate): string[] {
  const { value } = due;
  const lines = [`**Due ${spell(value)}**${value.approximate ? ' (year taken from the document)' : ''}`];
  if (value.ambiguous)
    lines.push(`The document doesn't say which number is the day: ${value.ambiguous.join(' or ')}`);

  const left = daysBetween(today, value.end);
  const working = Math.abs(workingDaysBetween(today, value.end));
  const far = left === 0 ? 'Today' : isOpen(item) || left > 0 ? distance(left) : `${count(-left, 'day')} ago`;
  lines.push(left === 0 ? far : `${capitalize(far)} (${count(working, 'working day')})`);

  const horizon = horizonOf(item);
  if (horizon) {
    const inside = contains(horizon.value, value.end) ? 'inside' : 'outside';
    const range = `${horizon.value.start} to ${horizon.value.end}`;
    lines.push(`Horizon of "${escape(horizon.from)}": ${range} – the date is ${inside} it`);
  }
  if (due.inheritedFrom !== undefined)
    lines.push(`Inherited from "${escape(due.inheritedFrom)}" (${escape(due.text)})`);
  return lines;
}

/** "Monday, 2025-07-28", or a period's first and last day. */
function spell(period: Period): string {
  const day = (date: CivilDate): string => `${WEEKDAY_NAMES[weekdayOf(date) - 1] ?? ''}, ${date}`;
  return period.start === period.end ? day(period.end) : `${period.start} to ${day(period.end)}`;
}

const capitalize = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
/** A document's own words must not become markup in a hover. */
const escape = (text: string): string => text.replace(/[\\`*_{}[\]()#+\-.!|<>]/gu, '\\$&');
