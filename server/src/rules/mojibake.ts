import type { Misreading, MojibakeRun } from '../roadmap/mojibake.ts';
import type { Roadmap } from '../roadmap/model.ts';
import { count } from '../roadmap/wording.ts';
import type { Rule } from './rule.ts';

const NAMES: Readonly<Record<Misreading, string>> = {
  'windows-1252': 'windows-1252',
  macintosh: 'Mac OS Roman',
};

/** A document whose UTF-8 was read as something else, and saved like that. Told once: it has one cause and one cure. */
export const mojibake: Rule = {
  id: 'mojibake',
  title: 'Text that was decoded wrongly',
  defaultSeverity: 'information',
  tags: ['document'],
  checkDocument(roadmap) {
    const [first] = roadmap.mojibake;
    if (!first) return [];
    const places = count(roadmap.mojibake.length, 'place');
    const names = [...new Set(roadmap.mojibake.flatMap(({ misreadings }) => misreadings))].map(
      (misreading) => NAMES[misreading],
    );
    return [
      {
        rule: 'mojibake',
        span: first.span,
        message: `UTF-8 was read as ${names.join(' and ')} in ${places}: ${example(roadmap, first)}.`,
        fix: { kind: 'repair' },
      },
    ];
  },
};

/** A whole sentence of Chinese may stand in one place. */
const MAX_EXAMPLE = 24;

function example({ text: source }: Roadmap, { span, text }: MojibakeRun): string {
  const short = (words: string): string => {
    const characters = Array.from(words);
    return characters.length > MAX_EXAMPLE ? `${characters.slice(0, MAX_EXAMPLE - 1).join('')}…` : words;
  };
  return `"${short(source.slice(span.start, span.end))}" stands for "${short(text)}"`;
}
