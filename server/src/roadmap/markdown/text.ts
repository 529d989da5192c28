/** Pictures at the beginning or the end of a title: they decorate, and a screen reader would spell them out. */
const PICTURE = '(?:\\p{Extended_Pictographic}|\\p{Emoji_Modifier}|\\u200d|\\ufe0f|\\s)';
const PICTURES = new RegExp(`^(?:${PICTURE}|:[a-z0-9_+-]+:)+(?=\\S)|${PICTURE}+$`, 'gu');

/** What is resolved, in this order; most text holds none of the marks that stand first. */
const RESOLVED: readonly (readonly [marks: readonly string[], pattern: RegExp, by: string])[] = [
  [['<!--'], /<!--.*?-->/gu, ''],
  [['['], /!?\[([^\]]*)\](?:\([^)]*\)|\[[^\]]*\])/gu, '$1'],
  [['**', '__', '~~'], /(\*\*|__|~~)(?=\S)(.*?\S)\1/gu, '$2'],
  [['*'], /(?<![\p{L}\p{N}*\\])\*(?=[^\s*])([^*]*[^\s*\\])\*(?!\*)/gu, '$1'],
  [['_'], /(?<![\p{L}\p{N}_\\])_(?=[^\s_])([^_]*[^\s_\\])_(?![\p{L}\p{N}_])/gu, '$1'],
  [['\\'], /\\([!-/:-@[-`{-~])/gu, '$1'],
];
/** What any of them begins with. */
const SOME_MARK = /[<[*_~\\]/u;
const ODD_SPACE = /\s\s|[^\S ]/u;

/** Markdown of one line as plain text for display: emphasis, links and escapes resolved. */
export function plainText(markdown: string): string {
  let text = markdown;
  if (SOME_MARK.test(text))
    for (const [marks, pattern, by] of RESOLVED)
      if (marks.some((mark) => text.includes(mark))) text = text.replace(pattern, by);
  return (ODD_SPACE.test(text) ? text.replace(/\s+/gu, ' ') : text).trim();
}

/** Neither begins nor ends with a picture, or a code for one. */
const UNDECORATED = /^\w.*[\w)]$/su;

/** A title without what decorates it. */
export function plainTitle(markdown: string): string {
  const text = plainText(markdown);
  return UNDECORATED.test(text) ? text : text.replace(PICTURES, '').trim() || text;
}
