import type { Counts } from '../items/count.ts';
import type { StoreState } from '../items/store.ts';

/**
 * Why the tree has nothing to show: the value of the context key `roadmap.empty`, by which `package.json` chooses
 * what to say instead. Empty while the items are on their way: "no roadmap" would be said too soon.
 */
export type EmptyReason = '' | 'noServer' | 'noRoadmaps' | 'noItems' | 'nothingOpen';

export function emptyReason(state: StoreState, files: number, { open, closed }: Counts): EmptyReason {
  if (state === 'loading') return '';
  if (state === 'failed') return 'noServer';
  if (files === 0) return 'noRoadmaps';
  if (open > 0) return '';
  return closed > 0 ? 'nothingOpen' : 'noItems';
}
