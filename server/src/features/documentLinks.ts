import type { DocumentLink, Range } from 'vscode-languageserver';
import type { LinkSettings } from '../protocol.ts';
import { sectionAt } from '../roadmap/anchors.ts';
import type { Lines } from '../roadmap/lines.ts';
import { referencesIn, type Reference } from '../roadmap/references.ts';
import { resolveAddress } from '../workspace/addresses.ts';
import type { RoadmapDocument } from '../workspace/document.ts';
import { chapterwise } from './chapterwise.ts';

/** Of a link to a file: where it leads is found out when somebody follows it. */
export interface LinkData {
  readonly from: string;
  readonly address: string;
}

/** Issues, tickets and commits, where the settings say whither they lead; other files, and headings in them. */
export function documentLinks(document: RoadmapDocument, settings: LinkSettings = NO_LINKS): DocumentLink[] {
  const { uri, roadmap, lines, chapters } = document;
  const links = chapters
    ? chapters.flatMap((read) => ofChapter(read, document, settings))
    : linksIn(roadmap.text, 0, lines, settings);
  return links.map(({ range, target, address }) =>
    address === undefined
      ? { range, ...(target === undefined ? {} : { target }) }
      : { range, data: { from: uri, address } satisfies LinkData },
  );
}

const NO_LINKS: LinkSettings = {};

interface FoundLink {
  readonly range: Range;
  readonly target?: string;
  /** Of a link to a file. */
  readonly address?: string;
}

const ofChapter = chapterwise(({ chapter }, lines, settings) =>
  linksIn(chapter.text, chapter.place.offset, lines, settings as LinkSettings),
);

const linksIn = (text: string, at: number, lines: Lines, settings: LinkSettings): FoundLink[] =>
  referencesIn(text).flatMap((reference): FoundLink[] => {
    const { kind, id, span } = reference;
    const range = lines.rangeOf({ start: at + span.start, end: at + span.end });
    if (kind === 'file') return [{ range, address: id }];
    const template = templateFor(reference, settings);
    return template === undefined ? [] : [{ range, target: template.replaceAll('{id}', id) }];
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
export async function resolveLink(
  link: DocumentLink,
  get: (uri: string) => Promise<RoadmapDocument | undefined>,
): Promise<DocumentLink> {
  const data = link.data as Partial<LinkData> | undefined;
  const found =
    data?.from === undefined || data.address === undefined
      ? undefined
      : resolveAddress(data.from, data.address);
  if (!found) return link;
  const { uri, fragment } = found;
  if (fragment === '') return { ...link, target: uri };
  const document = await get(uri);
  const section = document && sectionAt(document.roadmap, fragment);
  const line = section && document.lines.positionAt(section.heading.start).line + 1;
  return { ...link, target: `${uri}#${line === undefined ? encodeURIComponent(fragment) : `L${line}`}` };
}
