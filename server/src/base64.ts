/** A multiple of three, so that only the last part is padded; small enough to be spread over arguments. */
const PART = 3 * 8192;

/** Bytes as base64, with what every host has: there is no `Buffer` in a web worker. */
export function toBase64(bytes: Uint8Array): string {
  let base64 = '';
  for (let start = 0; start < bytes.length; start += PART)
    base64 += btoa(String.fromCharCode(...bytes.subarray(start, start + PART)));
  return base64;
}

export function fromBase64(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
