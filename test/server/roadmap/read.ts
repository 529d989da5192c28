/** Short words for tests that read whole documents. */
import assert from 'node:assert/strict';
import { effective, type Item, type Roadmap } from '../../../server/src/roadmap/model.ts';
import { readRoadmap } from '../../../server/src/roadmap/read.ts';

/** Lines as a text that ends with a line break. */
export const text = (...lines: string[]): string => lines.map((line) => `${line}\n`).join('');

export const read = (...lines: string[]): Roadmap => readRoadmap(text(...lines));

export const titles = (roadmap: Roadmap): string[] => roadmap.items.map(({ title }) => title);

/** The one item of that title, or whose title goes on behind it. */
export function item(roadmap: Roadmap, title: string): Item {
  const found = roadmap.items.filter((candidate) => `${candidate.title} `.startsWith(`${title} `));
  assert.equal(found.length, 1, `items called "${title}" among: ${titles(roadmap).join(' | ')}`);
  return found[0]!;
}

/** What an item states, in the document's own words. */
export const stated = ({ fields }: Item): Record<string, string> =>
  Object.fromEntries(Object.entries(fields).map(([field, { text: words }]) => [field, words]));

/** What an item inherits: `{ priority: 'P1 from Phase 1', due: '2025-08-01 from Phase 1' }`. */
export function inherited({ inherited: { owners, due, priority, status } }: Item): Record<string, string> {
  return {
    ...(owners ? { owners: `${owners.value.join(' + ')} from ${owners.from}` } : {}),
    ...(due ? { due: `${due.value.end} from ${due.from}` } : {}),
    ...(priority ? { priority: `${priority.value} from ${priority.from}` } : {}),
    ...(status ? { status: `${status.value} from ${status.from}` } : {}),
  };
}

export const ownersOf = (it: Item): readonly string[] => effective(it, 'owners')?.value ?? [];

/** The text of a span. */
export const at = ({ text: whole }: Roadmap, { start, end }: { start: number; end: number }): string =>
  whole.slice(start, end);
