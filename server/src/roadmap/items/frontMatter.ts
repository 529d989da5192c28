import type { MatterBlock, Span } from '../model.ts';
import { kindOfTitle } from '../words.ts';
import type { ItemCollector } from './collector.ts';
import { statusOf } from './states.ts';

const KEY = /^(?<key>[\p{L}_-]+):\s*$/u;
const BULLET = /^(?<indent>\s*)-\s+(?<quote>['"]?)/u;
const TITLE = /^(?:title|name|task|summary|text|item)\s*:\s*(?<quote>['"]?)/iu;

/** A key of a mapping, indented. */
const NESTED_KEY = /^[ \t]+[^\s#-][^:]*:/u;
/** A line that belongs to the key above it: indented, empty, a comment, or the end of what stands in brackets. */
const BELONGS = /^(?:[ \t#\]}]|$)/u;

/** What the front matter settles for its document beneath `roadmap:`, with that key. A list there is one of work. */
export function configurationIn(text: string, matter: Span): MatterBlock | undefined {
  const lines = [...text.slice(matter.start, matter.end).matchAll(/[^\r\n]+/gu)];
  const first = lines.findIndex(({ 0: line }) => /^roadmap:\s*(?:[{#]|$)/u.test(line));
  if (first < 0) return undefined;
  const after = lines.slice(first + 1);
  const end = after.findIndex(({ 0: line }) => !BELONGS.test(line));
  const own = after.slice(0, end < 0 ? undefined : end);
  const key = lines[first];
  const isMapping = key?.[0].includes('{') === true || own.some(({ 0: line }) => NESTED_KEY.test(line));
  if (!key || !isMapping) return undefined;
  const last = own.at(-1) ?? key;
  const span = { start: matter.start + key.index, end: matter.start + last.index + last[0].length };
  return { text: text.slice(span.start, span.end), span };
}

/**
 * Work that the front matter lists beneath a key such as `tasks:`, a title for each or a block of fields. A line that isn't
 * understood is left alone: broken YAML costs itself and nothing else.
 */
export function readFrontMatter(items: ItemCollector, matter: Span): void {
  const { text } = items;
  const configuration = configurationIn(text, matter)?.span;
  let listsWork = false;
  let item: ReturnType<ItemCollector['create']> | undefined;
  for (const { index, 0: line } of text.slice(matter.start, matter.end).matchAll(/[^\r\n]+/gu)) {
    const start = matter.start + index;
    if (configuration && configuration.start <= start && start < configuration.end) continue;
    const end = start + line.trimEnd().length;
    const key = KEY.exec(line.trimEnd())?.groups?.['key'];
    const bullet = BULLET.exec(line);
    if (/^\S/u.test(line) && !bullet) {
      listsWork = key !== undefined && kindOfTitle(key.replace(/[_-]/gu, ' ')) === 'work';
      item = undefined;
    } else if (listsWork && bullet) {
      const title = TITLE.exec(line.slice(bullet[0].length));
      const quote = (title ?? bullet).groups?.['quote'] ?? '';
      const contentStart = start + bullet[0].length + (title?.[0].length ?? 0);
      const contentEnd = end - (quote !== '' && text[end - 1] === quote ? 1 : 0);
      const own = { start: start + (bullet.groups?.['indent']?.length ?? 0), end };
      const content = { start: Math.min(contentStart, contentEnd), end: contentEnd };
      item = items.create({
        kind: 'bullet',
        span: own,
        own,
        content,
        section: undefined,
        parent: undefined,
        because: { reason: 'front-matter' },
      });
      items.readOwnLines(item, content);
      item.status = statusOf(item, text);
    } else if (item) {
      items.readBelow(item, { start, end });
      item.span = { start: item.span.start, end };
      item.own = { start: item.own.start, end };
      item.status = statusOf(item, text);
    }
  }
}
