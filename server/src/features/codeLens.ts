import type { CodeLens } from 'vscode-languageserver';
import { canToggle, isTicked } from '../edits/status.ts';
import { TOGGLE_STATUS_COMMAND, type ItemReference } from '../protocol.ts';
import { daysBetween, type CivilDate } from '../roadmap/dates/civil.ts';
import type { Lines } from '../roadmap/lines.ts';
import { effective, isOpen, isOverdue, type Item, type Section } from '../roadmap/model.ts';
import { distance, STATUS_WORDS } from '../roadmap/wording.ts';
import { chapterwise } from './chapterwise.ts';
import { PartedList, type Part } from './parted.ts';
import type { RoadmapDocument } from '../workspace/document.ts';

/** Lenses on items, to toggle them and to tell how late they are, and on sections, to tell how far along they are. */
export function codeLenses(document: RoadmapDocument, today: CivilDate): PartedList<CodeLens> {
  const { roadmap, lines, chapters } = document;
  if (!chapters) {
    const counts = countsOf(roadmap.items, today);
    const ofSections = [...counts].map(([section, count]) => sectionLens(section, count, lines));
    const ofItems = roadmap.items.flatMap((item) => itemLenses(document, item, today));
    return new PartedList([{ values: ofSections }, { values: ofItems }]);
  }
  const lenses: Part<CodeLens>[] = [];
  /** Of sections that later chapters belong to. */
  const shared = new Map<Section, Count>();
  let open: Section | undefined;
  for (const read of chapters) {
    const { own, titles, outer } = ofChapter(read, document, today);
    if (open && outer) add(shared, open, outer);
    for (const [section, count] of titles) add(shared, section, count);
    open = read.reading.open ?? open;
    lenses.push(own);
  }
  const ofTitles = [...shared].map(([section, count]) => sectionLens(section, count, lines));
  return new PartedList([{ values: ofTitles }, ...lenses], { uri: document.uri, version: document.version });
}

/** The same lenses for each version: what they refer to is told the document and its version anew. */
const ofChapter = chapterwise(({ reading }, lines, today) => {
  const day = today as CivilDate;
  const counts = [...countsOf(reading.items, day)];
  const sections = new Set<Section>(reading.sections);
  const ofOwn = counts.filter(([section]) => sections.has(section));
  const items = reading.items.flatMap((item) => itemLenses({ uri: '', version: null, lines }, item, day));
  return {
    own: {
      values: [
        ...ofOwn
          .filter(([{ depth }]) => depth > 1)
          .map(([section, count]) => sectionLens(section, count, lines)),
        ...items,
      ],
      references: items.flatMap(({ command }) => (command?.arguments ?? []) as ItemReference[]),
    },
    titles: ofOwn.filter(([{ depth }]) => depth === 1),
    /** What the chapter adds to the section that it stands in. */
    outer: counts.find(([section]) => !sections.has(section))?.[1],
  };
});

function itemLenses(
  document: Pick<RoadmapDocument, 'uri' | 'version' | 'lines'>,
  item: Item,
  today: CivilDate,
): CodeLens[] {
  const range = document.lines.rangeOf({ start: item.own.start, end: item.content.end });
  const lenses: CodeLens[] = [];
  const reference: ItemReference = { uri: document.uri, id: item.id, version: document.version };
  const title = `${isTicked(item) ? '☑' : '☐'} ${STATUS_WORDS[item.status]}`;
  // A lens that could change nothing still tells the status.
  const command = canToggle(item) ? TOGGLE_STATUS_COMMAND : '';
  lenses.push({ range, command: { title, command, arguments: [reference] } });

  const due = effective(item, 'due');
  if (due && isOpen(item))
    lenses.push({ range, command: { title: distance(daysBetween(today, due.value.end)), command: '' } });
  return lenses;
}

interface Count {
  readonly all: number;
  readonly done: number;
  readonly overdue: number;
}

function add(counts: Map<Section, Count>, section: Section, { all, done, overdue }: Count): void {
  const count = counts.get(section) ?? { all: 0, done: 0, overdue: 0 };
  counts.set(section, {
    all: count.all + all,
    done: count.done + done,
    overdue: count.overdue + overdue,
  });
}

function countsOf(items: readonly Item[], today: CivilDate): Map<Section, Count> {
  const counts = new Map<Section, Count>();
  for (const item of items) {
    const one = { all: 1, done: item.status === 'done' ? 1 : 0, overdue: isOverdue(item, today) ? 1 : 0 };
    for (let section = item.section; section; section = section.parent) add(counts, section, one);
  }
  return counts;
}

const sectionLens = (section: Section, { all, done, overdue }: Count, lines: Lines): CodeLens => ({
  range: lines.rangeOf(section.heading),
  command: { title: `${done} of ${all} done${overdue > 0 ? `, ${overdue} overdue` : ''}`, command: '' },
});
