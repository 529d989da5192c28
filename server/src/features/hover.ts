import { MarkupKind, type Hover, type Position } from 'vscode-languageserver';
import { daysBetween, weekdayOf, type CivilDate } from '../roadmap/dates/civil.ts';
import { contains, type Period } from '../roadmap/dates/period.ts';
import { workingDaysBetween } from '../roadmap/dates/workingDays.ts';
import { effective, horizonOf, isOpen, type Effective, type Item, type Span } from '../roadmap/model.ts';
import { count, distance } from '../roadmap/wording.ts';
import type { RoadmapDocument } from '../workspace/document.ts';

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** What there is to know of a due date: on the date itself, or on the title of an item that inherits one. */
export function hover(document: RoadmapDocument, position: Position, today: CivilDate): Hover | null {
  const offset = document.lines.offsetAt(position);
  for (const item of document.roadmap.items) {
    const due = effective(item, 'due');
    if (!due) continue;
    const span = due.inheritedFrom === undefined ? due.span : item.titleSpan;
    if (within(span, offset))
      return {
        range: document.lines.rangeOf(span),
        contents: { kind: MarkupKind.Markdown, value: describe(item, due, today) },
      };
  }
  return null;
}

const within = ({ start, end }: Span, offset: number): boolean => start <= offset && offset <= end;

function describe(item: Item, due: Effective<Period>, today: CivilDate): string {
  const { value } = due;
  const lines = [`**Due ${spell(value)}**${value.approximate ? ' (year taken from the document)' : ''}`];

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
  return lines.join('  \n');
}

/** "Monday, 2025-07-28", or a period's first and last day. */
function spell(period: Period): string {
  const day = (date: CivilDate): string => `${WEEKDAYS[weekdayOf(date) - 1] ?? ''}, ${date}`;
  return period.start === period.end ? day(period.end) : `${period.start} to ${day(period.end)}`;
}

const capitalize = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
/** A document's own words must not become markup in a hover. */
const escape = (text: string): string => text.replace(/[\\`*_{}[\]()#+\-.!|<>]/gu, '\\$&');
