import type { DocumentLink } from 'vscode-languageserver';
import type { LinkSettings } from '../protocol.ts';
import { sectionAt } from '../roadmap/anchors.ts';
import { referencesIn, type Reference } from '../roadmap/references.ts';
import { resolveAddress } from '../workspace/addresses.ts';
import type { RoadmapDocument } from '../workspace/document.ts';

/** Of a link to a file: where it leads is found out when somebody follows it. */
export interface LinkData {
  readonly from: string;
  readonly address: string;
}

/** Issues, tickets and commits, where the settings say whither they lead; other files, and headings in them. */
export const documentLinks = (
  { uri, roadmap, lines }: RoadmapDocument,
  settings: LinkSettings,
): DocumentLink[] =>
  referencesIn(roadmap.text).flatMap((reference): DocumentLink[] => {
    const range = lines.rangeOf(reference.span);
    if (reference.kind === 'file')
      return [{ range, data: { from: uri, address: reference.id } satisfies LinkData }];
    const template = templateFor(reference, settings);
    return template === undefined ? [] : [{ range, target: template.replaceAll('{id}', reference.id) }];
  });

function templateFor({ kind, id }: Reference, settings: LinkSettings): string | undefined {
  const template =
    kind === 'issue'
      ? settings.issues
      : kind === 'commit'
        ? settings.commits
        : settings.tickets?.[id.slice(0, id.lastIndexOf('-'))];
  return typeof template === 'string' && template !== '' ? template : undefined;
}

/** The link with its target: a heading of a roadmap by its line, all others by their address. */
export function resolveLink(
  link: DocumentLink,
  get: (uri: string) => RoadmapDocument | undefined,
): DocumentLink {
  const data = link.data as Partial<LinkData> | undefined;
  const found =
    data?.from === undefined || data.address === undefined
      ? undefined
      : resolveAddress(data.from, data.address);
  if (!found) return link;
  const { uri, fragment } = found;
  if (fragment === '') return { ...link, target: uri };
  const document = get(uri);
  const section = document && sectionAt(document.roadmap, fragment);
  const line = section && document.lines.positionAt(section.heading.start).line + 1;
  return { ...link, target: `${uri}#${line === undefined ? encodeURIComponent(fragment) : `L${line}`}` };
}
