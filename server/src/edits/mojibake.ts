import type { Roadmap, Span } from '../roadmap/model.ts';
import { garble } from '../roadmap/mojibake.ts';
import type { Edit } from './edit.ts';

/** Writes what was mis-decoded as it was meant, and touches nothing else. `garble` takes each edit back exactly. */
export function repairMojibake({ mojibake }: Roadmap): Edit[] {
  return mojibake.map(({ span, text }) => ({ span, text }));
}

/** Characters for a place where the document's own are mis-decoded: so two toggles of such a box give back the bytes. */
export function garbledLike({ mojibake }: Roadmap, { start, end }: Span, text: string): string {
  const run = mojibake.find(({ span }) => span.start < end && start < span.end);
  return garble(text, run?.misreadings ?? []);
}
