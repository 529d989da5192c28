import { htmlBlockNames } from 'micromark-util-html-tag-name';
import type { Closed } from './cuts.ts';

const TAG = /^ {0,3}<\/?([a-z][a-z\d-]*)(?=[\s/>]|$)/iu;
const NAMES = new Set(htmlBlockNames);
const VALUE = '(?:[^\\s"\'=<>`]+|\'[^\']*\'|"[^"]*")';
/** A tag of any name, alone in its line. */
const ALONE = new RegExp(
  `^ {0,3}<(?:/[a-z][a-z\\d-]*|[a-z][a-z\\d-]*(?:\\s+[a-z_:][\\w.:-]*(?:\\s*=\\s*${VALUE})?)*\\s*/?)\\s*>\\s*$`,
  'iu',
);
/** Tags that are longer are looked at no closer. */
const LONGEST = 1000;
const UNTIL_BLANK: Closed = { end: /^$/u, isIndented: false };

/** HTML that goes on to the next blank line, whatever stands in between, if a line begins such. */
export function htmlUntilBlank(line: string, isGoing: boolean): Closed | undefined {
  const name = TAG.exec(line)?.[1]?.toLowerCase();
  if (name === undefined) return undefined;
  const isHtml = NAMES.has(name) || (!isGoing && line.length <= LONGEST && ALONE.test(line));
  return isHtml ? UNTIL_BLANK : undefined;
}
