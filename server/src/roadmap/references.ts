/** What a text refers to by itself: issues, tickets, commits, and other files by links. */
import type { Span } from './model.ts';

export interface Reference {
  readonly kind: 'issue' | 'ticket' | 'commit' | 'file';
  /** What is referred to: `123`, `ABC-1`, `3f2a91c`, `docs/plan.md#next-steps`. */
  readonly id: string;
  /** The characters that refer to it; of a link its address. */
  readonly span: Span;
}

/** All in one, so that what stands within another (a number in an address) isn't found by itself. */
const REFERENCE = new RegExp(
  [
    // Code shows things; but people put hashes of commits in it.
    String.raw`(?<fence>^[ \t>]*(?:\x60{3,}|~{3,}))`,
    String.raw`(?<tick>\x60+)(?<code>[^\x60\n]*)\k<tick>`,
    String.raw`\]\([ \t]*(?:<(?<bracketed>[^<>\n]*)>|(?<address>[^\s<>()]+))`,
    String.raw`^ {0,3}\[[^\]\n]+\]:[ \t]*(?<definition>[^\s<>]+)`,
    String.raw`(?<url>\b[a-z][a-z\d+.-]*:\/\/[^\s<>)]+)`,
    String.raw`(?<![\p{L}\p{N}/&#])#(?<issue>\d+)(?![\p{L}\p{N}])`,
    String.raw`(?<![\p{L}\p{N}_/-])(?<ticket>[A-Z][A-Z0-9]+-\d+)(?![\p{L}\p{N}_-])`,
    String.raw`(?<![\p{L}\p{N}_/.-])(?<commit>(?=[a-f]*\d)(?=\d*[a-f])[\da-f]{7,40})(?![\p{L}\p{N}_-])`,
  ].join('|'),
  'gmu',
);
const HASH = /^(?=[a-f]*\d)(?=\d*[a-f])[\da-f]{7,40}$/u;

/**
 * The references of a text in their order. One walk over its characters, line by line: markdown needn't have been read, and
 * what is told wrongly of code costs a link that nobody clicks.
 */
export function referencesIn(text: string): Reference[] {
  const found: Reference[] = [];
  const pattern = new RegExp(REFERENCE);
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const { fence, code, bracketed, address, definition, issue, ticket, commit } = match.groups ?? {};
    const end = match.index + match[0].length;
    const add = (kind: Reference['kind'], id: string, behind = 0): void => {
      found.push({ kind, id, span: { start: end - behind - id.length, end: end - behind } });
    };
    if (fence !== undefined) pattern.lastIndex = endOfFence(text, end, fence.trim().replace(/^[> \t]+/u, ''));
    else if (code !== undefined && HASH.test(code)) add('commit', code, match.groups?.['tick']?.length);
    else if (issue !== undefined) found.push({ kind: 'issue', id: issue, span: { start: match.index, end } });
    else if (ticket !== undefined) add('ticket', ticket);
    else if (commit !== undefined) add('commit', commit);
    const link = bracketed ?? address ?? definition;
    if (link !== undefined && isRelative(link)) add('file', link, bracketed === undefined ? 0 : 1);
  }
  return found;
}

/** Neither `https:` nor `//host` nor a path from wherever the root may be. */
const isRelative = (address: string): boolean =>
  address !== '' && !/^(?:[a-z][a-z\d+.-]*:|\/)/iu.test(address);

function endOfFence(text: string, from: number, fence: string): number {
  const mark = fence.charAt(0);
  const close = new RegExp(`^[ \\t>]*${mark}{${fence.length},}[ \\t]*$`, 'gmu');
  close.lastIndex = from;
  return close.exec(text) ? close.lastIndex : text.length;
}
