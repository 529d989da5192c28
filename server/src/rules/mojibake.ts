import type { Misreading, MojibakeRun } from '../roadmap/mojibake.ts';
import type { Roadmap } from '../roadmap/model.ts';
import { count } from '../roadmap/wording.ts';
import { defineRule } from './rule.ts';

const NAMES: Readonly<Record<Misreading, string>> = {
  'windows-1252': 'windows-1252',
  macintosh: 'Mac OS Roman',
};

/** A document whose UTF-8 was read as something else, and saved like that. Told once: it has one cause and one cure. */
export const mojibake = defineRule({
  id: 'mojibake',
  title: 'Text that was decoded wrongly',
  setting: 'How to report a document with text that was decoded wrongly, such as `â†’` for `→`.',
  explanation: {
    why: 'UTF-8 that was read as another encoding, and saved like that, stays wrong for everybody who opens the file.',
    counts: [
      'Told once for each document, at the first place: there is one cause and one cure.',
      'Known are windows-1252 (`ðŸ”´`, `cafÃ©`, `Ð¿Ð»Ð°Ð½`) and Mac OS Roman (`‚Üí` for `→`), also where only a part of the document is mis-decoded, and where it was mis-decoded more than once (`cafÃƒÂ©`).',
      'A place counts only where what it stands for, mis-decoded again, gives the very same characters; so nothing is told where bytes were lost (`â€�`).',
      'What may be ordinary text, such as `Â°` or `É»`, counts only where other places of the document leave no doubt.',
      'Code may show such characters on purpose: it counts only where the text around it is mis-decoded, too.',
      'Items keep their names: they are shown as they were meant, repaired or not.',
    ],
    bad: ['## ðŸ”´ Priority 1', '', '- [ ] Move EC2 â†’ Lambda (Owner: @ann)'],
    good: ['## 🔴 Priority 1', '', '- [ ] Move EC2 → Lambda (Owner: @ann)'],
    fixes:
      '*Repair the encoding of this document* replaces each place by what it stands for, and touches nothing else. It isn’t part of *Fix all*, as it changes the document all over.',
  },
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
        span: first.span,
        message: `UTF-8 was read as ${names.join(' and ')} in ${places}: ${example(roadmap, first)}.`,
        fix: { kind: 'repair' },
      },
    ];
  },
});

/** A whole sentence of Chinese may stand in one place. */
const MAX_EXAMPLE = 24;

function example({ text: source }: Roadmap, { span, text }: MojibakeRun): string {
  const short = (words: string): string => {
    const characters = Array.from(words);
    return characters.length > MAX_EXAMPLE ? `${characters.slice(0, MAX_EXAMPLE - 1).join('')}…` : words;
  };
  return `"${short(source.slice(span.start, span.end))}" stands for "${short(text)}"`;
}
