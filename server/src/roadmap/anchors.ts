/** The names by which links lead to headings, as forges make them. */
import { plainText } from './markdown/text.ts';
import type { Roadmap, Section } from './model.ts';

/** The section that a fragment (`next-steps`) leads to. */
export function sectionAt({ text, sections }: Roadmap, fragment: string): Section | undefined {
  const times = new Map<string, number>();
  return sections.find(({ heading }) => {
    const anchor = anchorOf(
      plainText(text.slice(heading.start, heading.end).replace(/^[\s#]+|[\s#]+$/gu, '')),
    );
    const before = times.get(anchor) ?? 0;
    times.set(anchor, before + 1);
    return fragment === (before === 0 ? anchor : `${anchor}-${before}`);
  });
}

const anchorOf = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
    .replace(/ /gu, '-');
