import type { Edit } from '../edits/edit.ts';
import { referencesIn } from '../roadmap/references.ts';
import { relativeAddress, resolveAddress } from '../workspace/addresses.ts';
import type { RoadmapDocument } from '../workspace/document.ts';
import { canonicalUri } from '../workspace/uris.ts';

/** A file or a folder that will have another name. */
export interface FileRename {
  readonly oldUri: string;
  readonly newUri: string;
}

/** The addresses of a document's links that have to change so that they lead whither they did. */
export function renamedAddresses({ uri, roadmap }: RoadmapDocument, renames: readonly FileRename[]): Edit[] {
  const base = moved(uri, renames);
  return referencesIn(roadmap.text).flatMap(({ kind, id, span }): Edit[] => {
    const path = id.replace(/[#?].*$/su, '');
    if (kind !== 'file' || path === '') return [];
    const target = resolveAddress(uri, path)?.uri;
    if (target === undefined) return [];
    const then = moved(target, renames);
    if (then === target && base === uri) return [];
    const address = relativeAddress(base, then);
    const dot = path.startsWith('./') && address?.startsWith('.') === false ? './' : '';
    return address === undefined || dot + address === path
      ? []
      : [{ span: { start: span.start, end: span.start + path.length }, text: dot + address }];
  });
}

/** Where a file will be, itself or with its folder. */
function moved(uri: string, renames: readonly FileRename[]): string {
  const canonical = canonicalUri(uri);
  for (const { oldUri, newUri } of renames) {
    const old = canonicalUri(oldUri);
    if (canonical === old) return newUri;
    if (canonical.startsWith(`${old}/`)) return newUri + canonical.slice(old.length);
  }
  return uri;
}
