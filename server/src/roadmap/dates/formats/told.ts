/** Periods that are told from another day: from the plan's first ("Week 3", "J+2"), or from the present one ("next week"). */
import { addTo } from '../civil.ts';
import type { DateContext } from '../context.ts';
import { MONTHS_IN, spanOf, thirdOf, unitAt, type Period } from '../period.ts';
import {
  CJK_NEXT,
  CJK_THIS,
  CJK_UNIT,
  COUNTED_UNIT,
  NEXT,
  NEXT_BEHIND,
  NUMERALS,
  numeral,
  PART,
  PART_BEHIND,
  partBehindOf,
  partOf,
  RELATIVE_WORDS,
  relativeOf,
  THIS,
  TO,
  UNIT,
  unitOf,
  WORD_END,
  WORD_START,
} from '../words.ts';
import type { DateFormat, Groups } from './format.ts';

type CountedUnit = 'day' | 'week' | 'month';

/** What "Week 3" covers; `undefined` where the plan doesn't say when it starts, or counts more than one way. */
function counted(
  { start, renumbered }: DateContext,
  unitName: string | undefined,
  from: number,
  to: number,
): Period | undefined {
  const unit = unitName === undefined ? undefined : unitOf(unitName);
  if (start === undefined || !isCounted(unit) || renumbered?.includes(unit) || from < 1 || to < from)
    return undefined;
  const first = addTo(start, { [`${unit}s`]: from - 1 });
  const end = addTo(addTo(start, { [`${unit}s`]: to }), { days: -1 });
  return { start: first, end, precision: unit === 'day' && from === to ? 'day' : 'span' };
}

const isCounted = (unit: string | undefined): unit is CountedUnit =>
  unit === 'day' || unit === 'week' || unit === 'month';

function readCounted(groups: Groups, context: DateContext): Period | undefined {
  const number = (text: string): number => (/\d/u.test(text) ? Number(text) : numeral(text));
  const from = number(groups['from'] ?? '');
  return counted(context, groups['unit'], from, groups['to'] === undefined ? from : number(groups['to']));
}

/** Days behind the plan's first: J is its day, D and T are too. */
function readOffset(groups: Groups, { start }: DateContext): Period | undefined {
  if (start === undefined) return undefined;
  const unit = groups['unit'] === undefined ? 'day' : unitOf(groups['unit']);
  const at = (text: string | undefined): Period =>
    unitAt('day', addTo(start, { [`${isCounted(unit) ? unit : 'day'}s`]: Number(text) }));
  const first = at(groups['from']);
  return groups['to'] === undefined ? first : spanOf(first, at(groups['to']));
}

const NUMBER = '\\d{1,3}';
const CJK_NUMBER = `(?:\\d{1,3}|[${(NUMERALS[3] ?? []).join('')}])`;

export const COUNTED: readonly DateFormat[] = [
  {
    id: 'counted',
    example: 'Week 3',
    pattern: `${WORD_START}(?<unit>${COUNTED_UNIT})\\s*#?(?<from>${NUMBER})(?:${TO}(?:(?:${COUNTED_UNIT})\\s*)?(?<to>${NUMBER}))?${WORD_END}(?![.,:/]\\d)`,
    read: readCounted,
    readOnly: true,
  },
  {
    id: 'cjk counted',
    example: '第3周',
    pattern: `第\\s?(?<from>${CJK_NUMBER})(?:${TO}第?\\s?(?<to>${CJK_NUMBER}))?\\s?(?<unit>天|日|周|週|个月|個月|月)`,
    read: readCounted,
    readOnly: true,
  },
  {
    id: 'cjk counted behind',
    example: '3日目',
    pattern: `(?<from>${NUMBER})(?:${TO}(?<to>${NUMBER}))?\\s?(?<unit>日|週間?|ヶ月|か月|일|주|개월)[目차]`,
    read: readCounted,
    readOnly: true,
  },
  {
    id: 'offset',
    example: 'J+2',
    pattern: `${WORD_START}[JDT]\\s?\\+\\s?(?<from>${NUMBER})(?:${TO}(?:[JDT]\\s?\\+\\s?)?(?<to>${NUMBER}))?(?:\\s?(?<unit>${COUNTED_UNIT}))?${WORD_END}`,
    read: readOffset,
    readOnly: true,
  },
];

function readRelative(groups: Groups, { reference }: DateContext): Period | undefined {
  const word = groups['relative'] === undefined ? undefined : relativeOf(groups['relative']);
  const unit = word?.unit ?? unitOf(groups['unit'] ?? '');
  if (reference === undefined || unit === undefined || unit === 'hour') return undefined;
  const offset = word?.offset ?? (groups['next'] === undefined ? 0 : 1);
  const moved =
    unit === 'day' || unit === 'week'
      ? addTo(reference, { [`${unit}s`]: offset })
      : addTo(reference, { months: offset * MONTHS_IN[unit] });
  const part = groups['part'];
  const third = word?.part ?? (part === undefined ? undefined : (partOf(part) ?? partBehindOf(part)));
  const period = unitAt(unit, moved);
  return third === undefined ? period : thirdOf(period, third);
}

/** Only by themselves: "next week", but not "next week's sprint". */
const relative = (id: string, example: string, pattern: string): DateFormat => ({
  id,
  example,
  pattern: `${WORD_START}${pattern}(?:内|中|までに?|之?前)?${WORD_END}`,
  stands: 'segment',
  read: readRelative,
  readOnly: true,
});

export const RELATIVE: readonly DateFormat[] = [
  relative('day word', 'tomorrow', `(?<relative>${RELATIVE_WORDS})`),
  relative(
    'this unit',
    'next week',
    `(?:${PART})?(?:(?:${THIS})|(?<next>${NEXT}))\\s+(?<unit>${UNIT})(?:-ci)?`,
  ),
  relative(
    'unit next',
    'semaine prochaine',
    `(?:(?:l[ae]|el|o)\\s+|l['’])?(?<unit>${UNIT})\\s+(?<next>${NEXT_BEHIND})`,
  ),
  relative('end of unit', 'end of month', `${PART}(?<unit>${UNIT})`),
  relative(
    'cjk this unit',
    '本周',
    `(?:(?:${CJK_THIS})|(?<next>${CJK_NEXT}))\\s?(?<unit>${CJK_UNIT})(?:${PART_BEHIND})?`,
  ),
  relative('cjk end of unit', '月末', `(?<unit>${CJK_UNIT})${PART_BEHIND}`),
];
