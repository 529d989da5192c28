import type { Roadmap, Span } from '../roadmap/model.ts';
import { garble } from '../roadmap/mojibake.ts';
import type { Edit } from './edit.ts';

/** Writes what was mis-decoded as it was meant, and touches nothing else. `garble` takes each edit back exactly. */
export function repairMojibake({ mojibake }: Roadmap): Edit[] {
  return mojibake.map(({ span, text }) => ({ span, text }));
}

/** Characters for a place where the document's own are mis-decoded: so two toggles of such a box give back the bytes. */
export function garbledLike({ text: source, mojibake }: Roadmap, { start, end }: Span, text: string): string {
  const run = mojibake.find(({ span }) => span.start < end && start < span.end);
  if (!run) return text;
  // What stands there rightly decoded stays so.
  const there = source.slice(start, end);
  return Array.from(text, (character) =>
    there.includes(character) ? character : garble(character, run.misreadings),
  ).join('');
}
