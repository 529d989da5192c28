/** Pictures at the beginning or the end of a title: they decorate, and a screen reader would spell them out. */
const PICTURE = '(?:\\p{Extended_Pictographic}|\\p{Emoji_Modifier}|\\u200d|\\ufe0f|\\s)';
const PICTURES = new RegExp(`^(?:${PICTURE}|:[a-z0-9_+-]+:)+(?=\\S)|${PICTURE}+$`, 'gu');

/** Markdown of one line as plain text for display: emphasis, links and escapes resolved. */
export function plainText(markdown: string): string {
  return markdown
    .replace(/<!--.*?-->/gu, '')
    .replace(/!?\[([^\]]*)\](?:\([^)]*\)|\[[^\]]*\])/gu, '$1')
    .replace(/(\*\*|__|~~)(?=\S)(.*?\S)\1/gu, '$2')
    .replace(/(?<![\p{L}\p{N}*\\])\*(?=[^\s*])([^*]*[^\s*\\])\*(?!\*)/gu, '$1')
    .replace(/(?<![\p{L}\p{N}_\\])_(?=[^\s_])([^_]*[^\s_\\])_(?![\p{L}\p{N}_])/gu, '$1')
    .replace(/\\([!-/:-@[-`{-~])/gu, '$1')
    .replace(/[\s\u00a0]+/gu, ' ')
    .trim();
}

/** A title without what decorates it. */
export function plainTitle(markdown: string): string {
  const text = plainText(markdown);
  return text.replace(PICTURES, '').trim() || text;
}
