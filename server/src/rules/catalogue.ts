import { ambiguousDate } from './ambiguousDate.ts';
import { configuration } from './configuration.ts';
import { dependencyCycle } from './dependencyCycle.ts';
import { dueBeforeBlocker } from './dueBeforeBlocker.ts';
import { duplicateItem } from './duplicateItem.ts';
import { invalidDate } from './invalidDate.ts';
import { missingDue } from './missingDue.ts';
import { missingOwner } from './missingOwner.ts';
import { missingPriority } from './missingPriority.ts';
import { mojibake } from './mojibake.ts';
import { parentDone } from './parentDone.ts';
import { parentOpen } from './parentOpen.ts';
import { pastDue } from './pastDue.ts';
import { placeholderOwner } from './placeholderOwner.ts';
import { priorityConflict } from './priorityConflict.ts';
import { startAfterDue } from './startAfterDue.ts';
import { staleReview } from './staleReview.ts';
import { statusConflict } from './statusConflict.ts';
import { unknownDependency } from './unknownDependency.ts';
import { unknownOwner } from './unknownOwner.ts';
import { unreadable } from './unreadable.ts';
import { unusedSuppression } from './unusedSuppression.ts';

/** All rules, in the order of the documentation and of the settings editor. */
export const RULES = [
  missingOwner,
  unknownOwner,
  placeholderOwner,
  missingDue,
  missingPriority,
  pastDue,
  invalidDate,
  ambiguousDate,
  startAfterDue,
  dueBeforeBlocker,
  dependencyCycle,
  unknownDependency,
  statusConflict,
  parentOpen,
  parentDone,
  priorityConflict,
  duplicateItem,
  staleReview,
  mojibake,
  unreadable,
  unusedSuppression,
  configuration,
] as const;

export type RuleId = (typeof RULES)[number]['id'];

const DOCUMENTATION = 'https://github.com/roadmap-markdown/roadmap-markdown/blob/main/docs/rules';

/** The address of the rule's documentation page. */
export const documentationOf = (rule: RuleId): string => `${DOCUMENTATION}/${rule}.md`;
