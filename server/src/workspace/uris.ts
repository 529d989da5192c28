/** Nothing that anybody escapes. */
const PLAIN = /^[\w./~-]*$/u;

/**
 * One spelling for all that name the same file: editors differ in what they escape (`file:///c%3A/a(b)` and
 * `file:///C:/a%28b%29`).
 */
export function canonicalUri(uri: string): string {
  const colon = uri.indexOf(':');
  const [scheme, rest] = [uri.slice(0, colon + 1), uri.slice(colon + 1)];
  if (PLAIN.test(rest)) return uri;
  const parts = rest.split('/').map((part) => encodeSegment(decodeSafely(part)));
  // The letter of a drive has no case.
  if (scheme === 'file:')
    parts[3] = parts[3]?.replace(/^[A-Z](?=%3A$)/u, (letter) => letter.toLowerCase()) ?? '';
  return scheme + parts.join('/');
}

/** One part of a path as VS Code writes it: all but letters, digits and `-._~` is escaped. */
export function encodeSegment(part: string): string {
  // Half a character has no encoding.
  return encodeURIComponent(part.replace(/\p{Surrogate}/gu, '\ufffd')).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

export function decodeSafely(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
