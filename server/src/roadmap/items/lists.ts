import type { List, ListItem, Paragraph } from 'mdast';
import type { ItemDraft, SectionDraft } from '../drafts.ts';
import { linesOf, spanOf } from '../markdown/mask.ts';
import { plainText, plainTitle } from '../markdown/text.ts';
import type { Span } from '../model.ts';
import { isOnlyFields, readLine } from '../notations/index.ts';
import type { ItemReason, OtherReason } from '../reasons.ts';
import { isBucketTitle, isDetailLabel, isWorkSchedule, kindOfTitle, namesGoals } from '../words.ts';
import {
  isDefinition,
  isIdentified,
  isImperative,
  isLegend,
  isMeasure,
  isNamedLink,
  isNamedTask,
  isPointer,
  isReferenceLead,
  isReferenceLink,
  isScheduled,
  labelOf,
  markerOf,
  namesCode,
  signMarkerAt,
  type Marker,
} from './bullets.ts';
import type { ItemCollector } from './collector.ts';
import { enclosingItem, meaningOf, statusOf } from './states.ts';

/** What is known of a document before its lists are read. */
export interface ListsContext {
  /** Plain bullets in a section that doesn't speak of work are remarks. */
  readonly remarksStand: boolean;
  /** The document has no headings: a list is all that it is. */
  readonly hasNoHeadings: boolean;
  /** Bullets begin with crosses or warnings: signs aren't only praise. */
  readonly hasCrosses: boolean;
  /** Bullets that tell of the heading or bullet above them. */
  readonly details: ReadonlySet<ListItem>;
}

/** Whether the outermost bullets of a list are work, box or not, and why. */
type Verdict =
  | { readonly counts: true; readonly reason: ItemReason; readonly about?: string | undefined }
  | { readonly counts: false; readonly reason: OtherReason; readonly about?: string | undefined };

/** Where a bullet stands, and what that makes of it. */
interface Place {
  readonly list: List;
  readonly section: SectionDraft | undefined;
  readonly parent: ItemDraft | undefined;
  readonly verdict: Verdict;
  /** Signs before the bullets are their boxes. */
  readonly marked?: boolean;
}

/** A few words make a topic; more are a thing to be done. */
const TOPIC_WORDS = 4;
const TOPIC_LENGTH = 32;
const WHEN =
  /^(?:after|before|once|when|if|nach|vor|wenn|après|avant|después|antes|depois|efter|före|после|перед|після)(?!\p{L})/iu;
const CALLS =
  /^\P{L}*(?:create|add|update|change|modify|remove|delete|implement|build|fix|move|write|test|we|let.s)(?!\p{L})/iu;
const REFUSALS = new Set(['❌', '⚠']);
/** Signs that stand for a bullet where every line of a paragraph begins with one. */
const DONE_SIGNS = new Set(['✅', '☑', '✔', '✓']);
const LINE_SIGNS = new Set([...DONE_SIGNS, '☐', '⬜', '❌', '🚧', '🔄', '⏳']);

/** Finds the items of lists. */
export class ListReader {
  readonly #items: ItemCollector;
  readonly #context: ListsContext;

  constructor(items: ItemCollector, context: ListsContext) {
    this.#items = items;
    this.#context = context;
  }

  /** The items of a list that stands in a section; how many there are. */
  read(list: List, section: SectionDraft | undefined, introduced?: string, quoted = false): number {
    const before = this.#items.all.length;
    // What is quoted is a remark, but for its boxes.
    const verdict: Verdict = quoted
      ? { counts: false, reason: 'quoted' }
      : this.#judge(list, section, introduced);
    const marked = verdict.counts && this.#tellsStates(list);
    for (const node of list.children)
      this.#bullet(node, { list, section, parent: enclosingItem(section), verdict, marked });
    return this.#items.all.length - before;
  }

  /** A paragraph each of whose lines begins with a sign is a list without bullets; how many items there are. */
  lines(paragraph: Paragraph, section: SectionDraft | undefined): number {
    const { text, masked } = this.#items;
    const lines = linesOf(masked, spanOf(paragraph)).map((line) => ({
      start: line.sourceOffset(0),
      end: line.sourceOffset(line.text.length),
    }));
    const markers = lines.map(({ start }) => signMarkerAt(start, text));
    const marks = markers.map(({ box }) => box?.mark ?? '');
    if (lines.length < 2 || !marks.every((mark) => LINE_SIGNS.has(mark))) return 0;
    // Ticks alone are praise as well, unless the section says that things are done.
    const tellsStates = !marks.every((mark) => DONE_SIGNS.has(mark));
    const counts = tellsStates || section?.kind === 'done';
    if (!counts || section?.kind === 'other') {
      this.#items.passOver(spanOf(paragraph), counts ? 'other-section' : 'remark', section?.title);
      return 0;
    }
    for (const [index, span] of lines.entries()) {
      const marker = markers[index] ?? { contentStart: span.start };
      const { box, contentStart }: Marker = tellsStates ? marker : { contentStart: span.start };
      const item = this.#items.create({
        kind: box ? 'task' : 'bullet',
        span,
        own: span,
        content: { start: contentStart, end: span.end },
        section,
        parent: enclosingItem(section),
        because: { reason: box ? 'sign' : 'ticks' },
      });
      if (box) item.box = box;
      this.#items.readOwnLines(item, item.content);
      item.status = statusOf(item, text);
    }
    return lines.length;
  }

  /** Whether a bullet is a field of what is around it, and nothing else. */
  isFieldBullet(node: ListItem): boolean {
    const [paragraph] = node.children;
    return paragraph?.type === 'paragraph' && !this.#marker(node).box && this.#isField(paragraph);
  }

  #judge(list: List, section: SectionDraft | undefined, introduced: string | undefined): Verdict {
    if (list.children.some((node) => this.#marker(node).box)) return { counts: true, reason: 'among-boxes' };
    if (!section)
      return this.#context.hasNoHeadings && !this.#context.remarksStand
        ? { counts: true, reason: 'plain' }
        : { counts: false, reason: 'no-section' };
    // "After all fixes:" says when, not what.
    const announced = introduced !== undefined && WHEN.test(introduced) ? undefined : introduced;
    const kind =
      announced === undefined ? 'neutral' : isDetailLabel(announced) ? 'other' : kindOfTitle(announced);
    if (kind === 'other') return { counts: false, reason: 'other-lead', about: introduced };
    const isScheduledList =
      list.children.length > 1 && list.children.every((node) => isScheduled(node, this.#items.text));
    if (kind === 'neutral' && section.kind === 'other')
      return isScheduledList && isWorkSchedule(section.title)
        ? { counts: true, reason: 'scheduled' }
        : this.#tellsProgress(list)
          ? { counts: true, reason: 'sign' }
          : { counts: false, reason: 'other-section', about: section.title };
    if (this.#isLegend(list)) return { counts: false, reason: 'legend' };
    if (kind !== 'neutral') return { counts: true, reason: 'lead', about: introduced };
    const signs = list.children.map((node) => this.#signMarker(node).box?.mark);
    // Nothing but crosses or warnings tells what is not to be, or what to beware of.
    if (signs.every((sign) => sign !== undefined && REFUSALS.has(sign)))
      return { counts: false, reason: 'legend' };
    if (!signs.includes(undefined)) return { counts: true, reason: 'ticks' };
    // "The button:", "It allows:" tell more; "Create:" tells what to do.
    if (announced !== undefined && !CALLS.test(announced))
      return { counts: false, reason: 'other-lead', about: introduced };
    if (this.#points(list) || this.#defines(list)) return { counts: false, reason: 'pointers' };
    if (list.children.every((node) => this.#hasName(node))) return { counts: true, reason: 'named' };
    if (section.isStep && Object.keys(section.fields).length === 0)
      return { counts: true, reason: 'step', about: section.title };
    // Beneath a heading that is work itself, numbers are its steps, and bullets tell more of it.
    const told = section.isBoldLine && section.says !== 'work' ? section.parent : section;
    const holder = section.item ?? told?.item;
    if (holder)
      return list.ordered === true && !list.children.some((node) => this.isFieldBullet(node))
        ? { counts: true, reason: 'step', about: holder.title }
        : { counts: false, reason: 'heading-item', about: holder.title };
    if (section.kind !== 'neutral') return { counts: true, reason: 'section', about: section.title };
    if (isBucketTitle(section.title) && !namesGoals(section.title))
      return { counts: true, reason: 'step', about: section.title };
    if (list.children.every((node) => isScheduled(node, this.#items.text)))
      return { counts: true, reason: 'scheduled' };
    return this.#context.remarksStand
      ? { counts: false, reason: 'remark', about: section.title }
      : { counts: true, reason: 'plain' };
  }

  /** Whether the signs before bullets tell done from open: more than one kind of them stands there. */
  #tellsStates(list: List): boolean {
    const marks = new Set(list.children.map((node) => this.#signMarker(node).box?.mark));
    return !marks.has(undefined) && (marks.size > 1 || (list.children.length > 1 && !marks.has('✅')));
  }

  /** Some bullets are ticked, and others are signed as under way or to come: that is no praise. */
  #tellsProgress(list: List): boolean {
    const marks = list.children.map((node) => this.#signMarkerOf(node).box?.mark ?? '');
    return (
      marks.every((mark) => mark !== '') &&
      marks.some((mark) => DONE_SIGNS.has(mark)) &&
      marks.some((mark) => mark === '⏳' || mark === '🚧' || mark === '🔄')
    );
  }

  #signMarkerOf(node: ListItem): Marker {
    return signMarkerAt(this.#marker(node).contentStart, this.#items.text);
  }

  /** "Task 1.1: …", "#59 …": what has a number or an id of its own is work of its own. */
  #hasName(node: ListItem): boolean {
    return isNamedTask(node, this.#items.text) || isIdentified(node, this.#items.text);
  }

  #isLegend(list: List): boolean {
    if (list.children.length < 2) return false;
    // Work is counted from one; "0. Mandatory, 1. Optional" are the values of a scale.
    const { text } = this.#items;
    const isScale = list.start === 0 && list.children.every((node) => wordsOf(node, text) <= SCALE_WORDS);
    return isScale || list.children.every((node) => isLegend(node, text));
  }

  /** Most bullets of the list point to places. */
  #points(list: List): boolean {
    const { text, masked } = this.#items;
    const pointing = list.children.filter((node) => {
      const [paragraph] = node.children;
      if (isPointer(node, masked)) return true;
      if (list.children.length < 2 || paragraph?.type !== 'paragraph') return false;
      const { start, end } = spanOf(paragraph);
      return isNamedLink(text.slice(start, end)) || isReferenceLead(text.slice(start, end));
    });
    return pointing.length * 3 >= list.children.length * 2;
  }

  /** Every bullet says what some code is: "`due` - when it has to be done". */
  #defines(list: List): boolean {
    return list.children.length > 1 && list.children.every((node) => isDefinition(node, this.#items.masked));
  }

  #bullet(node: ListItem, place: Place): void {
    const { list, section, parent, verdict } = place;
    const isStep = list.ordered === true && verdict.counts && verdict.reason === 'step';
    const { box, contentStart } = place.marked ? this.#signMarker(node) : this.#marker(node);
    const paragraph = node.children[0]?.type === 'paragraph' ? node.children[0] : undefined;
    if (!box) {
      // A step that ends in a colon is one; its parts tell how.
      const category = isStep ? undefined : this.#categoryOf(node, paragraph);
      const other = this.#isOther(node, paragraph, category, verdict);
      if (other) {
        if (paragraph) this.#items.passOver(spanOf(paragraph), other.reason, other.about);
        const below: Verdict =
          verdict.counts && category !== undefined && !isDetailLabel(category)
            ? verdict
            : { counts: false, reason: verdict.counts ? 'nested' : verdict.reason, about: verdict.about };
        for (const inner of listsOf(node))
          for (const child of inner.children)
            this.#bullet(child, { list: inner, section, parent, verdict: below });
        return;
      }
    }

    const own = {
      start: spanOf(node).start,
      end: Math.max(paragraph ? spanOf(paragraph).end : contentStart, contentStart),
    };
    const item = this.#items.create({
      kind: box ? 'task' : list.ordered ? 'numbered' : 'bullet',
      span: spanOf(node),
      own,
      content: { start: contentStart, end: this.#endOfLine(contentStart) },
      section,
      parent,
      because: box
        ? { reason: place.marked ? 'sign' : 'box' }
        : verdict.counts
          ? { reason: verdict.reason, about: verdict.about }
          : { reason: 'box' },
    });
    if (box) item.box = box;
    this.#items.readOwnLines(item, { start: contentStart, end: own.end });
    for (const child of node.children.slice(paragraph ? 1 : 0))
      if (child.type === 'paragraph' || child.type === 'html') this.#items.readBelow(item, spanOf(child));
      else if (child.type === 'list') this.#below(item, child, place);
    item.status = statusOf(item, this.#items.text);
  }

  /** The bullets beneath an item: its fields, its steps, or more about it. */
  #below(item: ItemDraft, list: List, { section, verdict }: Place): void {
    const marked = item.box !== undefined && this.#isMarked(list);
    const plain = !item.box && verdict.counts;
    // What has a name of its own counts beneath a bullet, too; and so do the parts of a mere topic.
    const reason =
      plain && list.children.some((node) => this.#hasName(node))
        ? ('named' as const)
        : plain && verdict.reason !== 'step' && this.#isTopic(item, list)
          ? ('topic' as const)
          : undefined;
    const below: Verdict = reason
      ? { counts: true, reason, about: item.title }
      : { counts: false, reason: 'nested', about: item.title };
    for (const node of list.children) {
      if (this.#readFieldBullet(item, node)) {
        this.#items.passOver(spanOf(node), 'field', item.title);
        // Beneath a field there may be boxes, which always count.
        for (const inner of listsOf(node))
          for (const child of inner.children)
            this.#bullet(child, { list: inner, section, parent: item, verdict: NESTED });
      } else this.#bullet(node, { list, section, parent: item, verdict: below, marked });
    }
  }

  /** Why a bullet without a box is no item; `undefined` where it is one. */
  #isOther(
    node: ListItem,
    paragraph: Paragraph | undefined,
    category: string | undefined,
    verdict: Verdict,
  ): { reason: OtherReason; about?: string | undefined } | undefined {
    if (!verdict.counts) return verdict;
    if (!paragraph || this.#context.details.has(node)) return { reason: 'detail' };
    if (this.#isField(paragraph)) return { reason: 'field' };
    const { start, end } = spanOf(paragraph);
    const words = this.#items.text.slice(start, end);
    if (isReferenceLink(words) || !/[\p{L}\p{N}]/u.test(this.#items.masked.slice(start, end)))
      return { reason: 'reference' };
    // A bullet in italics throughout is a note on its neighbours.
    const note = paragraph.children.length === 1 && paragraph.children[0]?.type === 'emphasis';
    if (note || isMeasure(words)) return { reason: 'detail' };
    const label = /^[*_]*([\p{L} ]{2,30}?)[*_]*\s?[:：]/u.exec(plainTitle(words))?.[1];
    if (label !== undefined && isDetailLabel(label)) return { reason: 'detail', about: label };
    if (category === undefined) return undefined;
    const holdsWork = listsOf(node).some((inner) => this.#holdsWork(inner));
    return holdsWork || isDetailLabel(category) ? { reason: 'category', about: category } : undefined;
  }

  /** `- Owner: @a` beneath an item says something of it; so does `- Owners:` over a list of names. */
  #readFieldBullet(item: ItemDraft, node: ListItem): boolean {
    const [paragraph, below] = node.children;
    if (paragraph?.type !== 'paragraph' || this.#marker(node).box) return false;
    if (this.#items.readBelow(item, spanOf(paragraph))) return true;
    if (below?.type !== 'list') return false;
    const [first, last] = [below.children[0], below.children.at(-1)];
    if (!first || !last) return false;
    const values = { start: this.#marker(first).contentStart, end: spanOf(last).end };
    return this.#items.readListField(item, spanOf(paragraph), values);
  }

  /** Whether signs stand for boxes beneath an item: all have one, and the document doesn't use them for praise alone. */
  #isMarked(list: List): boolean {
    return this.#context.hasCrosses && list.children.every((node) => this.#signMarker(node).box);
  }

  /** A few words over several bullets that tell no details: the topic of what is to be done, rather than one thing. */
  #isTopic({ title, section }: ItemDraft, list: List): boolean {
    const short = title.split(/\s+/u).length <= TOPIC_WORDS && title.length <= TOPIC_LENGTH;
    if (
      !short ||
      isImperative(title) ||
      list.children.length < 2 ||
      meaningOf(section) === 'done' ||
      !this.#holdsWork(list)
    )
      return false;
    return !list.children.some((node) => {
      const label = labelOf(node, this.#items.text);
      return (
        this.#context.details.has(node) ||
        namesCode(node, this.#items.masked) ||
        isPointer(node, this.#items.masked) ||
        (label !== undefined && isDetailLabel(label))
      );
    });
  }

  #isField(paragraph: Paragraph): boolean {
    const [line] = linesOf(this.#items.masked, spanOf(paragraph));
    if (!line) return false;
    const read = readLine(line, this.#items.context, 'below');
    return read.leads && isOnlyFields(this.#items.text, line, read);
  }

  /** The label of a bullet that is nothing but one: `**Terraform Modules:**`, `Tools:`. The colon makes it one. */
  #categoryOf(node: ListItem, paragraph: Paragraph | undefined): string | undefined {
    if (!paragraph || listsOf(node).length === 0) return undefined;
    const { start, end } = spanOf(paragraph);
    const words = plainTitle(this.#items.text.slice(start, end));
    const bold = paragraph.children.length === 1 && paragraph.children[0]?.type === 'strong';
    return /[:：]$/u.test(words) && words.split(/\s+/u).length <= (bold ? 8 : 2)
      ? words.slice(0, -1).trim()
      : undefined;
  }

  /** Whether a nested list says what is to be done, rather than naming parts or tools. */
  #holdsWork(list: List): boolean {
    return list.children.some((node) => {
      const [first] = node.children;
      if (first?.type !== 'paragraph') return false;
      const bareName =
        first.children.length === 1 && first.children[0]?.type === 'strong' && node.children.length === 1;
      return !bareName;
    });
  }

  #marker(node: ListItem): Marker {
    return markerOf(node, this.#items.text);
  }

  #signMarker(node: ListItem): Marker {
    const marker = signMarkerAt(spanOf(node).start, this.#items.text);
    // A number isn't a sign's bullet.
    return /^[-*+]/u.test(this.#items.text.slice(spanOf(node).start, spanOf(node).start + 1))
      ? marker
      : { contentStart: spanOf(node).start };
  }

  #endOfLine(offset: number): number {
    LINE_END.lastIndex = offset;
    return LINE_END.exec(this.#items.text)?.index ?? offset;
  }
}

const LINE_END = /[\r\n]|$/gu;

const SCALE_WORDS = 4;
const wordsOf = (node: ListItem, text: string): number =>
  plainText(text.slice(spanOf(node).start, spanOf(node).end)).split(/\s+/u).length - 1;

const NESTED: Verdict = { counts: false, reason: 'nested' };

const listsOf = (node: ListItem): List[] => node.children.filter((child) => child.type === 'list');

/** The words of a paragraph that ends in a colon right before a list. */
export function leadOf(text: string, span: Span): string | undefined {
  const words = plainText(text.slice(span.start, span.end));
  const isLead =
    /[:：]$/u.test(words) &&
    // A sentence that ends in a colon introduces too, but its words say nothing of what the list is.
    words.split(/\s+/u).length <= 5 &&
    words.length <= 48 &&
    !/[，。、；].*[，。、；：]/u.test(words);
  return isLead ? words.slice(0, -1) : undefined;
}
