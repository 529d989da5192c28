import type { CivilDate } from '../roadmap/dates/civil.ts';
import { LineIndex } from '../roadmap/lines.ts';
import type { Because, ItemReason, OtherReason } from '../roadmap/reasons.ts';
import { factsOf } from '../roadmap/facts.ts';
import { isOverdue, type Item, type Roadmap, type Section } from '../roadmap/model.ts';

const quote = (about: string | undefined): string => (about === undefined ? '' : ` "${about}"`);

/** Why a line is an item, in words. */
const WHY: Readonly<Record<ItemReason, (about: string) => string>> = {
  box: () => 'it has a box',
  'among-boxes': () => 'it stands in a list in which others have boxes',
  sign: () => 'the sign before it stands for a box, as it does before its neighbours',
  section: (about) => `it stands in the section${about}, which lists work`,
  lead: (about) => `the words before its list,${about}, announce work`,
  ticks: () => 'all bullets of its list begin with a tick',
  step: (about) => `it is a step of${about}`,
  scheduled: () => 'the bullets of its list say what is to be done by when',
  plain: () => 'nobody ticks boxes or keeps tables here, so the bullets are the work',
  named: () => 'it has a name of its own, such as "Task 1.1"',
  topic: (about) => `it is a part of the topic${about}`,
  row: () => 'it is a row of a table that lists work',
  column: () => 'it is a card in a column of a board',
  'heading-id': () => 'the heading begins with an id',
  'heading-place': () => 'the heading is a card, a numbered step or one of a row of items',
  'heading-fields': () => 'the heading has fields of its own',
  'front-matter': () => 'the front matter lists it as work',
};

/** Why a line is none, though it has the look of one. */
const WHY_NOT: Readonly<Record<OtherReason, (about: string) => string>> = {
  field: (about) => `it is a field of${about === '' ? ' what stands above it' : about}`,
  detail: (about) =>
    `it tells a detail of what stands above it${about === '' ? '' : `, by its label${about}`}`,
  reference: () => 'it only refers to something',
  category: (about) => `it is the label${about} of the bullets beneath it`,
  nested: (about) =>
    about === '' ? 'it is nested beneath something else' : `it tells more of${about}, which is the item`,
  quoted: () => 'it is quoted, and has no box',
  'no-section': () => 'it has no box, and no section says that it is work',
  'other-section': (about) => `its section${about} doesn't list work`,
  'other-lead': (about) => `the words before its list,${about}, announce something else than work`,
  'heading-item': (about) => `it tells more of the heading${about}, which is the item`,
  remark: (about) =>
    `work has boxes or rows in this document, and the section${about} doesn't say that it lists any`,
  legend: () => 'its list explains signs or words',
  pointers: () => 'its list says where things are',
  'other-table': () => 'its table has no column for the work, or none that tells of it',
  'empty-row': () => 'its row names no work',
  code: () => 'it is code',
  comment: () => 'it is HTML',
};

const because = <R extends ItemReason | OtherReason>(
  table: Readonly<Record<R, (about: string) => string>>,
  { reason, about }: Because<R>,
): string => table[reason](quote(about));

const whyItem = (item: Item): string => because(WHY, item.because);

/** Why a line of a document is an item or is none, and where each of its fields comes from. `line` counts from 1. */
export function explain(roadmap: Roadmap, line: number, today: CivilDate): string {
  const lines = new LineIndex(roadmap.text);
  const start = lines.offsetAt({ line: line - 1, character: 0 });
  const end = lines.offsetAt({ line, character: 0 });
  const covers = ({ start: from, end: to }: { start: number; end: number }): boolean =>
    from < Math.max(end, start + 1) && start < Math.max(to, from + 1);

  const begins = roadmap.items.filter(
    ({ own }) => start <= own.start && own.start < Math.max(end, start + 1),
  );
  if (begins.length > 0) return begins.map((item) => ofItem(item, lines, today)).join('\n');
  const passed = roadmap.passedOver
    .filter(({ span }) => covers(span))
    .sort((a, b) => b.span.start - a.span.start)[0];
  const around = roadmap.items.findLast(({ own }) => covers(own));
  const section = roadmap.sections.find(({ heading }) => covers(heading));
  const sentences: string[] = [];
  if (section) sentences.push(ofSection(section));
  else if (passed) sentences.push(`Line ${line} is no item: ${because(WHY_NOT, passed)}.`);
  else sentences.push(`Line ${line} is no item: ${around ? 'it belongs to one' : 'it is text, or empty'}.`);
  if (around)
    sentences.push(`It belongs to "${around.title}" on line ${lines.positionAt(around.own.start).line + 1}.`);
  return `${sentences.join('\n')}\n`;
}

function ofItem(item: Item, lines: LineIndex, today: CivilDate): string {
  const facts = factsOf(item, lines);
  const width = Math.max(...facts.map(({ name, value }) => name.length + value.length));
  return [
    `"${item.title}" is an item (${item.kind}): ${whyItem(item)}.`,
    ...facts.map(
      ({ name, value, source }) =>
        `  ${name}: ${value}${' '.repeat(width - name.length - value.length)}  ${source}`,
    ),
    ...(isOverdue(item, today) ? [`  It is overdue today, ${today}.`] : []),
    '',
  ].join('\n');
}

function ofSection(section: Section): string {
  const kinds = {
    work: 'lists work',
    done: 'lists what is done',
    other: "doesn't list work",
    neutral: 'says nothing of work',
  };
  return `The heading "${section.title}" is no item; it groups what stands beneath it. By its words and place, it ${kinds[section.kind]}.`;
}
