import type { Inherited, Status } from '../roadmap/model.ts';
import { WORDS } from '../roadmap/notations/status.ts';

const DONE = WORDS.flatMap(([status, labels]) =>
  status === 'done' ? Object.values(labels).flat() : [],
).join('|');

/** "Completed", "Done / Shipped", "Completed features for day 4": a name for what is done, and hardly more. */
const NAME = new RegExp(
  `^[^\\p{L}\\p{N}]*(?:recently\\s)?(?:${DONE})(?:\\s*(?:[/,&+]|and)\\s*(?:${DONE}))*(?:\\s(?:items?|tasks?|features?|work|milestones?|phases?|projects?)(?!\\p{L})[^:]*|[^\\p{L}\\p{N}]*(?:\\d{4}[-/.\\d]*\\s*)?)$`,
  'iu',
);
/** `✅ COMPLETE (October 29)`, `- DONE`, `(done)`: said in a word at the heading's end, a date aside. */
const STATE = new RegExp(
  `(?:[✅✔☑]\\ufe0f?|\\s[-–—]|\\()[\\s*_]*(?:[✅✔☑]\\ufe0f?[\\s*_]*)?(?:${DONE})[)\\s*_!.]*(?:$|[-–—(,][^\\p{L}]*(?:\\p{L}+\\.?[^\\p{L}]*){0,2}$)`,
  'iu',
);

/** A heading of more characters is a sentence, and would take the patterns long. */
const MAX_LENGTH = 200;

/**
 * Whether a heading says beyond doubt that what stands beneath it is done. A tick alone may be praise, and what only
 * speaks of completion ("60 % complete", "Completed when …", "Completion criteria") doesn't say it.
 */
export const saysDone = (state: Inherited<Status> | undefined): boolean =>
  state?.value === 'done' &&
  state.text.length <= MAX_LENGTH &&
  (NAME.test(state.text) || STATE.test(state.text));
