import type { CivilDate } from '../roadmap/dates/civil.ts';
import type { Severity } from './rule.ts';

/** What was settled of a rule; what wasn't keeps its default. */
export interface RuleSetting {
  readonly severity?: Severity | 'off';
  readonly options?: Readonly<Record<string, unknown>>;
}

/** 1 is Monday, 7 is Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** What the user and the repository have settled for a document. All of it is plain data. */
export interface Settings {
  readonly rules: Readonly<Record<string, RuleSetting>>;
  /** The team: who may own work. Empty where nobody has said. */
  readonly owners: readonly string[];
  /** Who owns the repository's code, as CODEOWNERS says: handles, teams and e-mail addresses. */
  readonly codeOwners: readonly string[];
  /** Days on which nobody works. */
  readonly holidays: readonly CivilDate[];
  readonly workingDays: readonly Weekday[];
  /** Hours of work in a week: of everybody, or of each owner who is named. */
  readonly capacity: number | Readonly<Record<string, number>>;
}

export const DEFAULT_SETTINGS: Settings = {
  rules: {},
  owners: [],
  codeOwners: [],
  holidays: [],
  workingDays: [1, 2, 3, 4, 5],
  capacity: 40,
};
