/** Addresses of links, as they stand in documents. */
import { decodeSafely } from './uris.ts';

/** What an address leads to, seen from a document; `undefined` where that can't be told (`untitled:`). */
export function resolveAddress(from: string, address: string): { uri: string; fragment: string } | undefined {
  try {
    const url = new URL(address, from);
    const fragment = decodeSafely(url.hash.slice(1));
    url.hash = '';
    url.search = '';
    return { uri: url.href, fragment };
  } catch {
    return undefined;
  }
}

/** How a document refers to a file; `undefined` where the two have no root in common. */
export function relativeAddress(from: string, to: string): string | undefined {
  const [source, target] = [from.split('/'), to.split('/')];
  let common = 0;
  while (common < Math.min(source.length, target.length) - 1 && source[common] === target[common]) common++;
  // `scheme:`, ``, `host`: these aren't parts of a path.
  if (common < ROOT_PARTS) return undefined;
  return [...source.slice(common + 1).map(() => '..'), ...target.slice(common)].join('/');
}

const ROOT_PARTS = 3;
