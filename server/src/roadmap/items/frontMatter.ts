import type { Span } from '../model.ts';
import { kindOfTitle } from '../words.ts';
import type { ItemCollector } from './collector.ts';
import { statusOf } from './states.ts';

const KEY = /^(?<key>[\p{L}_-]+):\s*$/u;
const BULLET = /^(?<indent>\s*)-\s+(?<quote>['"]?)/u;
const TITLE = /^(?:title|name|task|summary|text|item)\s*:\s*(?<quote>['"]?)/iu;

/**
 * Work that the front matter lists beneath a key such as `tasks:`, a title for each or a block of fields. A line that isn't
 * understood is left alone: broken YAML costs itself and nothing else.
 */
export function readFrontMatter(items: ItemCollector, matter: Span): void {
  const { text } = items;
  let listsWork = false;
  let item: ReturnType<ItemCollector['create']> | undefined;
  for (const { index, 0: line } of text.slice(matter.start, matter.end).matchAll(/[^\r\n]+/gu)) {
    const start = matter.start + index;
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
