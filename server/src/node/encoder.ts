import type { ContentTypeEncoder } from 'vscode-languageserver/node';
import { PLACEHOLDER } from '../features/parted.ts';

const MARK = JSON.stringify(PLACEHOLDER);

/** Writes messages as the library does, but for lists whose text stands ready: that is put in as it is. */
export const encoder: ContentTypeEncoder = {
  name: 'application/json',
  encode: (message) => new Promise((resolve) => resolve(encode(message))),
};

export function encode(message: unknown): Buffer {
  const texts: Uint8Array[][] = [];
  globalThis.roadmapTexts = texts;
  let json: string;
  try {
    json = JSON.stringify(message);
  } finally {
    globalThis.roadmapTexts = undefined;
  }
  if (texts.length === 0) return Buffer.from(json);
  const around = json.split(MARK);
  // Somebody has written the very words.
  if (around.length !== texts.length + 1) return Buffer.from(JSON.stringify(message));
  return Buffer.concat(
    around.flatMap((text, index) => {
      const list = texts[index];
      return list ? [Buffer.from(`${text}[`), ...list, Buffer.from(']')] : [Buffer.from(text)];
    }),
  );
}
