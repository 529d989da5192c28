/** How many bytes are looked at for a NUL: where a binary file has one, it comes early. */
const BINARY_PROBE = 8192;

/** Why bytes are no text. */
export class NotTextError extends Error {}

/**
 * The text of a file: UTF-8, or UTF-16 where a byte order mark says so. Bytes that are no UTF-8 become U+FFFD, one
 * by one, so that the rest can be read. A byte order mark is dropped, as editors do, so that positions agree.
 *
 * @throws NotTextError for a binary file.
 */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (bytes.subarray(0, BINARY_PROBE).includes(0)) throw new NotTextError('it is a binary file');
  return new TextDecoder('utf-8').decode(bytes);
}
